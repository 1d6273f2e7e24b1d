#pragma once
#include "imaging/clean_up.h"
#include "imaging/decode.h"

class QIODevice;

namespace diakinisi::imaging {

/// How a page's image file is made ready to be a page of a document.
struct PrepareOptions {
    CleanUp cleanUp;
    int quarterTurns = 0; ///< clockwise, before anything else: a person has turned the page
    bool examine = true; ///< look at a page even where nothing depends on it (blank? skewed?); else JPEG is only copied
    bool lossless = false;    ///< every pixel as it was (but for what clean-up does); else gray and colour become JPEG
    int quality = 75;         ///< of JPEG: small print at 300 dpi stays readable
    bool readCodes = false;   ///< takes a tenth of a second a page
    bool wantPicture = false; ///< gives the pixels too, for recognition
};

/// How the data of a prepared page is to be read.
enum class PageCoding { Jpeg, Png, Group4 };

struct PreparedPage {
    QByteArray data;
    PageCoding coding = PageCoding::Jpeg;
    bool original = false; ///< the data is the file that came in, byte for byte
    QSize pixels;          ///< of the data
    double dpi = 0;        ///< where the file does not say: as if it filled an A4 sheet, at least 50
    int quarterTurns = 0;  ///< clockwise: how the data is to be shown
    PageFindings findings;
    QImage picture; ///< as shown, clean; Grayscale8, RGB32 or Mono. Null unless asked for
};

/// Which way up a page stands: the quarter turns clockwise that it needs (0 where nobody can tell).
using FindTurns = std::function<int(const QImage& page, double dpi)>;

/// Reads frame `frame` of an image file, looks at it, does what was asked for where it needs it, and encodes it as
/// small as that allows: black and white as CCITT group 4, a JPEG file that needs nothing as it is, everything else as
/// JPEG unless PNG is smaller. `findTurns` may be empty. Errors as decodeImage.
Result<PreparedPage> preparePage(QIODevice& device, int frame, const PrepareOptions& options,
                                 const FindTurns& findTurns = {});

} // namespace diakinisi::imaging
