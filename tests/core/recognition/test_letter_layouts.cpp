#include "laid_page.h"
#include "recognition/act_number.h"
#include "recognition/letter_reading.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::recognition;
using tests::LaidPage;

namespace {

QString text(const std::optional<ReadField>& field)
{
    return field ? field->text : QString();
}

QStringList texts(const std::vector<ReadField>& fields)
{
    QStringList list;
    for (const ReadField& field : fields)
        list << field.text;
    return list;
}

} // namespace

/// How letters are laid out otherwise than most: labels in two lines or two languages, none at all, headings in one
/// row.
class TestLetterLayouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLabelBrokenInTwoLinesStillAnnouncesItsValue()
    {
        LaidPage page;
        page.line(60, 60, QStringLiteral("ΔΗΜΟΣ ΝΕΑΣ ΟΛΥΝΘΟΥ"));
        page.line(330, 100, QStringLiteral("Αρ."));
        page.line(300, 112, QStringLiteral("πρωτοκόλλου"));
        page.line(400, 106, QStringLiteral("1287 Φ.701.4"));
        page.line(60, 200, QStringLiteral("ΘΕΜΑ: Καθαρισμός οικοπέδων"));
        QCOMPARE(text(readLetter(page).senderNumber), QStringLiteral("1287 Φ.701.4"));
    }

    void aLabelInTheMiddleOfItsLinesAnnouncesThemAll()
    {
        LaidPage page;
        page.line(360, 100, QStringLiteral("Προς"));
        page.line(400, 100, QStringLiteral("Δήμο Νέας Ολύνθου"));
        page.line(400, 120, QStringLiteral("Λιμενικό Σταθμό"));
        page.line(360, 126, QStringLiteral("Κοιν."));
        page.line(400, 132, QStringLiteral("γερακινής"));
        page.line(60, 200, QStringLiteral("ΘΕΜΑ: Οριοθέτηση εγκαταστάσεων"));
        const LetterReading letter = readLetter(page);
        QCOMPARE(texts(letter.recipients), QStringList(QStringLiteral("Δήμο Νέας Ολύνθου")));
        QCOMPARE(texts(letter.copies), QStringList(QStringLiteral("Λιμενικό Σταθμό γερακινής")));
    }

    void aLineWithALabelOfItsOwnEndsTheListAboveIt()
    {
        LaidPage page;
        page.line(60, 100, QStringLiteral("ΠΡΟΣ,")).line(130, 100, QStringLiteral("Τμήμα Προμηθειών"));
        page.line(60, 115, QStringLiteral("ΚΟΙΝ:")).line(130, 115, QStringLiteral("Γραφείο Περιβάλλοντος"));
        page.line(60, 200, QStringLiteral("ΘΕΜΑ: Ανάγκη προμήθειας σωλήνων"));
        const LetterReading letter = readLetter(page);
        QCOMPARE(texts(letter.recipients), QStringList(QStringLiteral("Τμήμα Προμηθειών")));
        QCOMPARE(texts(letter.copies), QStringList(QStringLiteral("Γραφείο Περιβάλλοντος")));
    }

    void aNumberMayStandBelowItsLabel()
    {
        LaidPage page;
        page.line(60, 60, QStringLiteral("ΔΗΜΟΣ ΝΕΑΣ ΟΛΥΝΘΟΥ"));
        page.line(60, 100, QStringLiteral("Ημερομηνία")).line(250, 100, QStringLiteral("Αρ. Πρωτοκόλλου"));
        page.line(60, 115, QStringLiteral("28-09-2026")).line(250, 115, QStringLiteral("302977"));
        page.line(60, 200, QStringLiteral("ΘΕΜΑ: Περιοδικός έλεγχος οχημάτων"));
        const LetterReading letter = readLetter(page);
        QCOMPARE(text(letter.senderNumber), QStringLiteral("302977"));
        QCOMPARE(letter.date(), QDate(2026, 9, 28));
    }

    void theEnglishHalfOfALabelTellsWhereTheGreekOneIsMisread()
    {
        LaidPage page;
        page.line(60, 100, QStringLiteral("Προς/To: Κέντρα Κοινότητας"));
        page.line(60, 120, QStringLiteral("©gpalSubject: Επανέλεγχος δικαιούχων επιδομάτων"));
        const LetterReading letter = readLetter(page);
        QCOMPARE(text(letter.subject), QStringLiteral("Επανέλεγχος δικαιούχων επιδομάτων"));
        QCOMPARE(texts(letter.recipients), QStringList(QStringLiteral("Κέντρα Κοινότητας")));
    }

    void aShortParagraphBetweenRecipientsAndTextIsTheSubjectWithoutALabel()
    {
        LaidPage page;
        page.line(60, 60, QStringLiteral("ΔΗΜΟΣ ΘΕΡΜΗΣ"));
        page.lines(60, 130, {QStringLiteral("Προς:"), QStringLiteral("Δήμο Νέας Ολύνθου, Τμήμα Δημοτικής Κατάστασης")});
        page.line(60, 169, QStringLiteral("Μεταδημότευση οικογενειακής μερίδας και βεβαίωση διαγραφής"));
        page.line(60, 192, QStringLiteral("Βεβαιώνουμε ότι διαγράφηκε από το δημοτολόγιό μας η οικογενειακή μερίδα"));
        page.line(60, 207, QStringLiteral("8842/1, λόγω μεταδημότευσης."));
        const LetterReading letter = readLetter(page);
        QCOMPARE(text(letter.subject), QStringLiteral("Μεταδημότευση οικογενειακής μερίδας και βεβαίωση διαγραφής"));
        QCOMPARE(texts(letter.recipients),
                 QStringList(QStringLiteral("Δήμο Νέας Ολύνθου, Τμήμα Δημοτικής Κατάστασης")));
        QCOMPARE(letter.kind->value, QStringLiteral("βεβαίωση"));
    }

    void anEnglishLetterIsForWhomItsAddressNamesFirst()
    {
        LaidPage page;
        page.line(200, 60, QStringLiteral("THE HARBOUR MUSEUM"));
        page.lines(60, 110,
                   {QStringLiteral("The Mayor of Nea Olynthos"), QStringLiteral("1 Dimokratias Square"),
                    QStringLiteral("Nea Olynthos 630 77")});
        page.line(60, 175, QStringLiteral("30 March 2026"));
        page.line(60, 200, QStringLiteral("Dear Madam,"));
        page.line(60, 225, QStringLiteral("We are preparing an exhibition on the money of the northern Aegean."));
        QCOMPARE(texts(readLetter(page).recipients), QStringList(QStringLiteral("The Mayor of Nea Olynthos")));
    }

    void aHeadingMayStandInOneRow()
    {
        LaidPage page;
        page.line(60, 60, QStringLiteral("ΕΛΛΗΝΙΚΗ ΔΗΜΟΚΡΑΤΙΑ | ΔΗΜΟΣ ΘΕΡΜΗΣ | ΤΜΗΜΑ ΔΗΜΟΤΟΛΟΓΙΟΥ"));
        page.line(60, 120, QStringLiteral("ΘΕΜΑ: Μεταδημότευση οικογένειας"));
        const LetterReading letter = readLetter(page);
        QCOMPARE(text(letter.sender), QStringLiteral("ΔΗΜΟΣ ΘΕΡΜΗΣ"));
        QCOMPARE(text(letter.senderUnit), QStringLiteral("ΤΜΗΜΑ ΔΗΜΟΤΟΛΟΓΙΟΥ"));
    }

    void whatOnlyDescribesTheSenderIsNotItsName_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("sender");
        QTest::newRow("a club") << QStringLiteral("Α.Σ. ΟΛΥΝΘΙΑΚΟΣ") << QStringLiteral("Αθλητικός Σύλλογος")
                                << QStringLiteral("Α.Σ. ΟΛΥΝΘΙΑΚΟΣ");
        QTest::newRow("an authority") << QStringLiteral("ΣΥΝΗΓΟΡΟΣ ΤΟΥ ΚΑΤΑΝΑΛΩΤΗ") << QStringLiteral("Ανεξάρτητη Αρχή")
                                      << QStringLiteral("ΣΥΝΗΓΟΡΟΣ ΤΟΥ ΚΑΤΑΝΑΛΩΤΗ");
        QTest::newRow("what stands above a name")
            << QStringLiteral("ΑΝΑΡΤΗΤΕΑ ΣΤΟ ΔΙΑΔΙΚΤΥΟ") << QStringLiteral("Δήμος Νέας Ολύνθου")
            << QStringLiteral("Δήμος Νέας Ολύνθου");
        QTest::newRow("letters misread") << QStringLiteral("ΕΛΛΗΝΙΚΗ ΔΗΜΟΚΡΑΤΙΑ")
                                         << QStringLiteral("ΕΛΕΓΚΤΙΚΟ ΣΥΝΕΔΡΤΟ")
                                         << QStringLiteral("ΕΛΕΓΚΤΙΚΟ ΣΥΝΕΔΡΤΟ");
    }
    void whatOnlyDescribesTheSenderIsNotItsName()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        LaidPage page;
        page.lines(60, 60, {first, second});
        page.line(60, 120, QStringLiteral("Αρ. Πρωτ.: 104"));
        page.line(60, 150, QStringLiteral("ΘΕΜΑ: Χρήση δημοτικού σταδίου"));
        QTEST(text(readLetter(page).sender), "sender");
    }

    void anActsNumberIsReadInGreekWhateverAlphabetItWasReadIn_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("number");
        QTest::newRow("plain") << QStringLiteral("ΑΔΑ: ΨΔ7Ρ46ΜΤΛ6-Η2Κ") << QStringLiteral("ΨΔ7Ρ46ΜΤΛ6-Η2Κ");
        QTest::newRow("in Latin") << QStringLiteral("AAA: PTZEQP5-4KH") << QStringLiteral("ΡΤΖΕΩΡ5-4ΚΗ");
        QTest::newRow("a round letter before the body's mark")
            << QStringLiteral("ΑΔΑ: 6ΘΧ2ΘΡ5-Β1Ξ") << QStringLiteral("6ΘΧ2ΩΡ5-Β1Ξ");
        QTest::newRow("a gap at the hyphen") << QStringLiteral("ΑΔΑ: 6ΓΑΖ7ΛΛ - Ν54") << QStringLiteral("6ΓΑΖ7ΛΛ-Ν54");
        QTest::newRow("without its label") << QStringLiteral("6ΓΑΖ7ΛΛ-Ν54") << QStringLiteral("6ΓΑΖ7ΛΛ-Ν54");
        QTest::newRow("words") << QStringLiteral("ΑΔΑ: ΣΧΕΔΙΟ - ΝΕΟ") << QString();
        QTest::newRow("a telephone") << QStringLiteral("2371022011-054") << QString();
    }
    void anActsNumberIsReadInGreekWhateverAlphabetItWasReadIn()
    {
        QFETCH(QString, line);
        LaidPage page;
        page.line(60, 60, QStringLiteral("ΔΗΜΟΣ ΝΕΑΣ ΟΛΥΝΘΟΥ")).line(340, 60, line);
        page.line(60, 150, QStringLiteral("ΘΕΜΑ: Έγκριση όρων διακήρυξης"));
        QTEST(text(readLetter(page).ada), "number");
    }

    void twoReadersOfAnActsNumberKnowMoreThanOne_data()
    {
        QTest::addColumn<QString>("greek");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("number");
        const QString number = QStringLiteral("ΡΤΞΕΩΡ5-4ΛΗ");
        QTest::newRow("letters from the Greek, digits from the English")
            << QStringLiteral("ΡΤΞΕΩΡΣ-4ΛΗ") << QStringLiteral("PTEEQP5-4AH") << number;
        QTest::newRow("a letter too many in the Greek")
            << QStringLiteral("ΡΤΕΞΕΩΡΣ-4ΛΗ") << QStringLiteral("PTSEQP5-4AH") << number;
        QTest::newRow("a letter too many in the English")
            << QStringLiteral("ΡΤΞΕΩΡΣ-4ΛΗ") << QStringLiteral("PTEEQPS5-4AH") << number;
        QTest::newRow("two numbers") << QStringLiteral("6ΓΑΖ7ΛΛ-Ν54") << QStringLiteral("PTEEQP5-4AH") << QString();
        QTest::newRow("nothing") << QString() << QString() << QString();
    }
    void twoReadersOfAnActsNumberKnowMoreThanOne()
    {
        QFETCH(QString, greek);
        QFETCH(QString, english);
        const auto number = agreedActNumber(greek, english);
        QTEST(number ? number->text : QString(), "number");
    }

    void attachmentsInOneLineAreCounted()
    {
        LaidPage page;
        page.line(60, 100, QStringLiteral("ΘΕΜΑ: Παράδοση παιχνιδιών"));
        page.line(60, 200, QStringLiteral("Συνημμένα: Πιστοποιητικά, Κατάλογος υλικών"));
        QCOMPARE(readLetter(page).attachmentCount->value, QStringLiteral("2"));
        LaidPage one;
        one.line(60, 100, QStringLiteral("ΘΕΜΑ: Παράδοση παιχνιδιών"));
        one.line(60, 200, QStringLiteral("Συνημμένα: Η απόφαση 147/2026, όπως ισχύει"));
        QCOMPARE(readLetter(one).attachmentCount->value, QStringLiteral("1"));
    }

    void aMarkMayFillTwoLinesOfItsCell()
    {
        LaidPage page;
        page.line(60, 60, QStringLiteral("ΔΗΜΟΣ ΠΟΛΥΓΥΡΟΥ")).line(300, 60, QStringLiteral("ΧΑΡΑΚΤΗΡΙΣΜΟΣ:"));
        page.line(420, 60, QStringLiteral("ΠΡΟΣΩΠΙΚΑ")).line(420, 75, QStringLiteral("ΔΕΔΟΜΕΝΑ"));
        page.line(60, 150, QStringLiteral("ΘΕΜΑ: Διαβίβαση φακέλου"));
        QCOMPARE(readLetter(page).classification->value, QStringLiteral("personal-data"));
    }

    void theTextTellsTheKindWhereNoTitleDoes_data()
    {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("kind");
        const QString office = QStringLiteral("ΔΗΜΟΣ ΝΕΑΣ ΟΛΥΝΘΟΥ");
        const QString club = QStringLiteral("ΣΥΛΛΟΓΟΣ ΔΡΟΜΕΩΝ");
        QTest::newRow("an act") << office << QStringLiteral("ΑΠΟΦΑΣΙΖΕΙ ΟΜΟΦΩΝΑ: Εγκρίνει τους όρους.")
                                << QStringLiteral("απόφαση");
        QTest::newRow("an office that attests")
            << office << QStringLiteral("Βεβαιώνουμε ότι διαγράφηκε η μερίδα.") << QStringLiteral("βεβαίωση");
        QTest::newRow("a club that asks")
            << club << QStringLiteral("Παρακαλούμε να μας παραχωρήσετε το στάδιο.") << QStringLiteral("αίτηση");
        QTest::newRow("an office that asks")
            << office << QStringLiteral("Παρακαλούμε να μας γνωρίσετε τα στοιχεία.") << QStringLiteral("έγγραφο");
        QTest::newRow("a prosecutor") << QStringLiteral("ΕΙΣΑΓΓΕΛΙΑ ΠΡΩΤΟΔΙΚΩΝ")
                                      << QStringLiteral("Παραγγέλλουμε να χορηγηθούν αντίγραφα.")
                                      << QStringLiteral("παραγγελία");
        QTest::newRow("with every right reserved")
            << QStringLiteral("ΑΣΠΑΣΙΑ ΡΟΥΣΣΟΥ") << QStringLiteral("Με την επιφύλαξη παντός δικαιώματος.")
            << QStringLiteral("εξώδικο");
    }
    void theTextTellsTheKindWhereNoTitleDoes()
    {
        QFETCH(QString, heading);
        QFETCH(QString, said);
        LaidPage page;
        page.line(60, 60, heading).line(340, 60, QStringLiteral("Αρ. Πρωτ.: 104"));
        page.line(60, 150, QStringLiteral("ΘΕΜΑ: Χρήση δημοτικού σταδίου"));
        page.line(60, 180, said);
        const auto kind = readLetter(page).kind;
        QVERIFY(kind);
        QTEST(kind->value, "kind");
    }

    void whatGoesToAllOfASortIsACircular()
    {
        LaidPage page;
        page.line(60, 60, QStringLiteral("ΥΠΟΥΡΓΕΙΟ ΕΣΩΤΕΡΙΚΩΝ"))
            .line(340, 60, QStringLiteral("ΠΡΟΣ: Δήμους της Χώρας"));
        page.line(60, 150, QStringLiteral("ΘΕΜΑ: Κατάρτιση προϋπολογισμού"));
        QCOMPARE(readLetter(page).kind->value, QStringLiteral("εγκύκλιος"));
    }

    void aFormIsItsApplicantsWhateverKindItsSubjectNames()
    {
        LaidPage page;
        page.line(60, 60, QStringLiteral("ΑΙΤΗΣΗ"));
        page.line(60, 80, QStringLiteral("Του/Της: Βαλσαμίδου Ειρήνη ........"));
        page.line(340, 80, QStringLiteral("ΠΡΟΣ: Δημαρχείο"));
        page.line(60, 150, QStringLiteral("ΘΕΜΑ: Καταγγελία για θόρυβο"));
        const LetterReading letter = readLetter(page);
        QCOMPARE(letter.kind->value, QStringLiteral("καταγγελία"));
        QCOMPARE(text(letter.sender), QStringLiteral("Βαλσαμίδου Ειρήνη"));
    }
};

QTEST_APPLESS_MAIN(TestLetterLayouts)
#include "test_letter_layouts.moc"
