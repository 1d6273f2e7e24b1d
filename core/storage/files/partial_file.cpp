#include "storage/files/partial_file.h"

#include "storage/files/sealed_file.h"

#include <QtEndian>

#include <cerrno>
#include <cstring>

namespace diakinisi::storage {

namespace {

const QByteArray magic = QByteArrayLiteral("DKP1");
const QByteArray purpose = QByteArrayLiteral("diakinisi partial file 1");
constexpr qint64 headerBytes = 4 + Gcm::saltBytes;
constexpr qint64 pieceHeadBytes = Gcm::nonceBytes + 4;
constexpr qint64 mostInPiece = 1024 * 1024;

QByteArray associated(const QByteArray& header, qint64 number)
{
    QByteArray bytes = header + QByteArray(8, '\0');
    qToBigEndian(number, bytes.data() + header.size());
    return bytes;
}

} // namespace

/// Front to back, a piece at a time.
class PartialReader final : public QIODevice
{
public:
    explicit PartialReader(PartialFile& file) : m_file(file), m_next(headerBytes)
    {
        QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char* to, qint64 most) override
    {
        if (m_piece.isEmpty() && m_next < m_file.m_end) {
            auto piece = m_file.pieceAt(m_next, m_number, m_next);
            if (!piece)
                return -1;
            m_piece = std::move(*piece);
            ++m_number;
        }
        const qint64 count = std::min<qint64>(most, m_piece.size());
        std::memcpy(to, m_piece.constData(), static_cast<std::size_t>(count));
        m_piece.remove(0, count);
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    PartialFile& m_file;
    qint64 m_next;
    qint64 m_number = 0;
    QByteArray m_piece;
};

PartialFile::PartialFile(std::unique_ptr<QFile> file, QByteArray header, const Secret& storeKey, RandomSource& random)
    : m_file(std::move(file)),
      m_header(std::move(header)),
      m_gcm(storeKey, QByteArrayView(m_header).sliced(magic.size()), purpose),
      m_random(random),
      m_end(headerBytes)
{
}

Result<std::unique_ptr<PartialFile>> PartialFile::open(const QString& path, const Secret& storeKey,
                                                       RandomSource& random)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return fail(writeError(*file));
    QByteArray header = file->read(headerBytes);
    if (header.size() != headerBytes || !header.startsWith(magic)) {
        header = magic + random.bytes(Gcm::saltBytes);
        errno = 0;
        if (!file->resize(0) || !file->seek(0) || file->write(header) != headerBytes)
            return fail(writeError(*file));
    }
    std::unique_ptr<PartialFile> partial(new PartialFile(std::move(file), std::move(header), storeKey, random));
    partial->findEnd();
    return partial;
}

std::optional<QByteArray> PartialFile::pieceAt(qint64 place, qint64 number, qint64& next)
{
    if (!m_file->seek(place))
        return std::nullopt;
    const QByteArray head = m_file->read(pieceHeadBytes);
    if (head.size() != pieceHeadBytes)
        return std::nullopt;
    const qint64 length = qFromBigEndian<quint32>(head.constData() + Gcm::nonceBytes);
    if (length > mostInPiece)
        return std::nullopt;
    const QByteArray sealed = m_file->read(length + Gcm::tagBytes);
    if (sealed.size() != length + Gcm::tagBytes)
        return std::nullopt;
    next = place + pieceHeadBytes + sealed.size();
    return m_gcm.open(QByteArrayView(head).first(Gcm::nonceBytes), associated(m_header, number), sealed);
}

void PartialFile::findEnd()
{
    qint64 next = m_end;
    while (m_end < m_file->size()) {
        const auto piece = pieceAt(m_end, m_pieces, next);
        if (!piece)
            break;
        m_size += piece->size();
        m_end = next;
        ++m_pieces;
    }
    m_file->resize(m_end);
}

Done PartialFile::append(QByteArrayView plain)
{
    while (!plain.isEmpty()) {
        const qsizetype count = std::min<qsizetype>(plain.size(), mostInPiece);
        if (auto ok = appendPiece(plain.first(count)); !ok)
            return ok;
        plain = plain.sliced(count);
    }
    return {};
}

Done PartialFile::appendPiece(QByteArrayView plain)
{
    const QByteArray nonce = m_random.bytes(Gcm::nonceBytes);
    QByteArray piece = nonce + QByteArray(4, '\0') + m_gcm.seal(nonce, associated(m_header, m_pieces), plain);
    qToBigEndian(static_cast<quint32>(plain.size()), piece.data() + Gcm::nonceBytes);
    errno = 0;
    if (!m_file->seek(m_end) || m_file->write(piece) != piece.size()) {
        Error error = writeError(*m_file);
        m_file->resize(m_end);
        return fail(std::move(error));
    }
    m_end += piece.size();
    m_size += plain.size();
    ++m_pieces;
    return {};
}

std::unique_ptr<QIODevice> PartialFile::reader()
{
    return std::make_unique<PartialReader>(*this);
}

} // namespace diakinisi::storage
