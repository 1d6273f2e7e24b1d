// Makes pages as a scanner would give them: bench_pages FROM_FOLDER TO_FOLDER COUNT
// From gray pictures of letters (FROM/*.png, 300 dpi), laid on the glass a little askew, on paper that is not quite
// white, with the sensor's noise: TO/page-001.jpg and TO/page-001.png. The same in every run. Prints, for each page,
// the name of the picture that it came from.
#include "imaging/encode.h"
#include "imaging/rotate.h"

#include <QDir>
#include <QImage>
#include <QRandomGenerator>

#include <cstdio>

using namespace diakinisi;

namespace {

constexpr int paper = 243;
constexpr int ink = 30;
constexpr int noise = 5;
constexpr int jpegQuality = 90;

QImage scanned(QImage page, double degrees, quint32 seed)
{
    page = imaging::rotated(page.convertToFormat(QImage::Format_Grayscale8), degrees);
    QRandomGenerator dice(seed);
    std::array<int, 4096> grain{};
    for (int& each : grain)
        each = dice.bounded(-noise, noise + 1) + dice.bounded(-noise, noise + 1);
    for (int y = 0; y < page.height(); ++y) {
        uchar* const line = page.scanLine(y);
        std::size_t at = dice.bounded(4096U);
        for (int x = 0; x < page.width(); ++x, at = (at + 1) % grain.size())
            line[x] = static_cast<uchar>(std::clamp(ink + line[x] * (paper - ink) / 255 + grain[at], 0, 255));
    }
    page.setDotsPerMeterX(11811);
    page.setDotsPerMeterY(11811);
    return page;
}

bool write(const QString& path, const Result<QByteArray>& bytes)
{
    QFile file(path);
    return bytes && file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4)
        return 2;
    const QDir from(QString::fromLocal8Bit(argv[1]));
    const QString to = QString::fromLocal8Bit(argv[2]);
    const QStringList names = from.entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
    const int count = QByteArray(argv[3]).toInt();
    QRandomGenerator dice(2026);
    for (int i = 0; i < count && !names.isEmpty(); ++i) {
        const QString& name = names[i % names.size()];
        const QImage page = scanned(QImage(from.filePath(name)), dice.bounded(2.0) - 1.0, static_cast<quint32>(i));
        const QString path = QStringLiteral("%1/page-%2").arg(to).arg(i + 1, 3, 10, QLatin1Char('0'));
        if (page.isNull() || !write(path + QStringLiteral(".jpg"), imaging::encodeJpeg(page, jpegQuality)) ||
            !write(path + QStringLiteral(".png"), imaging::encodePng(page)))
            return 1;
        std::printf("{\"page\":%d,\"from\":\"%s\"}\n", i + 1, qPrintable(name));
    }
    return 0;
}
