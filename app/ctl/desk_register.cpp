#include "ctl/desk_commands.h"
#include "ctl/desk_json.h"
#include "ctl/desk_run.h"
#include "desk/desk_files.h"
#include "desk/directory.h"
#include "desk/registrar.h"
#include "desk/session.h"

#include <QFileInfo>
#include <QJsonObject>

namespace diakinisi::ctl {

namespace {

using namespace domain;

const QStringList formOptions{QStringLiteral("direction"),    QStringLiteral("subject"),    QStringLiteral("party"),
                              QStringLiteral("their-number"), QStringLiteral("their-date"), QStringLiteral("file"),
                              QStringLiteral("unit"),         QStringLiteral("items"),      QStringLiteral("sheets"),
                              QStringLiteral("charge"),       QStringLiteral("note")};

Result<Direction> directionOf(const QString& word)
{
    if (word == u"in")
        return Direction::Incoming;
    if (word == u"out")
        return Direction::Outgoing;
    if (word == u"internal")
        return Direction::Internal;
    return fail(ErrorCode::FieldInvalid, QStringLiteral("--direction"));
}

/// The unit named, or else the person's own.
Result<UnitId> unitOf(DeskRun& run)
{
    const auto organisation = run.desk().directory().organisation();
    if (run.has("unit")) {
        const auto target = run.target(run.value("unit"));
        return target && target->unit ? Result<UnitId>(*target->unit) : fail(ErrorCode::UnitUnknown, run.value("unit"));
    }
    const auto person = run.desk().session().person();
    const auto units = person ? organisation->unitsOf(*person) : std::vector<UnitId>();
    if (units.empty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("unit"));
    return units.front();
}

Done addFiles(DeskRun& run, desk::RegistrationForm& form)
{
    for (const QString& path : run.arguments().values(QStringLiteral("file"))) {
        auto file = run.desk().files().import({path}, {});
        if (!file)
            return fail(file.error());
        const ItemRole role = form.files.empty() ? ItemRole::Main : ItemRole::Attachment;
        form.files.push_back({std::move(*file), role, QFileInfo(path).completeBaseName()});
    }
    return {};
}

Done addCharges(DeskRun& run, desk::RegistrationForm& form)
{
    for (const QString& name : run.arguments().values(QStringLiteral("charge"))) {
        const auto target = run.target(name);
        if (!target)
            return fail(target.error());
        desk::FormCharge charge;
        charge.unit = target->unit;
        charge.person = target->person;
        form.charges.push_back(std::move(charge));
    }
    return {};
}

Result<desk::RegistrationForm> formOf(DeskRun& run)
{
    desk::RegistrationForm form;
    const auto direction = directionOf(run.value("direction"));
    const auto unit = direction ? unitOf(run) : fail(direction.error());
    if (!unit)
        return fail(unit.error());
    form.identity.direction = *direction;
    form.identity.unit = *unit;
    form.particulars.subject = run.value("subject");
    form.particulars.theirNumber = run.value("their-number");
    form.particulars.theirDate = run.value("their-date");
    for (const QString& name : run.arguments().values(QStringLiteral("party")))
        form.particulars.parties.push_back({PartyKind::Authority, name, false});
    if (form.particulars.parties.empty())
        form.particulars.parties.push_back({PartyKind::Anonymous, {}, false});
    form.note = run.value("note");
    form.forSignature = run.has("for-signature");
    if (const Done added = addFiles(run, form); !added)
        return fail(added.error());
    if (const Done added = addCharges(run, form); !added)
        return fail(added.error());
    const int files = static_cast<int>(form.files.size());
    form.identity.itemCount = run.has("items") ? run.value("items").toInt() : std::max(1, files);
    form.identity.sheetCount = run.value("sheets").toInt();
    return form;
}

Exit reportForm(DeskRun& run, const Error& error)
{
    return error.code == ErrorCode::FieldInvalid && error.subject.startsWith(u"--")
               ? reportUsage(run.context(), QStringLiteral("%1 is wrong or missing").arg(error.subject))
               : reportAny(run.context(), error);
}

Exit registerDocument(DeskRun& run)
{
    const auto form = formOf(run);
    if (!form)
        return reportForm(run, form.error());
    const auto made = run.desk().registrar().registerDocument(*form);
    if (!made)
        return reportAny(run.context(), made.error());
    run.waitSettled(made->document);
    const auto outcome = run.desk().registrar().outcome(made->document);
    const auto& number = outcome ? outcome->number : made->number;
    const QString state = stateWord(outcome ? outcome->state : NumberState::None);
    return run.finish(made->document, {{QStringLiteral("number"), number ? QJsonValue(number->number) : QJsonValue()},
                                       {QStringLiteral("year"), number ? QJsonValue(number->year) : QJsonValue()},
                                       {QStringLiteral("state"), state}});
}

Exit startDraft(DeskRun& run)
{
    const auto form = formOf(run);
    if (!form)
        return reportForm(run, form.error());
    const auto made = run.desk().registrar().startDraft(*form);
    return made ? run.finish(*made) : reportAny(run.context(), made.error());
}

Exit addFile(DeskRun& run)
{
    const auto document = run.document();
    if (!document)
        return reportAny(run.context(), document.error());
    desk::RegistrationForm form;
    if (const Done added = addFiles(run, form); !added)
        return reportAny(run.context(), added.error());
    if (form.files.size() != 1)
        return reportUsage(run.context(), QStringLiteral("give one --file"));
    form.files.front().role = ItemRole::Attachment;
    const Done added = run.desk().registrar().addFile(*document, std::nullopt, form.files.front());
    return added ? run.finish(*document) : reportAny(run.context(), added.error());
}

} // namespace

std::vector<Command> deskRegisterCommands()
{
    return {deskCommand(
                "register",
                QStringLiteral("desk ... register --direction in|out|internal --subject T [--party T]... "
                               "[--their-number T] [--their-date YYYY-MM-DD] [--file F]... [--unit U]\n"
                               "    [--items N] [--sheets N] [--charge UNIT|PERSON]... [--note T] [--for-signature]\n"
                               "  the first file is the main document; without --unit your own\n"
                               "  example: desk --profile ~/desk register --direction in --subject \"Αίτηση\" "
                               "--party \"Σύλλογος\" --file letter.pdf --unit ΤΠΡΣ --json"),
                formOptions, {QStringLiteral("for-signature")}, registerDocument),
            deskCommand("draft",
                        QStringLiteral("desk ... draft --direction out|internal --subject T [as register]\n"
                                       "  begins a document that takes its number with the last signature\n"
                                       "  example: desk --profile ~/desk draft --direction out --subject \"Απάντηση\" "
                                       "--party \"Σύλλογος\" --file answer.pdf"),
                        formOptions, {}, startDraft),
            deskCommand("add-file", QStringLiteral("desk ... add-file DOC --file F\n  a further attachment"),
                        {QStringLiteral("file")}, {}, addFile)};
}

} // namespace diakinisi::ctl
