#include "drawn_pages.h"
#include "imaging/clean_up.h"
#include "imaging/line_art.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::imaging;
using namespace diakinisi::test;

namespace {

constexpr int dpi = 150;

double millimetres(double mm)
{
    return mm * dpi / 25.4;
}

QImage emptyPage(int paper = 245)
{
    return noisy(textPage(dpi, paper, 0), 6);
}

/// With something drawn on it.
QImage with(QImage page, const std::function<void(QPainter&)>& draw)
{
    QPainter painter(&page);
    draw(painter);
    return page;
}

double meanOf(const QImage& image, const QRect& of)
{
    double sum = 0;
    for (int y = of.top(); y <= of.bottom(); ++y)
        for (int x = of.left(); x <= of.right(); ++x)
            sum += qGray(image.pixel(x, y));
    return sum / (of.width() * of.height());
}

} // namespace

class TestCleanUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAngleOfTheLinesIsFound_data()
    {
        QTest::addColumn<double>("degrees");
        for (const double degrees : {-7.5, -3.0, -1.0, -0.3, 0.0, 0.2, 0.6, 2.2, 5.0, 9.0})
            QTest::addRow("%g", degrees) << degrees;
    }
    void theAngleOfTheLinesIsFound()
    {
        QFETCH(double, degrees);
        const PageFindings found = examine(noisy(lyingTurned(textPage(dpi, 235), degrees), 8), dpi);
        QVERIFY2(qAbs(found.skew.degrees + degrees) < 0.1, qPrintable(QString::number(found.skew.degrees)));
        QVERIFY(found.skew.confidence > 0.5);
        QVERIFY(!found.blank);
    }

    void aPageIsBroughtLevelAndItsCornersAreWhite()
    {
        const QImage page = lyingTurned(textPage(dpi), 2);
        PageFindings found = examine(page, dpi);
        CleanUp asked;
        asked.deskew = true;
        QVERIFY(needsCleaning(found, asked));
        const auto level = cleaned(page, dpi, asked, found);
        QVERIFY(level);
        QCOMPARE(level->size(), page.size());
        QVERIFY(qAbs(found.turned + 2) < 0.1);
        QVERIFY(qAbs(examine(*level, dpi).skew.degrees) < 0.08);
        QCOMPARE(level->pixelColor(0, 0), QColor(Qt::white));
        QCOMPARE(level->pixelColor(level->width() - 1, level->height() - 1), QColor(Qt::white));
        QCOMPARE(page.pixelColor(2, 2), QColor(Qt::white)); // the original is what it was
    }

    void aLevelPageIsLeftAlone()
    {
        const QImage page = textPage(dpi);
        PageFindings found = examine(page, dpi);
        CleanUp asked;
        asked.deskew = asked.crop = asked.whiten = true;
        QVERIFY(!needsCleaning(found, asked));
        const auto same = cleaned(page, dpi, asked, found);
        QVERIFY(same);
        QCOMPARE(*same, page);
    }

    void colourPagesAreTurnedLikeGrayOnes()
    {
        const QImage page = lyingTurned(textPage(dpi), -1.5).convertToFormat(QImage::Format_RGB32);
        PageFindings found = examine(page, dpi);
        CleanUp asked;
        asked.deskew = true;
        const auto level = cleaned(page, dpi, asked, found);
        QVERIFY(level);
        QCOMPARE(level->format(), QImage::Format_RGB32);
        QVERIFY(qAbs(examine(*level, dpi).skew.degrees) < 0.08);
    }

    void whatIsNothingIsBlank_data()
    {
        QTest::addColumn<QImage>("page");
        QTest::newRow("white") << textPage(dpi, 255, 0);
        QTest::newRow("yellowed and noisy") << emptyPage(200);
        QTest::newRow("dust") << with(emptyPage(), [](QPainter& p) {
            for (int i = 0; i < 60; ++i)
                p.fillRect(QRectF(100 + 17 * i, 150 + 23 * i, 3, 3), Qt::black);
        });
        QTest::newRow("punch holes") << with(emptyPage(), [](QPainter& p) {
            p.setBrush(Qt::black);
            for (const double y : {108.5, 188.5})
                p.drawEllipse(QPointF(millimetres(12), millimetres(y)), millimetres(2.8), millimetres(2.8));
        });
        QTest::newRow("the other side shows through")
            << textPage(dpi, 245).mirrored(true, false).convertToFormat(QImage::Format_Grayscale8);
        QTest::newRow("the sheet's edge")
            << with(emptyPage(), [](QPainter& p) { p.fillRect(QRectF(0, 0, 6, 2000), Qt::black); });
    }
    void whatIsNothingIsBlank()
    {
        QFETCH(QImage, page);
        if (QByteArray(QTest::currentDataTag()).startsWith("the other"))
            for (int y = 0; y < page.height(); ++y)
                for (int x = 0; x < page.width(); ++x)
                    page.scanLine(y)[x] = static_cast<uchar>(200 + page.constScanLine(y)[x] * 45 / 255);
        QVERIFY(examine(page, dpi).blank);
    }

    void whatSomebodyWroteIsNotBlank_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("ink");
        QTest::newRow("a page number") << QStringLiteral("3") << 30;
        QTest::newRow("a line in pencil") << QStringLiteral("να απαντηθεί") << 120;
    }
    void whatSomebodyWroteIsNotBlank()
    {
        QFETCH(QString, text);
        QFETCH(int, ink);
        const QImage page = with(emptyPage(), [&](QPainter& p) {
            QFont font(QStringLiteral("DejaVu Sans"));
            font.setPixelSize(dpi * 11 / 72);
            p.setFont(font);
            p.setPen(QColor(ink, ink, ink));
            p.drawText(QPointF(millimetres(104), millimetres(280)), text);
        });
        QVERIFY(!examine(page, dpi).blank);
    }

    void theSheetIsFoundOnDarkGround()
    {
        QImage picture(1500, 1900, QImage::Format_Grayscale8);
        picture.fill(QColor(40, 40, 40));
        const QRect sheet(140, 90, 1240, 1700);
        QPainter(&picture).drawImage(sheet, textPage(dpi, 230));
        PageFindings found = examine(picture, dpi);
        CleanUp asked;
        asked.crop = true;
        const auto cut = cleaned(picture, dpi, asked, found);
        QVERIFY(cut);
        QVERIFY(found.cropped);
        QVERIFY2(qAbs(cut->width() - sheet.width()) <= 12 && qAbs(cut->height() - sheet.height()) <= 12,
                 qPrintable(QStringLiteral("%1x%2").arg(cut->width()).arg(cut->height())));
        QVERIFY(meanOf(*cut, QRect(4, 4, 40, cut->height() - 8)) > 200);
    }

    void yellowedPaperWithAShadowBecomesWhiteAndWritingStaysDark()
    {
        QImage page = textPage(dpi, 255);
        for (int y = 0; y < page.height(); ++y) // a fold's shadow, from 210 down to 150 at the left
            for (int x = 0; x < page.width(); ++x)
                page.scanLine(y)[x] = static_cast<uchar>(page.constScanLine(y)[x] * std::min(210, 150 + x / 4) / 255);
        page = noisy(page, 3);
        PageFindings found = examine(page, dpi);
        CleanUp asked;
        asked.whiten = true;
        const auto white = cleaned(page, dpi, asked, found);
        QVERIFY(white);
        QVERIFY(found.whitened);
        QVERIFY(meanOf(*white, QRect(20, 20, 100, 100)) > 250);
        QVERIFY(meanOf(*white, QRect(page.width() - 120, 20, 100, 100)) > 250);
        const QRect line(dpi, dpi - 12, 300, 16);
        QVERIFY(meanOf(page, line) / meanOf(page, line.translated(0, -60)) + 0.02 >
                meanOf(*white, line) / 255); // contrast is no less
    }

    void lineArtFollowsTheShadowAndLosesItsDust()
    {
        QImage page = textPage(dpi, 255);
        for (int y = 0; y < page.height(); ++y)
            for (int x = 0; x < page.width(); ++x)
                page.scanLine(y)[x] = static_cast<uchar>(page.constScanLine(y)[x] * std::min(240, 110 + x / 8) / 255);
        page.setPixel(600, 40, 0);
        PageFindings found = examine(page, dpi);
        CleanUp asked;
        asked.colours = PageColours::LineArt;
        asked.despeckle = true;
        const auto art = cleaned(page, dpi, asked, found);
        QVERIFY(art);
        QCOMPARE(art->format(), QImage::Format_Mono);
        QCOMPARE(meanOf(*art, QRect(10, 10, 1000, 100)), 255.0);
        const double ink = 255 - meanOf(*art, QRect(dpi, dpi, 900, 1400));
        const double expected = 255 - meanOf(toLineArt(textPage(dpi)), QRect(dpi, dpi, 900, 1400));
        QVERIFY2(ink > 0.7 * expected && ink < 1.4 * expected, qPrintable(QString::number(ink / expected)));
    }
};

QTEST_MAIN(TestCleanUp)
#include "test_clean_up.moc"
