#include "imaging/codes.h"
#include "imaging/label_code.h"
#include "tests/fakes/fake_desk_parts.h"

#include "domain/possible.h"

#include <QFile>
#include <QFileInfo>

namespace diakinisi::fakes {

using namespace domain;

namespace {

Done doneOf(const Result<CommandId>& command)
{
    if (!command)
        return fail(command.error());
    return {};
}

} // namespace

std::vector<NewItem> FakeRegistrar::itemsOf(const desk::RegistrationForm& form)
{
    std::vector<NewItem> items;
    for (const desk::FormFile& file : form.files)
        items.push_back({m_office.newId<ItemId>(), m_office.newId<VersionId>(), file.role, file.title, file.file});
    return items;
}

Result<std::vector<desk::RegistrationConcern>> FakeRegistrar::check(const desk::RegistrationForm& form)
{
    using Kind = desk::RegistrationConcern::Kind;
    std::vector<desk::RegistrationConcern> concerns;
    if (form.particulars.subject.isEmpty())
        concerns.push_back({Kind::MissingField, QStringLiteral("subject"), {}});
    if (form.particulars.parties.empty())
        concerns.push_back({Kind::MissingField, QStringLiteral("parties"), {}});
    if (form.identity.unit.isNull())
        concerns.push_back({Kind::MissingField, QStringLiteral("unit"), {}});
    if (form.files.empty())
        concerns.push_back({Kind::NoFile, QStringLiteral("files"), {}});
    for (const DocumentId& id : m_office.all()) {
        const auto known = m_office.document(id);
        if (!form.particulars.theirNumber.isEmpty() && !form.particulars.parties.empty() &&
            known->particulars.theirNumber == form.particulars.theirNumber && !known->particulars.parties.empty() &&
            known->particulars.parties.front().name == form.particulars.parties.front().name)
            concerns.push_back({Kind::LooksLikeDuplicate, QStringLiteral("their-number"), m_office.rowOf(*known)});
    }
    return concerns;
}

Result<desk::RegistrationOutcome> FakeRegistrar::registerDocument(const desk::RegistrationForm& form)
{
    const DocumentId id = m_office.newDocument();
    const auto registered = m_office.act(
        m_office.me, id, Register{form.identity, form.particulars, form.contacts, itemsOf(form), form.access});
    if (!registered)
        return fail(registered.error());
    for (const desk::FormFile& file : form.files)
        (void)m_office.act(systemActor(), id, MarkFileArrived{file.file.digest});
    for (const desk::FormCharge& charge : form.charges) {
        const auto charged = m_office.act(m_office.me, id,
                                          ChargeTo{m_office.newId<ChargeId>(), charge.unit, charge.person,
                                                   charge.purpose, charge.note, charge.dueDate});
        if (!charged)
            return fail(charged.error());
    }
    if (!form.note.isEmpty())
        (void)m_office.act(m_office.me, id, AddNote{form.note});
    return outcome(id);
}

Result<DocumentId> FakeRegistrar::startDraft(const desk::RegistrationForm& form)
{
    const DocumentId id = m_office.newDocument();
    const auto started = m_office.act(
        m_office.me, id, StartDraft{form.identity, form.particulars, form.contacts, itemsOf(form), form.access});
    if (!started)
        return fail(started.error());
    for (const desk::FormFile& file : form.files)
        (void)m_office.act(systemActor(), id, MarkFileArrived{file.file.digest});
    return id;
}

Done FakeRegistrar::correct(const DocumentId& id, const QString& field, const QString& value, const QString& reason)
{
    return doneOf(m_office.act(m_office.me, id, CorrectIdentity{field, value, reason}));
}

Done FakeRegistrar::cancelNumber(const DocumentId& id, const QString& reason)
{
    return doneOf(m_office.act(m_office.me, id, CancelNumber{reason}));
}

Done FakeRegistrar::addFile(const DocumentId& id, std::optional<ItemId> item, const desk::FormFile& file)
{
    const NewItem added{item.value_or(m_office.newId<ItemId>()), m_office.newId<VersionId>(), file.role, file.title,
                        file.file};
    return doneOf(m_office.act(m_office.me, id, AddFile{added}));
}

Result<desk::PaperLabel> FakeRegistrar::label(const DocumentId& id)
{
    const auto document = m_office.document(id);
    if (!document || !document->registration.number)
        return fail(ErrorCode::NotFound);
    const auto& number = *document->registration.number;
    const imaging::LabelCode code{static_cast<int>(number.number), number.year, m_office.organisation.name};
    return desk::PaperLabel{m_office.organisation.name,
                            display(number),
                            document->registration.legalTime->localDate,
                            document->particulars.subject,
                            document->particulars.parties.front().name,
                            *imaging::makeCode(imaging::CodeKind::Qr, imaging::labelText(code), 8)};
}

Result<desk::RegistrationOutcome> FakeRegistrar::outcome(const DocumentId& id)
{
    const auto document = m_office.document(id);
    if (!document)
        return fail(ErrorCode::NotFound);
    return desk::RegistrationOutcome{id, document->registration.state, document->registration.number};
}

Result<CommandId> FakeHandler::charge(const DocumentId& id, const desk::FormCharge& charge)
{
    return m_office.act(
        m_office.me, id,
        ChargeTo{m_office.newId<ChargeId>(), charge.unit, charge.person, charge.purpose, charge.note, charge.dueDate});
}

Result<CommandId> FakeHandler::takeOver(const DocumentId& id, const ChargeId& charge)
{
    return m_office.act(m_office.me, id, TakeOver{charge});
}

Result<CommandId> FakeHandler::returnCharge(const DocumentId& id, const ChargeId& charge, const QString& reason)
{
    return m_office.act(m_office.me, id, ReturnCharge{charge, reason});
}

Result<CommandId> FakeHandler::complete(const DocumentId& id, const ChargeId& charge, const QString& reason,
                                        std::optional<DocumentId> answer)
{
    return m_office.act(m_office.me, id, CompleteCharge{charge, reason, answer});
}

Result<CommandId> FakeHandler::addNote(const DocumentId& id, const QString& text)
{
    return m_office.act(m_office.me, id, AddNote{text});
}

Result<CommandId> FakeHandler::setAccess(const DocumentId& id, const Access& access)
{
    return m_office.act(m_office.me, id, SetAccess{access});
}

Result<StepId> FakeHandler::stepOf(const DocumentId& id) const
{
    const auto document = m_office.document(id);
    const Step* step = document ? stepFor(*document, m_office.organisation, m_office.me, m_office.now()) : nullptr;
    if (!step)
        return fail(ErrorCode::NotYourTurn);
    return step->id;
}

Done FakeHandler::submit(const DocumentId& id, const std::vector<desk::ChainStep>& chain)
{
    const auto document = m_office.document(id);
    if (!document || !document->mainItem())
        return fail(ErrorCode::FilesNotArrived);
    Submit submit{document->mainItem()->newest().id, {}};
    for (const desk::ChainStep& step : chain)
        submit.steps.push_back({m_office.newId<StepId>(), step.person, step.kind, step.stage});
    return doneOf(m_office.act(m_office.me, id, submit));
}

Result<CommandId> FakeHandler::approve(const DocumentId& id)
{
    const auto step = stepOf(id);
    if (!step)
        return fail(step.error());
    return m_office.act(m_office.me, id, Approve{*step, m_office.document(id)->mainItem()->newest().id});
}

Result<CommandId> FakeHandler::approveWithObjection(const DocumentId& id, const QString& reason)
{
    const auto step = stepOf(id);
    if (!step)
        return fail(step.error());
    return m_office.act(m_office.me, id,
                        ApproveWithObjection{*step, m_office.document(id)->mainItem()->newest().id, reason});
}

Result<CommandId> FakeHandler::sendBack(const DocumentId& id, const QString& reason)
{
    const auto step = stepOf(id);
    if (!step)
        return fail(step.error());
    return m_office.act(m_office.me, id, SendBack{*step, reason});
}

Done FakeHandler::withdraw(const DocumentId& id)
{
    return doneOf(m_office.act(m_office.me, id, Withdraw{}));
}

} // namespace diakinisi::fakes
