#include "tests/ui/stage.h"
#include "ui/inbox/attention_page.h"
#include "ui/settings/device_page.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shell/expiry_notice.h"
#include "ui/shell/main_window.h"
#include "ui/texts/key_texts.h"

#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>

using namespace diakinisi;
using namespace Qt::Literals::StringLiterals;
using desk::Condition;
using desk::Examined;
using desk::FindingCause;
using tests::Stage;

class TestDevices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFindingHasWordsInBothLanguages();
    void eachLineIsGoodOrSaysWhatToDo();
    void theLinesAreCopiedForSupport();
    void theEndOfACertificateIsSaidOnceADayFrom30DaysOn();
    void aRenewedCertificateSilencesTheOldOne();
    void theWarningLeadsToTheDevicePage();
};

namespace {

constexpr qint64 day = 86'400'000;

desk::KeyChoice key(const Stage& stage, qint64 days, const char* name = "key")
{
    desk::KeyChoice made;
    made.uri = u"p12:"_s + QString::fromLatin1(name);
    made.name = u"Παπαδόπουλος"_s;
    made.notBefore = stage.clock.now() + -day;
    made.notAfter = stage.clock.now() + (day * days + day / 2);
    made.certificate = Sha256::of(name);
    made.registered = true;
    return made;
}

} // namespace

void TestDevices::everyFindingHasWordsInBothLanguages()
{
    Stage stage;
    for (const QString& language : {u"el"_s, u"en"_s}) {
        stage.language.use(language);
        for (int cause = 0; cause <= static_cast<int>(FindingCause::TrustedListDoubtful); ++cause)
            for (int what = 0; what <= static_cast<int>(Examined::Trust); ++what) {
                desk::Finding finding{static_cast<Examined>(what), Condition::Bad, static_cast<FindingCause>(cause)};
                finding.days = 5;
                finding.seconds = 300;
                const ui::FindingText text = ui::findingText(finding);
                QVERIFY(!text.what.isEmpty() && !text.found.isEmpty());
                QCOMPARE(text.advice.isEmpty(), finding.cause == FindingCause::Fine);
            }
    }
}

void TestDevices::eachLineIsGoodOrSaysWhatToDo()
{
    Stage stage;
    stage.sample.office->findings = {
        {Examined::Module, Condition::Good, FindingCause::Fine, u"/usr/lib/libbit4xpki.so"_s},
        {Examined::Token, Condition::Good, FindingCause::Fine, u"TokenME"_s},
        {Examined::PinTries, Condition::Warning, FindingCause::LastTry, u"TokenME"_s},
        {Examined::Validity, Condition::Bad, FindingCause::Expired, u"Παπαδόπουλος"_s}};
    ui::DevicePage page(stage.context());
    page.show();
    page.examine();
    auto* list = page.findChild<QTreeWidget*>();
    QTRY_COMPARE(list->topLevelItemCount(), 4);
    QCOMPARE(list->topLevelItem(2)->text(1), u"τελευταία προσπάθεια: με ένα ακόμη λάθος PIN η συσκευή κλειδώνει"_s);
    QCOMPARE(list->topLevelItem(2)->data(0, Qt::AccessibleTextRole).toString(),
             u"PIN: TokenME: προσοχή, τελευταία προσπάθεια: με ένα ακόμη λάθος PIN η συσκευή κλειδώνει"_s);
    QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), 3); // the gravest, with its advice below
    QVERIFY(tests::named<QLabel>(page, u"Πρέπει να ανανεωθεί για να μπορέσετε να υπογράψετε."_s));
    stage.sample.office->findings.clear();
    tests::named<QPushButton>(page, u"Νέος έλεγχος όλων"_s)->click();
    QTRY_COMPARE(list->topLevelItemCount(), 0);
}

void TestDevices::theLinesAreCopiedForSupport()
{
    Stage stage;
    stage.sample.office->findings = {
        {Examined::Module, Condition::Bad, FindingCause::ModuleNotLoaded, u"/usr/lib/x.so"_s, u"dlopen: wrong ELF"_s}};
    ui::DevicePage page(stage.context());
    page.show();
    page.examine();
    QTRY_COMPARE(page.findChild<QTreeWidget*>()->topLevelItemCount(), 1);
    tests::named<QPushButton>(page, u"Αντιγραφή για υποστήριξη"_s)->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"/usr/lib/x.so"_s) && copied.contains(u"wrong ELF"_s), qPrintable(copied));
}

void TestDevices::theEndOfACertificateIsSaidOnceADayFrom30DaysOn()
{
    Stage stage;
    ui::ExpiryWatch watch(stage.context());
    const auto daysSaid = [&](qint64 days) -> std::optional<qint64> {
        stage.sample.office->keys = {key(stage, days)};
        QSignalSpy changed(&watch, &ui::ExpiryWatch::changed);
        watch.look();
        if (!changed.wait(5000) || !watch.warning())
            return std::nullopt;
        return watch.warning()->days;
    };
    QCOMPARE(daysSaid(31), std::nullopt);
    QCOMPARE(daysSaid(30), std::optional<qint64>(30));
    watch.dismiss();
    QVERIFY(!watch.warning());
    QCOMPARE(daysSaid(29), std::nullopt);              // not again today
    QCOMPARE(daysSaid(15), std::optional<qint64>(15)); // but a nearer end is another thing
    watch.dismiss();
    stage.clock.advance(std::chrono::milliseconds(day));
    QCOMPARE(daysSaid(14), std::optional<qint64>(14)); // and tomorrow it is said again
    QCOMPARE(daysSaid(7), std::optional<qint64>(7));
    QCOMPARE(daysSaid(-1), std::optional<qint64>(-1));
}

void TestDevices::aRenewedCertificateSilencesTheOldOne()
{
    Stage stage;
    ui::ExpiryWatch watch(stage.context());
    stage.sample.office->keys = {key(stage, 5, "old"), key(stage, 700, "new")};
    QSignalSpy changed(&watch, &ui::ExpiryWatch::changed);
    watch.look();
    QVERIFY(changed.wait(5000));
    QVERIFY(!watch.warning());
}

void TestDevices::theWarningLeadsToTheDevicePage()
{
    Stage stage;
    stage.sample.office->keys = {key(stage, 6)};
    ui::MainWindow window(stage.context());
    window.show();
    window.expiryWatch().look();
    const auto notices = window.findChildren<ui::ExpiryNotice*>();
    QCOMPARE(notices.size(), 2); // below, and where one looks for what needs one
    QTRY_VERIFY(!notices.front()->isHidden());
    window.openList(desk::ListKind::NeedsYou);
    QVERIFY(window.attentionPage().isAncestorOf(notices.back()) ||
            window.attentionPage().isAncestorOf(notices.front()));
    auto* open = tests::named<QPushButton>(*notices.front(), u"Τι να κάνω"_s);
    QVERIFY(open);
    open->click();
    const auto* settings = window.findChild<ui::SettingsDialog*>();
    QVERIFY(settings);
    QCOMPARE(settings->findChild<QTabWidget*>()->currentIndex(), 1);
    tests::named<QToolButton>(*notices.front(), u"Όχι ξανά σήμερα"_s)->click();
    for (const auto* notice : notices)
        QVERIFY(notice->isHidden());
}

QTEST_MAIN(TestDevices)
#include "test_devices.moc"
