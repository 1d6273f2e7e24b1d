#pragma once
#include "base/digest.h"
#include "base/result.h"
#include "rendering/text_page.h"

#include <QImage>
#include <QSize>

#include <stop_token>

namespace diakinisi::rendering {

/// The file whose pages are wanted: by path, or by its bytes where they must not lie on disk in clear.
struct PageSource {
    QString path;
    QByteArray bytes;
    Sha256 digest; ///< of `bytes`; unused with a path

    static PageSource ofFile(QString path) { return {std::move(path), {}, {}}; }
    static PageSource ofBytes(QByteArray bytes, const Sha256& digest) { return {{}, std::move(bytes), digest}; }
};

struct PageInfo {
    QSizeF size;  ///< points (1/72 inch), as shown, i.e. after the page's own rotation
    QSize pixels; ///< of a page that is an image: its own size; empty for a PDF page

    friend bool operator==(const PageInfo&, const PageInfo&) = default;
};

enum class FileKind { Pdf, Jpeg, Png, Tiff };

struct DocumentInfo {
    FileKind kind = FileKind::Pdf;
    std::vector<PageInfo> pages;

    friend bool operator==(const DocumentInfo&, const DocumentInfo&) = default;
};

/// How a page is to be drawn.
struct RenderRequest {
    int page = 0;         ///< from 0
    double dpi = 96;      ///< pixels an inch, where `fit` is empty
    QSize fit;            ///< if not empty: as large as fits into this many pixels, proportions kept
    int quarterTurns = 0; ///< clockwise, in addition to the page's own rotation
    bool gray = false;    ///< Format_Grayscale8 instead of Format_RGB32
};

/// Pages of PDF files and of images (JPEG, PNG, TIFF) as pictures and as words. All calls block; run them on a lane.
///
/// Errors: FileUnreadable; FileTooLarge (above limits::fileBytes); NotPdf (neither PDF nor an image that we read);
/// PdfBroken; PdfEncrypted (needs a password); ImageUnreadable; LimitExceeded (more pixels or pages than we take);
/// NotFound (no such page); Cancelled; WorkerDied.
class PageRenderer
{
public:
    static constexpr int largestSide = 20'000;                 ///< pixels
    static constexpr std::int64_t largestPicture = 40'000'000; ///< pixels of one rendered page: A4 at 600 dpi fits
    static constexpr int mostPages = 20'000;

    virtual ~PageRenderer() = default;
    virtual Result<DocumentInfo> inspect(const PageSource& source, std::stop_token stop) = 0;
    virtual Result<QImage> render(const PageSource& source, const RenderRequest& request, std::stop_token stop) = 0;
    /// The words of a page; none for an image.
    virtual Result<TextPage> text(const PageSource& source, int page, std::stop_token stop) = 0;
};

/// The size in pixels that `request` gives for a page of `points`. LimitExceeded above the limits, FieldInvalid when
/// the request makes no sense.
Result<QSize> pictureSize(const RenderRequest& request, QSizeF points);

} // namespace diakinisi::rendering
