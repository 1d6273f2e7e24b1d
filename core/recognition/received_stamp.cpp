#include "recognition/received_stamp.h"

#include "recognition/greek_shape.h"

#include <algorithm>

namespace diakinisi::recognition {

namespace {

constexpr double across = 70; ///< points that a stamp reaches around its words
constexpr double above = 40;

} // namespace

bool isNearReceivedStamp(const LetterView& view, int page, const QRectF& level)
{
    // Also as recognition reads it where it stands askew.
    static const QRegularExpression words =
        shapeExpression(u"E[IΙL1][ΣSZ3]E[PΡ][ΧXK]|ΠΑΡΕΛΗΦΘ|ΕΛΗΦΘΗ|ΠΑΡΑΛΑΒΗ|RECEIVED|ΚΑΤΑΧΩΡΗΘΗΚΕ|ΑΡΙΘ\\. ΕΙΣ");
    return std::ranges::any_of(view.pages()[static_cast<std::size_t>(page)].runs, [&level](const TextRun& run) {
        return run.level.adjusted(-across, -above, across, across).intersects(level) &&
               words.match(run.shape).hasMatch();
    });
}

} // namespace diakinisi::recognition
