#include "storage/desk_store_parts.h"
#include "storage/fold_waiting.h"
#include "storage/json_blob.h"
#include "storage/note_party.h"
#include "storage/sqlite/rows.h"

namespace diakinisi::storage {

namespace {

/// One act after another into the outbox.
class Enqueuing
{
public:
    Enqueuing(Connection& connection, Fold& fold, const domain::PersonId& person, Instant notBefore,
              const domain::Organisation& organisation)
        : m_connection(connection),
          m_fold(fold),
          m_outbox(connection),
          m_documents(connection),
          m_person(person),
          m_notBefore(notBefore),
          m_organisation(organisation)
    {
    }

    Done add(domain::Command command)
    {
        const auto known = m_outbox.bytesOf(command.id);
        if (!known)
            return fail(known.error());
        if (*known)
            return sameAgain(command, **known);
        if (auto ok = needsItsBeginning(command); !ok)
            return ok;
        if (auto ok = needsNoRefused(command); !ok)
            return ok;
        if (command.document == domain::organisationDocument())
            if (const auto events = decideHere({}, command, m_person, m_organisation); !events)
                return fail(events.error());
        if (auto ok = m_outbox.add(command, m_person, m_notBefore); !ok)
            return ok;
        m_fold.touch(command.document);
        return noteParties(command);
    }

private:
    Done sameAgain(const domain::Command& command, const QByteArray& known)
    {
        const auto bytes = toBlob(command);
        if (!bytes)
            return fail(bytes.error());
        if (*bytes != known)
            return fail(ErrorCode::IdReused, command.id.toString());
        return {};
    }

    /// What is done to a document that itself still waits depends on the command that begins it.
    Done needsItsBeginning(domain::Command& command)
    {
        if (command.document == domain::organisationDocument())
            return {};
        const auto state = m_documents.confirmed(command.document);
        const auto waiting = m_outbox.ofDocument(command.document);
        if (!state || !waiting)
            return fail(!state ? state.error() : waiting.error());
        if (state->document.exists() || waiting->empty())
            return {};
        const domain::Command& beginning = waiting->front().command;
        const bool sameGroup = command.group && command.group == beginning.group;
        if (!sameGroup && std::find(command.after.begin(), command.after.end(), beginning.id) == command.after.end())
            command.after.push_back(beginning.id);
        return {};
    }

    Done needsNoRefused(const domain::Command& command)
    {
        for (const domain::CommandId& needed : command.after) {
            const auto refused = oneInteger(m_connection, "SELECT state FROM outbox WHERE id = ?", 0, needed);
            if (!refused)
                return fail(refused.error());
            if (*refused != 0)
                return fail(ErrorCode::DependencyRefused, needed.toString());
        }
        return {};
    }

    Done noteParties(const domain::Command& command)
    {
        return std::visit(
            [&](const auto& body) -> Done {
                if constexpr (requires { body.particulars.parties; })
                    for (const domain::Party& party : body.particulars.parties)
                        if (auto ok = noteParty(m_connection, party, command.at); !ok)
                            return ok;
                return {};
            },
            command.body);
    }

    Connection& m_connection;
    Fold& m_fold;
    OutboxTable m_outbox;
    DocumentTable m_documents;
    const domain::PersonId& m_person;
    Instant m_notBefore;
    const domain::Organisation& m_organisation;
};

/// The first command for which there is no room, by its own reason before one that another's refusal gave it.
Done allFit(const Fold& fold, const std::vector<domain::Command>& commands)
{
    const Error* found = nullptr;
    for (const domain::Command& command : commands) {
        const auto refusal = fold.refusals().constFind(command.id);
        if (refusal == fold.refusals().constEnd())
            continue;
        const bool derived = refusal->code == ErrorCode::GroupRefused || refusal->code == ErrorCode::DependencyRefused;
        if (!derived)
            return fail(*refusal);
        if (!found)
            found = &*refusal;
    }
    return found ? fail(*found) : Done();
}

} // namespace

Done DeskStore::enqueue(const domain::PersonId& person, const std::vector<domain::Command>& commands, Instant notBefore)
{
    if (person.isNull() || person != m_parts->personNow())
        return fail(ErrorCode::NotPermitted, {}, QStringLiteral("the profile belongs to another person"));
    const auto organisation = m_parts->organisationNow();
    const auto work = [&](Connection& connection, Fold& fold, StoreNews&) -> Done {
        Enqueuing enqueuing(connection, fold, person, notBefore, *organisation);
        for (const domain::Command& command : commands)
            if (auto ok = enqueuing.add(command); !ok)
                return ok;
        return {};
    };
    return m_parts->change(work, [&commands](const Fold& fold) { return allFit(fold, commands); });
}

Done DeskStore::undo(const domain::CommandId& command)
{
    const auto work = [&](Connection& connection, Fold& fold, StoreNews&) -> Done {
        OutboxTable outbox(connection);
        const auto found = outbox.waiting(command);
        if (!found)
            return fail(found.error());
        if (!*found)
            return fail(ErrorCode::StateChanged, command.toString());
        auto rows = (*found)->command.group ? outbox.ofGroup(*(*found)->command.group)
                                            : Result<std::vector<OutboxRow>>({std::move(**found)});
        if (!rows)
            return fail(rows.error());
        QSet<domain::CommandId> going;
        for (const OutboxRow& row : *rows)
            going.insert(row.command.id);
        for (const OutboxRow& row : *rows) {
            if (row.seq <= m_parts->lastOfEarlierRun || m_parts->handedOut.contains(row.command.id))
                return fail(ErrorCode::StateChanged, command.toString());
            const auto behind = outbox.dependents(row.command.id);
            if (!behind)
                return fail(behind.error());
            for (const OutboxRow& other : *behind)
                if (!going.contains(other.command.id))
                    return fail(ErrorCode::StateChanged, other.command.id.toString());
            if (auto ok = outbox.removeUndone(row.command.id); !ok)
                return ok;
            fold.touch(row.command.document);
        }
        return {};
    };
    return m_parts->change(work);
}

Done DeskStore::tryAgain(const domain::CommandId& command)
{
    std::vector<domain::Command> again;
    const auto work = [&](Connection& connection, Fold& fold, StoreNews& news) -> Done {
        OutboxTable outbox(connection);
        const auto rows = outbox.refusedWith(command);
        if (!rows)
            return fail(rows.error());
        if (rows->empty())
            return fail(ErrorCode::NotFound, command.toString());
        QHash<domain::CommandId, domain::CommandId> ids;
        QHash<domain::GroupId, domain::GroupId> groups;
        for (const OutboxRow& row : *rows) {
            ids.insert(row.command.id, m_parts->ids.make<domain::CommandId>());
            if (row.command.group && !groups.contains(*row.command.group))
                groups.insert(*row.command.group, m_parts->ids.make<domain::GroupId>());
        }
        for (const OutboxRow& row : *rows) {
            domain::Command fresh = row.command;
            fresh.id = ids.value(fresh.id);
            fresh.at = m_parts->clock.now();
            for (domain::CommandId& needed : fresh.after)
                needed = ids.value(needed, needed);
            if (fresh.group)
                fresh.group = groups.value(*fresh.group);
            if (auto ok = outbox.removeUndone(row.command.id); !ok)
                return ok;
            if (auto ok = outbox.add(fresh, row.person, {}); !ok)
                return ok;
            fold.touch(fresh.document);
            again.push_back(std::move(fresh));
        }
        news.attention = true;
        return {};
    };
    return m_parts->change(work, [&again](const Fold& fold) { return allFit(fold, again); });
}

Done DeskStore::dismiss(const domain::CommandId& command)
{
    return m_parts->change([&](Connection& connection, Fold&, StoreNews& news) -> Done {
        OutboxTable outbox(connection);
        const auto rows = outbox.refusedWith(command);
        if (!rows)
            return fail(rows.error());
        if (rows->empty())
            return fail(ErrorCode::NotFound, command.toString());
        for (const OutboxRow& row : *rows)
            if (auto ok = outbox.dismiss(row.command.id, m_parts->clock.now()); !ok)
                return ok;
        news.attention = true;
        return {};
    });
}

Done DeskStore::markRead(const domain::DocumentId& document, bool read)
{
    const auto changed = m_parts->writer->write([&](Connection& connection) -> Result<bool> {
        if (auto ok = connection.run("UPDATE document SET unread = ?1 WHERE id = ?2 AND unread <> ?1", !read, document);
            !ok)
            return fail(ok.error());
        return connection.changes() > 0;
    });
    if (!changed)
        return fail(changed.error());
    if (*changed)
        m_parts->tell({.documents = {document}});
    return {};
}

} // namespace diakinisi::storage
