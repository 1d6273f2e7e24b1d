#include "storage/files/sealed_file.h"

#include <QtEndian>

#include <cerrno>
#include <cstring>

namespace diakinisi::storage {

using namespace sealedfile;

namespace {

constexpr qsizetype sealedFrameBytes = frameBytes + Gcm::tagBytes;
const QByteArray magic = QByteArrayLiteral("DKF1");
const QByteArray purpose = QByteArrayLiteral("diakinisi stored file 1");

QByteArray nonceOf(qint64 number, bool last)
{
    QByteArray nonce(Gcm::nonceBytes, '\0');
    nonce[3] = last ? 1 : 0;
    qToBigEndian(number, nonce.data() + 4);
    return nonce;
}

} // namespace

Error writeError(const QFile& file)
{
    const bool full =
        file.error() == QFileDevice::ResourceError || errno == ENOSPC || errno == EFBIG || errno == EDQUOT;
    return {full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, file.fileName(), file.errorString()};
}

SealedWriter::SealedWriter(QFile& file, const Secret& storeKey, RandomSource& random)
    : m_file(file),
      m_header(magic + random.bytes(Gcm::saltBytes)),
      m_gcm(storeKey, QByteArrayView(m_header).sliced(magic.size()), purpose)
{
    m_frame.reserve(frameBytes);
}

Done SealedWriter::put(QByteArrayView bytes)
{
    if (!m_begun) {
        m_begun = true;
        if (auto ok = put(m_header); !ok)
            return ok;
    }
    while (!bytes.isEmpty()) {
        errno = 0;
        const qint64 written = m_file.write(bytes.data(), bytes.size());
        if (written <= 0)
            return fail(writeError(m_file));
        bytes = bytes.sliced(written);
    }
    return {};
}

Done SealedWriter::write(QByteArrayView plain)
{
    while (!plain.isEmpty()) {
        // A full frame goes out only when more follows: the last one is sealed as such.
        if (m_frame.size() == frameBytes) {
            if (auto ok = put(m_gcm.seal(nonceOf(m_number++, false), m_header, m_frame)); !ok)
                return ok;
            m_frame.resize(0);
        }
        const qsizetype count = std::min(plain.size(), frameBytes - m_frame.size());
        m_frame.append(plain.first(count));
        plain = plain.sliced(count);
    }
    return {};
}

Done SealedWriter::finish(const Sha256& digest)
{
    return put(m_gcm.seal(nonceOf(m_number, true), m_header + digest.raw(), m_frame));
}

SealedReader::SealedReader(std::unique_ptr<QFile> file, QByteArray header, const Secret& storeKey, const Sha256& digest)
    : m_file(std::move(file)),
      m_header(std::move(header)),
      m_gcm(storeKey, QByteArrayView(m_header).sliced(magic.size()), purpose),
      m_digest(digest)
{
    const qint64 body = m_file->size() - headerBytes;
    m_frames = std::max<qint64>(1, (body + sealedFrameBytes - 1) / sealedFrameBytes);
    m_size = std::max<qint64>(0, body - m_frames * Gcm::tagBytes);
}

Result<std::unique_ptr<SealedReader>> SealedReader::open(const QString& path, const Secret& storeKey,
                                                         const Sha256& digest)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->exists())
        return fail(ErrorCode::NotFound, digest.hex());
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::FileUnreadable, digest.hex(), file->errorString());
    QByteArray header = file->read(headerBytes);
    if (header.size() != headerBytes || !header.startsWith(magic))
        return fail(ErrorCode::DigestMismatch, digest.hex(), QStringLiteral("no stored file"));
    std::unique_ptr<SealedReader> reader(new SealedReader(std::move(file), std::move(header), storeKey, digest));
    if (!reader->loadFrame(reader->m_frames - 1))
        return fail(ErrorCode::DigestMismatch, digest.hex(), QStringLiteral("changed, cut, or another file"));
    reader->QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return reader;
}

bool SealedReader::loadFrame(qint64 number)
{
    if (number == m_loaded)
        return true;
    m_loaded = -1;
    const bool last = number == m_frames - 1;
    if (!m_file->seek(headerBytes + number * sealedFrameBytes))
        return false;
    const QByteArray sealed = m_file->read(sealedFrameBytes);
    auto plain = m_gcm.open(nonceOf(number, last), last ? m_header + m_digest.raw() : m_header, sealed);
    if (!plain)
        return false;
    m_frame = std::move(*plain);
    m_loaded = number;
    return true;
}

bool SealedReader::seek(qint64 to)
{
    if (to < 0 || to > m_size || !QIODevice::seek(to))
        return false;
    m_place = to;
    return true;
}

qint64 SealedReader::readData(char* to, qint64 most)
{
    qint64 done = 0;
    while (done < most && m_place < m_size) {
        if (!loadFrame(m_place / frameBytes)) {
            setErrorString(QStringLiteral("a piece of the stored file was changed"));
            return -1;
        }
        const qint64 inside = m_place % frameBytes;
        const qint64 count = std::min(most - done, m_frame.size() - inside);
        if (count <= 0)
            return -1;
        std::memcpy(to + done, m_frame.constData() + inside, static_cast<std::size_t>(count));
        done += count;
        m_place += count;
    }
    return done;
}

} // namespace diakinisi::storage
