#pragma once
#include <QFont>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>

/// Pages drawn for tests; need a QGuiApplication.
namespace diakinisi::test {

/// An A4 page of gray paper (`paper` 0..255) with lines of text, at `dpi`.
inline QImage textPage(int dpi, int paper = 255, int lines = 40)
{
    QImage page(qRound(210 * dpi / 25.4), qRound(297 * dpi / 25.4), QImage::Format_Grayscale8);
    page.fill(QColor(paper, paper, paper));
    QPainter painter(&page);
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(dpi * 11 / 72);
    painter.setFont(font);
    painter.setPen(QColor(20, 20, 20));
    const int step = dpi / 4;
    for (int i = 0; i < lines; ++i)
        painter.drawText(dpi, dpi + i * step,
                         QStringLiteral("Παρακαλούμε για τις ενέργειές σας και απαντήστε ως %1").arg(i));
    return page;
}

/// The same page as it lies turned clockwise by a few degrees on the glass.
inline QImage lyingTurned(const QImage& page, double degrees)
{
    QImage result(page.size(), page.format());
    result.fill(page.pixelColor(2, 2));
    QPainter painter(&result);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(page.width() / 2.0, page.height() / 2.0);
    painter.rotate(degrees);
    painter.translate(-page.width() / 2.0, -page.height() / 2.0);
    painter.drawImage(0, 0, page);
    return result;
}

/// What a scanner's sensor adds: the same noise in every run.
inline QImage noisy(QImage page, int most)
{
    QRandomGenerator dice(7);
    for (int y = 0; y < page.height(); ++y) {
        uchar* const line = page.scanLine(y);
        for (int x = 0; x < page.bytesPerLine(); ++x)
            line[x] = static_cast<uchar>(std::clamp(line[x] + dice.bounded(-most, most + 1), 0, 255));
    }
    return page;
}

} // namespace diakinisi::test
