#pragma once
#include "base/result.h"
#include "domain/files.h"
#include "recognition/letter_reading.h"
#include "signing/validation/signature_verdict.h"

#include <QImage>
#include <QStringList>

#include <stop_token>

namespace diakinisi::desk {

/// Where a file stands.
enum class FileState { Here, Wanted, AtServer, Missing };

/// What an e-mail message is as a file (RFC 5322).
inline const QString mailType = QStringLiteral("message/rfc822");

/// Bytes in and out of the desk. Files from outside are looked at in the worker only.
class DeskFiles
{
public:
    virtual ~DeskFiles() = default;
    /// Takes copies of files into the store, encrypted and named by their digests, in their order. Each PDF and each
    /// e-mail message stays as it is, byte for byte; images that follow each other become one PDF, made ready as
    /// scanned pages are. FileUnreadable, FileTooLarge, NotPdf, PdfEncrypted, PdfBroken, ImageUnreadable,
    /// MalformedInput (no message), LimitExceeded, DiskFull: then none was taken that anybody knows of.
    virtual Result<std::vector<domain::FileRef>> importAll(const QStringList& paths, std::stop_token stop) = 0;
    /// The same for what must become one file; NotSupported where it would be several.
    Result<domain::FileRef> import(const QStringList& paths, std::stop_token stop);
    /// What the letter in a file says of itself: a PDF by its own words, one without words by those that are recognised
    /// (seconds a page), a message by its headers. The first pages count. Errors as importAll; RecognitionDataMissing,
    /// Cancelled.
    virtual Result<recognition::LetterReading> read(const QString& path, std::stop_token stop) = 0;
    virtual Result<FileState> state(const Sha256& digest) = 0;
    /// Asks synchronisation to bring it; follow Desk::fileArrived and fileRefused.
    virtual Done want(const Sha256& digest) = 0;
    /// Writes the file where the clerk wants it. NotFound when it is not here.
    virtual Done exportTo(const Sha256& digest, const QString& path) = 0;

    struct Pages {
        int count = 0;
        std::vector<QSizeF> sizes; ///< in points
    };
    virtual Result<Pages> pages(const Sha256& digest, std::stop_token stop) = 0;
    /// Page `index` from 0, `width` pixels wide. WorkerDied when the file killed the worker.
    virtual Result<QImage> page(const Sha256& digest, int index, int width, std::stop_token stop) = 0;
    /// One word of a page, for selecting and searching.
    struct Word {
        QString text;
        QRectF box; ///< in points, origin top left
    };
    virtual Result<std::vector<Word>> words(const Sha256& digest, int index, std::stop_token stop) = 0;

    /// What the signatures in the file say, judged as of now. NotPdf, PdfBroken, PdfEncrypted.
    virtual Result<signing::PdfVerdict> signatures(const Sha256& digest, std::stop_token stop) = 0;
    /// What a signature covers as a file of its own, in the store: the file's first `signedLength` bytes
    /// (SignatureVerdict::signedLength). SignatureBroken when it has not so many.
    virtual Result<domain::FileRef> signedVersion(const domain::FileRef& file, qint64 signedLength,
                                                  std::stop_token stop) = 0;
    /// Remembers that the person has opened this rendition (batch signing counts seen and unseen).
    virtual Done markSeen(const Sha256& digest) = 0;
};

} // namespace diakinisi::desk
