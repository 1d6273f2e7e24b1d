#include "desk/desk_acts.h"

#include "desk/row_maker.h"

namespace diakinisi::desk {

using namespace domain;

namespace {

template <class Body>
Body bodyOf(const RegistrationForm& form, std::vector<NewItem> items)
{
    Body body;
    body.identity = form.identity;
    body.particulars = form.particulars;
    body.contacts = form.contacts;
    body.items = std::move(items);
    body.access = form.access;
    return body;
}

RegistrationConcern missing(const QString& field)
{
    return {RegistrationConcern::Kind::MissingField, field, std::nullopt};
}

bool isDate(const QString& text)
{
    return text.isEmpty() || QDate::fromString(text, Qt::ISODate).toString(Qt::ISODate) == text;
}

void lookAtFields(const RegistrationForm& form, const Organisation& organisation,
                  std::vector<RegistrationConcern>& concerns)
{
    const auto blank = [](const Party& party) {
        return party.kind != PartyKind::Anonymous && party.name.trimmed().isEmpty();
    };
    if (form.particulars.subject.trimmed().isEmpty())
        concerns.push_back(missing(QStringLiteral("subject")));
    if (form.particulars.parties.empty() || std::ranges::any_of(form.particulars.parties, blank))
        concerns.push_back(missing(QStringLiteral("parties")));
    if (!organisation.unit(form.identity.unit))
        concerns.push_back(missing(QStringLiteral("unit")));
    if (form.identity.itemCount < 1)
        concerns.push_back(missing(QStringLiteral("item-count")));
    if (!isDate(form.particulars.theirDate))
        concerns.push_back({RegistrationConcern::Kind::InvalidField, QStringLiteral("their-date"), std::nullopt});
    for (const FormCharge& charge : form.charges)
        if (!isDate(charge.dueDate))
            concerns.push_back({RegistrationConcern::Kind::InvalidField, QStringLiteral("due-date"), std::nullopt});
}

/// What a form must hold before it may become a command at all.
Done complete(const RegistrationForm& form, const Organisation& organisation)
{
    std::vector<RegistrationConcern> concerns;
    lookAtFields(form, organisation, concerns);
    for (const RegistrationConcern& concern : concerns)
        if (concern.blocks())
            return fail(concern.kind == RegistrationConcern::Kind::MissingField ? ErrorCode::FieldMissing
                                                                                : ErrorCode::FieldInvalid,
                        concern.field);
    return {};
}

/// Whose unit a document for signature goes to.
UnitId signingUnit(const RegistrationForm& form)
{
    for (const FormCharge& charge : form.charges)
        if (charge.unit)
            return *charge.unit;
    return form.identity.unit;
}

} // namespace

ChargeTo chargeOf(const FormCharge& charge, IdSource& ids)
{
    return {ids.make<ChargeId>(), charge.unit, charge.person, charge.purpose, charge.note, charge.dueDate};
}

Result<std::vector<RegistrationConcern>> DeskRegistrar::check(const RegistrationForm& form)
{
    const auto organisation = m_parts.organisation();
    std::vector<RegistrationConcern> concerns;
    lookAtFields(form, *organisation, concerns);
    if (form.files.empty())
        concerns.push_back({RegistrationConcern::Kind::NoFile, {}, std::nullopt});
    if (form.forSignature && !organisation->headOf(signingUnit(form)))
        concerns.push_back({RegistrationConcern::Kind::UnitHasNoHead, QStringLiteral("unit"), std::nullopt});
    auto twin = twinOf(form);
    if (!twin)
        return fail(twin.error());
    if (*twin)
        concerns.push_back({RegistrationConcern::Kind::LooksLikeDuplicate, {}, std::move(*twin)});
    return concerns;
}

Result<std::optional<DocumentRow>> DeskRegistrar::twinOf(const RegistrationForm& form)
{
    std::vector<Sha256> files;
    for (const FormFile& file : form.files)
        files.push_back(file.file.digest);
    auto twins = m_parts.store->views().twins(form.particulars, files, 1);
    for (const FormFile& file : form.files) {
        if (!twins || !twins->empty() || file.mark.isEmpty())
            continue;
        if (const auto same = m_marks.like({QByteArray::fromBase64(file.mark.toLatin1())}))
            twins = m_parts.store->views().rows({*same}); // empty when it is not on this desk any more
    }
    if (!twins)
        return fail(twins.error());
    if (twins->empty())
        return std::optional<DocumentRow>();
    return std::optional(RowMaker(m_parts.organisation(), m_parts.clock.now()).row(twins->front()));
}

/// Only for a warning: that it cannot be written stops no registration.
void DeskRegistrar::noteMarks(const DocumentId& document, const RegistrationForm& form)
{
    for (const FormFile& file : form.files)
        if (!file.mark.isEmpty())
            (void)m_marks.note(document, {QByteArray::fromBase64(file.mark.toLatin1())});
}

std::vector<NewItem> DeskRegistrar::itemsOf(const RegistrationForm& form)
{
    std::vector<NewItem> items;
    for (const FormFile& file : form.files)
        items.push_back({m_parts.ids.make<ItemId>(), m_parts.ids.make<VersionId>(), file.role, file.title, file.file});
    return items;
}

Result<CommandBody> DeskRegistrar::submissionOf(const RegistrationForm& form, const NewItem& main)
{
    const Person* head = m_parts.organisation()->headOf(signingUnit(form));
    if (!head)
        return fail(ErrorCode::PersonUnknown, QStringLiteral("head"));
    Submit submit;
    submit.version = main.version;
    submit.steps = {{m_parts.ids.make<StepId>(), head->id, StepKind::Approve, 0},
                    {m_parts.ids.make<StepId>(), head->id, StepKind::Sign, 1}};
    return submit;
}

std::pair<std::vector<Command>, bool> DeskRegistrar::findingsOf(const DocumentId& document,
                                                                const std::vector<NewItem>& items)
{
    std::vector<Command> commands;
    bool someOwed = false;
    for (const NewItem& item : items) {
        if (item.file.mediaType != u"application/pdf")
            continue;
        const auto known = m_findings.known(item.file.digest);
        someOwed = someOwed || !known;
        if (known && !known->signatures.empty())
            commands.push_back(m_parts.command(document, RecordFinding{*known}));
    }
    return {std::move(commands), someOwed};
}

Result<RegistrationOutcome> DeskRegistrar::registerDocument(const RegistrationForm& form)
{
    if (const Done good = complete(form, *m_parts.organisation()); !good)
        return fail(good.error());
    const DocumentId document = m_parts.ids.make<DocumentId>();
    const auto group = m_parts.ids.make<GroupId>();
    std::vector<NewItem> items = itemsOf(form);
    const auto main = std::ranges::find(items, ItemRole::Main, &NewItem::role);
    std::optional<CommandBody> submission;
    if (form.forSignature) {
        if (main == items.end())
            return fail(ErrorCode::FieldMissing, QStringLiteral("items"));
        auto made = submissionOf(form, *main);
        if (!made)
            return fail(made.error());
        submission = std::move(*made);
    }
    auto [findings, someOwed] = findingsOf(document, items);
    std::vector<Command> commands{m_parts.command(document, bodyOf<Register>(form, std::move(items)))};
    for (const FormCharge& charge : form.charges)
        commands.push_back(m_parts.command(document, chargeOf(charge, m_parts.ids)));
    if (!form.note.trimmed().isEmpty())
        commands.push_back(m_parts.command(document, AddNote{form.note}));
    for (Command& command : commands)
        command.group = group;
    // Outside the group: it needs the files at the server, and the number shall not wait for them.
    if (submission)
        commands.push_back(m_parts.command(document, std::move(*submission)));
    std::ranges::move(findings, std::back_inserter(commands)); // outside it too: they hold up no number
    for (std::size_t i = 1; i < commands.size(); ++i)
        commands[i].after = {commands.front().id};
    if (someOwed)
        if (const Done noted = m_findings.owe(document); !noted)
            return fail(noted.error());
    if (const Done sent = m_parts.send(commands); !sent)
        return fail(sent.error());
    noteMarks(document, form);
    if (someOwed)
        m_parts.findingsOwed();
    return outcome(document);
}

Result<DocumentId> DeskRegistrar::startDraft(const RegistrationForm& form)
{
    if (const Done good = complete(form, *m_parts.organisation()); !good)
        return fail(good.error());
    const DocumentId document = m_parts.ids.make<DocumentId>();
    std::vector<Command> commands{m_parts.command(document, bodyOf<StartDraft>(form, itemsOf(form)))};
    if (!form.note.trimmed().isEmpty()) {
        commands.push_back(m_parts.command(document, AddNote{form.note}));
        commands.back().after = {commands.front().id};
    }
    if (const Done sent = m_parts.send(commands); !sent)
        return fail(sent.error());
    return document;
}

Done DeskRegistrar::correct(const DocumentId& document, const QString& field, const QString& value,
                            const QString& reason)
{
    return m_parts.act(document, CorrectIdentity{field, value, reason}).map([](const CommandId&) {});
}

Done DeskRegistrar::cancelNumber(const DocumentId& document, const QString& reason)
{
    return m_parts.act(document, CancelNumber{reason}).map([](const CommandId&) {});
}

Done DeskRegistrar::addFile(const DocumentId& document, std::optional<ItemId> item, const FormFile& file)
{
    const NewItem made{item.value_or(m_parts.ids.make<ItemId>()), m_parts.ids.make<VersionId>(), file.role, file.title,
                       file.file};
    if (const Done noted = m_findings.owe(document); !noted)
        return noted;
    const Done added = m_parts.act(document, AddFile{made}).map([](const CommandId&) {});
    m_parts.findingsOwed();
    return added;
}

Result<RegistrationOutcome> DeskRegistrar::outcome(const DocumentId& document)
{
    const auto state = m_parts.store->views().document(document);
    if (!state)
        return fail(state.error());
    const Registration& registration = state->document.registration;
    return RegistrationOutcome{document, registration.state, registration.number};
}

} // namespace diakinisi::desk
