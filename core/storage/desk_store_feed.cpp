#include "storage/desk_store_parts.h"
#include "storage/profile.h"
#include "storage/sqlite/rows.h"
#include "wire/cursor.h"

namespace diakinisi::storage {

namespace {

/// Where an item of a page stands; the page's cursor says in which epoch.
Result<qint64> epochOf(Connection& connection, const wire::FeedPage& page)
{
    if (const auto cursor = wire::cursorFromText(page.cursor))
        return cursor->epoch;
    return profile::number(connection, profile::epoch, 1);
}

Done takeItem(Fold& fold, const wire::FeedItem& item, qint64 epoch)
{
    switch (item.type) {
    case wire::FeedItemType::Event:
        return item.record ? fold.takeEvent(*item.record)
                           : Done(fail(ErrorCode::MalformedInput, QStringLiteral("record")));
    case wire::FeedItemType::DocumentAppeared:
        if (!item.snapshot || !item.snapshot->exists())
            return fail(ErrorCode::MalformedInput, QStringLiteral("snapshot"));
        return fold.takeSnapshot(*item.snapshot, {epoch, item.position});
    case wire::FeedItemType::DocumentWithdrawn:
        if (!item.document)
            return fail(ErrorCode::MalformedInput, QStringLiteral("document"));
        return fold.withdraw(*item.document);
    }
    return {};
}

/// The feed has been read again to its end after a rewinding: what did not come again, and of which nothing is to be
/// handed back, was withdrawn meanwhile.
Done endResync(Connection& connection, Fold& fold)
{
    const auto resyncing = profile::number(connection, profile::resyncing);
    if (!resyncing)
        return fail(resyncing.error());
    if (*resyncing == 0)
        return {};
    const auto gone =
        allRows(connection,
                "SELECT d.id FROM document_state s JOIN document d ON d.row = s.row WHERE s.stale AND NOT "
                "EXISTS (SELECT 1 FROM event e WHERE e.document = d.id AND e.handback)",
                [](const Statement& s) { return s.id<domain::DocumentId>(0); });
    if (!gone)
        return fail(gone.error());
    for (const domain::DocumentId& id : *gone)
        if (!fold.hasComeAgain(id))
            if (auto ok = fold.withdraw(id); !ok)
                return ok;
    return profile::setNumber(connection, profile::resyncing, 0);
}

} // namespace

Result<QString> DeskStore::cursor()
{
    auto connection = m_parts->pool->borrow();
    if (!connection)
        return fail(connection.error());
    const auto text = profile::value(**connection, profile::cursor);
    if (!text)
        return fail(text.error());
    return QString::fromUtf8(text->value_or(QByteArray()));
}

Done DeskStore::take(const wire::FeedPage& page)
{
    const auto work = [&page](Connection& connection, Fold& fold, StoreNews&) -> Done {
        const auto epoch = epochOf(connection, page);
        if (!epoch)
            return fail(epoch.error());
        for (const wire::FeedItem& item : page.items)
            if (auto ok = takeItem(fold, item, *epoch); !ok)
                return ok;
        if (!page.more)
            if (auto ok = endResync(connection, fold); !ok)
                return ok;
        return profile::setValue(connection, profile::cursor, page.cursor.toUtf8());
    };
    if (auto ok = m_parts->change(work); !ok)
        return ok;
    return m_parts->files->sweep();
}

Done DeskStore::rewind(qint64 newEpoch)
{
    return m_parts->change([newEpoch](Connection& connection, Fold&, StoreNews&) -> Done {
        const auto epoch = profile::number(connection, profile::epoch, 1);
        if (!epoch)
            return fail(epoch.error());
        const auto cursor = profile::value(connection, profile::cursor);
        if (!cursor)
            return fail(cursor.error());
        // A server put back from a plain copy of its files has the same epoch: only what it holds tells that it is
        // older.
        if (newEpoch < *epoch || (newEpoch == *epoch && !*cursor))
            return {}; // told twice
        if (auto ok = EventTable(connection).markAllForHandback(); !ok)
            return ok;
        if (auto ok =
                connection.run("UPDATE document_state SET stale = 1 WHERE base IS NOT NULL OR confirmed IS NOT NULL");
            !ok)
            return ok;
        for (const QLatin1StringView key : {profile::cursor, profile::directoryPosition})
            if (auto ok = profile::remove(connection, key); !ok)
                return ok;
        if (auto ok = profile::setNumber(connection, profile::resyncing, 1); !ok)
            return ok;
        return profile::setNumber(connection, profile::epoch, newEpoch);
    });
}

Done DeskStore::takeHistory(const domain::DocumentId& document, const std::vector<ledger::Record>& records)
{
    return m_parts->change([&](Connection&, Fold& fold, StoreNews&) -> Done {
        for (const ledger::Record& record : records) {
            if (record.envelope.document != document)
                return fail(ErrorCode::MalformedInput, record.envelope.id.toString());
            if (auto ok = fold.takeEvent(record); !ok)
                return ok;
        }
        fold.touch(document);
        return {};
    });
}

Result<std::vector<ledger::Record>> DeskStore::handback(int limit)
{
    auto connection = m_parts->pool->borrow();
    if (!connection)
        return fail(connection.error());
    return EventTable(**connection).handback(limit);
}

Done DeskStore::noteClockOffset(qint64 milliseconds, Instant measuredAt)
{
    return m_parts->writer->write([&](Connection& connection) -> Done {
        if (auto ok = profile::setNumber(connection, profile::clockOffset, milliseconds); !ok)
            return ok;
        return profile::setNumber(connection, profile::clockMeasured, measuredAt.milliseconds);
    });
}

Result<std::optional<std::pair<qint64, Instant>>> DeskStore::clockOffset()
{
    auto connection = m_parts->pool->borrow();
    if (!connection)
        return fail(connection.error());
    const auto offset = profile::value(**connection, profile::clockOffset);
    const auto measured = profile::number(**connection, profile::clockMeasured);
    if (!offset || !measured)
        return fail(!offset ? offset.error() : measured.error());
    if (!*offset)
        return std::nullopt;
    return std::pair((*offset)->toLongLong(), Instant{*measured});
}

} // namespace diakinisi::storage
