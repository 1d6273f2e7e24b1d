#include "tests/ui/stage.h"
#include "ui/inbox/attention_page.h"
#include "ui/inbox/owed_panel.h"
#include "ui/shell/main_window.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace diakinisi;
using namespace Qt::Literals::StringLiterals;
using tests::named;
using tests::Stage;

/// The signatures that wait for a timestamp, where one looks for what needs one.
class TestOwed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsShownWhileNothingIsOwed();
    void eachSaysSinceWhenAndWhatTheLastProblemWas();
    void itIsTriedNowFromTheKeyboard();
    void enterOpensTheDocument();
};

namespace {

desk::OwedSignature owed(const Stage& stage, const domain::DocumentId& document, bool othersFirst = false)
{
    const auto row = stage.sample.office->rowOf(*stage.sample.office->document(document));
    return {document, row, stage.clock.now(), othersFirst,
            Error{ErrorCode::TimestampUnavailable, u"tsa.example.gr"_s, {}}};
}

QTreeWidget& listOf(ui::MainWindow& window)
{
    return *window.attentionPage().findChild<ui::OwedPanel*>()->findChild<QTreeWidget*>();
}

/// Waits until the page shows so many.
bool shows(ui::MainWindow& window, int count)
{
    window.openList(desk::ListKind::NeedsYou);
    return QTest::qWaitFor([&] { return listOf(window).topLevelItemCount() == count; }, 60'000);
}

} // namespace

void TestOwed::nothingIsShownWhileNothingIsOwed()
{
    Stage stage;
    ui::MainWindow window(stage.context());
    window.show();
    QVERIFY(shows(window, 0));
    QVERIFY(window.attentionPage().findChild<ui::OwedPanel*>()->isHidden());
    stage.sample.office->owed = {owed(stage, stage.sample.toSign[1])};
    Q_EMIT stage.desk.attentionChanged();
    QTRY_VERIFY_WITH_TIMEOUT(window.attentionPage().findChild<ui::OwedPanel*>()->isVisible(), 60'000);
    stage.sample.office->owed.clear();
    Q_EMIT stage.desk.attentionChanged();
    QTRY_VERIFY_WITH_TIMEOUT(window.attentionPage().findChild<ui::OwedPanel*>()->isHidden(), 60'000);
}

void TestOwed::eachSaysSinceWhenAndWhatTheLastProblemWas()
{
    Stage stage;
    stage.sample.office->owed = {owed(stage, stage.sample.toSign[1]), owed(stage, stage.sample.toSign.front(), true)};
    stage.sample.office->owed.push_back(owed(stage, stage.sample.toSign.back()));
    stage.sample.office->owed.back().problem.reset();
    ui::MainWindow window(stage.context());
    window.show();
    QVERIFY(shows(window, 3));
    const QTreeWidget& list = listOf(window);
    QVERIFY(!list.accessibleName().isEmpty() && !list.accessibleDescription().isEmpty());
    const auto* first = list.topLevelItem(0);
    QVERIFY(!first->text(0).isEmpty());
    QVERIFY(first->text(1).contains(stage.sample.office->owed.front().row.subject));
    const QString greek = first->text(2);
    QCOMPARE(list.topLevelItem(1)->text(2), u"Έρχεται αφού υπογράψουν και οι άλλοι"_s);
    QCOMPARE(list.topLevelItem(2)->text(2), u"Δεν δοκιμάστηκε ακόμη από την εκκίνηση του προγράμματος"_s);
    stage.language.use(u"en"_s);
    QVERIFY(!greek.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(list.topLevelItem(0)->text(2) != greek, 60'000);
}

void TestOwed::itIsTriedNowFromTheKeyboard()
{
    Stage stage;
    stage.sample.office->owed = {owed(stage, stage.sample.toSign[1])};
    stage.desk.signer().owedProblem = Error{ErrorCode::CertificateRevoked, {}, {}};
    ui::MainWindow window(stage.context());
    window.show();
    QVERIFY(shows(window, 1));
    auto* now = named<QPushButton>(window, u"Δοκιμή τώρα"_s);
    QVERIFY(now);
    const QString before = listOf(window).topLevelItem(0)->text(2);
    now->setFocus();
    QTest::keyClick(now, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(listOf(window).topLevelItem(0)->text(2) != before, 60'000);
    stage.desk.signer().owedProblem.reset();
    QTRY_VERIFY_WITH_TIMEOUT(now->isEnabled(), 60'000);
    QTest::keyClick(now, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(listOf(window).topLevelItemCount(), 0, 60'000);
}

void TestOwed::enterOpensTheDocument()
{
    Stage stage;
    stage.sample.office->owed = {owed(stage, stage.sample.toSign[1]), owed(stage, stage.sample.toSign.front())};
    ui::MainWindow window(stage.context());
    window.show();
    QVERIFY(shows(window, 2));
    QSignalSpy opened(&window.attentionPage(), &ui::AttentionPage::opened);
    listOf(window).setFocus();
    QTest::keyClick(&listOf(window), Qt::Key_Down);
    QTest::keyClick(&listOf(window), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.front().front().value<domain::DocumentId>(), stage.sample.toSign.front());
}

QTEST_MAIN(TestOwed)
#include "test_owed.moc"
