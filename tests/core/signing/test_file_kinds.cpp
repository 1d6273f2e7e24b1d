#include "pdf/document.h"
#include "signed_files.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;

// PDF files of every kind, by makers that are not ours and by hand: signed twice, all judges agree.
namespace {

using samples::handmadePdf;
using samples::throughQpdf;

QStringList words(const QString& text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

/// What a program makes that writes its output to the file "%out".
QByteArray made(const QString& program, const QString& arguments, const QByteArray& input = {})
{
    const QTemporaryDir folder;
    const QString in = folder.filePath(QStringLiteral("in"));
    const QString out = folder.filePath(QStringLiteral("out.pdf"));
    QFile file(in);
    if (!file.open(QIODevice::WriteOnly) || file.write(input) != input.size())
        return {};
    file.close();
    QStringList list = words(arguments);
    for (QString& word : list)
        word.replace(QStringLiteral("%in"), in).replace(QStringLiteral("%out"), out);
    samples::runProgram(program, list);
    QFile result(out);
    return result.open(QIODevice::ReadOnly) ? result.readAll() : QByteArray();
}

QByteArray byGhostscript(const char* level)
{
    return made(QStringLiteral("gs"),
                QStringLiteral("-q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -dCompatibilityLevel=%1 -o %out %in")
                    .arg(QLatin1StringView(level)),
                "%!PS\n/Helvetica findfont 24 scalefont setfont 72 400 moveto (pays 100 EUR) show showpage\n");
}

/// Objects 1 to 3 with what is asked for in catalog and page; further objects from 4.
QByteArray byHand(const QByteArray& catalog, const QByteArray& page, QList<QByteArray> more = {})
{
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R" + catalog + ">>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                              "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]" + page + ">>"};
    return samples::assemble(objects + more, "/Root 1 0 R");
}

/// A table that old readers know, and a stream that hides object 5 (the page's annotations) from them (7.5.8.4).
QByteArray hybrid()
{
    QByteArray file("%PDF-1.5\n");
    QList<QByteArray> rows;
    const auto put = [&](int number, const QByteArray& body) {
        rows += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n\r\n";
        file += QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
    };
    put(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]>>>>");
    put(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
    put(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots 5 0 R>>");
    const QByteArray inner = "5 0 []";
    put(4, "<</Type/ObjStm/N 1/First 4/Length " + QByteArray::number(inner.size()) + ">>\nstream\n" + inner +
               "\nendstream");
    const QByteArray hidden = QByteArray::number(file.size());
    put(6, "<</Type/XRef/Size 7/W[1 2 1]/Index[5 1]/Length 4>>\nstream\n" + QByteArray::fromHex("02000400") +
               "\nendstream");
    const QByteArray at = QByteArray::number(file.size());
    file += "xref\n0 7\n0000000005 65535 f\r\n" + rows[0] + rows[1] + rows[2] + rows[3] + "0000000000 00000 f\r\n" +
            rows[4] + "trailer\n<</Size 7/Root 1 0 R/XRefStm " + hidden + ">>\nstartxref\n" + at + "\n%%EOF\n";
    return file;
}

/// A cross-reference stream with widths that leave the kind out and an index of two runs.
QByteArray oddWidths()
{
    QByteArray file("%PDF-1.5\n");
    QByteArray rows = QByteArray::fromHex("00000000");
    const auto put = [&](int number, const QByteArray& body) {
        const auto offset = static_cast<unsigned>(file.size());
        for (int shift = 24; shift >= 0; shift -= 8)
            rows += static_cast<char>((offset >> shift) & 0xff);
        file += QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
    };
    put(1, "<</Type/Catalog/Pages 2 0 R>>");
    put(2, "<</Type/Pages/Kids[7 0 R]/Count 1>>");
    put(7, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
    const QByteArray at = QByteArray::number(file.size());
    put(8, "<</Type/XRef/Size 9/W[0 4 0]/Index[1 2 7 2]/Root 1 0 R/Length 16>>\nstream\n@\nendstream");
    file.replace("@\nendstream", rows.mid(4) + "\nendstream");
    return file + "startxref\n" + at + "\n%%EOF\n";
}

/// Line ends of the oldest machines, and comments where only white space is expected.
QByteArray carriageReturns()
{
    QByteArray file("%PDF-1.4\r");
    QByteArray table;
    int number = 0;
    for (const QByteArray& body :
         {QByteArray("<</Type/Catalog %c\r/Pages 2 0 R>>"), QByteArray("<</Type/Pages/Kids[3 %kid (\r 0 R]/Count 1>>"),
          QByteArray("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>%last")}) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \r";
        file += QByteArray::number(++number) + " 0 obj%what\r" + body + "\rendobj\r";
    }
    const QByteArray at = QByteArray::number(file.size());
    return file + "xref\r0 4\r0000000000 65535 f \r" + table + "trailer\r<</Size 4/Root 1 0 R>>\rstartxref\r" + at +
           "\r%%EOF\r";
}

bool endsWithStream(QByteArray bytes)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    const Result<pdf::Document> document = pdf::Document::open(file);
    return document && document->sections().front().isStream;
}

} // namespace

class TestFileKinds : public QObject
{
    Q_OBJECT

private:
    samples::Authority m_authority;
    samples::Person m_maria = m_authority.make({});

    void addEncrypted()
    {
        for (const char* kind : {"40", "128 --use-aes=n", "128 --use-aes=n --force-V4", "128 --use-aes=y",
                                 "128 --use-aes=y --cleartext-metadata", "256 --force-R5", "256"})
            QTest::addRow("encrypted %s", kind) << throughQpdf(
                samples::letterPdf(),
                QStringList{QStringLiteral("--allow-weak-crypto"), QStringLiteral("--object-streams=generate"),
                            QStringLiteral("--encrypt"), QString(), QStringLiteral("owner")} +
                    words(QLatin1StringView(kind)) + QStringList{QStringLiteral("--")});
        for (const char* kind : {"rc4-40", "rc4-128", "aes-128", "aes-256"})
            QTest::addRow("encrypted by MuPDF, %s", kind) << made(
                QStringLiteral("mutool"), QStringLiteral("clean -E %1 -O owner %in %out").arg(QLatin1StringView(kind)),
                samples::letterPdf());
    }

    void addByMakers()
    {
        const QByteArray letter = samples::letterPdf();
        for (const char* level : {"1.3", "1.4", "1.5", "1.7", "2.0"})
            QTest::addRow("Ghostscript %s", level) << byGhostscript(level);
        QTest::newRow("cairo") << made(QStringLiteral("pdftocairo"), QStringLiteral("-pdf %in %out"), letter);
        QTest::newRow("rsvg") << made(QStringLiteral("rsvg-convert"), QStringLiteral("-f pdf -o %out %in"),
                                      "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='300'><text x='20' "
                                      "y='90'>Ω</text></svg>");
        QTest::newRow("MuPDF, compact") << made(QStringLiteral("mutool"), QStringLiteral("clean -gggg -z %in %out"),
                                                letter);
        QTest::newRow("MuPDF, plain") << made(QStringLiteral("mutool"), QStringLiteral("clean -d -a %in %out"), letter);
        QTest::newRow("qpdf, QDF") << throughQpdf(letter, {QStringLiteral("--qdf")});
        QTest::newRow("qpdf, 2.0") << throughQpdf(letter, {QStringLiteral("--force-version=2.0")});
        QTest::newRow("qpdf, linearised streams")
            << throughQpdf(letter, {QStringLiteral("--linearize"), QStringLiteral("--object-streams=generate")});
    }

    void addByHand()
    {
        const QByteArray widget = "<</Type/Annot/Subtype/Widget/Parent 4 0 R/Rect[50 50 250 110]/F 4/P 3 0 R>>";
        QTest::newRow("hybrid") << hybrid();
        QTest::newRow("odd widths") << oddWidths();
        QTest::newRow("carriage returns and comments") << carriageReturns();
        QTest::newRow("junk at both ends") << handmadePdf({.before = "junk\n"}) + QByteArray(900, '\n');
        QTest::newRow("/Prev 0") << samples::assemble({"<</Type/Catalog/Pages 2 0 R>>",
                                                       "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                                       "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"},
                                                      "/Root 1 0 R/Prev 0");
        QTest::newRow("form in the catalog, lists of their own")
            << byHand("/AcroForm<</Fields 4 0 R>>", "/Annots 5 0 R", {"[]", "[]"});
        QTest::newRow("form apart, lists inside") << byHand("/AcroForm 4 0 R", "/Annots[]", {"<</Fields[]>>"});
        QTest::newRow("form without fields") << byHand("/AcroForm<<>>", "");
        QTest::newRow("static XFA") << byHand(
            "/AcroForm<</XFA 5 0 R/Fields[4 0 R]>>", "/Annots[4 0 R]",
            {"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]>>", "<</Length 0>>\nstream\n\nendstream"});
        QTest::newRow("box far off, larger unit") << byHand("", "/CropBox[-50 -60 400 500]/UserUnit 2/Rotate 90");
        QTest::newRow("corners exchanged") << byHand("", "/CropBox[595 842 0 0]/Rotate -90");
        QTest::newRow("two widgets of one field") << byHand("/AcroForm<</Fields[4 0 R]>>", "/Annots[5 0 R 6 0 R]",
                                                            {"<</FT/Sig/T(Head)/Kids[5 0 R 6 0 R]>>", widget, widget});
    }

private Q_SLOTS:
    void everyKindIsSignedTwice_data()
    {
        QTest::addColumn<QByteArray>("file");
        addByMakers();
        addByHand();
        addEncrypted();
    }

    void everyKindIsSignedTwice()
    {
        QFETCH(QByteArray, file);
        QVERIFY(!file.isEmpty());
        QByteArray signedFile = file;
        for (int times = 1; times <= 2; ++times) {
            SignOptions options = samples::marked({double(times * 4), 4, 60, 40});
            if (file.size() < 700 && file.contains("[0 0 9 9]>>"))
                options.mark.reset();
            options.reason = QStringLiteral("Έγκριση");
            const Result<QByteArray> next = samples::signedBy(m_maria, signedFile, options);
            QVERIFY2(next, next ? "" : qPrintable(errorWord(next.error().code) + u' ' + next.error().cause));
            QVERIFY(next->startsWith(signedFile));
            QCOMPARE(endsWithStream(*next), endsWithStream(file));
            signedFile = *next;
        }
        const samples::PdfsigWords words = samples::pdfsig(signedFile);
        QVERIFY2(words.signatures == 2 && words.valid == 2, words.output.constData());
        const Result<PdfVerdict> verdict = samples::judged(signedFile, {m_authority.root()});
        QVERIFY2(verdict && verdict->signatures.size() == 2 && verdict->allIntact(),
                 verdict && !verdict->signatures.empty() ? qPrintable(verdict->signatures[0].explanation) : "");
        const auto check = samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--check")}, signedFile);
        QVERIFY2(check.exitCode == 0, check.output.constData());
        if (!file.startsWith("%PDF-"))
            return; // MuPDF reads such files by repairing them, and then takes every signature for cut off
        const QByteArray judged =
            samples::runOn(QStringLiteral("mutool"), {QStringLiteral("sign"), QStringLiteral("-v")}, signedFile).output;
        QVERIFY2(judged.count("unchanged since signing") == 1 && judged.count("signature is valid but") == 1,
                 judged.constData());
    }

    void theReasonIsReadInClear()
    {
        const QByteArray locked =
            throughQpdf(samples::letterPdf(), {QStringLiteral("--encrypt"), QString(), QStringLiteral("o"),
                                               QStringLiteral("256"), QStringLiteral("--")});
        SignOptions options;
        options.reason = QStringLiteral("Approved by us");
        const Result<QByteArray> file = samples::signedBy(m_maria, locked, options);
        QVERIFY(file);
        QVERIFY(!file->contains("Approved by us"));
        const QByteArray open =
            samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--decrypt"), QStringLiteral("--qdf")}, *file,
                           {QStringLiteral("-")})
                .output;
        QVERIFY(open.contains("Approved by us"));
    }
};

QTEST_GUILESS_MAIN(TestFileKinds)
#include "test_file_kinds.moc"
