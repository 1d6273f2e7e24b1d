#include "tests/ui/stage.h"
#include "ui/document/document_pages.h"
#include "ui/document/file_window.h"
#include "ui/document/identity_card.h"
#include "ui/document/signature_card.h"
#include "ui/document/signature_list.h"
#include "ui/register/signature_note.h"
#include "ui/texts/verdict_texts.h"

#include <QProcess>
#include <QPushButton>

using namespace diakinisi;
using namespace Qt::Literals::StringLiterals;
using tests::Stage;

class TestSignatures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVerdictHasASentenceInBothLanguages();
    void everyDoubtAndFailureHasWordsOfItsOwn();
    void everyKindOfChangeHasWordsInBothLanguages();
    void eachSignatureSaysWhoWhenAndWhetherItHolds();
    void theEvidenceFoldsOutByKeyboard();
    void theSignedVersionOpensInAWindowOfItsOwn();
    void theReportIsAPdfWithTheVerdict();
    void theFormTellsOfASignedFile();
    void theCardShowsThenAndNow();
};

namespace {

struct Scene : Stage {
    Scene()
    {
        theme.use(u"light"_s);
        fakes::FakeFile made;
        made.name = u"απόφαση.pdf"_s;
        made.pages = {u"<p>πρώτη</p>"_s, u"<p>προστέθηκε</p>"_s};
        signing::SignatureVerdict changed = fakes::fakeVerdict(u"Ιωάννα Δήμου"_s, clock.now());
        changed.coversWholeFile = false;
        changed.signedLength = 900;
        changed.indication = signing::Indication::TotalFailed;
        changed.subIndication = signing::SubIndication::FormatFailure;
        changed.changesAfter = {{2, pdf::ChangeKind::PageTree, false, u"page added"_s}};
        made.signatures = {fakes::fakeVerdict(u"Νίκος Ράπτης"_s, clock.now()), changed};
        const std::lock_guard lock(sample.office->mutex());
        file = sample.office->addFile(std::move(made));
    }

    domain::FileRef file;
};

ui::SignatureList* shown(Scene& scene)
{
    auto* list = new ui::SignatureList(scene.context());
    list->resize(500, 700);
    list->show(scene.file);
    list->QWidget::show();
    return list;
}

} // namespace

void TestSignatures::everyVerdictHasASentenceInBothLanguages()
{
    Stage stage;
    for (const QString& language : {u"el"_s, u"en"_s}) {
        stage.language.use(language);
        for (const auto indication : {signing::Indication::TotalFailed, signing::Indication::Indeterminate})
            for (const signing::SubIndication sub : signing::allSubIndications()) {
                signing::SignatureVerdict verdict;
                verdict.indication = indication;
                verdict.subIndication = sub;
                const ui::VerdictText text = ui::verdictText(verdict);
                const QString name = signing::subIndicationWord(sub);
                QVERIFY2(text.sentence.endsWith(u'.') && text.advice.endsWith(u'.'), qPrintable(name));
                QVERIFY2(!text.sentence.contains(name) && !text.sentence.contains(u"INDETERMINATE"), qPrintable(name));
                const bool greek = text.sentence.contains(QRegularExpression(u"[α-ω]"_s));
                QCOMPARE(greek, language == u"el");
                QVERIFY(ui::gradeOf(verdict) != ui::VerdictGrade::Good);
            }
    }
}

/// The words of ETSI EN 319 102-1, tables 5 and 6: none falls back to saying only that nothing can be said.
void TestSignatures::everyDoubtAndFailureHasWordsOfItsOwn()
{
    using signing::Indication;
    using signing::SubIndication;
    Stage stage;
    const auto sentence = [](Indication indication, SubIndication sub) {
        signing::SignatureVerdict verdict;
        verdict.indication = indication;
        verdict.subIndication = sub;
        return ui::verdictText(verdict).sentence;
    };
    const std::set<SubIndication> failures{SubIndication::FormatFailure,    SubIndication::HashFailure,
                                           SubIndication::SigCryptoFailure, SubIndication::Revoked,
                                           SubIndication::Expired,          SubIndication::NotYetValid};
    for (const QString& language : {u"el"_s, u"en"_s}) {
        stage.language.use(language);
        const QString plainFailure = sentence(Indication::TotalFailed, SubIndication::None);
        const QString plainDoubt = sentence(Indication::Indeterminate, SubIndication::None);
        for (const SubIndication sub : signing::allSubIndications()) {
            const QString name = signing::subIndicationWord(sub);
            if (failures.contains(sub))
                QVERIFY2(sentence(Indication::TotalFailed, sub) != plainFailure, qPrintable(name));
            if (sub != SubIndication::Generic && sub != SubIndication::HashFailure &&
                sub != SubIndication::SigCryptoFailure)
                QVERIFY2(sentence(Indication::Indeterminate, sub) != plainDoubt, qPrintable(name));
        }
    }
}

void TestSignatures::everyKindOfChangeHasWordsInBothLanguages()
{
    Stage stage;
    for (const QString& language : {u"el"_s, u"en"_s}) {
        stage.language.use(language);
        std::set<QString> seen;
        for (int kind = 0; kind <= static_cast<int>(pdf::ChangeKind::Other); ++kind) {
            const QString text = ui::changeText({2, static_cast<pdf::ChangeKind>(kind), false, {}});
            QVERIFY2(seen.insert(text).second, qPrintable(text)); // words of its own
            QCOMPARE(text.contains(QRegularExpression(u"[α-ω]"_s)), language == u"el");
        }
    }
}

void TestSignatures::eachSignatureSaysWhoWhenAndWhetherItHolds()
{
    Scene scene;
    const std::unique_ptr<ui::SignatureList> list(shown(scene));
    QTRY_COMPARE(list->findChildren<ui::SignatureCard*>().size(), 2);
    const auto cards = list->findChildren<ui::SignatureCard*>();
    QVERIFY(cards[0]->accessibleName().startsWith(u"1 από 2: Νίκος Ράπτης"_s));
    QVERIFY(cards[0]->accessibleName().contains(u"Έγκυρη: το έγγραφο είναι όπως υπογράφηκε."_s));
    QVERIFY(cards[1]->accessibleName().contains(u"αλλαγή που δεν επιτρέπεται"_s));
    QVERIFY(cards[1]->accessibleName().contains(u"ανοίξτε την υπογεγραμμένη έκδοση"_s));
    QVERIFY(cards[0]->accessibleDescription().contains(u"κατά δήλωση"_s)); // no timestamp
    scene.language.use(u"en"_s);
    QTRY_VERIFY(list->findChildren<ui::SignatureCard*>()[0]->accessibleName().contains(u"Valid: the document"_s));
}

void TestSignatures::theEvidenceFoldsOutByKeyboard()
{
    Scene scene;
    const std::unique_ptr<ui::SignatureList> list(shown(scene));
    QTRY_COMPARE(list->findChildren<ui::SignatureCard*>().size(), 2);
    auto* card = list->findChildren<ui::SignatureCard*>()[1];
    QVERIFY(!card->isUnfolded());
    QTest::keyClick(card, Qt::Key_Return);
    QVERIFY(card->isUnfolded());
    QVERIFY(tests::named<QLabel>(*card, u"Επίπεδο: B-B"_s));
    const QString change =
        u"Αλλαγές μετά: 2η αποθήκευση: σελίδες προστέθηκαν, αφαιρέθηκαν ή άλλαξαν σειρά, ΔΕΝ επιτρέπεται"_s;
    QVERIFY(tests::named<QLabel>(*card, change));
    scene.language.use(u"en"_s); // made anew, and still unfolded
    QTRY_VERIFY(tests::named<QLabel>(*list, u"Level: B-B"_s));
    QTest::keyClick(list->findChildren<ui::SignatureCard*>().last(), Qt::Key_Space);
    QVERIFY(!list->findChildren<ui::SignatureCard*>().last()->isUnfolded());
}

void TestSignatures::theSignedVersionOpensInAWindowOfItsOwn()
{
    Scene scene;
    const std::unique_ptr<ui::SignatureList> list(shown(scene));
    QTRY_VERIFY(tests::named<QPushButton>(*list, u"Η υπογεγραμμένη έκδοση"_s));
    tests::named<QPushButton>(*list, u"Η υπογεγραμμένη έκδοση"_s)->click();
    QTRY_VERIFY(list->findChild<ui::FileWindow*>());
    const QPointer window = list->findChild<ui::FileWindow*>();
    QCOMPARE(window->windowTitle(), u"Η υπογεγραμμένη έκδοση: απόφαση.pdf"_s);
    QTRY_VERIFY(window->pages().currentFile());
    QVERIFY(*window->pages().currentFile() != scene.file.digest);
    QTest::keyClick(window.data(), Qt::Key_Escape);
    QTRY_VERIFY(!window);
}

void TestSignatures::theReportIsAPdfWithTheVerdict()
{
    Scene scene;
    const std::unique_ptr<ui::SignatureList> list(shown(scene));
    QTRY_VERIFY(list->verdict());
    const QString path = scene.folder.filePath(u"report.pdf"_s);
    QVERIFY(QMetaObject::invokeMethod(list.get(), "writeReport", Q_ARG(QString, path)));
    QTRY_VERIFY(QFile::exists(path));
    QProcess text;
    text.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    QVERIFY(text.waitForFinished());
    const QString words = QString::fromUtf8(text.readAll());
    for (const QString& each :
         {u"Έλεγχος υπογραφών"_s, u"Ιωάννα Δήμου"_s, u"Νίκος Ράπτης"_s, u"TOTAL-FAILED"_s, u"απόφαση.pdf"_s})
        QVERIFY2(words.contains(each), qPrintable(words));
    QTRY_VERIFY(tests::named<QFrame>(*list, u"Αποθηκεύτηκε: "_s + path));
}

void TestSignatures::theFormTellsOfASignedFile()
{
    Scene scene;
    ui::SignatureNote note(scene.context());
    note.show(scene.file);
    QVERIFY(note.isHidden()); // nothing is waited for
    QTRY_VERIFY(!note.isHidden());
    const QString words = note.accessibleName();
    QVERIFY2(words.startsWith(u"2 ψηφιακές υπογραφές: 1 έγκυρη, 1 μη έγκυρη"_s), qPrintable(words));
    QVERIFY(words.contains(u"μπορεί να πρωτοκολληθεί ως έχει"_s));
    note.show(std::nullopt);
    QVERIFY(note.isHidden());
}

void TestSignatures::theCardShowsThenAndNow()
{
    Scene scene;
    const auto& office = scene.sample.office;
    const domain::DocumentId id = office->all().front();
    domain::Document document = *office->document(id);
    domain::FileFinding finding;
    finding.digest = document.mainItem()->newest().newest().file.digest;
    finding.checkedAt = scene.clock.now();
    finding.signatures.emplace_back();
    finding.signatures.back().signer = u"Άννα Λέκκα"_s;
    finding.signatures.back().indication = domain::SignatureIndication::Indeterminate;
    finding.signatures.back().subIndication = u"TRY_LATER"_s;
    QVERIFY(office->act(document.createdBy, id, domain::RecordFinding{finding}));
    ui::IdentityCard card(scene.context());
    card.show(*office->view(id));
    card.showJudged(signing::PdfVerdict{{fakes::fakeVerdict(u"Άννα Λέκκα"_s, scene.clock.now())}, scene.clock.now()});
    QStringList names;
    for (const QLabel* label : card.findChildren<QLabel*>())
        names << label->accessibleName();
    const QString all = names.join(u'\n');
    QVERIFY2(all.contains(u"Υπογραφές τότε: Άννα Λέκκα"_s), qPrintable(all));
    QVERIFY2(all.contains(u"Υπογραφές τώρα: 1 ψηφιακή υπογραφή: 1 έγκυρη"_s), qPrintable(all));
}

QTEST_MAIN(TestSignatures)
#include "test_signatures.moc"
