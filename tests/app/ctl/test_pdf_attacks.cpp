#include "changed_files.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using pdf::Array;
using pdf::Dict;
using pdf::Name;
using pdf::Text;
using samples::Edit;
using samples::setIn;
using namespace samples::form;

// What the program says of changed files. Which changes are which is tested in tests/core/signing; here only that it
// reaches whoever asks.
class TestPdfAttacks : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    samples::Authority m_authority;
    samples::Person m_maria = m_authority.make({});
    QByteArray m_signed;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    static int ctl(const QStringList& words, QByteArray& out)
    {
        QProcess process;
        process.start(QStringLiteral(DIAKINISI_BIN "/diakinisictl"), words);
        if (!process.waitForStarted() || !process.waitForFinished(30'000))
            return -1;
        out = process.readAllStandardOutput();
        return process.exitCode();
    }

    int verify(const QByteArray& pdf, const QStringList& options, QJsonArray& signatures) const
    {
        write("file.pdf", pdf);
        QByteArray out;
        const QStringList words{QStringLiteral("pdf"),      QStringLiteral("verify"), path("file.pdf"),
                                QStringLiteral("--trust"),  path("anchors"),          QStringLiteral("--json"),
                                QStringLiteral("--offline")};
        const int exit = ctl(words + options, out);
        signatures = QJsonDocument::fromJson(out).object().value(QStringLiteral("signatures")).toArray();
        return exit;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("anchors")));
        write("anchors/root.cer", m_authority.root());
        m_signed = *samples::signedBy(m_maria, samples::formPdf(), samples::marked());
    }

    void noAttackIsGood_data()
    {
        QTest::addColumn<QByteArray>("file");
        const auto row = [this](const char* name, const Edit& edit) {
            QTest::newRow(name) << samples::edited(m_signed, edit);
        };
        row("content", [](auto& u) { setIn(u, page, "Contents", pdf::Ref{18, 0}); });
        row("page tree", [](auto& u) { setIn(u, pages, "Kids", Array{secondPage}); });
        row("text laid over", [](auto& u) { samples::overlay(u, "FreeText"); });
        row("picture of a signature", [](auto& u) { samples::overlay(u, "Widget", "FT", Name{"Sig"}); });
        row("value of a field", [](auto& u) { setIn(u, paid, "V", Text{"900 EUR"}); });
        row("look of a field", [](auto& u) { setIn(u, paid, "AP", Dict{{"N", samples::look(u)}}); });
        row("font", [](auto& u) { setIn(u, font, "BaseFont", Name{"Symbol"}); });
        row("script", [](auto& u) { setIn(u, catalog, "OpenAction", Dict{{"S", Name{"JavaScript"}}}); });
        row("attachment", [](auto& u) { setIn(u, catalog, "Names", Dict{{"EmbeddedFiles", Dict{}}}); });
        row("layers", [](auto& u) { setIn(u, catalog, "OCProperties", Dict{}); });
        QTest::newRow("bytes behind") << m_signed + "11 0 obj\n<<>>\nendobj\n";
        QTest::newRow("not listed") << samples::withRawSaving(
            m_signed, {"11 0 obj\n<<>>\nendobj\n4 0 obj\n<</Title(Other)>>\nendobj", {"4 0"}});
    }

    void noAttackIsGood()
    {
        QFETCH(QByteArray, file);
        QJsonArray signatures;
        QCOMPARE(verify(file, {}, signatures), 1);
        QCOMPARE(verify(file, {QStringLiteral("--intact-only")}, signatures), 1);
        QCOMPARE(signatures.size(), 1);
        const QJsonObject first = signatures.first().toObject();
        QCOMPARE(first.value(QStringLiteral("indication")).toString(), QStringLiteral("TOTAL-FAILED"));
        QCOMPARE(first.value(QStringLiteral("covers_whole_file")).toBool(true), false);
        bool anyForbidden = false;
        for (const QJsonValue change : first.value(QStringLiteral("changes_after")).toArray())
            anyForbidden = anyForbidden || !change.toObject().value(QStringLiteral("allowed")).toBool(true);
        QVERIFY(anyForbidden);
    }

    void anHonestFurtherSignatureIsGood()
    {
        const QByteArray both = *samples::signedBy(m_authority.make({.name = QStringLiteral("Νίκος")}), m_signed);
        QJsonArray signatures;
        QCOMPARE(verify(both, {QStringLiteral("--intact-only")}, signatures), 0);
        QCOMPARE(signatures.size(), 2);
        const QJsonObject change =
            signatures.first().toObject().value(QStringLiteral("changes_after")).toArray().first().toObject();
        QCOMPARE(change.value(QStringLiteral("what")).toString(), QStringLiteral("signing"));
        QVERIFY(change.value(QStringLiteral("allowed")).toBool());
    }

    void theSignedVersionIsAFileOfItsOwn()
    {
        write("file.pdf", samples::edited(m_signed, [](auto& u) { setIn(u, page, "Contents", pdf::Ref{18, 0}); }));
        const auto extract = [this](const char* field) {
            QByteArray out;
            return ctl({QStringLiteral("pdf"), QStringLiteral("signed-version"), path("file.pdf"),
                        QStringLiteral("--field"), QString::fromLatin1(field), QStringLiteral("--out"), path("as.pdf")},
                       out);
        };
        QCOMPARE(extract("Signature1"), 0);
        QFile file(path("as.pdf"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), m_signed);
        QVERIFY(QFile::remove(path("as.pdf")));
        QCOMPARE(extract("Head"), 3); // not signed
        QCOMPARE(extract("Nobody"), 3);
        QVERIFY(!QFile::exists(path("as.pdf")));
    }
};

QTEST_GUILESS_MAIN(TestPdfAttacks)
#include "test_pdf_attacks.moc"
