#include "drawn_pages.h"
#include "imaging/codes.h"
#include "imaging/label_code.h"
#include "imaging/split_pile.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::imaging;
using namespace diakinisi::test;

namespace {

std::vector<PileVerdict> split(const std::vector<PilePage>& pages, Separator separator, bool dropBlank = false)
{
    PileSplitter splitter(separator, dropBlank);
    std::vector<PileVerdict> verdicts;
    for (const PilePage& page : pages)
        verdicts.push_back(splitter.next(page));
    return verdicts;
}

PilePage written()
{
    return {};
}
PilePage blank()
{
    return {true, {}};
}
PilePage coded(const QString& text)
{
    return {false, {{CodeKind::Barcode, text, {}}}};
}

const PileVerdict out{true, false, {}};
const PileVerdict first{false, true, {}};
const PileVerdict more{false, false, {}};

} // namespace

namespace QTest {
template <>
char* toString(const PileVerdict& v)
{
    return QTest::toString(QStringLiteral("out %1 begins %2 code %3").arg(v.leftOut).arg(v.beginsDocument).arg(v.code));
}
} // namespace QTest

class TestCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWeMakeIsReadAgainFromAScannedPage_data()
    {
        QTest::addColumn<CodeKind>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("turned");
        const QString label = labelText({10'934, 2026, QStringLiteral("Δήμος Νέας Ολύνθου")});
        QTest::newRow("QR") << CodeKind::Qr << label << 0.0;
        QTest::newRow("QR on a skewed page") << CodeKind::Qr << label << 3.0;
        QTest::newRow("barcode") << CodeKind::Barcode << QStringLiteral("DOC-2026-000123") << 0.0;
        QTest::newRow("barcode on a skewed page") << CodeKind::Barcode << QStringLiteral("DOC-2026-000123") << -2.0;
    }
    void whatWeMakeIsReadAgainFromAScannedPage()
    {
        QFETCH(CodeKind, kind);
        QFETCH(QString, text);
        QFETCH(double, turned);
        const auto code = makeCode(kind, text, 4);
        QVERIFY2(code, code ? "" : qPrintable(code.error().cause));
        QImage page = textPage(200, 240);
        QPainter(&page).drawImage(900, 250, *code);
        page = noisy(lyingTurned(page, turned), 10);
        const std::vector<PageCode> codes = readCodes(page);
        QCOMPARE(codes.size(), std::size_t{1});
        QCOMPARE(codes[0].text, text);
        QCOMPARE(codes[0].kind, kind);
        QVERIFY(codes[0].box.contains(QPointF((900.0 + code->width() / 2.0) / page.width(),
                                              (250.0 + code->height() / 2.0) / page.height())) ||
                turned != 0.0 || kind == CodeKind::Barcode);
    }

    void aPageWithoutCodesHasNone()
    {
        QVERIFY(readCodes(textPage(150)).empty());
        QVERIFY(readCodes(QImage()).empty());
    }

    void whatNoCodeCanHoldIsRefused()
    {
        QCOMPARE(makeCode(CodeKind::Qr, {}, 3).error().code, ErrorCode::FieldInvalid);
        QCOMPARE(makeCode(CodeKind::Qr, QStringLiteral("x"), 0).error().code, ErrorCode::FieldInvalid);
        QCOMPARE(makeCode(CodeKind::Barcode, QString(5'000, u'x'), 3).error().code, ErrorCode::FieldInvalid);
    }

    void aLabelSaysWhoseNumberItCarries()
    {
        const LabelCode label{123, 2026, QStringLiteral("Δήμος Νέας Ολύνθου")};
        QCOMPARE(readLabel(labelText(label)), std::optional(label));
        for (const char* other : {"", "123/2026", "diakinisi:0/2026:Δ", "diakinisi:123/26:Δ", "diakinisi:123/2026:",
                                  "diakinisi:9999999999/2026:Δ", "diakinisi:next", " diakinisi:1/2026:Δ"})
            QVERIFY2(!readLabel(QString::fromUtf8(other)), other);
    }

    void aPileIsSplitAtBlankSheets()
    {
        QCOMPARE(split({blank(), written(), written(), blank(), blank(), written(), blank()}, Separator::Blank),
                 (std::vector{out, first, more, out, out, first, out}));
    }

    void aPileIsSplitAtCodesWhosePageBelongsToTheNext()
    {
        const QString a = QStringLiteral("A-1");
        const QString b = QStringLiteral("B-2");
        QCOMPARE(split({written(), coded(a), written(), blank(), coded(b)}, Separator::Barcode),
                 (std::vector<PileVerdict>{first, {false, true, a}, more, more, {false, true, b}}));
    }

    void blankPagesAreLeftOutWhereThatIsAsked()
    {
        QCOMPARE(split({written(), blank(), written()}, Separator::None), (std::vector{first, more, more}));
        QCOMPARE(split({blank(), written(), blank(), written()}, Separator::None, true),
                 (std::vector{out, first, out, more}));
    }

    void ourSeparatorSheetAlwaysSeparates()
    {
        QCOMPARE(split({written(), coded(separatorSheet), written()}, Separator::None),
                 (std::vector{first, out, first}));
    }
};

QTEST_MAIN(TestCodes)
#include "test_codes.moc"
