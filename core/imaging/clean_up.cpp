#include "imaging/clean_up.h"

#include "imaging/adjust.h"
#include "imaging/blank.h"
#include "imaging/line_art.h"
#include "imaging/page_edge.h"
#include "imaging/paper.h"
#include "imaging/rotate.h"

#include <cmath>

namespace diakinisi::imaging {

namespace {

constexpr double coarseDpi = 75;      ///< for paper, sheet and blankness
constexpr double skewDpi = 100;       ///< for the lines
constexpr double inkShare = 0.72;     ///< of the paper's level
constexpr double darkInkShare = 0.55; ///< what shows through is not as dark
constexpr double leastConfidence = 0.3;
constexpr int whiteEnough = 250;

QRectF inParts(const QRect& rect, const Plane& of)
{
    return {static_cast<double>(rect.x()) / of.width, static_cast<double>(rect.y()) / of.height,
            static_cast<double>(rect.width()) / of.width, static_cast<double>(rect.height()) / of.height};
}

bool isWhole(const QRectF& sheet)
{
    return sheet.width() > 0.985 && sheet.height() > 0.985;
}

QRect inPixels(const QRectF& parts, QSize of)
{
    return QRectF(parts.x() * of.width(), parts.y() * of.height(), parts.width() * of.width(),
                  parts.height() * of.height())
        .toRect()
        .intersected(QRect(QPoint(), of));
}

Plane part(const Plane& of, const QRect& rect)
{
    Plane result(rect.width(), rect.height());
    for (int y = 0; y < rect.height(); ++y)
        std::copy_n(of.row(rect.y() + y) + rect.x(), rect.width(), result.row(y));
    return result;
}

bool isSkewed(const Skew& skew)
{
    return skew.confidence >= leastConfidence && std::abs(skew.degrees) >= leastSkew;
}

/// The middle of what is written, by the paper of the picture itself.
Skew skewOf(const QImage& image, double dpi, const QRectF& sheet)
{
    const Plane page = reduced(image, reduction(dpi, skewDpi));
    const Plane within = part(page, inPixels(sheet, {page.width, page.height}));
    return findSkew(inkOf(within, measurePaper(within), inkShare));
}

} // namespace

PageFindings examine(const QImage& image, double dpi)
{
    PageFindings found;
    const int factor = reduction(dpi, coarseDpi);
    const Plane page = reduced(image, factor);
    if (page.width < 16 || page.height < 16)
        return found;
    const QRect sheet = findSheet(page, measurePaper(page).level);
    found.sheet = inParts(sheet, page);
    const Plane within = part(page, sheet);
    const Paper paper = measurePaper(within);
    found.paperLevel = paper.level;
    found.blackAndWhite = isBlackAndWhite(image);
    found.blank = isBlank(inkOf(within, paper, darkInkShare), dpi / factor);
    if (!found.blank)
        found.skew = skewOf(image, dpi, found.sheet);
    return found;
}

bool needsCleaning(const PageFindings& found, const CleanUp& asked)
{
    return (asked.crop && !isWhole(found.sheet)) || (asked.deskew && isSkewed(found.skew)) ||
           (asked.whiten && found.paperLevel < whiteEnough && !found.blackAndWhite) || asked.despeckle ||
           asked.colours != PageColours::AsTheyAre;
}

Result<QImage> cleaned(const QImage& image, double dpi, const CleanUp& asked, PageFindings& findings)
{
    QImage result = asked.colours == PageColours::AsTheyAre ? image : toGray(image);
    if (asked.crop && !isWhole(findings.sheet)) {
        result = result.copy(inPixels(findings.sheet, image.size()));
        findings.cropped = true;
    }
    if (asked.deskew && isSkewed(findings.skew)) {
        result = rotated(result, findings.skew.degrees);
        findings.turned = findings.skew.degrees;
    }
    if (result.isNull())
        return fail(ErrorCode::LimitExceeded, QStringLiteral("memory"));
    if (findings.blackAndWhite) {
        result = toLineArt(result);
    } else if (asked.whiten || asked.colours == PageColours::LineArt) {
        const int factor = reduction(dpi, coarseDpi);
        const Paper paper = measurePaper(reduced(result, factor));
        if (asked.colours == PageColours::LineArt)
            result = toLineArt(result, paper, factor);
        else if (findings.paperLevel < whiteEnough)
            result = whitened(result, paper, factor);
        findings.whitened = findings.paperLevel < whiteEnough;
    }
    if (asked.despeckle && result.format() == QImage::Format_Mono)
        result = despeckled(result);
    if (result.isNull())
        return fail(ErrorCode::LimitExceeded, QStringLiteral("memory"));
    return result;
}

} // namespace diakinisi::imaging
