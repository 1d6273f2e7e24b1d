#include "server/office/durable.h"
#include "server/office/file_store.h"

namespace diakinisi::server {
namespace {

constexpr qint64 flushedEvery = 2 * 1024 * 1024;

} // namespace

FileStore::Appending::Appending(FileStore& store, const UploadId& upload, UploadFacts facts)
    : m_store(store),
      m_upload(upload),
      m_facts(std::move(facts)),
      m_file(store.partPath(upload))
{
}

FileStore::Appending::~Appending()
{
    m_file.close();
    const std::lock_guard lock(m_store.m_mutex);
    m_store.m_busy.erase(m_upload);
}

Done FileStore::Appending::write(QByteArrayView piece)
{
    if (m_offset + piece.size() > m_facts.length)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("length"));
    if (m_offset == 0 && !m_digest)
        m_digest.emplace();
    if (const Done done = writeAll(m_file, piece); !done)
        return done;
    if (m_digest)
        m_digest->add(piece);
    m_offset += piece.size();
    if (m_offset - m_flushed >= flushedEvery) {
        beginFlush(m_file, m_flushed, m_offset - m_flushed);
        m_flushed = m_offset;
    }
    return {};
}

Result<bool> FileStore::Appending::finish()
{
    if (const Done done = flushToDisk(m_file); !done)
        return fail(done.error());
    if (m_offset < m_facts.length)
        return false;
    Result<Sha256> digest = m_digest ? m_digest->value() : Sha256();
    if (!m_digest) {
        m_file.seek(0);
        digest = digestOf(m_file);
    }
    if (!digest)
        return fail(digest.error());
    if (*digest != m_facts.digest) {
        m_store.drop(m_upload);
        return fail(ErrorCode::DigestMismatch, QStringLiteral("sha256"));
    }
    if (const Done done = m_store.keep(m_upload, m_facts.digest); !done)
        return fail(done.error());
    return true;
}

} // namespace diakinisi::server
