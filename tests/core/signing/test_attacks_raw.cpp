#include "changed_files.h"

#include <QBuffer>
#include <QTest>

using namespace diakinisi;
using samples::lastXref;
using samples::objectAt;
using samples::RawSaving;
using samples::withRawSaving;

// Attacks on the file's own structure: cross-references, trailers, object streams, and what was put into the file
// before it was signed (shadow attacks: hide and replace).
namespace {

const QByteArray evil = "<</Length 40>>\nstream\nBT /F1 24 Tf 72 400 Td (Pays 900) Tj ET  \nendstream\nendobj";
const QByteArray note = "4 0 obj\n<</Title(Other)>>\nendobj";

QByteArray rowAt(const QByteArray& number, qint64 at, const QByteArray& generation = "0")
{
    return number + " 1\n" + QByteArray::number(at).rightJustified(10, '0') + ' ' + generation.rightJustified(5, '0') +
           " n\r\n";
}

QByteArray freed(const QByteArray& number)
{
    return number + " 1\n0000000000 00001 f\r\n";
}

/// A cross-reference stream of its own, not compressed: type, offset (4 bytes), generation.
QByteArray xrefStream(const QByteArray& number, const QByteArray& index, const QByteArray& rows, const QByteArray& root,
                      const QByteArray& more)
{
    return number + " 0 obj\n<</Type/XRef/W[1 4 1]/Index[" + index + "]/Size 999/Root " + root + more + "/Length " +
           QByteArray::number(rows.size()) + ">>\nstream\n" + rows + "\nendstream\nendobj\n";
}

QByteArray streamRow(char kind, qint64 at, char third = 0)
{
    QByteArray row(1, kind);
    for (int shift = 24; shift >= 0; shift -= 8)
        row += static_cast<char>((at >> shift) & 0xff);
    return row + third;
}

} // namespace

class TestAttacksRaw : public QObject
{
    Q_OBJECT

private:
    samples::Authority m_authority;
    samples::Person m_maria = m_authority.make({});
    QByteArray m_signed;
    QByteArray m_packed;   ///< with object streams
    QByteArray m_prepared; ///< with an evil page and catalog in it that nothing names yet

    QByteArray withSaving(const RawSaving& saving) const { return withRawSaving(m_signed, saving); }

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray form = samples::formPdf();
        QByteArray prepared = form;
        // Before the table, where no reader looks as long as the table is believed.
        const qsizetype table = prepared.lastIndexOf("xref\n0");
        const QByteArray shadow = "11 0 obj\n" + evil +
                                  "\n1 0 obj\n<</Type/Catalog/Pages 12 0 R/AcroForm 5 0 R>>\n"
                                  "endobj\n31 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n";
        prepared.insert(table, shadow);
        const QByteArray at = QByteArray::number(form.lastIndexOf("xref\n0"));
        prepared.replace("startxref\n" + at, "startxref\n" + QByteArray::number(table + shadow.size()));
        m_signed = *samples::signedBy(m_maria, form);
        m_prepared = *samples::signedBy(m_maria, prepared);
        m_packed = *samples::signedBy(m_maria, samples::packedFormPdf());
        for (const QByteArray& file : {m_signed, m_packed, m_prepared})
            QVERIFY(samples::firstWords(file).isGood);
    }

    void noneIsShownAsGood_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("expected"); // empty: refused as a whole, or without any such word
        const auto row = [](const char* name, const QByteArray& file, const char* expected) {
            QTest::newRow(name) << file << QString::fromLatin1(expected);
        };
        row("harmless, to see that the tool works", withSaving({note, {"4 0"}}), "metadata+");
        row("content replaced", withSaving({"11 0 obj\n" + evil, {"11 0"}}), "page-content-");
        row("content replaced with a higher generation", withSaving({"11 1 obj\n" + evil, {"11 1"}}), "page-content-");
        row("content freed", withSaving({note, {"4 0"}, freed("11")}), "metadata+ page-content-");
        row("page freed", withSaving({note, {"4 0"}, freed("10")}), "annotation- metadata+ page-content-");
        row("entry to another object", withSaving({note, {"4 0"}, rowAt("11", objectAt(m_signed, "18 0"))}),
            "metadata+ structure-");
        row("entry to the middle of nowhere", withSaving({note, {"4 0"}, rowAt("11", 33)}), "metadata+ structure-");
        row("entry behind the end", withSaving({note, {"4 0"}, rowAt("11", 99'999'999)}), "metadata+ structure-");
        row("new object that is not there", withSaving({note, {"4 0"}, rowAt("77", 33)}), "metadata+ structure-");
        row("listed twice",
            withSaving({"11 0 obj\n" + evil + '\n' + note, {"11 0"}, rowAt("11", objectAt(m_signed, "11 0"))}),
            "page-content- structure-");
        row("not listed, in a gap", withSaving({"11 0 obj\n" + evil + '\n' + note, {"4 0"}}), "metadata+ structure-");
        row("not listed, in a comment", withSaving({"% 11 0 obj\n" + note, {"4 0"}}), "metadata+ structure-");
        row("not listed, in another object",
            withSaving({"4 0 obj\n<</Title(11 0 obj\n<</Length 0>>)>>\nendobj", {"4 0"}}), "metadata+ structure-");
        row("not listed, in a stream",
            withSaving({"90 0 obj\n<</Length 22>>\nstream\n11 0 obj\n<<>>\nendobj\n\nendstream\nendobj\n" + note,
                        {"90 0", "4 0"}}),
            "metadata+ structure-");
        row("other catalog",
            withSaving({"40 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R>>\nendobj", {"40 0"}, {}, "40 0 R"}),
            "structure-");
        row("encrypted by the trailer",
            withSaving({note, {"4 0"}, {}, "1 0 R", -1, -1, "/Encrypt<</Filter/Standard>>"}), "");
        row("trailer with two catalogs", withSaving({note, {"4 0"}, {}, "1 0 R", -1, -1, "/Root 31 0 R"}),
            "metadata+ structure-");
        row("signed table left out", withSaving({note, {"4 0"}, {}, "1 0 R", lastXref(samples::formPdf())}), "");
        row("no table before", withSaving({note, {"4 0"}, {}, "1 0 R", 0}), "");
        row("table leads to itself", withSaving({note, {"4 0"}, {}, "1 0 R", m_signed.size() + note.size() + 2}), "");
        row("whole other file behind", m_signed + samples::formPdf(), "");
        row("second end mark", m_signed + "startxref\n" + QByteArray::number(lastXref(m_signed)) + "\n%%EOF\n",
            "structure-");
        row("bytes behind", m_signed + "evil", "structure-");
        row("many blanks behind", m_signed + QByteArray(9000, ' '), "");
    }
    void noneIsShownAsGood() { judge(QTest::currentDataTag() == QByteArray("harmless, to see that the tool works")); }

    void whatWasPreparedIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("expected");
        const auto row = [&](const char* name, const RawSaving& saving, const char* expected) {
            QTest::newRow(name) << withRawSaving(m_prepared, saving) << QString::fromLatin1(expected);
        };
        const qint64 content = m_prepared.indexOf("\n11 0 obj", m_prepared.indexOf("\n11 0 obj") + 5) + 1;
        const qint64 root = m_prepared.indexOf("\n1 0 obj", m_prepared.indexOf("\n1 0 obj") + 5) + 1;
        row("content by its place alone", {{}, {}, rowAt("11", content)}, "page-content-");
        row("catalog by its place alone", {{}, {}, rowAt("1", root)}, "page-tree-");
        row("catalog by its number", {{}, {}, rowAt("31", objectAt(m_prepared, "31 0")), "31 0 R"}, "");
    }
    void whatWasPreparedIsNotTaken() { judge(false); }

    void objectStreamsAreNotExchanged_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("expected");
        // The number of the file's object stream, of which everything else hangs.
        const qsizetype type = m_packed.indexOf("/ObjStm");
        const qsizetype head = m_packed.lastIndexOf(" 0 obj", type);
        const QByteArray number =
            m_packed.mid(m_packed.lastIndexOf('\n', head) + 1, head - m_packed.lastIndexOf('\n', head) - 1);
        QByteArray exchanged = objectStream(number.toInt());
        QVERIFY(exchanged.contains("0 0 595 842"));
        exchanged.replace("0 0 595 842", "0 0 595 142");
        const QByteArray rootAt = m_packed.mid(m_packed.indexOf("/Root ") + 6, 8);
        const QByteArray root = rootAt.left(rootAt.indexOf('R') + 1);
        const auto packed = [&](const QByteArray& objects, const QByteArray& listed) {
            const QByteArray file = m_packed + '\n' + objects;
            const QByteArray own =
                xrefStream("300", listed + " 1 300 1", streamRow(1, m_packed.size() + 1) + streamRow(1, file.size()),
                           root, "/Prev " + QByteArray::number(lastXref(m_packed)));
            return file + own + "startxref\n" + QByteArray::number(file.size()) + "\n%%EOF\n";
        };
        QTest::newRow("object stream redefined") << packed(exchanged, number) << QStringLiteral("metadata+ structure-");
        QByteArray hidden = exchanged;
        hidden.replace(number + " 0 obj", "299 0 obj");
        QTest::newRow("object in a stream, not listed")
            << packed(hidden, "299") << QStringLiteral("metadata+ structure-");
        // A hybrid whose stream and table name two places for the page's content.
        const QByteArray stream = "11 0 obj\n" + evil + '\n';
        const QByteArray file = m_signed + '\n' + stream;
        const QByteArray second = xrefStream("300", "11 1", streamRow(1, m_signed.size() + 1), "1 0 R", {});
        const QByteArray table =
            "xref\n" + rowAt("11", objectAt(m_signed, "11 0")) + "trailer\n<</Size 999/Root 1 0 R/Info 4 0 R/XRefStm " +
            QByteArray::number(file.size()) + "/Prev " + QByteArray::number(lastXref(m_signed)) + ">>\n";
        QTest::newRow("hybrid that says two things")
            << file + second + table + "startxref\n" + QByteArray::number(file.size() + second.size()) + "\n%%EOF\n"
            << QStringLiteral("other+ structure-");
    }
    void objectStreamsAreNotExchanged() { judge(false); }

    void aMiddleSavingCannotShowAnotherFace()
    {
        // Taken alone the second saving ends at a harmless table; in the whole file's chain it is another one.
        const QByteArray harmless = withSaving({note, {"4 0"}});
        const qint64 harmlessTable = lastXref(harmless);
        const QByteArray second =
            withRawSaving(harmless.left(harmless.lastIndexOf("startxref")),
                          {"11 0 obj\n" + evil, {"11 0"}, {}, "1 0 R", harmlessTable, harmlessTable});
        const qint64 evilTable = second.lastIndexOf("xref\n", second.lastIndexOf("startxref") - 1);
        const QByteArray third = withRawSaving(second, {note, {"4 0"}, {}, "1 0 R", evilTable});
        const samples::FirstWords words = samples::firstWords(third);
        QVERIFY(!words.isGood);
        QVERIFY2(words.changes.contains(QStringLiteral("structure-")), qPrintable(words.changes + words.error));
    }

private:
    /// An object stream of m_packed, its filters undone.
    QByteArray objectStream(std::int32_t number)
    {
        QBuffer file(&m_packed);
        file.open(QIODevice::ReadOnly);
        const Result<pdf::Document> document = pdf::Document::open(file);
        const Result<pdf::Object> object = document->object({number, 0});
        const QByteArray data = *document->streamBytes(*object, 1 << 20);
        const auto count = [&](const char* key) {
            return QByteArray::number(static_cast<qlonglong>(object->value.dict()[key].integer()));
        };
        return QByteArray::number(number) + " 0 obj\n<</Type/ObjStm/N " + count("N") + "/First " + count("First") +
               "/Length " + QByteArray::number(data.size()) + ">>\nstream\n" + data + "\nendstream\nendobj\n";
    }

    void judge(bool harmless)
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, expected);
        const samples::FirstWords words = samples::firstWords(file);
        QCOMPARE(words.isGood, harmless);
        if (expected.isEmpty())
            return;
        QCOMPARE(words.error, QString());
        QVERIFY(words.intact && !words.whole);
        QCOMPARE(words.changes, expected);
    }
};

QTEST_GUILESS_MAIN(TestAttacksRaw)
#include "test_attacks_raw.moc"
