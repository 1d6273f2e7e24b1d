#include "rendering/page_renderer.h"

#include <cmath>

namespace diakinisi::rendering {

namespace {
constexpr double pointsAnInch = 72;
}

Result<QSize> pictureSize(const RenderRequest& request, QSizeF points)
{
    if (request.page < 0 || (request.fit.isEmpty() && !(request.dpi >= 1 && request.dpi <= 2400)))
        return fail(ErrorCode::FieldInvalid, QStringLiteral("dpi"));
    if (!(points.width() > 0 && points.height() > 0))
        return fail(ErrorCode::PdfBroken, {}, QStringLiteral("a page without size"));
    const QSizeF turned = request.quarterTurns % 2 == 0 ? points : points.transposed();
    const QSizeF exact = request.fit.isEmpty() ? turned * (request.dpi / pointsAnInch)
                                               : turned.scaled(QSizeF(request.fit), Qt::KeepAspectRatio);
    const double width = std::max(1.0, std::round(exact.width()));
    const double height = std::max(1.0, std::round(exact.height()));
    if (width > PageRenderer::largestSide || height > PageRenderer::largestSide ||
        width * height > static_cast<double>(PageRenderer::largestPicture))
        return fail(ErrorCode::LimitExceeded, QStringLiteral("%1x%2").arg(width).arg(height));
    return QSize(static_cast<int>(width), static_cast<int>(height));
}

} // namespace diakinisi::rendering
