#pragma once
#include "base/random.h"
#include "base/result.h"
#include "storage/files/gcm.h"

#include <QFile>

#include <memory>

namespace diakinisi::storage {

/// A download under way: "DKP1", salt, then pieces {nonce, length, sealed bytes} as they came. A torn piece at the end,
/// left by a crash, is cut off when the file is opened again. Bytes that were lost are simply fetched again.
class PartialFile
{
public:
    /// Opens it, or begins one; `size()` says how many bytes are there.
    static Result<std::unique_ptr<PartialFile>> open(const QString& path, const Secret& storeKey, RandomSource& random);

    qint64 size() const { return m_size; }
    /// DiskFull, FileUnwritable.
    Done append(QByteArrayView plain);
    /// The bytes from the beginning; the file must outlive the reader, and not be appended to meanwhile.
    std::unique_ptr<QIODevice> reader();

private:
    friend class PartialReader;
    PartialFile(std::unique_ptr<QFile> file, QByteArray header, const Secret& storeKey, RandomSource& random);
    Done appendPiece(QByteArrayView plain);
    void findEnd();
    std::optional<QByteArray> pieceAt(qint64 place, qint64 number, qint64& next);

    std::unique_ptr<QFile> m_file;
    QByteArray m_header;
    Gcm m_gcm;
    RandomSource& m_random;
    qint64 m_size = 0; ///< of the plain bytes
    qint64 m_end = 0;  ///< in the file
    qint64 m_pieces = 0;
};

} // namespace diakinisi::storage
