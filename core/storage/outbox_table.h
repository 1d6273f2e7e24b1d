#pragma once
#include "domain/commands.h"
#include "storage/sqlite/connection.h"
#include "storage/views.h"

#include <QSet>

#include <vector>

namespace diakinisi::storage {

/// A command of the outbox with what the outbox knows of it.
struct OutboxRow {
    qint64 seq = 0;
    domain::Command command;
    domain::PersonId person;
    Instant notBefore;
    bool fits = true;
};

/// Why a command stands in the attention list.
struct Refusal {
    domain::CommandId root; ///< the command whose refusal led to it
    Error reason;
};

/// The tables outbox, outbox_after, outbox_file and journal. Within a transaction.
class OutboxTable
{
public:
    explicit OutboxTable(Connection& connection) : m_connection(connection) {}

    /// Files that the command names and that are here become pending uploads.
    Done add(const domain::Command& command, const domain::PersonId& person, Instant notBefore);
    /// The canonical bytes of a command with this id, waiting or refused.
    Result<std::optional<QByteArray>> bytesOf(const domain::CommandId& id);

    Result<std::vector<OutboxRow>> ofDocument(const domain::DocumentId& document);
    Result<std::vector<OutboxRow>> ofGroup(const domain::GroupId& group);
    Result<std::optional<OutboxRow>> waiting(const domain::CommandId& id);
    Result<std::vector<OutboxRow>> dependents(const domain::CommandId& id);
    /// Of one person, in order of entry.
    Result<std::vector<OutboxRow>> ofPerson(const domain::PersonId& person, int limit, qint64 behindSeq);
    Result<std::vector<domain::DocumentId>> documents();
    Result<qint64> waitingCount();

    Done setFits(qint64 seq, bool fits);
    Done holdBack(const domain::CommandId& id, Instant until);
    /// The server has it; its files stay to be uploaded.
    Done removeApplied(const domain::CommandId& id);
    /// It never happened: files that nothing else names need no upload any more.
    Done removeUndone(const domain::CommandId& id);
    Done refuse(const domain::CommandId& id, const Refusal& refusal);
    /// Refused commands that hang on this root, itself included, in order of entry.
    Result<std::vector<OutboxRow>> refusedWith(const domain::CommandId& root);
    /// Into the journal.
    Done dismiss(const domain::CommandId& id, Instant at);

private:
    template <class... Values>
    Result<std::vector<OutboxRow>> rows(const QByteArray& where, const Values&... values);
    Done releaseFiles(const domain::CommandId& id);

    Connection& m_connection;
};

/// The files that a command brings.
std::vector<domain::FileRef> filesOf(const domain::Command& command);

} // namespace diakinisi::storage
