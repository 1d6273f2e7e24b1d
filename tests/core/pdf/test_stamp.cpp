#include "pdf/info.h"
#include "pdf/revisions.h"
#include "pdf/stamp.h"
#include "sample_pdf.h"

#include <QBuffer>
#include <QTest>

#include <locale>

using namespace diakinisi;
using namespace diakinisi::pdf;

namespace {

StampOptions stamp(const QString& number = QStringLiteral("9/2026"))
{
    StampOptions options;
    options.lines = {QStringLiteral("Αριθ. πρωτ.: ") + number, QStringLiteral("ΐΰ Ήβη ᾧ ἄλφα 23/11/2026")};
    return options;
}

Result<QByteArray> stamped(const QByteArray& file, const StampOptions& options = stamp())
{
    QBuffer from;
    from.setData(file);
    from.open(QIODevice::ReadOnly);
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    if (const Done done = stampPrintCopy(from, to, samples::dejaVu(), options); !done)
        return fail(done.error());
    return to.data();
}

QByteArray textOf(const QByteArray& pdf)
{
    return samples::runOn(QStringLiteral("pdftotext"), {QStringLiteral("-layout")}, pdf, {QStringLiteral("-")}).output;
}

/// A page as Poppler paints it (PPM).
QByteArray picture(const QByteArray& pdf, int page, const QStringList& part = {})
{
    const QString number = QString::number(page);
    QStringList how{
        QStringLiteral("-r"), QStringLiteral("72"), QStringLiteral("-f"), number, QStringLiteral("-l"), number};
    return samples::runOn(QStringLiteral("pdftoppm"), how + part, pdf).output;
}

std::vector<Page> pagesOf(const QByteArray& file)
{
    QBuffer device;
    device.setData(file);
    device.open(QIODevice::ReadOnly);
    const Result<PdfInfo> info = readInfo(device);
    return info ? info->pages : std::vector<Page>();
}

struct CommaNumbers : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

} // namespace

class TestStamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCopyShowsTheStampAndKeepsThePages_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray letter = samples::letterPdf();
        QTest::newRow("WeasyPrint") << letter;
        QTest::newRow("object streams") << samples::throughQpdf(letter, {QStringLiteral("--object-streams=generate")});
        for (const int rotation : {0, 90, 180, 270})
            QTest::addRow("turned by %d", rotation) << samples::handmadePdf({.pages = 2, .rotation = rotation});
        QTest::newRow("odd box") << samples::handmadePdf({.pages = 2, .mediaBox = "[-100.5 50 300 700.25]"});
        QTest::newRow("a form") << samples::handmadePdf({.emptyForm = true, .emptySignatureField = true});
        QTest::newRow("bytes before the header") << samples::handmadePdf({.before = "mail\r\n\r\n"});
    }
    void theCopyShowsTheStampAndKeepsThePages()
    {
        QFETCH(QByteArray, file);
        QVERIFY(!file.isEmpty());
        const Result<QByteArray> copy = stamped(file);
        QVERIFY2(copy, copy ? "" : qPrintable(copy.error().cause));
        const samples::ProgramResult check = samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--check")}, *copy);
        QVERIFY2(check.exitCode == 0, check.output.constData());
        QByteArray text = textOf(*copy);
        QVERIFY2(text.trimmed().startsWith("Αριθ. πρωτ.: 9/2026"), text.constData());
        QCOMPARE(text.count("9/2026"), 1);
        QVERIFY2(text.contains("ΐΰ Ήβη ᾧ ἄλφα 23/11/2026"), text.constData());
        QVERIFY(copy->size() < 2 * file.size() + 30'000);
        const auto before = pagesOf(file);
        const auto after = pagesOf(*copy);
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            const int page = static_cast<int>(i) + 1;
            QCOMPARE(after[i].cropBox, before[i].cropBox);
            QCOMPARE(after[i].rotation, before[i].rotation);
            const bool same = picture(*copy, page) == picture(file, page);
            QCOMPARE(same, i > 0); // only the first shows a stamp
        }
        const QStringList below{QStringLiteral("-y"), QStringLiteral("120")};
        QCOMPARE(picture(*copy, 1, below), picture(file, 1, below));
    }

    void everyPageIsStampedWhenAskedAndACopyCanBeStampedAgain()
    {
        StampOptions all = stamp();
        all.allPages = true;
        const Result<QByteArray> once = stamped(samples::handmadePdf({.pages = 3}), all);
        QVERIFY(once);
        QCOMPARE(textOf(*once).count("πρωτ.: 9/2026"), 3);
        StampOptions other = stamp(QStringLiteral("10/2027"));
        other.place = StampPlace::BottomLeft;
        const Result<QByteArray> twice = stamped(*once, other);
        QVERIFY(twice);
        QCOMPARE(textOf(*twice).count("πρωτ.: 9/2026"), 3);
        QCOMPARE(textOf(*twice).count("πρωτ.: 10/2027"), 1);
    }

    void aSmallPageGetsASmallStamp()
    {
        StampOptions options = stamp();
        options.lines.insert(1, QString());
        const Result<QByteArray> copy = stamped(samples::handmadePdf({.mediaBox = "[0 0 100 100]"}), options);
        QVERIFY(copy);
        QVERIFY(textOf(*copy).contains("Αριθ. πρωτ.: 9/2026"));
    }

    void numbersAreWrittenTheSameInEveryLocale()
    {
        const QByteArray file = samples::handmadePdf({.mediaBox = "[0 0 1595.5 1842.25]"});
        const std::locale former = std::locale::global(std::locale(std::locale::classic(), new CommaNumbers));
        const Result<QByteArray> copy = stamped(file);
        std::locale::global(former);
        QVERIFY(copy);
        QCOMPARE(pagesOf(*copy).at(0).mediaBox, pagesOf(file).at(0).mediaBox);
        QVERIFY(textOf(*copy).contains("Αριθ. πρωτ.: 9/2026"));
    }

    void whatCannotBeCopiedIsRefused()
    {
        const QByteArray file = samples::handmadePdf();
        QCOMPARE(stamped("no PDF").error().code, ErrorCode::NotPdf);
        QCOMPARE(stamped(file, {}).error().code, ErrorCode::FieldMissing);
        const QString none;
        const QByteArray locked = samples::throughQpdf(file, {QStringLiteral("--encrypt"), none, QStringLiteral("b"),
                                                              QStringLiteral("256"), QStringLiteral("--")});
        QVERIFY(!locked.isEmpty());
        QCOMPARE(stamped(locked).error().code, ErrorCode::PdfEncrypted);
        QBuffer from;
        from.setData(file);
        from.open(QIODevice::ReadOnly);
        QBuffer closed;
        closed.open(QIODevice::ReadOnly);
        QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): ReadOnly device");
        QCOMPARE(stampPrintCopy(from, closed, samples::dejaVu(), stamp()).error().code, ErrorCode::FileUnwritable);
    }

    /// Object streams that unpack to far more than anybody needs must be refused before PoDoFo unpacks them.
    void whatIsPackedWithoutMeasureIsRefused()
    {
        const QByteArray packed = qCompress(QByteArray("20 0 [1]") + QByteArray(100 << 20, ' '), 9).mid(4);
        QByteArray pdf("%PDF-1.7\n");
        QByteArray rows(6, '\0');
        const auto put = [&](int number, const QByteArray& object) {
            const auto at = static_cast<quint32>(pdf.size());
            rows +=
                QByteArray("\1", 1) + char(at >> 24) + char(at >> 16) + char(at >> 8) + char(at) + QByteArray(1, '\0');
            pdf += QByteArray::number(number) + " 0 obj\n" + object + "\nendobj\n";
        };
        const auto streamed = [](const QByteArray& dict, const QByteArray& data) {
            return "<<" + dict + "/Length " + QByteArray::number(data.size()) + ">>\nstream\n" + data + "\nendstream";
        };
        put(1, "<</Type/Catalog/Pages 2 0 R>>");
        put(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        put(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
        put(4, streamed("/Type/ObjStm/N 1/First 5/Filter/FlateDecode", packed));
        const QByteArray at = QByteArray::number(pdf.size());
        const QByteArray table = rows + QByteArray("\2\0\0\0\4\0", 6);
        pdf += "5 0 obj\n" + streamed("/Type/XRef/W[1 4 1]/Size 21/Index[0 5 20 1]/Root 1 0 R", table) +
               "\nendobj\nstartxref\n" + at + "\n%%EOF\n";
        const auto refused = stamped(pdf);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::LimitExceeded);
    }

    void damagedFilesNeverCrash()
    {
        const QByteArray good = samples::handmadePdf({.pages = 2, .emptyForm = true});
        int copied = 0;
        for (qsizetype at = 0; at < good.size(); at += 3) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x15);
            copied += stamped(bad) ? 1 : 0;
        }
        QVERIFY(copied > 0);
    }
};

QTEST_GUILESS_MAIN(TestStamp)
#include "test_stamp.moc"
