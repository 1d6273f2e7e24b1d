#include "ctl/desk_commands.h"
#include "ctl/desk_json.h"
#include "ctl/desk_run.h"
#include "ctl/terminal.h"
#include "desk/approver.h"
#include "desk/directory.h"
#include "desk/document_reader.h"
#include "desk/handler.h"
#include "desk/registrar.h"
#include "desk/session.h"
#include "desk/signer.h"

#include <QJsonArray>
#include <QJsonObject>

namespace diakinisi::ctl {

namespace {

using namespace domain;

/// Runs an act on the document of the first word and tells what became of it.
Exit actOn(DeskRun& run, const std::function<Done(const DocumentId&)>& act)
{
    const auto document = run.document();
    if (!document)
        return reportAny(run.context(), document.error());
    const Done done = act(*document);
    return done ? run.finish(*document) : reportAny(run.context(), done.error());
}

template <class T>
Done doneOf(const Result<T>& result)
{
    return result ? Done{} : fail(result.error());
}

Exit assign(DeskRun& run)
{
    const auto purpose = fromWord<Purpose>(run.has("for") ? run.value("for") : QStringLiteral("action"));
    if (!purpose || !run.has("to"))
        return reportUsage(run.context(),
                           QStringLiteral("--to UNIT|PERSON is needed; --for action|information|opinion"));
    const auto target = run.target(run.value("to"));
    if (!target)
        return reportAny(run.context(), target.error());
    const desk::FormCharge charge{target->unit, target->person, *purpose, run.value("note"), run.value("due")};
    return actOn(run, [&](const DocumentId& document) {
        run.desk().directory().noteChosen(*target);
        return doneOf(run.desk().handler().charge(document, charge));
    });
}

/// The charge that concerns whoever sits here.
Result<ChargeId> ownCharge(DeskRun& run, const DocumentId& document)
{
    const auto view = run.desk().reader().read(document);
    if (!view)
        return fail(view.error());
    const auto person = run.desk().session().person();
    const Charge* charge =
        person ? chargeFor(view->document, *run.desk().directory().organisation(), *person) : nullptr;
    if (!charge)
        return fail(ErrorCode::NotFound, QStringLiteral("charge"));
    return charge->id;
}

Exit onCharge(DeskRun& run, const std::function<Result<CommandId>(const DocumentId&, const ChargeId&)>& act)
{
    return actOn(run, [&](const DocumentId& document) -> Done {
        const auto charge = ownCharge(run, document);
        return charge ? doneOf(act(document, *charge)) : fail(charge.error());
    });
}

Exit complete(DeskRun& run)
{
    std::optional<DocumentId> answer;
    if (run.has("answer")) {
        const auto found = run.document(run.value("answer"));
        if (!found)
            return reportAny(run.context(), found.error());
        answer = *found;
    }
    return onCharge(run, [&](const DocumentId& document, const ChargeId& charge) {
        return run.desk().handler().complete(document, charge, run.value("reason"), answer);
    });
}

/// "a,b" : a approves, then b approves and signs; "a:approve", "b:sign" say it one by one.
Result<std::vector<desk::ChainStep>> chainOf(DeskRun& run)
{
    const QStringList words = run.value("route").split(u',', Qt::SkipEmptyParts);
    std::vector<desk::ChainStep> chain;
    int stage = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString kind = words[i].section(u':', 1);
        const auto person = run.person(words[i].section(u':', 0, 0));
        if (!person)
            return fail(person.error());
        const bool last = i + 1 == words.size();
        if (kind.isEmpty() || kind == u"approve")
            chain.push_back({*person, StepKind::Approve, stage++});
        if (kind == u"sign" || (kind.isEmpty() && last))
            chain.push_back({*person, StepKind::Sign, stage++});
    }
    if (chain.empty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("route"));
    return chain;
}

Exit submit(DeskRun& run)
{
    const auto chain = chainOf(run);
    if (!chain)
        return reportAny(run.context(), chain.error());
    return actOn(run, [&](const DocumentId& document) { return run.desk().approver().submit(document, *chain); });
}

QJsonObject outcomeJson(const desk::SigningOutcome& outcome)
{
    QJsonObject json{{QStringLiteral("document"), outcome.document.toString()},
                     {QStringLiteral("signed"), outcome.isSigned},
                     {QStringLiteral("number"), outcome.number ? QJsonValue(outcome.number->number) : QJsonValue()},
                     {QStringLiteral("year"), outcome.number ? QJsonValue(outcome.number->year) : QJsonValue()}};
    if (outcome.problem)
        json.insert(QStringLiteral("problem"), problemJson(*outcome.problem));
    if (outcome.owed)
        json.insert(QStringLiteral("owed"), problemJson(*outcome.owed));
    return json;
}

Result<std::vector<desk::SigningOutcome>> signAll(DeskRun& run, const QVector<DocumentId>& documents, const Secret& pin,
                                                  std::shared_ptr<const Secret> signaturePin)
{
    desk::KeyChoice choice;
    choice.uri = run.value("key");
    if (choice.uri.startsWith(u"p12:")) {
        const auto key = run.desk().signer().addKeyFile(choice.uri.sliced(4), pin);
        if (!key)
            return fail(key.error());
        choice = *key;
    }
    // The files to be signed are asked for first: the plan asks for what is not here.
    run.waitUntil([&] {
        const auto plan = run.desk().signer().plan(documents);
        return plan && std::ranges::none_of(plan->items, [](const desk::SigningItem& item) {
                   return item.problem && item.problem->code == ErrorCode::FilesNotArrived;
               });
    });
    Progress progress;
    desk::SigningWishes wishes;
    wishes.signaturePin = std::move(signaturePin);
    return run.desk().signer().sign(documents, choice, pin, wishes, progress, {});
}

/// At a reader with keys of its own, and where the system asks, nothing is asked here.
Result<Secret> pinFor(DeskRun& run)
{
    if (run.has("pin-file"))
        return readSecretFile(run.value("pin-file"));
    if (!run.value("key").startsWith(u"p12:"))
        if (const auto keys = run.desk().signer().keys())
            for (const desk::KeyChoice& key : *keys)
                if (key.uri == run.value("key") && key.pinEntry != desk::PinEntry::Typed)
                    return Secret();
    return askSecret(QStringLiteral("PIN: "));
}

/// None where the token has only the one PIN.
Result<std::shared_ptr<const Secret>> signaturePinFor(DeskRun& run)
{
    if (!run.has("signature-pin-file"))
        return std::shared_ptr<const Secret>();
    auto secret = readSecretFile(run.value("signature-pin-file"));
    if (!secret)
        return fail(secret.error());
    return std::make_shared<const Secret>(std::move(*secret));
}

Exit sign(DeskRun& run)
{
    QVector<DocumentId> documents;
    for (const QString& word : run.rest()) {
        const auto document = run.document(word);
        if (!document)
            return reportAny(run.context(), document.error());
        documents.push_back(*document);
    }
    if (documents.isEmpty() || !run.has("key"))
        return reportUsage(run.context(), QStringLiteral("give DOC... and --key p12:FILE|pkcs11:URI"));
    const auto pin = pinFor(run);
    if (!pin)
        return reportAny(run.context(), pin.error());
    const auto signaturePin = signaturePinFor(run);
    if (!signaturePin)
        return reportAny(run.context(), signaturePin.error());
    run.waitSynced();
    const auto outcomes = signAll(run, documents, *pin, *signaturePin);
    if (!outcomes)
        return reportAny(run.context(), outcomes.error());
    QJsonArray json;
    bool all = true;
    for (const desk::SigningOutcome& outcome : *outcomes) {
        run.waitSettled(outcome.document);
        json += outcomeJson(outcome);
        all = all && outcome.isSigned;
        if (outcome.problem)
            run.context().messages << "diakinisictl: " << outcome.document.toString() << ": "
                                   << errorLine(*outcome.problem) << '\n';
    }
    run.print(documents.size() == 1 ? json.first() : QJsonValue(json), all ? QStringLiteral("signed") : QString());
    return all ? Exit::Done : Exit::No;
}

/// An act that needs nothing but the document and perhaps a reason.
Command plain(const char* name, const QString& what, const std::function<Done(DeskRun&, const DocumentId&)>& act,
              bool reason = false)
{
    const QString word = QString::fromLatin1(name);
    return deskCommand(name,
                       QStringLiteral("desk ... %1 DOC%2\n  %3\n  example: desk --profile ~/desk %1 123/2026%2")
                           .arg(word, reason ? QStringLiteral(" --reason T") : QString(), what),
                       reason ? QStringList{QStringLiteral("reason")} : QStringList(), {}, [act](DeskRun& run) {
                           return actOn(run, [&](const DocumentId& document) { return act(run, document); });
                       });
}

std::vector<Command> routeCommands()
{
    return {
        plain("approve", QStringLiteral("your step of the chain"),
              [](DeskRun& run, const DocumentId& document) { return doneOf(run.desk().approver().approve(document)); }),
        plain(
            "object", QStringLiteral("approves with a written objection, which stays visible"),
            [](DeskRun& run, const DocumentId& document) {
                return doneOf(run.desk().approver().approveWithObjection(document, run.value("reason")));
            },
            true),
        plain(
            "send-back", QStringLiteral("to the author, with the reason"),
            [](DeskRun& run, const DocumentId& document) {
                return doneOf(run.desk().approver().sendBack(document, run.value("reason")));
            },
            true),
        plain("withdraw", QStringLiteral("by the author, until the next one has acted"),
              [](DeskRun& run, const DocumentId& document) { return run.desk().approver().withdraw(document); }),
        plain(
            "cancel", QStringLiteral("the number; it stays in the book with the reason"),
            [](DeskRun& run, const DocumentId& document) {
                return run.desk().registrar().cancelNumber(document, run.value("reason"));
            },
            true)};
}

} // namespace

std::vector<Command> deskActCommands()
{
    std::vector<Command> commands{
        deskCommand(
            "assign",
            QStringLiteral("desk ... assign DOC --to UNIT|PERSON [--for action|information|opinion] "
                           "[--due YYYY-MM-DD] [--note T]\n  example: desk --profile ~/desk assign 123/2026 --to ΔΟΙΚ"),
            {QStringLiteral("to"), QStringLiteral("for"), QStringLiteral("due"), QStringLiteral("note")}, {}, assign),
        deskCommand("accept", QStringLiteral("desk ... accept DOC\n  takes over what was charged to you or your unit"),
                    {}, {},
                    [](DeskRun& run) {
                        return onCharge(run, [&](const DocumentId& document, const ChargeId& charge) {
                            return run.desk().handler().takeOver(document, charge);
                        });
                    }),
        deskCommand("return", QStringLiteral("desk ... return DOC --reason T"), {QStringLiteral("reason")}, {},
                    [](DeskRun& run) {
                        return onCharge(run, [&](const DocumentId& document, const ChargeId& charge) {
                            return run.desk().handler().returnCharge(document, charge, run.value("reason"));
                        });
                    }),
        deskCommand("complete", QStringLiteral("desk ... complete DOC [--reason T] [--answer DOC]"),
                    {QStringLiteral("reason"), QStringLiteral("answer")}, {}, complete),
        deskCommand("note", QStringLiteral("desk ... note DOC --text T"), {QStringLiteral("text")}, {},
                    [](DeskRun& run) {
                        return actOn(run, [&](const DocumentId& document) {
                            return doneOf(run.desk().handler().addNote(document, run.value("text")));
                        });
                    }),
        deskCommand("submit",
                    QStringLiteral("desk ... submit DOC --route PERSON[:approve|:sign],PERSON...\n"
                                   "  each approves in turn, and the last also signs\n"
                                   "  example: desk --profile ~/desk submit 123/2026 --route head,mayor"),
                    {QStringLiteral("route")}, {}, submit),
        deskCommand(
            "sign",
            QStringLiteral("desk ... sign DOC... --key p12:FILE|pkcs11:URI [--pin-file F] [--signature-pin-file F]\n"
                           "  one PIN entry for all; the last signature of a draft takes its number first\n"
                           "  example: desk --profile ~/desk sign 123/2026 --key p12:my.p12 --pin-file my.pin"),
            {QStringLiteral("key"), QStringLiteral("pin-file"), QStringLiteral("signature-pin-file")}, {}, sign)};
    for (Command& command : routeCommands())
        commands.push_back(std::move(command));
    return commands;
}

} // namespace diakinisi::ctl
