#include "laid_page.h"
#include "recognition/letter_reading.h"

#include <QRandomGenerator>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::recognition;
using tests::LaidPage;

namespace {

/// Heading left; date, number and recipients right; subject and text below.
LaidPage ordinaryLetter()
{
    LaidPage page;
    page.lines(60, 60,
               {QStringLiteral("ΕΛΛΗΝΙΚΗ ΔΗΜΟΚΡΑΤΙΑ"), QStringLiteral("ΥΠΟΥΡΓΕΙΟ ΕΣΩΤΕΡΙΚΩΝ"),
                QStringLiteral("ΔΙΕΥΘΥΝΣΗ ΠΡΟΣΩΠΙΚΟΥ"), QStringLiteral("ΤΜΗΜΑ ΩΡΑΡΙΟΥ ΚΑΙ"), QStringLiteral("ΑΔΕΙΩΝ"),
                QStringLiteral("Ταχ. Δ/νση: Βασ. Σοφίας 15"), QStringLiteral("Τηλέφωνο: 213 100 0000")});
    page.lines(340, 60,
               {QStringLiteral("ΑΔΑ: ΨΔ7Ρ46ΜΤΛ6-Η2Κ"), QStringLiteral("Αθήνα, 16 Νοεμβρίου 2026"),
                QStringLiteral("Αριθ. Πρωτ.: οικ. 18307"), QStringLiteral("ΕΠΕΙΓΟΝ"), QStringLiteral("ΠΡΟΣ:"),
                QStringLiteral("Δήμο Νέας Ολύνθου"), QStringLiteral("Διεύθυνση Διοικητικού"), QStringLiteral("ΚΟΙΝ.:"),
                QStringLiteral("Αποκεντρωμένες Διοικήσεις")});
    page.lines(60, 240,
               {QStringLiteral("ΘΕΜΑ: «Παροχή οδηγιών για τη χορήγηση αδειών διευκόλυνσης σε υπαλλήλους με τέκνα"),
                QStringLiteral("και για τον προγραμματισμό των κανονικών αδειών»")});
    page.line(60, 280, QStringLiteral("Σχετ.: η υπ’ αριθ. πρωτ. 590/29.5.2008 εγκύκλιος"));
    page.lines(60, 310,
               {QStringLiteral("Με αφορμή ερωτήματα που υποβάλλονται στην υπηρεσία μας σας γνωρίζουμε τα ακόλουθα,"),
                QStringLiteral("έως τις 18 Δεκεμβρίου 2026, με τον συνημμένο πίνακα και τα στοιχεία του.")});
    page.line(340, 420, QStringLiteral("Η ΓΕΝΙΚΗ ΓΡΑΜΜΑΤΕΑΣ"));
    page.line(340, 470, QStringLiteral("ΘΕΟΔΟΣΙΑ ΑΡΒΑΝΙΤΙΔΟΥ"));
    page.line(60, 500, QStringLiteral("Συνημμένα: 3 (φύλλα 12)"));
    return page;
}

QString text(const std::optional<ReadField>& field)
{
    return field ? field->text : QString();
}

QString value(const std::optional<ReadField>& field)
{
    return field ? field->value : QString();
}

QStringList texts(const std::vector<ReadField>& fields)
{
    QStringList list;
    for (const ReadField& field : fields)
        list << field.text;
    return list;
}

} // namespace

class TestLetterReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrdinaryLetterSaysAllOfItsParticulars()
    {
        const LetterReading letter = readLetter(ordinaryLetter());
        QCOMPARE(text(letter.subject),
                 QStringLiteral("Παροχή οδηγιών για τη χορήγηση αδειών διευκόλυνσης σε υπαλλήλους "
                                "με τέκνα και για τον προγραμματισμό των κανονικών αδειών"));
        QCOMPARE(text(letter.sender), QStringLiteral("ΥΠΟΥΡΓΕΙΟ ΕΣΩΤΕΡΙΚΩΝ"));
        QCOMPARE(text(letter.senderUnit), QStringLiteral("ΤΜΗΜΑ ΩΡΑΡΙΟΥ ΚΑΙ ΑΔΕΙΩΝ"));
        QCOMPARE(text(letter.senderNumber), QStringLiteral("οικ. 18307"));
        QCOMPARE(letter.date(), QDate(2026, 11, 16));
        QCOMPARE(text(letter.place), QStringLiteral("Αθήνα"));
        QCOMPARE(texts(letter.recipients),
                 QStringList({QStringLiteral("Δήμο Νέας Ολύνθου"), QStringLiteral("Διεύθυνση Διοικητικού")}));
        QCOMPARE(texts(letter.copies), QStringList(QStringLiteral("Αποκεντρωμένες Διοικήσεις")));
        QCOMPARE(value(letter.priority), QStringLiteral("urgent"));
        QCOMPARE(text(letter.ada), QStringLiteral("ΨΔ7Ρ46ΜΤΛ6-Η2Κ"));
        QCOMPARE(value(letter.attachmentCount), QStringLiteral("3"));
        QCOMPARE(value(letter.sheetCount), QStringLiteral("12"));
        QCOMPARE(text(letter.signer), QStringLiteral("ΘΕΟΔΟΣΙΑ ΑΡΒΑΝΙΤΙΔΟΥ"));
    }

    void aFieldKnowsWhereItStandsAndHowSureItIs()
    {
        const LetterReading letter = readLetter(ordinaryLetter());
        QCOMPARE(letter.senderNumber->page, 0);
        QVERIFY(letter.senderNumber->box.left() > 340 && letter.senderNumber->box.center().y() == 90);
        QVERIFY(letter.subject->confidence > 0.8 && letter.subject->confidence <= 1);
        LaidPage unsure;
        unsure.line(60, 60, QStringLiteral("ΘΕΜΑ: Παροχή οδηγιών"), 0.4);
        QVERIFY(readLetter(unsure).subject->confidence < 0.5);
    }

    void nothingIsMadeUpOfAnEmptyPageOrOfNone()
    {
        QCOMPARE(readLetter({}), LetterReading());
        QCOMPARE(readLetter({TextPage{{595, 842}, {}}}), LetterReading());
    }

    void whateverAFileSaysOfItsWordsTheReaderEnds()
    {
        QRandomGenerator random(4); // always the same pages
        const QStringList words{QStringLiteral("ΘΕΜΑ:"),
                                QStringLiteral("Αριθ."),
                                QStringLiteral("Πρωτ.:"),
                                QStringLiteral("12/3/26"),
                                QStringLiteral("ΠΡΟΣ:"),
                                QStringLiteral("Σχετ.:"),
                                QStringLiteral("«"),
                                QStringLiteral("1."),
                                QString(400, u'Α'),
                                QStringLiteral("Ο"),
                                QStringLiteral("ΔΗΜΟΣ"),
                                QStringLiteral("Συνημμένα:"),
                                QString(),
                                QStringLiteral("\U0001F600"),
                                QStringLiteral("ΑΔΑ:")};
        const double places[] = {qQNaN(), qInf(), -qInf(), 1e300, -5, 0, 100, 300, 595};
        for (int round = 0; round < 60; ++round) {
            TextPage page{{random.bounded(2) ? 595.0 : 0.0, 842}, {}};
            for (int i = random.bounded(400); i > 0; --i) {
                TextWord word;
                word.text = words[random.bounded(words.size())];
                const bool wild = random.bounded(20) == 0;
                const auto place = [&] { return wild ? places[random.bounded(9)] : random.bounded(600.0); };
                word.box = QRectF(place(), place(), random.bounded(80.0), random.bounded(12.0));
                word.endsLine = random.bounded(4) == 0;
                page.words.push_back(word);
            }
            static_cast<void>(readLetter({page, page}));
        }
        TextPage full{{595, 842}, {}};
        full.words.resize(TextPage::mostWords);
        for (TextWord& word : full.words)
            word = {QStringLiteral("12/3/2026"), QRectF(random.bounded(500.0), random.bounded(800.0), 40, 8)};
        static_cast<void>(readLetter({full}));
    }
};

QTEST_APPLESS_MAIN(TestLetterReading)
#include "test_letter_reading.moc"
