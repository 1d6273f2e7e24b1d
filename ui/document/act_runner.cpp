#include "ui/document/act_runner.h"

#include "desk/desk.h"
#include "desk/desk_files.h"
#include "desk/directory.h"
#include "desk/document_reader.h"
#include "desk/session.h"

namespace diakinisi::ui {

namespace {

constexpr int tellSeconds = 4;

/// The open charge of this document that concerns the person at the desk.
Result<domain::ChargeId> chargeOf(desk::Desk& desk, const domain::DocumentId& document)
{
    const auto view = desk.reader().read(document);
    if (!view)
        return fail(view.error());
    const auto person = desk.session().person();
    const auto organisation = desk.directory().organisation();
    const domain::Charge* charge =
        person && organisation ? domain::chargeFor(view->document, *organisation, *person) : nullptr;
    if (!charge)
        return fail(ErrorCode::StateChanged);
    return charge->id;
}

} // namespace

ActRunner::ActRunner(desk::Desk& desk, QObject* parent) : QObject(parent), m_desk(desk) {}

void ActRunner::each(const Documents& documents, const QString& text, OneCommand act)
{
    m_jobs.run<Outcome>(
        m_desk.lanes().store,
        [documents, act = std::move(act)](std::stop_token) {
            Outcome outcome;
            for (const domain::DocumentId& document : documents) {
                auto command = act(document);
                if (command) {
                    outcome.commands.push_back(*command);
                    outcome.done.push_back(document);
                } else if (!outcome.error) {
                    outcome.error = command.error();
                }
            }
            return outcome;
        },
        [this, text](const Outcome& outcome) { tell(text, outcome); });
}

void ActRunner::eachDone(const Documents& documents, const QString& text, OneDone act)
{
    m_jobs.run<Outcome>(
        m_desk.lanes().store,
        [documents, act = std::move(act)](std::stop_token) {
            Outcome outcome;
            for (const domain::DocumentId& document : documents) {
                const Done done = act(document);
                if (done)
                    outcome.done.push_back(document);
                else if (!outcome.error)
                    outcome.error = done.error();
            }
            return outcome;
        },
        [this, text](const Outcome& outcome) { tell(text, outcome); });
}

void ActRunner::eachCharge(const Documents& documents, const QString& text, OnCharge act)
{
    each(documents, text,
         [&desk = m_desk, act = std::move(act)](const domain::DocumentId& document) -> Result<domain::CommandId> {
             const auto charge = chargeOf(desk, document);
             if (!charge)
                 return fail(charge.error());
             return act(document, *charge);
         });
}

void ActRunner::tell(const QString& text, const Outcome& outcome)
{
    if (!outcome.done.isEmpty()) {
        const int count = static_cast<int>(outcome.done.size());
        const QString whole =
            count == 1 ? text : QStringLiteral("%1: %2").arg(text, tr("%n documents", nullptr, count));
        Q_EMIT told(whole, outcome.commands, outcome.commands.empty() ? tellSeconds : desk::Handler::undoSeconds);
        Q_EMIT done(outcome.done);
    }
    if (outcome.error)
        Q_EMIT failed(*outcome.error);
}

void ActRunner::approve(const Documents& documents)
{
    each(documents, tr("Approved"),
         [&desk = m_desk](const auto& document) { return desk.approver().approve(document); });
}

void ActRunner::approveWithObjection(const Documents& documents, const QString& reason)
{
    each(documents, tr("Approved with objection"), [&desk = m_desk, reason](const auto& document) {
        return desk.approver().approveWithObjection(document, reason);
    });
}

void ActRunner::sendBack(const Documents& documents, const QString& reason)
{
    each(documents, tr("Sent back to the author"),
         [&desk = m_desk, reason](const auto& document) { return desk.approver().sendBack(document, reason); });
}

void ActRunner::withdraw(const Documents& documents)
{
    eachDone(documents, tr("Withdrawn"),
             [&desk = m_desk](const auto& document) { return desk.approver().withdraw(document); });
}

void ActRunner::submit(const domain::DocumentId& document, const std::vector<desk::ChainStep>& chain)
{
    eachDone({document}, tr("Submitted for signature"),
             [&desk = m_desk, chain](const auto& one) { return desk.approver().submit(one, chain); });
}

void ActRunner::charge(const Documents& documents, const desk::FormCharge& charge)
{
    each(documents, tr("Charged"),
         [&desk = m_desk, charge](const auto& document) { return desk.handler().charge(document, charge); });
}

void ActRunner::takeOver(const Documents& documents)
{
    eachCharge(documents, tr("Taken over"), [&desk = m_desk](const auto& document, const auto& charge) {
        return desk.handler().takeOver(document, charge);
    });
}

void ActRunner::returnCharge(const Documents& documents, const QString& reason)
{
    eachCharge(documents, tr("Charge returned"), [&desk = m_desk, reason](const auto& document, const auto& charge) {
        return desk.handler().returnCharge(document, charge, reason);
    });
}

void ActRunner::complete(const Documents& documents, const QString& reason)
{
    eachCharge(documents, tr("Completed"), [&desk = m_desk, reason](const auto& document, const auto& charge) {
        return desk.handler().complete(document, charge, reason, std::nullopt);
    });
}

void ActRunner::addNote(const Documents& documents, const QString& text)
{
    each(documents, tr("Note written"),
         [&desk = m_desk, text](const auto& document) { return desk.handler().addNote(document, text); });
}

void ActRunner::setAccess(const domain::DocumentId& document, const domain::Access& access)
{
    each({document}, tr("Access changed"),
         [&desk = m_desk, access](const auto& one) { return desk.handler().setAccess(one, access); });
}

void ActRunner::correct(const domain::DocumentId& document, const QString& field, const QString& value,
                        const QString& reason)
{
    eachDone({document}, tr("Corrected"), [&desk = m_desk, field, value, reason](const auto& one) {
        return desk.registrar().correct(one, field, value, reason);
    });
}

void ActRunner::cancelNumber(const domain::DocumentId& document, const QString& reason)
{
    eachDone({document}, tr("Number cancelled"),
             [&desk = m_desk, reason](const auto& one) { return desk.registrar().cancelNumber(one, reason); });
}

void ActRunner::addFile(const domain::DocumentId& document, std::optional<domain::ItemId> item,
                        const QStringList& paths)
{
    using Files = Result<std::vector<domain::FileRef>>;
    m_jobs.run<Files>(
        m_desk.lanes().images,
        [&files = m_desk.files(), paths](std::stop_token stop) { return files.importAll(paths, stop); },
        [this, document, item](const Files& files) {
            if (!files) {
                Q_EMIT failed(files.error());
                return;
            }
            for (const domain::FileRef& file : *files) {
                const desk::FormFile added{file, domain::ItemRole::Attachment, file.name};
                eachDone({document}, tr("File added"), [&desk = m_desk, item, added](const auto& one) {
                    return desk.registrar().addFile(one, item, added);
                });
            }
        });
}

void ActRunner::undo(const std::vector<domain::CommandId>& commands)
{
    m_jobs.run<Outcome>(
        m_desk.lanes().store,
        [&handler = m_desk.handler(), commands](std::stop_token) {
            Outcome outcome;
            for (const domain::CommandId& command : commands) {
                const Done undone = handler.undo(command);
                if (undone)
                    outcome.done.push_back(domain::DocumentId());
                else if (!outcome.error)
                    outcome.error = undone.error();
            }
            return outcome;
        },
        [this](const Outcome& outcome) { tell(tr("Undone"), outcome); });
}

} // namespace diakinisi::ui
