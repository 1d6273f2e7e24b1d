#pragma once
#include "base/digest.h"
#include "base/random.h"
#include "base/result.h"
#include "storage/files/gcm.h"

#include <QFile>

#include <memory>

namespace diakinisi::storage {

/// How a stored file lies on disk: "DKF1", 32 bytes of salt, then frames of 64 KiB, each sealed on its own, the last
/// one possibly shorter. A frame's nonce is its number and whether it is the last, so frames cannot be cut off, put on,
/// or changed places; the last one also vouches for the whole's SHA-256, so one file cannot stand in for another.
namespace sealedfile {
inline constexpr qsizetype headerBytes = 4 + Gcm::saltBytes;
inline constexpr qsizetype frameBytes = 64 * 1024;
} // namespace sealedfile

/// Writes one, front to back. Errors of the device are kept and given by finish().
class SealedWriter
{
public:
    SealedWriter(QFile& file, const Secret& storeKey, RandomSource& random);
    /// DiskFull, FileUnwritable.
    Done write(QByteArrayView plain);
    Done finish(const Sha256& digest);

private:
    Done put(QByteArrayView bytes);

    QFile& m_file;
    QByteArray m_header;
    Gcm m_gcm;
    QByteArray m_frame;
    qint64 m_number = 0;
    bool m_begun = false;
};

/// Reads one, anywhere in it. A frame is checked when it is read; a read of a changed one gives -1.
class SealedReader final : public QIODevice
{
public:
    /// Checks the end of the file at once: NotFound, FileUnreadable, DigestMismatch.
    static Result<std::unique_ptr<SealedReader>> open(const QString& path, const Secret& storeKey,
                                                      const Sha256& digest);

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_size; }
    bool seek(qint64 to) override;

protected:
    qint64 readData(char* to, qint64 most) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    SealedReader(std::unique_ptr<QFile> file, QByteArray header, const Secret& storeKey, const Sha256& digest);
    bool loadFrame(qint64 number);

    std::unique_ptr<QFile> m_file;
    QByteArray m_header;
    Gcm m_gcm;
    Sha256 m_digest;
    qint64 m_frames = 0;
    qint64 m_size = 0;
    qint64 m_place = 0;
    qint64 m_loaded = -1;
    QByteArray m_frame;
};

/// DiskFull or FileUnwritable, from what a file said last.
Error writeError(const QFile& file);

} // namespace diakinisi::storage
