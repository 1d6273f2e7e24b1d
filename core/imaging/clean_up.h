#pragma once
#include "imaging/codes.h"
#include "imaging/skew.h"

namespace diakinisi::imaging {

enum class PageColours { AsTheyAre, Gray, LineArt };

/// What may be done to a page. Nothing unless asked for.
struct CleanUp {
    bool crop = false;      ///< leave out what is not the sheet
    bool deskew = false;    ///< bring the lines level
    bool whiten = false;    ///< make the paper white
    bool despeckle = false; ///< of line art: take the dust away
    PageColours colours = PageColours::AsTheyAre;

    bool changesPixels() const { return crop || deskew || whiten || despeckle || colours != PageColours::AsTheyAre; }
    friend bool operator==(const CleanUp&, const CleanUp&) = default;
};

/// What was seen on a page, and what was done about it: the same page can be made again from its original with these.
struct PageFindings {
    bool blank = false;
    bool blackAndWhite = false;
    Skew skew;
    QRectF sheet{0, 0, 1, 1}; ///< in parts of the picture: what of it is the sheet
    int paperLevel = 255;     ///< 0..255
    std::vector<PageCode> codes;

    // Done, in this order:
    int quarterTurns = 0; ///< clockwise
    bool cropped = false; ///< to `sheet`
    double turned = 0;    ///< degrees clockwise, to be level
    bool whitened = false;
};

/// Angles below this are left alone: turning costs sharpness, and nobody sees them.
inline constexpr double leastSkew = 0.15;

/// Looks at a page (Grayscale8 or RGB32) of `dpi`; nothing is done to it. Codes are not looked for.
PageFindings examine(const QImage& image, double dpi);

/// Does a page with these findings need anything of what was asked for?
bool needsCleaning(const PageFindings& found, const CleanUp& asked);

/// Does what was asked for where the page needs it, and notes it in `findings`. The image itself stays. Format_Mono for
/// line art. LimitExceeded when memory is short.
Result<QImage> cleaned(const QImage& image, double dpi, const CleanUp& asked, PageFindings& findings);

} // namespace diakinisi::imaging
