#pragma once
#include "base/result.h"
#include "base/text_page.h"
#include "base/time.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <memory>
#include <vector>

class QIODevice;

namespace diakinisi::pdf {

/// One page of a scan: a whole JPEG or PNG file, or black-and-white rows. The pixels are taken over as they are, never
/// encoded anew, unless a PNG has transparency (laid on white). Interlaced PNG is not taken.
struct PageImage {
    QByteArray file;
    double dpi = 300; ///< gives the page its size
    int rotation = 0; ///< 0, 90, 180, 270 clockwise: how the page is to be shown
    QSize group4{}; ///< if not empty, `file` is no image file but so many pixels in CCITT group 4 (ITU-T T.6), 0 black
};

struct ComposedPage {
    PageImage image;
    TextPage text{}; ///< laid unseen over the picture; its size is the page's as shown, else it is scaled to it
    QString label{}; ///< what a viewer calls the page; the running number when no page has one
};

struct ComposeOptions {
    QString title{};
    QString language = QStringLiteral("el");
    Instant created{};
    bool pdfA = true; ///< PDF/A-2b (ISO 19005-2); then CMYK images are NotSupported, since the intent is sRGB
    QString author{};
    QString identifier{}; ///< the document's identity line, in the metadata
};

/// Makes a PDF of scanned pages, one after the other; a page is written when it is added and not held after that, so
/// memory stays flat however many there are. One thread at a time.
class PageComposer
{
public:
    /// `to` must outlive this; it need not be seekable. FileUnwritable.
    static Result<std::unique_ptr<PageComposer>> begin(QIODevice& to, ComposeOptions options);
    ~PageComposer();
    PageComposer(const PageComposer&) = delete;
    PageComposer& operator=(const PageComposer&) = delete;

    /// ImageUnreadable, NotSupported (subject: the page's place, from 1), FieldInvalid (dpi, rotation), FileUnwritable.
    /// After a refusal for its image the next page may be added; after FileUnwritable all is lost.
    Done add(const ComposedPage& page);
    int pages() const;
    /// Without it there is no file. FieldMissing (no page), FileUnwritable.
    Done finish();

private:
    struct State;
    explicit PageComposer(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// All pages at once. As PageComposer; FieldMissing when there is no image.
Done composePages(const std::vector<PageImage>& images, QIODevice& to, const ComposeOptions& options);

} // namespace diakinisi::pdf
