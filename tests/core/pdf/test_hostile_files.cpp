#include "pdf/info.h"
#include "pdf/number_field.h"
#include "pdf/revisions.h"
#include "sample_pdf.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace diakinisi;
using namespace diakinisi::pdf;

namespace {

constexpr const char* words[] = {
    "<<",      ">>",       "[",      "]",       "(",          "/Kids",          " 0 R ",
    "/Prev 0", "stream\n", "-1",     "null",    "endobj",     "99999999999999", "/Length 9999999",
    "2 0 R",   "1 0 R",    "10 0 R", "/Parent", "/Type/XRef", "/W[8 8 8]",      "/Index[0 9999999]"};

/// Damages a file without moving what stands behind, so that the cross-reference goes on to hold.
QByteArray damagedInPlace(QByteArray file, std::mt19937& random)
{
    const int count = 1 + static_cast<int>(random() % 5);
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<qsizetype>(random() % static_cast<std::uint32_t>(file.size() - 20));
        if (random() % 3 == 0) {
            file[at] = static_cast<char>(random());
        } else if (random() % 2 == 0) { // a digit: offsets, lengths, object numbers
            qsizetype digit = at;
            while (digit < file.size() && (file[digit] < '0' || file[digit] > '9'))
                ++digit;
            if (digit < file.size())
                file[digit] = static_cast<char>('0' + random() % 10);
        } else {
            const QByteArray word(words[random() % std::size(words)]);
            file.replace(at, word.size(), word);
        }
    }
    return file;
}

/// Bytes taken out, put in, repeated.
QByteArray shifted(QByteArray file, std::mt19937& random)
{
    const auto below = [&](qsizetype n) { return static_cast<qsizetype>(random() % static_cast<std::uint32_t>(n)); };
    const qsizetype at = below(file.size() - 20);
    if (random() % 2 == 0)
        file.remove(at, below(std::min<qsizetype>(64, file.size() - at)));
    else
        file.insert(at, file.mid(below(file.size()), below(200)));
    return file;
}

/// True when the file could be opened at all.
bool readEverything(const QByteArray& bytes)
{
    QBuffer file;
    file.setData(bytes);
    file.open(QIODevice::ReadOnly);
    const Result<PdfInfo> info = readInfo(file);
    const Result<Document> document = Document::open(file);
    if (!document)
        return false;
    (void)readRevisions(*document);
    (void)compareRevisions(file, bytes.size() / 2, {});
    (void)readNumberField(file);
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    static const Font font = samples::dejaVu();
    (void)addNumberField(file, to, font, {});
    return true;
}

} // namespace

class TestHostileFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damageNeverCrashesNorHangs_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray letter = samples::letterPdf();
        QTest::newRow("by hand") << samples::handmadePdf({.pages = 3, .emptyForm = true, .emptySignatureField = true});
        QTest::newRow("object streams") << samples::throughQpdf(
            samples::handmadePdf({.pages = 3, .emptyForm = true}),
            {QStringLiteral("--object-streams=generate"), QStringLiteral("--compress-streams=n")});
        QTest::newRow("linearised") << samples::throughQpdf(letter, {QStringLiteral("--linearize")});
    }

    void damageNeverCrashesNorHangs()
    {
        QFETCH(QByteArray, file);
        QVERIFY(!file.isEmpty());
        const auto seed = static_cast<std::uint32_t>(QTime::currentTime().msecsSinceStartOfDay());
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        int opened = 0;
        for (int round = 0; round < 6000; ++round) {
            QElapsedTimer timer;
            timer.start();
            opened += readEverything(round % 5 ? damagedInPlace(file, random) : shifted(file, random)) ? 1 : 0;
            QVERIFY2(timer.elapsed() < 10'000, qPrintable(QStringLiteral("round %1 took too long").arg(round)));
        }
        QVERIFY2(opened > 600, "hardly any file got past the cross-reference: the test has no bite");
    }

    void smallFilesCannotAskForEndlessWork_data()
    {
        QTest::addColumn<QByteArray>("file");
        QByteArray nulls("[");
        for (int i = 0; i < 200'000; ++i)
            nulls += "8 0 R ";
        nulls += "]";
        QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields 9 0 R>>>>",
                                  "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots 7 0 R>>",
                                  "null",
                                  "null",
                                  "null",
                                  nulls,
                                  "<</Subtype/Widget/Big(" + QByteArray(100'000, 'x') + ")>>"};
        QTest::newRow("one large annotation, 200000 times")
            << samples::assemble(objects + QList<QByteArray>{"[]"}, "/Root 1 0 R");
        // Fields that all share one list of kids.
        QByteArray fields("[");
        QList<QByteArray> shared = objects;
        shared[7] = "null";
        for (int i = 0; i < 20'000; ++i)
            fields += QByteArray::number(10 + i) + " 0 R ";
        shared += fields + "]";
        for (int i = 0; i < 20'000; ++i)
            shared += "<</T(a)/Kids 7 0 R>>";
        QTest::newRow("fields that share kids") << samples::assemble(shared, "/Root 1 0 R");
        QByteArray keys("<</Type/Catalog/Pages 2 0 R");
        for (int i = 0; i < 150'000; ++i)
            keys += "/K" + QByteArray::number(i) + " 1";
        objects[0] = keys + ">>";
        QTest::newRow("huge catalog") << samples::assemble(objects + QList<QByteArray>{"[]"}, "/Root 1 0 R");
    }

    void smallFilesCannotAskForEndlessWork()
    {
        QFETCH(QByteArray, file);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(readEverything(file));
        QBuffer device;
        device.setData(file);
        device.open(QIODevice::ReadOnly);
        QBuffer to;
        to.open(QIODevice::ReadWrite);
        if (addNumberField(device, to, samples::dejaVu(), {}))
            QVERIFY(compareRevisions(to, file.size(), {}));
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
        qInfo("%lld ms", timer.elapsed());
    }

    void everyTruncationIsAnError()
    {
        const QByteArray file = samples::handmadePdf({.pages = 2});
        for (qsizetype length = 0; length < file.size() - 8; ++length) {
            QBuffer device;
            device.setData(file.left(length));
            device.open(QIODevice::ReadOnly);
            QVERIFY(!Document::open(device));
        }
    }
};

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "test_hostile_files.moc"
