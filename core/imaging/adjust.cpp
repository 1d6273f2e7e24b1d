#include "imaging/adjust.h"

#include <QPainter>
#include <QTransform>

namespace diakinisi::imaging {

QImage onWhite(const QImage& image)
{
    QImage paper(image.size(), QImage::Format_RGB32);
    if (paper.isNull())
        return {};
    paper.setDotsPerMeterX(image.dotsPerMeterX());
    paper.setDotsPerMeterY(image.dotsPerMeterY());
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, image);
    return paper;
}

QImage toGray(const QImage& image)
{
    if (image.format() == QImage::Format_Grayscale8 || image.isNull())
        return image;
    if (!image.hasAlphaChannel())
        return image.convertToFormat(QImage::Format_Grayscale8);
    return onWhite(image).convertToFormat(QImage::Format_Grayscale8);
}

QImage turned(const QImage& image, int quarterTurns)
{
    const int turns = ((quarterTurns % 4) + 4) % 4;
    if (turns == 0)
        return image;
    QImage result = image.transformed(QTransform().rotate(90.0 * turns));
    const bool sideways = turns % 2 == 1;
    result.setDotsPerMeterX(sideways ? image.dotsPerMeterY() : image.dotsPerMeterX());
    result.setDotsPerMeterY(sideways ? image.dotsPerMeterX() : image.dotsPerMeterY());
    return result;
}

QImage thumbnail(const QImage& image, QSize within)
{
    if (within.isEmpty() || (image.width() <= within.width() && image.height() <= within.height()))
        return image;
    const QSize size = image.size().scaled(within, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    const QImage::Format format = image.format();
    QImage result = image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return format == QImage::Format_Grayscale8 ? result.convertToFormat(format) : result;
}

} // namespace diakinisi::imaging
