#include "storage/search/fold.h"
#include "storage/search/query.h"
#include "storage/sqlite/rows.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::storage;

namespace {

/// An index like the store's, of one text a row.
struct Index {
    std::unique_ptr<Connection> connection = Connection::open(QStringLiteral(":memory:")).value();

    Index()
    {
        if (!connection->execute(
                "CREATE VIRTUAL TABLE t USING fts5(text, tokenize='diakinisi', prefix='2 3', detail=none, "
                "columnsize=0)"))
            qFatal("no index");
    }
    void add(const QString& text)
    {
        if (!connection->run("INSERT INTO t(text) VALUES (?)", text))
            qFatal("not indexed");
    }
    bool finds(const QString& typed)
    {
        const QByteArray words = searchExpression(typed);
        if (words.isEmpty())
            return false;
        const auto count =
            oneInteger(*connection, "SELECT count(*) FROM t WHERE t MATCH ?", 0, QString::fromUtf8(words));
        if (!count)
            qFatal("%s: %s", words.constData(), qPrintable(count.error().cause));
        return *count > 0;
    }
};

} // namespace

class TestTokenizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldingTakesAwayWhatClerksLeaveOut_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("expected");
        QTest::newRow("accents") << QStringLiteral("Αίτηση ΆΔΕΙΑΣ") << QStringLiteral("αιτηση αδειασ");
        QTest::newRow("dialytika") << QStringLiteral("Χαϊδάρι ΐ ΰ Ϋ") << QStringLiteral("χαιδαρι ι υ υ");
        QTest::newRow("final sigma") << QStringLiteral("λόγος ΛΟΓΟΣ") << QStringLiteral("λογοσ λογοσ");
        QTest::newRow("polytonic") << QStringLiteral("ᾄδειν Ἑλλὰς") << QStringLiteral("αδειν ελλασ");
        QTest::newRow("decomposed") << QStringLiteral("α\u0301δεια") << QStringLiteral("αδεια");
        QTest::newRow("Latin capitals") << QStringLiteral("ABEZHIKMNOPTYX") << QStringLiteral("αβεζηικμνορτυχ");
        QTest::newRow("Latin accents") << QStringLiteral("Müller") << QStringLiteral("μullεr");
    }
    void foldingTakesAwayWhatClerksLeaveOut()
    {
        QFETCH(QString, written);
        QFETCH(QString, expected);
        QCOMPARE(folded(written), expected);
    }

    void wordsAreRunsOfLettersAndDigits()
    {
        QCOMPARE(foldedWords(u"Φ.12/Α4, (ΔΟΙΚ)-3"),
                 QStringList({QStringLiteral("φ"), QStringLiteral("12"), QStringLiteral("α4"), QStringLiteral("δοικ"),
                              QStringLiteral("3")}));
    }

    void anInflectionFindsTheWord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("typed");
        const auto family = [](const char16_t* forms) {
            const QStringList words = QString::fromUtf16(forms).split(u' ');
            for (const QString& text : words)
                for (const QString& typed : words)
                    QTest::newRow(qPrintable(text + u'/' + typed)) << text << typed;
        };
        family(u"γραφείο γραφεία γραφείου γραφείων ΓΡΑΦΕΙΟ");
        family(u"αίτηση ΑΙΤΗΣΗ αίτησης αιτήσεις αιτήσεων");
        family(u"άδεια άδειας άδειες αδειών ΑΔΕΙΑ");
        family(u"έγγραφο εγγράφου έγγραφα εγγράφων");
        family(u"απόφαση απόφασης αποφάσεις αποφάσεων");
        family(u"δήμος δήμου δήμο δήμοι δήμων");
        family(u"προϋπολογισμός προϋπολογισμού προϋπολογισμό ΠΡΟΫΠΟΛΟΓΙΣΜΟΣ");
        family(u"Θεσσαλονίκη Θεσσαλονίκης ΘΕΣΣΑΛΟΝΙΚΗ");
        family(u"οικονομικός οικονομικού οικονομική οικονομικής οικονομικών οικονομικά");
        family(u"διευθυντής διευθυντή διευθυντές διευθυντών");
        family(u"πολίτης πολίτη πολίτες πολιτών");
        family(u"δημοτικός δημοτικού δημοτική δημοτικών δημοτικό");
        family(u"τέλη τελών");
        family(u"υπηρεσία υπηρεσίας υπηρεσίες υπηρεσιών");
        family(u"δημόσιος δημόσιου δημόσια δημόσιας δημοσίων");
        family(u"ληξιαρχική ληξιαρχικής ληξιαρχικές ληξιαρχικών");
        family(u"τμήμα τμήματος τμήματα τμημάτων");
        family(u"υπάλληλος υπαλλήλου υπάλληλοι υπαλλήλων");
        family(u"σχολείο σχολεία σχολείου σχολείων");
        family(u"Παπαδόπουλος Παπαδόπουλου Παπαδόπουλο");
    }
    void anInflectionFindsTheWord()
    {
        QFETCH(QString, text);
        QFETCH(QString, typed);
        Index index;
        index.add(QStringLiteral("Σχετικά με ") + text + QStringLiteral(" του έτους"));
        QVERIFY(index.finds(typed));                            // as the word being typed
        QVERIFY(index.finds(typed + u' '));                     // and as a finished one
        QVERIFY(index.finds(typed + QStringLiteral(" έτους"))); // and among others
    }

    void theWordBeingTypedIsABeginning_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        QTest::newRow("two letters") << QStringLiteral("θε") << true;
        QTest::newRow("with an accent") << QStringLiteral("θεσσαλονί") << true;
        QTest::newRow("Latin letters") << QStringLiteral("AITH") << true;
        QTest::newRow("mixed alphabets") << QStringLiteral("Aίτηση") << true;
        QTest::newRow("finished beginning") << QStringLiteral("θεσσ ") << false;
        QTest::newRow("beginning before another") << QStringLiteral("θεσσ αίτηση") << false;
        QTest::newRow("one letter of many") << QStringLiteral("θ") << false;
        QTest::newRow("other word") << QStringLiteral("λάρισα") << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("signs only") << QStringLiteral(" -- ** ") << false;
    }
    void theWordBeingTypedIsABeginning()
    {
        QFETCH(QString, typed);
        QFETCH(bool, found);
        Index index;
        index.add(QStringLiteral("Αίτηση κατοίκου Θεσσαλονίκης"));
        QCOMPARE(index.finds(typed), found);
    }

    void numbersAreFoundWholeAndInParts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        QTest::newRow("number and year") << QStringLiteral("12345/2026") << true;
        QTest::newRow("finished") << QStringLiteral("12345/2026 ") << true;
        QTest::newRow("as in a file name") << QStringLiteral("12345-2026") << true;
        QTest::newRow("number") << QStringLiteral("12345") << true;
        QTest::newRow("number, finished") << QStringLiteral("12345 ") << true;
        QTest::newRow("year being typed") << QStringLiteral("12345/20") << true;
        QTest::newRow("slash just typed") << QStringLiteral("12345/") << true;
        QTest::newRow("beginning") << QStringLiteral("1234") << true;
        QTest::newRow("other year") << QStringLiteral("12345/2025") << false;
        QTest::newRow("other number") << QStringLiteral("2345/2026") << false;
        QTest::newRow("end of a longer chain") << QStringLiteral("88/2019") << true;
        QTest::newRow("their whole number") << QStringLiteral("Φ.7/88/2019") << true;
        QTest::newRow("date") << QStringLiteral("2026-11-20") << true;
    }
    void numbersAreFoundWholeAndInParts()
    {
        QFETCH(QString, typed);
        QFETCH(bool, found);
        Index index;
        index.add(QStringLiteral("12345/2026\nσχετικό Φ.7/88/2019 της 2026-11-20"));
        QCOMPARE(index.finds(typed), found);
    }

    void whatIsTypedIsNeverSyntax_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char16_t* typed :
             {u"\"",        u"\"\"\"", u"a OR b",  u"NOT x",      u"NEAR(a b)", u"a* b*", u"text:a",
              u"{text}: a", u"^a",     u"(((",     u"a AND",      u"-a +b",     u"a'b",   u"'; DROP TABLE t; --",
              u"\\",        u"a\nb",   u"\u0000a", u"😀 ᾳ\u0345", u"NULL",      u"*"})
            QTest::newRow(qPrintable(QString::fromUtf16(typed))) << QString::fromUtf16(typed);
        QTest::newRow("very long") << QString(100'000, u'α');
        QTest::newRow("very many") << QStringLiteral("α1 ").repeated(10'000);
        QTest::newRow("lone surrogate") << QString(QChar(0xD800)) + u'α';
    }
    void whatIsTypedIsNeverSyntax()
    {
        QFETCH(QString, typed);
        Index index;
        index.add(QStringLiteral("κάτι"));
        (void)index.finds(typed); // qFatal when SQLite finds a fault in it
        index.add(typed);
    }
};

QTEST_GUILESS_MAIN(TestTokenizer)
#include "test_tokenizer.moc"
