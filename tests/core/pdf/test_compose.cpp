#include "pdf/compose.h"
#include "pdf/info.h"
#include "sample_pdf.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::pdf;

namespace {

QImage picture(QImage::Format format)
{
    QImage image(300, 200, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, (x / 40 + y / 40) % 2 ? qRgb(x % 256, y, 90) : qRgb(250, 250, 250));
    return image.convertToFormat(format);
}

QByteArray encoded(const QImage& image, const char* format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 100);
    return buffer.data();
}

/// The page's image as Poppler takes it out again, every pixel.
QImage extracted(const QByteArray& pdf)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.pdf")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(pdf);
    file.close();
    samples::runProgram(QStringLiteral("pdfimages"),
                        {QStringLiteral("-all"), file.fileName(), folder.filePath(QStringLiteral("a"))});
    const QString path = folder.filePath(QStringLiteral("a-000."));
    return QImage(path + (QFile::exists(path + QStringLiteral("jpg")) ? QStringLiteral("jpg") : QStringLiteral("png")))
        .convertToFormat(QImage::Format_RGB32);
}

int largestDifference(const QImage& a, const QImage& b)
{
    int largest = a.size() == b.size() ? 0 : 1000;
    for (int y = 0; largest < 1000 && y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            largest = std::max({largest, std::abs(qRed(a.pixel(x, y)) - qRed(b.pixel(x, y))),
                                std::abs(qGreen(a.pixel(x, y)) - qGreen(b.pixel(x, y))),
                                std::abs(qBlue(a.pixel(x, y)) - qBlue(b.pixel(x, y)))});
    return largest;
}

Result<QByteArray> composed(const std::vector<PageImage>& images)
{
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    const Done done = composePages(images, to, {QStringLiteral("Σάρωση & <δοκιμή>"), QStringLiteral("el"), {1000}});
    if (!done)
        return fail(done.error());
    return to.data();
}

} // namespace

class TestCompose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyImageComesOutPixelForPixel_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QImage>("expected");
        const auto row = [](const char* name, const QImage& image, const char* format) {
            const QByteArray file = encoded(image, format);
            QTest::newRow(name) << file << QImage::fromData(file).convertToFormat(QImage::Format_RGB32);
        };
        row("PNG colour", picture(QImage::Format_RGB888), "PNG");
        row("PNG gray", picture(QImage::Format_Grayscale8), "PNG");
        row("PNG black and white", picture(QImage::Format_Mono), "PNG");
        row("PNG palette", picture(QImage::Format_Indexed8), "PNG");
        row("JPEG colour", picture(QImage::Format_RGB32), "JPG");
        row("JPEG gray", picture(QImage::Format_Grayscale8), "JPG");
        QImage glass(300, 200, QImage::Format_ARGB32);
        glass.fill(qRgba(255, 0, 0, 128));
        QImage white(300, 200, QImage::Format_RGB32);
        white.fill(qRgb(255, 127, 127));
        QTest::newRow("PNG with transparency") << encoded(glass, "PNG") << white;
    }

    void everyImageComesOutPixelForPixel()
    {
        QFETCH(QByteArray, file);
        QFETCH(QImage, expected);
        const Result<QByteArray> pdf = composed({{file, 72, 0}});
        QVERIFY2(pdf, pdf ? "" : qPrintable(pdf.error().cause));
        const samples::ProgramResult check = samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--check")}, *pdf);
        QVERIFY2(check.exitCode == 0, check.output.constData());
        QCOMPARE(largestDifference(extracted(*pdf), expected), 0);
    }

    void pagesAreSizedFromTheResolution()
    {
        const QByteArray image = encoded(picture(QImage::Format_Grayscale8), "JPG");
        const Result<QByteArray> pdf = composed({{image, 300, 0}, {image, 150, 90}});
        QBuffer device;
        device.setData(*pdf);
        device.open(QIODevice::ReadOnly);
        const Result<PdfInfo> info = readInfo(device);
        QVERIFY(info);
        QCOMPARE(info->title, QStringLiteral("Σάρωση & <δοκιμή>"));
        QCOMPARE(info->pages.size(), std::size_t{2});
        QCOMPARE(info->pages[0].shownWidth(), 72.0);
        QCOMPARE(info->pages[0].shownHeight(), 48.0);
        QCOMPARE(info->pages[1].shownWidth(), 96.0);
        QCOMPARE(info->pages[1].shownHeight(), 144.0);
    }

    void theFileIsHardlyLargerThanItsImages()
    {
        const QByteArray jpeg = encoded(picture(QImage::Format_RGB32), "JPG");
        const QByteArray png = encoded(picture(QImage::Format_Mono), "PNG");
        std::vector<PageImage> images(200, {jpeg, 300, 0});
        images.push_back({png, 300, 0});
        const Result<QByteArray> pdf = composed(images);
        QVERIFY(pdf);
        QCOMPARE(pdf->count(jpeg), 200); // taken over byte for byte
        QVERIFY2(pdf->size() < 200 * (jpeg.size() + 900) + png.size() + 4000, qPrintable(QString::number(pdf->size())));
        const QByteArray told = samples::runOn(QStringLiteral("pdfinfo"), {}, *pdf).output;
        QVERIFY2(told.contains("Σάρωση & <δοκιμή>"), told.constData());
        QVERIFY2(told.contains("Pages:           201"), told.constData());
    }

    void aTitleIsNotNeeded()
    {
        QBuffer to;
        to.open(QIODevice::WriteOnly);
        QVERIFY(composePages({{encoded(picture(QImage::Format_Mono), "PNG"), 300, 0}}, to, {}));
        QCOMPARE(samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--check")}, to.data()).exitCode, 0);
    }

    void aDeviceThatTakesNothingIsAnError()
    {
        QBuffer closed;
        closed.open(QIODevice::ReadOnly);
        QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): ReadOnly device");
        const QByteArray image = encoded(picture(QImage::Format_Grayscale8), "PNG");
        QCOMPARE(composePages({{image, 300, 0}}, closed, {}).error().code, ErrorCode::FileUnwritable);
    }

    void whatIsNoImageIsRefusedWithItsPlace()
    {
        const QByteArray good = encoded(picture(QImage::Format_Grayscale8), "PNG");
        const auto refused = composed({{good, 300, 0}, {"GIF89a", 300, 0}});
        QCOMPARE(refused.error().code, ErrorCode::ImageUnreadable);
        QCOMPARE(refused.error().subject, QStringLiteral("2"));
        QCOMPARE(composed({{good, 0, 0}}).error().code, ErrorCode::FieldInvalid);
        QCOMPARE(composed({}).error().code, ErrorCode::FieldMissing);
    }

    void damagedImagesNeverCrash()
    {
        for (const char* format : {"PNG", "JPG"}) {
            const QByteArray good = encoded(picture(QImage::Format_ARGB32).copy(0, 0, 40, 30), format);
            for (qsizetype cut = 0; cut < good.size(); cut += 7)
                (void)composed({{good.left(cut), 300, 0}});
            for (qsizetype at = 0; at < std::min<qsizetype>(good.size(), 600); ++at) {
                QByteArray bad = good;
                bad[at] = static_cast<char>(~bad[at]);
                (void)composed({{bad, 300, 0}});
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCompose)
#include "test_compose.moc"
