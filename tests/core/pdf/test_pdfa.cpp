#include "pdf/compose.h"
#include "pdf/info.h"
#include "sample_pdf.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::pdf;

namespace {

constexpr double dpi = 100;

QByteArray picture(QImage::Format format, const char* kind)
{
    QImage image(800, 1100, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int i = 0; i < 40; ++i)
        image.setPixel(20 + i, 30 + i, qRgb(200, 0, 0));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.convertToFormat(format).save(&buffer, kind, 90);
    return buffer.data();
}

/// Words as they stand on a page of 576 x 792 points.
TextPage words()
{
    TextPage page{{576, 792}, {}};
    double y = 72;
    for (const QString& line :
         {QStringLiteral("ΘΕΜΑ: Έγκριση δαπάνης ύδρευσης"), QStringLiteral("Ref. No 123/2026 ΐ ΰ ώ — €")}) {
        double x = 72;
        for (const QString& word : line.split(u' ')) {
            page.words.push_back({word, {x, y, 7.0 * static_cast<double>(word.size()), 12}});
            x += 7.0 * static_cast<double>(word.size()) + 6;
        }
        page.words.back().endsLine = true;
        y += 20;
    }
    return page;
}

QByteArray composed(const std::vector<ComposedPage>& pages, const ComposeOptions& options = {})
{
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    const auto composer = PageComposer::begin(to, options);
    for (const ComposedPage& page : pages)
        if (!(*composer)->add(page))
            return {};
    return (*composer)->finish() ? to.data() : QByteArray();
}

ComposeOptions described()
{
    ComposeOptions options;
    options.title = QStringLiteral("Έγγραφο <1> & 2");
    options.author = QStringLiteral("Δήμος Νέας Ολύνθου");
    options.identifier = QStringLiteral("123/2026 Δήμος Νέας Ολύνθου");
    options.created = {1'790'000'000'000};
    return options;
}

samples::ProgramResult judged(const QByteArray& pdf)
{
    return samples::runOn(QStringLiteral("python3"),
                          {QStringLiteral("-B"), QStringLiteral(DIAKINISI_SOURCE "/tests/support/pdfa.py")}, pdf);
}

struct Found {
    QString text;
    QRectF box;
};

/// Words and boxes as poppler's pdftotext sees them on the page as shown.
std::vector<Found> extracted(const QByteArray& pdf)
{
    const QString xml = QString::fromUtf8(
        samples::runOn(QStringLiteral("pdftotext"), {QStringLiteral("-bbox")}, pdf, {QStringLiteral("-")}).output);
    static const QRegularExpression form(QStringLiteral(
        "<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">(.*?)</word>"));
    std::vector<Found> found;
    for (const auto& match : form.globalMatch(xml)) {
        const QPointF topLeft(match.captured(1).toDouble(), match.captured(2).toDouble());
        const QPointF bottomRight(match.captured(3).toDouble(), match.captured(4).toDouble());
        found.push_back({match.captured(5), QRectF(topLeft, bottomRight)});
    }
    return found;
}

} // namespace

class TestPdfa : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWeComposeKeepsTheRulesOfPdfA2b()
    {
        const QByteArray pdf = composed({{{picture(QImage::Format_RGB32, "JPG"), dpi, 0}, words()},
                                         {{picture(QImage::Format_Grayscale8, "JPG"), dpi, 90}, {}},
                                         {{picture(QImage::Format_Mono, "PNG"), dpi, 0}, words()},
                                         {{picture(QImage::Format_Indexed8, "PNG"), dpi, 0}, {}},
                                         {{picture(QImage::Format_ARGB32, "PNG"), dpi, 0}, {}, QStringLiteral("α")}},
                                        described());
        const samples::ProgramResult verdict = judged(pdf);
        QVERIFY2(verdict.exitCode == 0, verdict.output.constData());
        const auto check = samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--check")}, pdf);
        QVERIFY2(check.exitCode == 0, check.output.constData());
        const QByteArray told = samples::runOn(QStringLiteral("pdfinfo"), {QStringLiteral("-meta")}, pdf).output;
        QVERIFY2(told.contains("<dc:identifier>123/2026 Δήμος Νέας Ολύνθου</dc:identifier>"), told.constData());
        QBuffer file;
        file.setData(pdf);
        file.open(QIODevice::ReadOnly);
        const auto info = readInfo(file);
        QVERIFY(info);
        QCOMPARE(info->pdfaClaim.toLower(), QStringLiteral("2b"));
    }

    void theJudgeFindsWhatIsAgainstTheRules_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("clause");
        const auto row = [](const char* name, const char* from, const char* to, const char* clause) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(clause);
        };
        row("no output intent", "/OutputIntents", "/OutputIntentz", "6.2.4.3");
        row("no claim", "<pdfaid:part>2", "<pdfaid:part>9", "6.6.4");
        row("another producer", "<pdf:Producer>D", "<pdf:Producer>E", "6.6.3");
        row("another date", "<xmp:CreateDate>2", "<xmp:CreateDate>3", "6.6.3");
        row("no font program", "/FontFile2", "/FontFileX", "6.2.11.4.1");
        row("no comment", "\xe2\xe3\xcf\xd3", "abcd", "6.1.2");
        row("no identifier", "/ID ", "/IX ", "6.1.3");
        row("interpolated", "/BitsPerComponent 8", "/Interpolate true  ", "6.2.8");
        row("no metadata", "/Metadata ", "/Metadatb ", "6.6.2.1");
        row("an action", "/PageLabels", "/AA        ", "6.5.2");
    }
    void theJudgeFindsWhatIsAgainstTheRules()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, clause);
        QByteArray pdf = composed({{{picture(QImage::Format_RGB32, "JPG"), dpi, 0}, words()}}, described());
        QVERIFY2(pdf.contains(from), from.constData());
        QCOMPARE(to.size(), from.size());
        pdf.replace(pdf.indexOf(from), from.size(), to);
        const samples::ProgramResult verdict = judged(pdf);
        QVERIFY2(verdict.output.contains(clause), verdict.output.constData());
        QCOMPARE(verdict.exitCode, 1);
    }

    void theWordsAreFoundWhereTheyStand_data()
    {
        QTest::addColumn<int>("rotation");
        for (const int rotation : {0, 90, 180, 270})
            QTest::addRow("%d", rotation) << rotation;
    }
    void theWordsAreFoundWhereTheyStand()
    {
        QFETCH(int, rotation);
        QImage sheet(rotation % 180 == 0 ? QSize(800, 1100) : QSize(1100, 800), QImage::Format_Grayscale8);
        sheet.fill(Qt::white);
        QBuffer file;
        file.open(QIODevice::WriteOnly);
        sheet.save(&file, "JPG");
        const QByteArray pdf = composed({{{file.data(), dpi, rotation}, words()}});
        const std::vector<Found> found = extracted(pdf);
        const TextPage expected = words();
        QCOMPARE(found.size(), expected.words.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            QCOMPARE(found[i].text.toHtmlEscaped(), expected.words[i].text.toHtmlEscaped());
            const QRectF common = found[i].box.intersected(expected.words[i].box);
            const double share =
                common.width() * common.height() / (expected.words[i].box.width() * expected.words[i].box.height());
            QVERIFY2(share > 0.85, qPrintable(QStringLiteral("%1: %2").arg(found[i].text).arg(share)));
        }
    }

    void everyReaderGetsTheSameGreekText()
    {
        const QByteArray pdf = composed({{{picture(QImage::Format_Grayscale8, "JPG"), dpi, 0}, words()}});
        const QByteArray poppler =
            samples::runOn(QStringLiteral("pdftotext"), {}, pdf, {QStringLiteral("-")}).output.simplified();
        QCOMPARE(poppler, QByteArray("ΘΕΜΑ: Έγκριση δαπάνης ύδρευσης Ref. No 123/2026 ΐ ΰ ώ — €"));
        const QByteArray mupdf =
            samples::runOn(QStringLiteral("mutool"),
                           {QStringLiteral("draw"), QStringLiteral("-q"), QStringLiteral("-F"), QStringLiteral("txt")},
                           pdf)
                .output.simplified();
        QVERIFY2(mupdf.endsWith(poppler), mupdf.constData()); // it warns of the profile that it does not use
    }

    void theTextIsNotSeen()
    {
        QImage sheet(800, 1100, QImage::Format_Grayscale8);
        sheet.fill(Qt::white);
        QBuffer file;
        file.open(QIODevice::WriteOnly);
        sheet.save(&file, "PNG");
        const QByteArray pdf = composed({{{file.data(), dpi, 0}, words()}});
        const QByteArray drawn =
            samples::runOn(QStringLiteral("pdftoppm"),
                           {QStringLiteral("-gray"), QStringLiteral("-r"), QStringLiteral("50")}, pdf)
                .output;
        const QImage image = QImage::fromData(drawn);
        QVERIFY(!image.isNull());
        QCOMPARE(image.convertToFormat(QImage::Format_Grayscale8).pixelColor(300, 300), QColor(Qt::white));
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                QCOMPARE(qGray(image.pixel(x, y)), 255);
    }

    void aTextReadAtAnotherSizeIsDrawnOutToThePage()
    {
        TextPage twice = words();
        twice.size *= 2;
        for (TextWord& word : twice.words)
            word.box = QRectF(word.box.topLeft() * 2, word.box.size() * 2);
        const auto same = extracted(composed({{{picture(QImage::Format_RGB32, "JPG"), dpi, 0}, words()}}));
        const auto drawnOut = extracted(composed({{{picture(QImage::Format_RGB32, "JPG"), dpi, 0}, twice}}));
        QCOMPARE(drawnOut.size(), same.size());
        for (std::size_t i = 0; i < same.size(); ++i)
            QVERIFY((drawnOut[i].box.center() - same[i].box.center()).manhattanLength() < 0.5);
    }

    void aCmykPictureIsRefusedInPdfA()
    {
        QFile file(QStringLiteral(DIAKINISI_TEST_DATA "/images/cmyk.jpg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray cmyk = file.readAll();
        QBuffer to;
        to.open(QIODevice::WriteOnly);
        QCOMPARE(composePages({{cmyk, dpi, 0}}, to, {}).error().code, ErrorCode::NotSupported);
        ComposeOptions plain;
        plain.pdfA = false;
        QVERIFY(composePages({{cmyk, dpi, 0}}, to, plain));
    }

    void aRefusedPageLeavesTheOthers()
    {
        QBuffer to;
        to.open(QIODevice::WriteOnly);
        const auto composer = PageComposer::begin(to, {});
        QVERIFY(composer);
        QVERIFY((*composer)->add({{picture(QImage::Format_RGB32, "JPG"), dpi, 0}}));
        QCOMPARE((*composer)->add({{"GIF89a", dpi, 0}}).error().subject, QStringLiteral("2"));
        QVERIFY((*composer)->add({{picture(QImage::Format_RGB32, "JPG"), dpi, 0}}));
        QCOMPARE((*composer)->pages(), 2);
        QVERIFY((*composer)->finish());
        QCOMPARE(samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--check")}, to.data()).exitCode, 0);
    }

    void thePagesHaveTheirLabels()
    {
        const PageImage image{picture(QImage::Format_RGB32, "JPG"), dpi, 0};
        const QByteArray pdf = composed({{image, {}, QStringLiteral("α")}, {image}});
        QVERIFY(samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--check")}, pdf).exitCode == 0);
        const QByteArray json =
            samples::runOn(QStringLiteral("qpdf"),
                           {QStringLiteral("--json=2"), QStringLiteral("--json-key=pagelabels")}, pdf)
                .output;
        QVERIFY2(json.contains("u:α"), json.constData());
    }
};

QTEST_MAIN(TestPdfa)
#include "test_pdfa.moc"
