#include "changed_files.h"

#include <QDir>
#include <QTest>

using namespace diakinisi;

// Files that other makers' programs signed and changed (tests/data/signed/README.md says how they were made). What is
// said of each signature, oldest first: '+' good or '-' not, then what came after it.
class TestOtherMakers : public QObject
{
    Q_OBJECT

    static QByteArray read(const QString& name)
    {
        QFile file(QStringLiteral(DIAKINISI_TEST_DATA "/signed/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QString wordsOf(const signing::SignatureVerdict& signature)
    {
        QStringList changes;
        for (const pdf::Change& change : signature.changesAfter)
            changes += pdf::changeWord(change.what) + (change.allowed ? u'+' : u'-');
        changes.removeDuplicates();
        changes.sort();
        const bool good = signature.intact.value_or(false) && !signature.changedUnlawfully();
        return (good ? u'+' : u'-') + changes.join(u' ');
    }

private Q_SLOTS:
    void eachIsJudgedAsItDeserves_data()
    {
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, const QStringList& expected) { QTest::newRow(name) << expected; };
        const auto words = [](const char* text) { return QString::fromLatin1(text); };
        const QString good = words("+");
        const QString signing = words("+signing+");
        row("itext-signed", {good});
        row("itext-twice", {words("+metadata+ signing+"), good});
        row("itext-then-visible", {words("+metadata+ signing+"), good});
        row("itext-in-field", {words("+metadata+ signing+"), good});
        row("itext-certified", {good});
        row("itext-certified-filled", {words("+form-filling+ metadata+")});
        row("itext-certified-ticked", {words("+form-filling+ metadata+")});
        row("itext-certified-visible", {words("+metadata+ signing+"), good});
        row("itext-locked-note", {words("-annotation- metadata+")});
        row("itext-note", {words("+annotation+ metadata+")});
        row("itext-text-added", {words("-metadata+ page-content-")});
        row("itext-title", {words("+metadata+")});
        row("itext-new-field", {words("+field+ metadata+")});
        row("itext-new-field-signed", {words("+field+ metadata+ signing+"), good});
        row("itext-packed", {good});
        row("itext-packed-twice", {words("+catalog+ metadata+ signing+"), good});
        row("itext-packed-filled", {words("+form-filling+ metadata+")});
        row("pdfbox-signed", {good});
        row("pdfbox-twice", {signing, good});
        row("pdfbox-visible", {good});
        row("pdfbox-then-visible", {signing, good});
        row("pdfbox-in-field", {signing, good});
        row("pdfbox-certified", {good});
        row("pdfbox-certified-filled", {words("+form-filling+")});
        row("pdfbox-certified-visible", {signing, good});
        row("pdfbox-packed", {good});
        row("pdfbox-packed-twice", {signing, good});
        row("podofo-signed", {good});
        row("podofo-twice", {signing, good});
        row("podofo-in-field", {good});
        row("podofo-after-itext", {words("+metadata+ signing+"), good});
    }

    void eachIsJudgedAsItDeserves()
    {
        QFETCH(QStringList, expected);
        const QByteArray file = read(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".pdf"));
        const Result<signing::PdfVerdict> verdict = samples::judged(file);
        QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().cause));
        QStringList said;
        for (const signing::SignatureVerdict& signature : verdict->signatures) {
            said += wordsOf(signature);
            for (const pdf::Change& change : signature.changesAfter)
                if (!change.allowed)
                    qInfo("%s", qPrintable(change.detail));
        }
        QCOMPARE(said, expected);
    }

    void allThatAreKeptAreJudged()
    {
        const QDir folder(QStringLiteral(DIAKINISI_TEST_DATA "/signed"));
        QCOMPARE(folder.entryList({QStringLiteral("*.pdf")}).size(), 31);
    }
};

QTEST_GUILESS_MAIN(TestOtherMakers)
#include "test_other_makers.moc"
