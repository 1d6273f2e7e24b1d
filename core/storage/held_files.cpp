#include "storage/held_files.h"

#include "storage/sqlite/read_pool.h"
#include "storage/sqlite/rows.h"
#include "storage/writer.h"

namespace diakinisi::storage {

namespace {

constexpr qint64 usedAgainAfter = 60'000; ///< ms; not every opening is written down

const QByteArray mayGo =
    QByteArrayLiteral("here AND own = 0 AND pending = 0 AND digest NOT IN (SELECT digest FROM pin) "
                      "AND digest NOT IN (SELECT digest FROM outbox_file)");

} // namespace

HeldFiles::HeldFiles(Writer& writer, ReadPool& pool, FileStore& store, const Clock& clock, Arrived arrived,
                     Refused refused)
    : m_writer(writer),
      m_pool(pool),
      m_store(store),
      m_clock(clock),
      m_arrived(std::move(arrived)),
      m_refused(std::move(refused))
{
}

Result<domain::FileRef> HeldFiles::put(QIODevice& source, const QString& mediaType, const QString& name,
                                       std::stop_token stop)
{
    const std::shared_lock bytes(m_bytes);
    const auto stored = m_store.put(source, std::move(stop));
    if (!stored)
        return fail(stored.error());
    if (auto ok =
            m_writer.run("INSERT INTO file(digest, size, media_type, here, own, used_at) VALUES (?1, ?2, ?3, 1, 1, ?4) "
                         "ON CONFLICT(digest) DO UPDATE SET here = 1, own = max(own, here = 0), wanted = 0, "
                         "doomed = 0, size = ?2, media_type = ?3, used_at = ?4",
                         stored->digest, stored->size, mediaType, m_clock.now());
        !ok)
        return fail(ok.error());
    return domain::FileRef{stored->digest, stored->size, mediaType, name};
}

Done HeldFiles::discard(const Sha256& digest)
{
    if (auto ok =
            m_writer.run("UPDATE file SET here = 0, own = 0, pending = 0, doomed = 1 WHERE digest = ?1 AND own AND "
                         "NOT EXISTS (SELECT 1 FROM outbox_file WHERE digest = ?1) AND "
                         "NOT EXISTS (SELECT 1 FROM document_file WHERE digest = ?1)",
                         digest);
        !ok)
        return ok;
    return sweep();
}

Result<HeldFiles::State> HeldFiles::state(const Sha256& digest)
{
    auto connection = m_pool.borrow();
    if (!connection)
        return fail(connection.error());
    const auto found = firstRow(
        **connection, "SELECT here, wanted FROM file WHERE digest = ?",
        [](const Statement& s) {
            return s.boolean(0) ? State::Here : s.integer(1) > 0 ? State::Wanted : State::AtServer;
        },
        digest);
    if (!found)
        return fail(found.error());
    return found->value_or(State::AtServer);
}

Done HeldFiles::want(const Sha256& digest)
{
    return m_writer.run("INSERT INTO file(digest, size, media_type, wanted, used_at) "
                        "VALUES (?1, 0, '', (SELECT coalesce(max(wanted), 0) + 1 FROM file), ?2) "
                        "ON CONFLICT(digest) DO UPDATE SET wanted = excluded.wanted, doomed = 0 WHERE here = 0",
                        digest, m_clock.now());
}

Done HeldFiles::dropWish(const Sha256& digest)
{
    return m_writer.run("UPDATE file SET wanted = 0 WHERE digest = ?", digest);
}

Done HeldFiles::pin(const Sha256& digest, const domain::DocumentId& document)
{
    return m_writer.run("INSERT OR IGNORE INTO pin(digest, document) VALUES (?, ?)", digest, document);
}

Done HeldFiles::unpin(const Sha256& digest, const domain::DocumentId& document)
{
    return m_writer.run("DELETE FROM pin WHERE digest = ? AND document = ?", digest, document);
}

Result<qint64> HeldFiles::evict(qint64 quotaBytes)
{
    const auto held = m_writer.write([quotaBytes](Connection& connection) -> Result<qint64> {
        auto bytes = oneInteger(connection, "SELECT sum(size) FROM file WHERE here", 0);
        if (!bytes || *bytes <= quotaBytes)
            return bytes;
        const auto oldest = allRows(connection, "SELECT digest, size FROM file WHERE " + mayGo + " ORDER BY used_at",
                                    [](const Statement& s) { return std::pair(s.digest(0), s.integer(1)); });
        if (!oldest)
            return fail(oldest.error());
        for (const auto& [digest, size] : *oldest) {
            if (*bytes <= quotaBytes)
                break;
            if (auto ok = connection.run("UPDATE file SET here = 0, doomed = 1 WHERE digest = ?", digest); !ok)
                return fail(ok.error());
            *bytes -= size;
        }
        return bytes;
    });
    if (!held)
        return held;
    if (auto ok = sweep(); !ok)
        return fail(ok.error());
    return held;
}

Result<qint64> HeldFiles::heldBytes()
{
    auto connection = m_pool.borrow();
    if (!connection)
        return fail(connection.error());
    return oneInteger(**connection, "SELECT sum(size) FROM file WHERE here", 0);
}

Done HeldFiles::sweep()
{
    const std::unique_lock bytes(m_bytes); // nothing is put while bytes go
    return m_writer.write([this](Connection& connection) -> Done {
        const auto doomed =
            allRows(connection, "SELECT digest FROM file WHERE doomed", [](const Statement& s) { return s.digest(0); });
        if (!doomed)
            return fail(doomed.error());
        for (const Sha256& digest : *doomed) {
            if (auto ok = m_store.dropPartial(digest); !ok)
                return ok;
            if (auto ok = m_store.remove(digest); !ok)
                return ok;
            if (auto ok = connection.run("DELETE FROM file WHERE digest = ?", digest); !ok)
                return ok;
        }
        return {};
    });
}

Done HeldFiles::dropRestricted()
{
    if (auto ok =
            m_writer.run("UPDATE file SET here = 0, doomed = 1 WHERE digest IN (SELECT f.digest FROM document_file f "
                         "JOIN document d ON d.id = f.document WHERE d.restricted) AND " +
                         mayGo);
        !ok)
        return ok;
    return sweep();
}

Result<std::vector<sync::PendingUpload>> HeldFiles::pendingUploads(int limit)
{
    auto connection = m_pool.borrow();
    if (!connection)
        return fail(connection.error());
    auto pending = allRows(
        **connection,
        "SELECT digest, size, media_type, upload FROM file WHERE pending AND here ORDER BY used_at LIMIT ?",
        [](const Statement& s) {
            return sync::PendingUpload{s.digest(0), s.integer(1), s.text(2), s.text(3)};
        },
        limit);
    if (!pending)
        return pending;
    for (sync::PendingUpload& upload : *pending) {
        auto documents = allRows(
            **connection, "SELECT document FROM document_file WHERE digest = ?",
            [](const Statement& s) { return domain::DocumentId(s.uuid(0)); }, upload.digest);
        if (!documents)
            return fail(documents.error());
        upload.documents = std::move(*documents);
    }
    return pending;
}

Done HeldFiles::noteUpload(const Sha256& digest, const QString& upload)
{
    return m_writer.run("UPDATE file SET upload = ? WHERE digest = ?", upload, digest);
}

Done HeldFiles::uploadDone(const Sha256& digest)
{
    return m_writer.run("UPDATE file SET pending = 0, own = 0, upload = '' WHERE digest = ?", digest);
}

Result<std::unique_ptr<QIODevice>> HeldFiles::open(const Sha256& digest)
{
    auto file = m_store.openFile(digest);
    if (file) {
        const Instant now = m_clock.now();
        if (auto ok = touch(digest, now); !ok)
            return fail(ok.error());
        return file;
    }
    // Bytes that are gone or damaged, but at the server too, can be fetched again.
    if (file.error().code == ErrorCode::DigestMismatch || file.error().code == ErrorCode::NotFound)
        (void)m_writer.run("UPDATE file SET here = 0 WHERE digest = ? AND own = 0", digest);
    if (file.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::FileUnreadable, file.error().subject, QStringLiteral("not on this desk"));
    return file;
}

Done HeldFiles::touch(const Sha256& digest, Instant now)
{
    {
        auto connection = m_pool.borrow();
        if (!connection)
            return fail(connection.error());
        const auto used = oneInteger(**connection, "SELECT used_at FROM file WHERE digest = ?", 0, digest);
        if (!used)
            return fail(used.error());
        if (now - Instant{*used} < usedAgainAfter)
            return {};
    }
    return m_writer.run("UPDATE file SET used_at = ? WHERE digest = ?", now, digest);
}

Result<std::vector<Sha256>> HeldFiles::wantedDownloads(int limit)
{
    auto connection = m_pool.borrow();
    if (!connection)
        return fail(connection.error());
    return allRows(
        **connection, "SELECT digest FROM file WHERE wanted ORDER BY wanted DESC LIMIT ?",
        [](const Statement& s) { return s.digest(0); }, limit);
}

Result<qint64> HeldFiles::downloadOffset(const Sha256& digest)
{
    return m_store.partialSize(digest);
}

Done HeldFiles::appendDownload(const Sha256& digest, qint64 offset, QByteArrayView bytes)
{
    return m_store.appendPartial(digest, offset, bytes);
}

/// True: it is here now. False: nobody wants it any more, and its bytes may go.
Result<bool> HeldFiles::keepDownload(const FileStore::Stored& stored)
{
    return m_writer.write([&](Connection& connection) -> Result<bool> {
        if (auto ok = connection.run(
                "UPDATE file SET here = 1, wanted = 0, size = ?, used_at = ? WHERE digest = ? AND wanted", stored.size,
                m_clock.now(), stored.digest);
            !ok)
            return fail(ok.error());
        if (connection.changes() > 0)
            return true;
        if (auto ok =
                connection.run("INSERT INTO file(digest, size, media_type, doomed, used_at) VALUES (?, 0, '', 1, 0) "
                               "ON CONFLICT(digest) DO UPDATE SET doomed = 1 WHERE here = 0",
                               stored.digest);
            !ok)
            return fail(ok.error());
        return false;
    });
}

Done HeldFiles::finishDownload(const Sha256& digest)
{
    bool arrived = false;
    {
        const std::shared_lock bytes(m_bytes);
        const auto wanted = state(digest);
        if (!wanted)
            return fail(wanted.error());
        if (*wanted != State::Wanted) // withdrawn meanwhile, or put here by other means
            return m_store.dropPartial(digest);
        const auto stored = m_store.finishPartial(digest);
        if (!stored)
            return fail(stored.error());
        const auto kept = keepDownload(*stored);
        if (!kept)
            return fail(kept.error());
        arrived = *kept;
    }
    if (!arrived)
        return sweep();
    m_arrived(digest);
    return {};
}

Done HeldFiles::downloadRefused(const Sha256& digest, const Error& reason)
{
    if (auto ok = dropWish(digest); !ok)
        return ok;
    if (auto ok = m_store.dropPartial(digest); !ok)
        return ok;
    m_refused(digest, reason);
    return {};
}

} // namespace diakinisi::storage
