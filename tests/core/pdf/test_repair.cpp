#include "pdf/incremental_update.h"
#include "pdf/info.h"
#include "pdf/rewrite.h"
#include "sample_pdf.h"

#include <QBuffer>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::pdf;

namespace {

Result<PdfInfo> infoOf(QByteArray bytes)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    return readInfo(file);
}

QByteArray damagedTable(QByteArray file)
{
    const qsizetype at = file.lastIndexOf("xref\n0 ") + 7;
    for (qsizetype i = at; i < file.size() - 200; ++i)
        if (file[i] >= '1' && file[i] <= '8')
            file[i] = static_cast<char>(file[i] + 1);
    return file;
}

struct Outcome {
    ErrorCode error = ErrorCode::AlreadyExists; ///< AlreadyExists: no error at all
    Rewritten rewritten;
    QByteArray file;
};

Outcome rewrittenOf(QByteArray bytes)
{
    QBuffer from(&bytes);
    from.open(QIODevice::ReadOnly);
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    const Result<Rewritten> done = rewritePdf(from, to);
    return done ? Outcome{ErrorCode::AlreadyExists, *done, to.data()} : Outcome{done.error().code, {}, {}};
}

} // namespace

class TestRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damagedFilesAreReadAndRewritten_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray two = samples::handmadePdf({.pages = 2});
        const QByteArray letter = samples::letterPdf();
        const QByteArray packed = samples::throughQpdf(letter, {QStringLiteral("--object-streams=generate")});
        const QByteArray locked =
            samples::throughQpdf(packed, {QStringLiteral("--encrypt"), QString(), QStringLiteral("o"),
                                          QStringLiteral("256"), QStringLiteral("--")});
        QTest::newRow("offsets are wrong") << damagedTable(two);
        QTest::newRow("cut in the table") << two.left(two.lastIndexOf("trailer") - 30);
        QTest::newRow("no end mark") << two.left(two.lastIndexOf("startxref"));
        QTest::newRow("startxref is wrong") << two.left(two.lastIndexOf("startxref")) + "startxref\n99999\n%%EOF\n";
        QTest::newRow("no trailer at all") << two.left(two.lastIndexOf("xref\n0"));
        QTest::newRow("line ends were changed") << QByteArray(two).replace("\nendobj\n", "\r\nendobj\r\n");
        QTest::newRow("much junk behind") << two + QByteArray(10'000, '\n') + "rubbish" + QByteArray(5000, 'x');
        QTest::newRow("junk before, damaged") << "From: me\r\n\r\n" + damagedTable(two);
        QTest::newRow("by WeasyPrint") << letter.left(letter.lastIndexOf("startxref"));
        QTest::newRow("object streams") << packed.left(packed.lastIndexOf("startxref"));
        QTest::newRow("encrypted, object streams") << locked.left(locked.lastIndexOf("startxref"));
    }

    void damagedFilesAreReadAndRewritten()
    {
        QFETCH(QByteArray, file);
        QBuffer device(&file);
        device.open(QIODevice::ReadOnly);
        QCOMPARE(Document::open(device).error().code, ErrorCode::PdfBroken);
        const Result<PdfInfo> info = infoOf(file);
        QVERIFY2(info, info ? "" : qPrintable(info.error().cause));
        QVERIFY(info->repaired);
        QCOMPARE(info->pages.size(), std::size_t{2});
        const Outcome outcome = rewrittenOf(file);
        QCOMPARE(outcome.error, ErrorCode::AlreadyExists);
        QCOMPARE(outcome.rewritten.pages, 2);
        QCOMPARE(outcome.rewritten.lost, 0);
        const auto check = samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--check")}, outcome.file);
        QVERIFY2(check.exitCode == 0, check.output.constData());
        const Result<PdfInfo> anew = infoOf(outcome.file);
        QVERIFY(anew && !anew->repaired);
        QCOMPARE(anew->title, info->title);
        const auto textOf = [](const QByteArray& pdf) {
            return samples::runOn(QStringLiteral("pdftotext"), {QStringLiteral("-q")}, pdf, {QStringLiteral("-")})
                .output;
        };
        const QByteArray text = textOf(outcome.file);
        QVERIFY(text.contains("pays 100 EUR") || text.contains("ΘΕΜΑ"));
    }

    void theLaterOfTwoCounts()
    {
        QByteArray file = samples::handmadePdf();
        const QByteArray newer = "4 0 obj\n<</Title(Newer)>>\nendobj\n";
        const Result<PdfInfo> info =
            infoOf(file.left(file.lastIndexOf("xref\n0")) + newer + "trailer\n<</Root 1 0 R/Info 4 0 R>>\n");
        QVERIFY(info);
        QCOMPARE(info->title, QStringLiteral("Newer"));
    }

    /// What only looks like an object, because it stands in a stream's data, is none.
    void dataAreNoObjects()
    {
        const QByteArray trap = "1 0 obj\n<</Type/Catalog/Pages 99 0 R>>\nendobj\ntrailer\n<</Root 99 0 R>>\n";
        QByteArray file =
            samples::assemble({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
                               "<</Length " + QByteArray::number(trap.size()) + ">>\nstream\n" + trap + "\nendstream"},
                              "/Root 1 0 R");
        const Result<PdfInfo> info = infoOf(file.left(file.lastIndexOf("startxref")));
        QVERIFY(info && info->repaired);
        QCOMPARE(info->pages.size(), std::size_t{1});
    }

    void aWrongLengthIsPutRight()
    {
        QByteArray file = samples::handmadePdf();
        const qsizetype at = file.indexOf("/Length ") + 8;
        file.replace(at, 2, "99");
        const Outcome outcome = rewrittenOf(file.left(file.lastIndexOf("startxref")));
        QCOMPARE(outcome.error, ErrorCode::AlreadyExists);
        QVERIFY(samples::runOn(QStringLiteral("pdftotext"), {}, outcome.file, {QStringLiteral("-")})
                    .output.contains("pays 100 EUR"));
    }

    void aSignedFileIsNeverRewritten()
    {
        QByteArray file = samples::handmadePdf({.emptySignatureField = true});
        file.replace("/T(Head)", "/T(Head)/V<</ByteRange[0 1 2 3]/Contents<00>>>");
        QCOMPARE(rewrittenOf(file).error, ErrorCode::PdfForbids);
    }

    void nothingToGoBy()
    {
        QCOMPARE(infoOf("%PDF-1.7\n" + QByteArray(100'000, 'x')).error().code, ErrorCode::PdfBroken);
        QCOMPARE(infoOf("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n").error().code, ErrorCode::PdfBroken);
    }

    /// Time and memory stay in proportion: many heads without bodies, open brackets, object streams that name each
    /// other.
    void hostileScansEnd()
    {
        QByteArray heads("%PDF-1.7\n");
        for (int i = 0; i < 200'000; ++i)
            heads += "1 0 obj(";
        QVERIFY(!infoOf(heads));
        QByteArray streams("%PDF-1.7\n");
        for (int i = 1; i < 3000; ++i)
            streams += QByteArray::number(i) + " 0 obj<</Type/ObjStm/N 100000000/First 0/Length 9999>>stream\n1 0 2 0 ";
        QVERIFY(!infoOf(streams + "trailer<</Root 1 0 R>>"));
        QVERIFY(!infoOf("%PDF-1.7\n" + QByteArray("1 0 obj<<").repeated(50'000) + "trailer<</Root 1 0 R>>"));
    }
};

QTEST_GUILESS_MAIN(TestRepair)
#include "test_repair.moc"
