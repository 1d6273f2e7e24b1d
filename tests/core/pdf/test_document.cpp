#include "pdf/incremental_update.h"
#include "pdf/info.h"
#include "pdf/revisions.h"
#include "sample_pdf.h"

#include <QBuffer>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::pdf;

namespace {

QByteArray withNote(const QByteArray& file)
{
    QBuffer in;
    in.setData(file);
    in.open(QIODevice::ReadOnly);
    const Result<Document> document = Document::open(in);
    IncrementalUpdate update(*document);
    const Ref root = *document->trailer()["Root"].ref();
    Dict catalog = document->catalog();
    catalog.set("Lang", textString(QStringLiteral("el")));
    update.set(root, catalog);
    update.addStream(Dict{{"Type", Name{"Note"}}}, "nobody points here");
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    if (!writeUpdated(*document, update.section(), out))
        return {};
    return out.data();
}

ErrorCode errorOf(const QByteArray& bytes)
{
    QBuffer file;
    file.setData(bytes);
    file.open(QIODevice::ReadOnly);
    const Result<Document> document = Document::open(file);
    const auto pages = document ? readPages(*document) : fail(document.error());
    return pages ? ErrorCode::AlreadyExists : pages.error().code; // AlreadyExists: no error at all
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<bool>("stream");
        const QByteArray letter = samples::letterPdf();
        const QByteArray many = samples::handmadePdf({.pages = 40});
        QTest::newRow("by hand, table") << samples::handmadePdf() << false;
        QTest::newRow("junk before the header") << samples::handmadePdf({.before = "From: someone\r\n\r\n"}) << false;
        QTest::newRow("a long table") << samples::handmadePdf({.pages = 6000}) << false;
        QTest::newRow("WeasyPrint") << letter << false;
        QTest::newRow("object streams") << samples::throughQpdf(letter, {QStringLiteral("--object-streams=generate")})
                                        << true;
        QTest::newRow("many pages, object streams")
            << samples::throughQpdf(many, {QStringLiteral("--object-streams=generate")}) << true;
        QTest::newRow("linearised") << samples::throughQpdf(letter, {QStringLiteral("--linearize")}) << false;
        QTest::newRow("linearised, object streams")
            << samples::throughQpdf(many, {QStringLiteral("--linearize"), QStringLiteral("--object-streams=generate")})
            << true;
        QTest::newRow("PDF 1.4") << samples::throughQpdf(letter, {QStringLiteral("--force-version=1.4"),
                                                                  QStringLiteral("--object-streams=disable")})
                                 << false;
    }

    void everyKindIsReadAndExtended_data() { kinds(); }
    void everyKindIsReadAndExtended()
    {
        QFETCH(QByteArray, file);
        QFETCH(bool, stream);
        QVERIFY(!file.isEmpty());
        const QByteArray renewed = withNote(withNote(file));
        QVERIFY(renewed.startsWith(file));
        QBuffer device;
        device.setData(renewed);
        device.open(QIODevice::ReadOnly);
        const Result<Document> document = Document::open(device);
        QVERIFY(document);
        QCOMPARE(document->sections().front().isStream, stream);
        QCOMPARE(readTextString(document->catalog()["Lang"]), QStringLiteral("el"));
        const auto revisions = readRevisions(*document);
        QVERIFY(revisions);
        QCOMPARE(revisions->size(), std::size_t{3});
        QCOMPARE(revisions->front().end, file.size());
        QCOMPARE(revisions->back().end, renewed.size());
        const samples::ProgramResult check =
            samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--check")}, renewed);
        QVERIFY2(check.exitCode == 0, check.output.constData());
        const samples::ProgramResult pages =
            samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--show-npages")}, renewed);
        QCOMPARE(readInfo(device)->pages.size(), static_cast<std::size_t>(pages.output.trimmed().toInt()));
    }

    void infoTellsWhatTheFileHolds()
    {
        const QByteArray file = samples::assemble(
            {"<</Type/Catalog/Pages 2 0 "
             "R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Names<</EmbeddedFiles<</Names"
             "[(a.xml) <</Type/Filespec/UF(\xce\xb1.xml)/F(a.xml)>>]>>>>/Metadata 4 0 R>>",
             "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 300 400]/Rotate 90>>", "<</Type/Page/Parent 2 0 R>>",
             "<</Type/Metadata/Subtype/XML/Length 74>>\nstream\n"
             "<a><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>x\nendstream"},
            "/Root 1 0 R");
        QBuffer device;
        device.setData(file);
        device.open(QIODevice::ReadOnly);
        const Result<PdfInfo> info = readInfo(device);
        QVERIFY2(info, info ? "" : qPrintable(info.error().cause));
        QCOMPARE(info->pages.size(), std::size_t{1});
        QCOMPARE(info->pages[0].shownWidth(), 400.0);
        QCOMPARE(info->pages[0].rotation, 90);
        QCOMPARE(info->attachments.size(), 1);
        QVERIFY(info->activeContent.contains(QStringLiteral("OpenAction")));
        QVERIFY(info->activeContent.contains(QStringLiteral("JS")));
        QCOMPARE(info->pdfaClaim, QStringLiteral("2b"));
    }

    void encryptedFilesSaySo()
    {
        const QByteArray file = samples::throughQpdf(
            samples::letterPdf(), {QStringLiteral("--encrypt"), QStringLiteral("user"), QStringLiteral("owner"),
                                   QStringLiteral("256"), QStringLiteral("--")});
        QVERIFY(!file.isEmpty());
        QBuffer device;
        device.setData(file);
        device.open(QIODevice::ReadOnly);
        const Result<PdfInfo> info = readInfo(device);
        QVERIFY(info && info->encrypted);
        QCOMPARE(readPages(*Document::open(device)).error().code, ErrorCode::PdfEncrypted);
    }

    void whatIsNoPdfOrBrokenIsToldApart()
    {
        const QByteArray good = samples::handmadePdf();
        QCOMPARE(errorOf(good), ErrorCode::AlreadyExists);
        QCOMPARE(errorOf({}), ErrorCode::NotPdf);
        QCOMPARE(errorOf("PK\3\4 a word processor's file"), ErrorCode::NotPdf);
        QCOMPARE(errorOf("%PDF-1.7\n"), ErrorCode::PdfBroken);
        QCOMPARE(errorOf(good.left(good.size() / 2)), ErrorCode::PdfBroken);
        QCOMPARE(errorOf(QByteArray(good).replace("/Pages 2 0 R", "/Pages 9 0 R")), ErrorCode::PdfBroken);
        QCOMPARE(errorOf(QByteArray(good).replace("startxref\n", "startxref\n9")), ErrorCode::PdfBroken);
    }

    void circlesEnd()
    {
        // A /Prev that points at its own section; pages that are their own kids; references that name each other.
        QByteArray file = samples::handmadePdf();
        const QByteArray at = file.mid(file.lastIndexOf("startxref") + 10).trimmed().split('\n').first();
        QCOMPARE(errorOf(QByteArray(file).replace("/Info 4 0 R", "/Prev " + at)), ErrorCode::PdfBroken);
        QCOMPARE(errorOf(samples::assemble({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"},
                                           "/Root 1 0 R")),
                 ErrorCode::PdfBroken);
        QCOMPARE(errorOf(samples::assemble({"2 0 R", "1 0 R"}, "/Root 1 0 R")), ErrorCode::PdfBroken);
    }

    void bombsAreRefused()
    {
        QByteArray zeros(200'000'000, '\0');
        const QByteArray packed = qCompress(zeros, 9).sliced(4);
        const QByteArray file = samples::assemble({"<</Type/Catalog/Pages 2 0 R>>",
                                                   "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R>>",
                                                   "<</Filter/FlateDecode/Length " + QByteArray::number(packed.size()) +
                                                       ">>\nstream\n" + packed + "\nendstream"},
                                                  "/Root 1 0 R");
        QBuffer device;
        device.setData(file);
        device.open(QIODevice::ReadOnly);
        const Result<Document> document = Document::open(device);
        const Result<Object> stream = document->object({4, 0});
        QVERIFY(stream && stream->isStream());
        QCOMPARE(document->streamBytes(*stream, 1 << 20).error().code, ErrorCode::LimitExceeded);
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "test_document.moc"
