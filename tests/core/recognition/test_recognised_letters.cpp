#include "recognition/letter_reading.h"
#include "tests/support/kept_words.h"

#include <QTest>

using namespace diakinisi::recognition;

namespace {

QString text(const std::optional<ReadField>& field)
{
    return field ? field->text : QString();
}

} // namespace

/// Letters as Tesseract really read them, errors and all (a wrong letter that no rule can know stays) (scanned, skewed,
/// faxed, photographed); kept so that a rule can be changed without recognising again. tests/bench has the letters
/// themselves, and many more.
class TestRecognisedLetters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theParticularsAreFoundInWhatWasRecognised_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("sender");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("date");
        const auto row = [](const char* file, const char16_t* subject, const char16_t* sender, const char16_t* number,
                            const char* date) {
            QTest::newRow(file) << QString::fromUtf16(subject) << QString::fromUtf16(sender)
                                << QString::fromUtf16(number) << QString::fromLatin1(date);
        };
        row("paideia-clean", u"Χρηματοδότηση επισκευής στέγης του 3ου Νηπιαγωγείου Νέας Ολύνθου",
            u"ΥΠΟΥΡΓΕΙΟ ΠΑΙΔΕΙΑΣ ΚΑΙ ΘΡΗΣΚΕΥΜΑΤΩΝ", u"28417/Δ5", "2026-03-12");
        row("efka-skewed", u"Χορήγηση στοιχείων ασφάλισης υπαλλήλων ορισμένου χρόνου έτους 2019",
            u"ΗΛΕΚΤΡΟΝΙΚΟΣ ΕΘΝΙΚΟΣ ΦΟΡΕΑΣ ΚΟΙΝΩΝΙΚΗΣ ΑΣΦΑΛΙΣΗΣ", u"83590", "2026-02-19");
        row("perifereia-photographed",
            u"Κυκλοφοριακές ρυθμίσεις στην επαρχιακή οδό Νέας Ολύνθου - Γερακινής για την ασφαλτόστρωση, από 12 έως "
            u"23 Οκτωβρίου 2026",
            u"ΠΕΡΙΦΕΡΕΙΑ ΚΕΝΤΡΙΚΗΣ ΜΑΚΕΔΟΝΙΑΣ", u"698214(5518)", "2026-10-08");
        row("ydrevsi-faxed", u"Προγραμματισμένη διακοπή υδροδότησης στη Δημοτική Κοινότητα Αγίου Maya",
            u"ΔΕΥΑΝΕΑΣ ΟΛΥΝΘΟΥ", u"3340", "2026-08-20");
        row("application", u"Αποκατάσταση δημοτικού φωτισμού στην οδό Κουντουριώτη", u"Βασιλική Παπακωνσταντίνου", u"",
            "2026-02-03");
        row("memo", u"Ανάγκη προμήθειας σωλήνων άρδευσης και εξαρτημάτων", u"ΔΗΜΟΣ ΝΕΑΣ ΟΛΥΝΘΟΥ", u"ΥΣ 418",
            "2026-11-05");
        row("english-copied", u"Confirmation of delivery date for order 2026/88", u"NORDIC PLAY EQUIPMENT ApS",
            u"NP-26-1107", "2026-09-02");
        row("decision-stamp", u"Ορισμός Αντιδημάρχων και μεταβίβαση αρμοδιοτήτων", u"ΔΗΜΟΣ ΝΕΑΣ ΟΔΥΝΘΟΥ", u"2471",
            "2026-02-10");
        row("form-table-photographed", u"Χορήγηση πιστοποιητικού οικογενειακής κατάστασης", u"Ευάγγελος Τσολάκης", u"",
            "2026-09-15");
    }
    void theParticularsAreFoundInWhatWasRecognised()
    {
        const auto pages = diakinisi::test::keptWords(
            QStringLiteral(DIAKINISI_TEST_DATA "/letters/%1.json").arg(QString::fromLatin1(QTest::currentDataTag())));
        QCOMPARE(pages.size(), std::size_t(1));
        const LetterReading letter = readLetter(pages);
        QTEST(text(letter.subject), "subject");
        QTEST(text(letter.sender), "sender");
        QTEST(text(letter.senderNumber), "number");
        QTEST(letter.date().toString(Qt::ISODate), "date");
    }

    void anApplicantsTaxNumberIsTakenOnlyWhereItsCheckDigitHolds()
    {
        auto pages = diakinisi::test::keptWords(QStringLiteral(DIAKINISI_TEST_DATA "/letters/application.json"));
        const LetterReading letter = readLetter(pages);
        QVERIFY(letter.applicantTaxNumber);
        const QString number = letter.applicantTaxNumber->value;
        for (diakinisi::TextWord& word : pages.front().words)
            if (word.text == number)
                word.text.replace(8, 1, word.text[8] == u'1' ? u'2' : u'1');
        QVERIFY(!readLetter(pages).applicantTaxNumber);
    }
};

QTEST_APPLESS_MAIN(TestRecognisedLetters)
#include "test_recognised_letters.moc"
