#include "drawn_pages.h"
#include "imaging/prepare.h"
#include "imaging/wire.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

#include <QTemporaryDir>
#include <tiffio.h>

using namespace diakinisi;
using namespace diakinisi::imaging;
using namespace diakinisi::test;

namespace {

QByteArray encoded(const QImage& image, const char* format, int quality = -1)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return buffer.data();
}

QByteArray sample(const char* name)
{
    QFile file(QStringLiteral(DIAKINISI_TEST_DATA "/images/") + QString::fromUtf8(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<PreparedPage> prepared(const QByteArray& bytes, const PrepareOptions& options = {}, int frame = 0,
                              const FindTurns& turns = {})
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return preparePage(buffer, frame, options, turns);
}

/// A TIFF of CMYK pixels, 8 or 16 bits each.
QByteArray cmykTiff(int bits)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.tif"));
    TIFF* const tiff = TIFFOpen(path.toLocal8Bit().constData(), "w");
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, 40);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, 30);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 4);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_SEPARATED);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    for (uint32_t line = 0; line < 30; ++line) {
        QByteArray row(40 * 4 * bits / 8, '\x20');
        TIFFWriteScanline(tiff, row.data(), line, 0);
    }
    TIFFClose(tiff);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QImage photographed()
{
    return noisy(textPage(150, 225), 10);
}

} // namespace

class TestPrepare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJpegThatNeedsNothingStaysByteForByte()
    {
        const QByteArray file = encoded(photographed(), "JPG", 85);
        PrepareOptions options;
        options.cleanUp.deskew = true;
        const auto page = prepared(file, options);
        QVERIFY(page);
        QCOMPARE(page->data, file);
        QVERIFY(page->original);
        QCOMPARE(page->coding, PageCoding::Jpeg);
        QCOMPARE(page->pixels, photographed().size());
        QVERIFY(!page->findings.blank);
    }

    void aSkewedJpegIsMadeAnewAndItsAngleTold()
    {
        const QByteArray file = encoded(lyingTurned(photographed(), 1.4), "JPG", 85);
        PrepareOptions options;
        options.cleanUp.deskew = true;
        const auto page = prepared(file, options);
        QVERIFY(page);
        QVERIFY(!page->original);
        QVERIFY(qAbs(page->findings.turned + 1.4) < 0.1);
        QVERIFY(
            qAbs(examine(QImage::fromData(page->data).convertToFormat(QImage::Format_Grayscale8), 150).skew.degrees) <
            0.1);
    }

    void aNoisyPngBecomesASmallJpegUnlessEveryPixelIsWanted()
    {
        const QByteArray file = encoded(photographed(), "PNG");
        const auto small = prepared(file);
        QVERIFY(small);
        QCOMPARE(small->coding, PageCoding::Jpeg);
        QVERIFY(small->data.size() < file.size() / 3);
        PrepareOptions options;
        options.lossless = true;
        const auto exact = prepared(file, options);
        QVERIFY(exact);
        QCOMPARE(QImage::fromData(exact->data).convertToFormat(QImage::Format_Grayscale8), photographed());
    }

    void blackAndWhiteBecomesGroup4()
    {
        const QImage art = textPage(150).convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
        const QByteArray file = encoded(art, "PNG");
        const auto page = prepared(file);
        QVERIFY(page);
        QCOMPARE(page->coding, PageCoding::Group4);
        QVERIFY(page->findings.blackAndWhite);
        QVERIFY(page->data.size() < art.sizeInBytes() / 4);
    }

    void aPageThatLiesOnItsSideIsTurnedWithoutTouchingAJpeg()
    {
        const QByteArray file = encoded(photographed(), "JPG", 85);
        const auto quarter = [](const QImage&, double) { return 1; };
        const auto page = prepared(file, {}, 0, quarter);
        QVERIFY(page);
        QVERIFY(page->original);
        QCOMPARE(page->quarterTurns, 1);
        QCOMPARE(page->pixels, photographed().size());
        const auto png = prepared(encoded(photographed(), "PNG"), {}, 0, quarter);
        QVERIFY(png);
        QCOMPARE(png->quarterTurns, 0);
        QCOMPARE(png->pixels, photographed().size().transposed());
    }

    void everyKindOfPixelIsTaken_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QSize>("pixels");
        const QImage small = textPage(150).copy(100, 100, 40, 30);
        QTest::newRow("1 bit") << encoded(small.convertToFormat(QImage::Format_Mono), "PNG") << QSize(40, 30);
        QTest::newRow("palette") << encoded(small.convertToFormat(QImage::Format_Indexed8), "PNG") << QSize(40, 30);
        QTest::newRow("16 bit") << encoded(small.convertToFormat(QImage::Format_Grayscale16), "PNG") << QSize(40, 30);
        QTest::newRow("16 bit colour") << encoded(small.convertToFormat(QImage::Format_RGBX64), "PNG") << QSize(40, 30);
        QTest::newRow("transparent") << encoded(small.convertToFormat(QImage::Format_ARGB32), "PNG") << QSize(40, 30);
        QTest::newRow("CMYK JPEG") << sample("cmyk.jpg") << QSize(40, 30);
        QTest::newRow("CMYK TIFF") << cmykTiff(8) << QSize(40, 30);
        QTest::newRow("animated PNG: its first picture") << sample("animated.png") << QSize(40, 30);
        QTest::newRow("one pixel") << encoded(QImage(1, 1, QImage::Format_RGB32), "PNG") << QSize(1, 1);
    }
    void everyKindOfPixelIsTaken()
    {
        QFETCH(QByteArray, file);
        QFETCH(QSize, pixels);
        PrepareOptions options;
        options.cleanUp = {true, true, true, true, PageColours::AsTheyAre};
        options.readCodes = options.wantPicture = true;
        const auto page = prepared(file, options);
        QVERIFY2(page, page ? "" : qPrintable(errorWord(page.error().code) + page.error().cause));
        QCOMPARE(page->pixels, pixels);
        QVERIFY(!page->data.isEmpty());
        QVERIFY(!page->original || page->coding == PageCoding::Jpeg);
    }

    void whatIsNoImageIsToldByName_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray jpeg = encoded(photographed(), "JPG", 85);
        const QByteArray png = encoded(photographed(), "PNG");
        QTest::newRow("empty") << QByteArray() << ErrorCode::ImageUnreadable;
        QTest::newRow("text") << QByteArray("Αξιότιμοι κύριοι") << ErrorCode::ImageUnreadable;
        QTest::newRow("animated GIF") << sample("animated.gif") << ErrorCode::ImageUnreadable;
        QTest::newRow("JPEG cut in the middle") << jpeg.left(jpeg.size() / 2) << ErrorCode::ImageUnreadable;
        QTest::newRow("JPEG cut in its head") << jpeg.left(100) << ErrorCode::ImageUnreadable;
        QTest::newRow("PNG cut in the middle") << png.left(png.size() / 2) << ErrorCode::ImageUnreadable;
        QTest::newRow("TIFF of 16-bit CMYK") << cmykTiff(16).left(60) << ErrorCode::ImageUnreadable;
    }
    void whatIsNoImageIsToldByName()
    {
        QFETCH(QByteArray, file);
        QFETCH(ErrorCode, code);
        const auto page = prepared(file);
        QVERIFY(!page);
        QCOMPARE(errorWord(page.error().code), errorWord(code));
    }

    void aFrameThatIsNotThereIsNotFound()
    {
        QCOMPARE(prepared(encoded(photographed(), "PNG"), {}, 1).error().code, ErrorCode::NotFound);
        QCOMPARE(prepared(encoded(photographed(), "PNG"), {}, -1).error().code, ErrorCode::NotFound);
    }

    void aBombIsRefusedBeforeItsPixels()
    {
        QImage wide(20'000, 8'000, QImage::Format_Mono); // 160 million pixels from 20 KB of file
        wide.fill(1);
        const auto page = prepared(encoded(wide, "PNG"));
        QCOMPARE(page.error().code, ErrorCode::LimitExceeded);
    }

    void preparedPagesCrossTheWire()
    {
        PrepareOptions options;
        options.cleanUp = {true, true, false, true, PageColours::LineArt};
        options.quality = 60;
        options.readCodes = true;
        const PrepareOptions back = wire::toOptions(wire::fromOptions(options));
        QCOMPARE(back.cleanUp, options.cleanUp);
        QCOMPARE(back.quality, 60);
        QVERIFY(back.readCodes);
        auto page = prepared(encoded(lyingTurned(photographed(), 2), "JPG", 85), options);
        QVERIFY(page);
        page->findings.codes = {{CodeKind::Barcode, QStringLiteral("ΑΒ-1"), {0.1, 0.2, 0.3, 0.4}}};
        const auto same = wire::toPage(wire::fromPage(*page));
        QVERIFY(same);
        QCOMPARE(same->data, page->data);
        QCOMPARE(same->coding, page->coding);
        QCOMPARE(same->pixels, page->pixels);
        QCOMPARE(same->findings.codes, page->findings.codes);
        QCOMPARE(same->findings.turned, page->findings.turned);
        QCOMPARE(same->findings.skew.confidence, page->findings.skew.confidence);
        QCOMPARE(wire::toPage({{}, "x"}).error().code, ErrorCode::WorkerDied);
    }
};

QTEST_MAIN(TestPrepare)
#include "test_prepare.moc"
