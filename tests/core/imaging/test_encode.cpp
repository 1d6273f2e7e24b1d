#include "imaging/adjust.h"
#include "imaging/decode.h"
#include "imaging/encode.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::imaging;

namespace {

/// Gray with a dark upper left quarter, so that turning it the wrong way is seen.
QImage marked(int width, int height)
{
    QImage image(width, height, QImage::Format_Grayscale8);
    image.fill(230);
    for (int y = 0; y < height / 2; ++y)
        for (int x = 0; x < width / 2; ++x)
            image.setPixel(x, y, qRgb(20, 20, 20));
    image.setDotsPerMeterX(11811);
    image.setDotsPerMeterY(11811);
    return image;
}

QImage decoded(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return decodeImage(buffer).value_or(QImage());
}

} // namespace

class TestEncode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGrayJpegStaysGrayAndKeepsItsResolution()
    {
        const QImage image = marked(400, 300);
        const auto bytes = encodeJpeg(image, 80);
        QVERIFY(bytes);
        const QImage back = decoded(*bytes);
        QCOMPARE(back.format(), QImage::Format_Grayscale8);
        QCOMPARE(back.size(), image.size());
        QVERIFY(qAbs(back.dotsPerMeterX() - 11811) < 30);
        QVERIFY(qAbs(qGray(back.pixel(50, 50)) - 20) < 8);
        QVERIFY(qAbs(qGray(back.pixel(350, 250)) - 230) < 8);
    }

    void aHigherQualityGivesALargerFile()
    {
        QImage noise(300, 300, QImage::Format_RGB32);
        unsigned seed = 7;
        for (int y = 0; y < 300; ++y)
            for (int x = 0; x < 300; ++x)
                noise.setPixel(x, y, (seed = seed * 1664525U + 1013904223U) >> 8);
        QVERIFY(encodeJpeg(noise, 90)->size() > encodeJpeg(noise, 30)->size());
        QCOMPARE(encodeJpeg(noise, 0).error().code, ErrorCode::FieldInvalid);
        QCOMPARE(encodeJpeg(QImage(), 80).error().code, ErrorCode::FieldInvalid);
    }

    void aPngComesBackAsItWas()
    {
        const QImage image = marked(333, 111);
        QCOMPARE(decoded(*encodePng(image)).convertToFormat(QImage::Format_Grayscale8), image);
    }

    void turningMovesTheMarkClockwise()
    {
        const QImage image = marked(400, 300);
        const QImage once = turned(image, 1);
        QCOMPARE(once.size(), QSize(300, 400));
        QVERIFY(qGray(once.pixel(290, 10)) < 50);
        QVERIFY(qGray(once.pixel(10, 10)) > 200);
        QCOMPARE(turned(turned(image, 3), 1), image);
        QCOMPARE(turned(image, -1), turned(image, 3));
    }

    void aThumbnailFitsAndIsNeverLarger()
    {
        QCOMPARE(thumbnail(marked(400, 300), QSize(100, 100)).size(), QSize(100, 75));
        QCOMPARE(thumbnail(marked(400, 300), QSize(100, 100)).format(), QImage::Format_Grayscale8);
        QCOMPARE(thumbnail(marked(40, 30), QSize(100, 100)).size(), QSize(40, 30));
        QCOMPARE(thumbnail(marked(4000, 3), QSize(100, 100)).size(), QSize(100, 1));
    }

    void grayIsOverWhitePaper()
    {
        QImage glass(10, 10, QImage::Format_ARGB32);
        glass.fill(Qt::transparent);
        QCOMPARE(qGray(toGray(glass).pixel(5, 5)), 255);
    }

    void aFileIsThereWholeOrNotAtAll()
    {
        const QTemporaryDir folder;
        QVERIFY(writeWhole(folder.filePath(QStringLiteral("a.png")), "abc"));
        QFile file(folder.filePath(QStringLiteral("a.png")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("abc"));
        const auto refused = writeWhole(folder.filePath(QStringLiteral("none/a.png")), "abc");
        QCOMPARE(refused.error().code, ErrorCode::FileUnwritable);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestEncode)
#include "test_encode.moc"
