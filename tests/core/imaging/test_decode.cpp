#include "imaging/decode.h"
#include "imaging/encode.h"

#include <QBuffer>
#include <QTest>
#include <QtEndian>

#include <tiffio.h>

#include <QTemporaryDir>

using namespace diakinisi;
using namespace diakinisi::imaging;

namespace {

template <class T>
Result<T> with(const QByteArray& bytes, const std::function<Result<T>(QIODevice&)>& call)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return call(buffer);
}

Result<QImage> decoded(const QByteArray& bytes, QSize within = {}, int frame = 0)
{
    return with<QImage>(bytes, [&](QIODevice& device) { return decodeImage(device, frame, within); });
}

Result<ImageFile> inspected(const QByteArray& bytes)
{
    return with<ImageFile>(bytes, [](QIODevice& device) { return inspectImage(device); });
}

QImage picture(int width, int height)
{
    QImage image(width, height, QImage::Format_Grayscale8);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.scanLine(y)[x] = static_cast<uchar>((x * 7 + y * 13) % 256);
    image.setDotsPerMeterX(11811);
    image.setDotsPerMeterY(11811);
    return image;
}

/// A black-and-white TIFF of some frames, as an office copier sends it: CCITT group 4 at 200 dpi.
QByteArray faxTiff(int frames)
{
    const QTemporaryDir folder;
    const QByteArray path = folder.filePath(QStringLiteral("fax.tif")).toLocal8Bit();
    TIFF* const tiff = TIFFOpen(path.constData(), "w");
    for (int frame = 0; frame < frames; ++frame) {
        TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, 1728);
        TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, 100 + frame);
        TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
        TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
        TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
        TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 100 + frame);
        TIFFSetField(tiff, TIFFTAG_XRESOLUTION, 200.0);
        TIFFSetField(tiff, TIFFTAG_YRESOLUTION, 200.0);
        TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
        for (int line = 0; line < 100 + frame; ++line) {
            QByteArray row(216, line < 50 ? '\xFF' : '\0');
            TIFFWriteScanline(tiff, row.data(), static_cast<uint32_t>(line), 0);
        }
        TIFFWriteDirectory(tiff);
    }
    TIFFClose(tiff);
    QFile file(QString::fromLocal8Bit(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A PNG whose header promises `side` pixels each way, with a right checksum, and next to nothing behind.
QByteArray pngPromising(quint32 side)
{
    QByteArray header("IHDR");
    std::array<char, 8> measures{};
    qToBigEndian(side, measures.data());
    qToBigEndian(side, measures.data() + 4);
    header += QByteArray(measures.data(), 8) + QByteArray("\x01\x00\x00\x00\x00", 5);
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : header) {
        crc ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
    }
    std::array<char, 4> sum{};
    qToBigEndian(~crc, sum.data());
    return QByteArray("\x89PNG\r\n\x1A\n\0\0\0\r", 12) + header + QByteArray(sum.data(), 4) +
           QByteArray("\0\0\0\0IDAT\x35\xAF\x06\x1E", 12);
}

} // namespace

class TestDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresAreReadWithoutThePixels()
    {
        const auto jpeg = inspected(*encodeJpeg(picture(640, 480), 80));
        QVERIFY(jpeg);
        QCOMPARE(jpeg->kind, ImageKind::Jpeg);
        QCOMPARE(jpeg->frames.size(), std::size_t{1});
        QCOMPARE(jpeg->frames[0].pixels, QSize(640, 480));
        QVERIFY(qAbs(jpeg->frames[0].dpi - 300) < 1);
        const auto png = inspected(*encodePng(picture(64, 48)));
        QCOMPARE(png->kind, ImageKind::Png);
        QVERIFY(qAbs(png->frames[0].dpi - 300) < 1);
    }

    void aResolutionThatNobodyMeantIsNone()
    {
        QImage screen = picture(64, 48);
        screen.setDotsPerMeterX(2835); // 72 dpi
        screen.setDotsPerMeterY(2835);
        QCOMPARE(inspected(*encodePng(screen))->frames[0].dpi, 0.0);
    }

    void everyFrameOfAFaxIsRead()
    {
        const QByteArray fax = faxTiff(3);
        const auto file = inspected(fax);
        QVERIFY2(file, qPrintable(file ? QString() : file.error().cause));
        QCOMPARE(file->kind, ImageKind::Tiff);
        QCOMPARE(file->frames.size(), std::size_t{3});
        QCOMPARE(file->frames[2].pixels, QSize(1728, 102));
        QCOMPARE(file->frames[2].dpi, 200.0);
        const auto page = decoded(fax, {}, 2);
        QVERIFY(page);
        QCOMPARE(page->format(), QImage::Format_Grayscale8);
        QCOMPARE(qGray(page->pixel(800, 10)), 0);
        QCOMPARE(qGray(page->pixel(800, 90)), 255);
        QCOMPARE(decoded(fax, {}, 3).error().code, ErrorCode::NotFound);
    }

    void aSmallerPictureFitsWhatWasAsked()
    {
        const auto small = decoded(*encodeJpeg(picture(1600, 1200), 80), QSize(400, 400));
        QVERIFY(small);
        QCOMPARE(small->size(), QSize(400, 300));
        QCOMPARE(decoded(*encodePng(picture(1600, 1200)), QSize(400, 400))->size(), QSize(400, 300));
        QCOMPARE(decoded(*encodePng(picture(16, 12)), QSize(400, 400))->size(), QSize(16, 12));
    }

    void transparencyBecomesPaper()
    {
        QImage glass(10, 10, QImage::Format_ARGB32);
        glass.fill(Qt::transparent);
        const auto image = decoded(*encodePng(glass));
        QCOMPARE(image->format(), QImage::Format_RGB32);
        QCOMPARE(image->pixel(3, 3), qRgb(255, 255, 255));
    }

    void whatIsCutShortIsRefused_data()
    {
        QTest::addColumn<QByteArray>("whole");
        QTest::newRow("jpeg") << *encodeJpeg(picture(800, 600), 80);
        QTest::newRow("png") << *encodePng(picture(800, 600));
        QTest::newRow("tiff") << faxTiff(1);
    }

    void whatIsCutShortIsRefused()
    {
        QFETCH(QByteArray, whole);
        QVERIFY(decoded(whole));
        for (const int percent : {1, 10, 50, 90}) {
            const auto image = decoded(whole.left(whole.size() * percent / 100));
            QVERIFY2(!image, qPrintable(QString::number(percent)));
            QCOMPARE(image.error().code, ErrorCode::ImageUnreadable);
        }
    }

    void everyFlippedByteGivesAnImageOrAnError()
    {
        for (const QByteArray& whole : {*encodeJpeg(picture(60, 40), 80), *encodePng(picture(60, 40)), faxTiff(2)}) {
            for (qsizetype at = 0; at < whole.size(); at += 1 + whole.size() / 400) {
                QByteArray broken = whole;
                broken[at] = static_cast<char>(~broken[at]);
                const auto image = decoded(broken);
                if (!image)
                    QVERIFY2(image.error().code == ErrorCode::ImageUnreadable ||
                                 image.error().code == ErrorCode::LimitExceeded ||
                                 image.error().code == ErrorCode::NotFound,
                             qPrintable(errorWord(image.error().code)));
            }
        }
    }

    void aBombIsRefusedByItsHeader()
    {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(decoded(pngPromising(20'001)).error().code, ErrorCode::LimitExceeded);
        QCOMPARE(inspected(pngPromising(20'001)).error().code, ErrorCode::LimitExceeded);
        QCOMPARE(decoded(pngPromising(13'000)).error().code, ErrorCode::LimitExceeded);
        QCOMPARE(inspected(pngPromising(12'000))->frames[0].pixels, QSize(12'000, 12'000));
        QVERIFY(timer.elapsed() < 5'000);
    }

    void whatIsNoImageIsRefused()
    {
        for (const QByteArray& bytes :
             {QByteArray(), QByteArray("x"), QByteArray("%PDF-1.4\n"), QByteArray("GIF89a\1\0\1\0"),
              QByteArray("\xFF\xD8\xFF"), QByteArray("II*\0", 4), QByteArray("\x89PNG\r\n\x1A\n")}) {
            QCOMPARE(decoded(bytes).error().code, ErrorCode::ImageUnreadable);
            QCOMPARE(inspected(bytes).error().code, ErrorCode::ImageUnreadable);
        }
    }

    void aFileAboveTheLimitIsNotRead()
    {
        const QByteArray png = *encodePng(picture(64, 48));
        DecodeLimits limits;
        limits.fileBytes = png.size() - 1;
        const auto image = with<QImage>(png, [&](QIODevice& device) { return decodeImage(device, 0, {}, limits); });
        QCOMPARE(image.error().code, ErrorCode::FileTooLarge);
    }
};

QTEST_GUILESS_MAIN(TestDecode)
#include "test_decode.moc"
