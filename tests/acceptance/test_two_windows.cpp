#include "desk_bench.h"
#include "tests/acceptance/seat.h"
#include "ui/document/document_pages.h"
#include "ui/document/document_panel.h"
#include "ui/document/signature_list.h"
#include "ui/inbox/list_page.h"
#include "ui/inbox/list_view.h"
#include "ui/parts/page_view.h"
#include "ui/register/files_panel.h"
#include "ui/register/number_panel.h"
#include "ui/register/register_page.h"
#include "ui/search/search_box.h"
#include "ui/signing/signing_dialog.h"
#include "ui/texts/error_texts.h"
#include "ui/texts/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleFactory>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>

using namespace diakinisi;
using namespace diakinisi::test;
using namespace Qt::Literals::StringLiterals;
using desk::ListKind;
using domain::Act;

/// Two people at two desktops do the office's main job at the real server, with keys and clicks alone; a third may see
/// nothing of it. Each function goes on where the one before has ended.
class TestTwoWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void bothSignInAndCompareTheFingerprint();
    void aLetterIsRegisteredChargedAndSubmittedWithOneKey();
    void anIncompleteFormIsNotRegisteredAndShowsItsGap();
    void theHeadReadsApprovesAndSignsIt();
    void theRegistrySeesTheSignatureAndTheCopyIsValid();
    void aDraftIsSubmittedAndTakesItsNumberWithTheSignature();
    void withoutTheServerTheNumberWaitsAndComesByItself();
    void whoMayNotSeeFindsNothing();
    void cleanupTestCase();

private:
    static QString year() { return u'/' + QString::number(QDate::currentDate().year()); }

    DeskBench m_bench;
    ui::Language m_language;
    ui::Theme m_theme;
    QTemporaryDir m_folder;
    QString m_key;
    std::unique_ptr<Seat> m_registry;
    std::unique_ptr<Seat> m_head;
    bool m_broken = false;
};

namespace {

const QString letters = QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters/");

/// What a program of the Poppler tools says.
QString said(const QString& program, const QStringList& words)
{
    QProcess process;
    process.start(program, words);
    return process.waitForFinished(patience) && process.exitCode() == 0
               ? QString::fromUtf8(process.readAllStandardOutput())
               : QString();
}

} // namespace

void TestTwoWindows::initTestCase()
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setQuitOnLastWindowClosed(false);
    QCOMPARE(QGuiApplication::platformName(), u"xcb"_s);
    m_language.use(u"el"_s);
    m_theme.use(u"light"_s);
    QVERIFY2(m_bench.isReady(), qPrintable(m_bench.server().error()));
    m_key = m_bench.key(u"head"_s).at(1).mid(4); // of "p12:FILE"
    QVERIFY(QFile::exists(m_key));
    m_registry = std::make_unique<Seat>(m_bench.server(), u"registry"_s, m_language, m_theme);
    m_head = std::make_unique<Seat>(m_bench.server(), u"head"_s, m_language, m_theme);
}

void TestTwoWindows::init()
{
    if (m_broken)
        QSKIP("what it goes on from has failed");
}

void TestTwoWindows::cleanup()
{
    if (m_broken || !QTest::currentTestFailed())
        return;
    m_broken = true;
    int count = 0;
    for (QWidget* window : QApplication::topLevelWidgets())
        if (window->isVisible())
            Seat::picture(*window, u"failed-%1"_s.arg(++count));
    qWarning("%s", m_bench.server().log().right(8'000).constData());
}

void TestTwoWindows::cleanupTestCase()
{
    m_registry.reset();
    m_head.reset();
    QVERIFY(m_bench.server().stop());
    QByteArray report;
    QVERIFY2(m_bench.server().run(u"check"_s, {}, &report) == 0, report.constData());
}

void TestTwoWindows::bothSignInAndCompareTheFingerprint()
{
    for (Seat* seat : {m_registry.get(), m_head.get()}) {
        QVERIFY(seat->signIn());
        QTRY_VERIFY_WITH_TIMEOUT(seat->window().windowTitle().contains(u"Δήμος Δοκιμής"_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(seat->status().contains(u"Ενημερω"_s), patience);
    }
}

void TestTwoWindows::aLetterIsRegisteredChargedAndSubmittedWithOneKey()
{
    Seat& seat = *m_registry;
    QVERIFY(seat.sit());
    QVERIFY(seat.fillIncoming(u"Εγκύκλιος για την άδεια"_s));
    QVERIFY(seat.drop({letters + u"02-ypoyrgeio-egkyklios.pdf"_s}));
    auto* forSignature = seat.named<QCheckBox>(u"Για υπογραφή: εγκρίνει και υπογράφει ο προϊστάμενος"_s);
    seat.click(forSignature, {8, forSignature->height() / 2});
    QVERIFY(forSignature->isChecked());
    auto* page = seat.window().registerPage().files().findChild<ui::PageView*>();
    QTRY_VERIFY_WITH_TIMEOUT(Seat::ink(*page) > 1000, patience);
    seat.picture(u"1-form"_s);
    const int before = seat.acts();
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(seat.large(), u'1' + year(), patience);
    QCOMPARE(seat.acts() - before, 1); // number, charge and submission: one act
    seat.picture(u"2-number"_s);
}

void TestTwoWindows::anIncompleteFormIsNotRegisteredAndShowsItsGap()
{
    Seat& seat = *m_registry;
    QVERIFY(seat.sit());
    seat.press(&seat.window(), Qt::Key_F2);
    QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()), patience);
    seat.type(u"Χωρίς αποστολέα"_s);
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), seat.named<QLineEdit>(u"Αποστολέας"_s), patience);
    QCOMPARE(seat.large(), QString());
    seat.picture(u"3-missing"_s);
    seat.press(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(seat.window().listPage().isVisible(), patience);
    QVERIFY(seat.openList(ListKind::Book));
    QTRY_COMPARE_WITH_TIMEOUT(seat.rows(), QStringList(u'1' + year() + u" Εγκύκλιος για την άδεια"_s), patience);
}

void TestTwoWindows::theHeadReadsApprovesAndSignsIt()
{
    QVERIFY(m_head->approve(u"Εγκύκλιος για την άδεια"_s));
    QVERIFY(m_head->sign(m_key));
    QTRY_COMPARE_WITH_TIMEOUT(m_head->rows(), QStringList(), patience);
    m_head->picture(u"7-nothing-left"_s);
}

void TestTwoWindows::theRegistrySeesTheSignatureAndTheCopyIsValid()
{
    Seat& seat = *m_registry; // its list and document have stood open all the time; nothing is refreshed by hand
    QVERIFY(seat.sit());
    auto* tabs = seat.named<QTabWidget>(u"Για το έγγραφο"_s);
    QVERIFY(tabs);
    QTRY_COMPARE_WITH_TIMEOUT(tabs->tabText(2), u"Υπογραφές (1)"_s, patience);
    seat.click(tabs->tabBar(), tabs->tabBar()->tabRect(2).center());
    const auto* signatures = seat.window().findChild<ui::SignatureList*>();
    QTRY_VERIFY_WITH_TIMEOUT(signatures->isVisible(), patience);
    QStringList told;
    for (const QWidget* card : signatures->widget()->findChildren<QWidget*>())
        told << card->accessibleName();
    QVERIFY2(told.join(u'\n').contains(u"head"_s), qPrintable(told.join(u'\n')));
    seat.picture(u"8-signature"_s);
    const QString copy = m_folder.filePath(u"signed.pdf"_s);
    QVERIFY(seat.saveCopy(copy));
    const QString verdict = said(u"pdfsig"_s, {copy});
    QVERIFY2(verdict.contains(u"Signature is Valid."_s), qPrintable(verdict));
    QVERIFY2(verdict.contains(u"Total document signed"_s), qPrintable(verdict));
}

void TestTwoWindows::aDraftIsSubmittedAndTakesItsNumberWithTheSignature()
{
    Seat& seat = *m_registry;
    QVERIFY(seat.sit());
    seat.press(&seat.window(), Qt::Key_F4);
    QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()), patience);
    seat.type(u"Βεβαίωση προϋπηρεσίας"_s);
    seat.press(Qt::Key_Tab);
    seat.type(u"Μαρία Ιωάννου"_s);
    QVERIFY(seat.drop({letters + u"20-schedio-vevaiosi-proypiresias.pdf"_s}));
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(seat.large(), u"σχέδιο"_s, patience);
    seat.click(seat.named<QPushButton>(u"Άνοιγμα"_s));
    const auto opened = [&] {
        const auto& view = seat.window().documentPanel().document();
        return view ? view->document.particulars.subject : QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(opened(), u"Βεβαίωση προϋπηρεσίας"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(seat.named<QPushButton>(ui::actWord(Act::Submit)), patience);
    seat.click(seat.named<QPushButton>(ui::actWord(Act::Submit)));
    QTRY_VERIFY_WITH_TIMEOUT(seat.named<QListWidget>(u"Σειρά· ο τελευταίος υπογράφει"_s), patience);
    auto* chain = seat.named<QListWidget>(u"Σειρά· ο τελευταίος υπογράφει"_s);
    while (chain->count() > 0) { // the one on offer is not who is to sign
        seat.click(chain->viewport(), chain->visualItemRect(chain->item(0)).center());
        seat.click(seat.named<QPushButton>(u"Αφαίρεση από τη σειρά"_s));
    }
    seat.click(seat.named<QLineEdit>(u"Επόμενο πρόσωπο της σειράς"_s));
    for (int step = 1; step <= 2; ++step) { // approves, then signs
        seat.type(u"head"_s);
        seat.press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(chain->count(), step, patience);
        QVERIFY2(chain->item(step - 1)->text().contains(u". head, ΠΡΟΣ"_s), qPrintable(chain->item(step - 1)->text()));
    }
    seat.picture(u"9-chain"_s);
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_head->approve(u"Βεβαίωση προϋπηρεσίας"_s));
    QVERIFY(m_head->sign({}));

    QVERIFY(seat.sit());
    const auto numbered = [&] {
        const auto& view = seat.window().documentPanel().document();
        return view && view->document.registration.number ? display(*view->document.registration.number) : QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(numbered(), u'2' + year(), patience);
    auto* tabs = seat.named<QTabWidget>(u"Για το έγγραφο"_s);
    QTRY_COMPARE_WITH_TIMEOUT(tabs->tabText(2), u"Υπογραφές (1)"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(Seat::ink(seat.window().documentPanel().pages().view()) > 1000, patience);
    seat.picture(u"10-numbered"_s);
    const QString copy = m_folder.filePath(u"numbered.pdf"_s);
    QVERIFY(seat.saveCopy(copy));
    const QString verdict = said(u"pdfsig"_s, {copy});
    QVERIFY2(verdict.contains(u"Signature is Valid."_s), qPrintable(verdict));
    QVERIFY2(verdict.contains(u"Total document signed"_s), qPrintable(verdict));
    const QString text = said(u"pdftotext"_s, {u"-layout"_s, copy, u"-"_s});
    QVERIFY2(text.contains(u'2' + year()), qPrintable(text));
}

void TestTwoWindows::withoutTheServerTheNumberWaitsAndComesByItself()
{
    Seat& seat = *m_registry;
    QVERIFY(seat.sit());
    m_bench.server().kill();
    QVERIFY(seat.fillIncoming(u"Χωρίς διακομιστή"_s));
    QVERIFY(seat.drop({letters + u"07-diktyo-ekskafes.pdf"_s}));
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(seat.large(), u"σε αναμονή"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(seat.status().contains(u"Χωρίς σύνδεση με τον διακομιστή"_s), patience);
    seat.picture(u"11-offline"_s);

    seat.start(); // the program goes and comes again while the server is away
    QTRY_VERIFY_WITH_TIMEOUT(seat.isIn(), patience);
    QVERIFY(seat.sit());
    QVERIFY(seat.openList(ListKind::Book));
    QTRY_VERIFY_WITH_TIMEOUT(seat.rows().contains(u"σε αναμονή αριθμού Χωρίς διακομιστή"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(seat.status().contains(u"Χωρίς σύνδεση με τον διακομιστή"_s), patience);
    seat.picture(u"12-waiting"_s);

    QVERIFY2(m_bench.server().start(), qPrintable(m_bench.server().error()));
    const QStringList book{u'3' + year() + u" Χωρίς διακομιστή"_s, u'2' + year() + u" Βεβαίωση προϋπηρεσίας"_s,
                           u'1' + year() + u" Εγκύκλιος για την άδεια"_s};
    QTRY_COMPARE_WITH_TIMEOUT(seat.rows(), book, patience);
    QTRY_VERIFY_WITH_TIMEOUT(seat.status().contains(u"Ενημερω"_s), patience);
    seat.picture(u"13-number-came"_s);
    QVERIFY(m_head->sit());
    QVERIFY(m_head->openList(ListKind::Book));
    QTRY_COMPARE_WITH_TIMEOUT(m_head->rows(), book, patience);
}

void TestTwoWindows::whoMayNotSeeFindsNothing()
{
    Seat payer(m_bench.server(), u"payer"_s, m_language, m_theme);
    QVERIFY(payer.signIn());
    QTRY_VERIFY_WITH_TIMEOUT(payer.status().contains(u"Ενημερω"_s), patience);
    for (const ListKind kind : {ListKind::ForAction, ListKind::ForApproval, ListKind::ForInformation,
                                ListKind::Unassigned, ListKind::Book, ListKind::Drafts, ListKind::Outgoing}) {
        QVERIFY(payer.openList(kind));
        QCOMPARE(payer.rows(), QStringList());
    }
    const auto hasLabel = [&](const QString& text) {
        const auto labels = payer.window().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->isVisible() && label->text() == text; });
    };
    payer.press(&payer.window(), Qt::Key_K, Qt::ControlModifier);
    payer.type(u"εγκύκλιος"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hasLabel(u"Δεν βρέθηκε κάτι σε αυτή τη θυρίδα"_s), patience);
    payer.picture(u"14-third-person"_s);
    payer.press(Qt::Key_Escape);
    payer.press(&payer.window(), Qt::Key_G, Qt::ControlModifier);
    payer.type(u"1"_s);
    payer.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(hasLabel(ui::textOf({ErrorCode::NotFound, {}, {}}).what), patience);
    QVERIFY(!payer.window().documentPanel().document());
}

QTEST_MAIN(TestTwoWindows)
#include "test_two_windows.moc"
