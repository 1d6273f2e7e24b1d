#include "tests/ui/stage.h"
#include "ui/document/document_panel.h"
#include "ui/document/document_window.h"
#include "ui/inbox/list_page.h"
#include "ui/register/register_page.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shell/key_hints.h"
#include "ui/shell/main_window.h"
#include "ui/signin/sign_in_window.h"
#include "ui/signing/signing_dialog.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>

using namespace diakinisi;
using namespace Qt::Literals::StringLiterals;
using tests::Stage;

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlHasANameInBothLanguages();
    void theTabKeyFollowsTheEye_data();
    void theTabKeyFollowsTheEye();
};

namespace {

/// What a person can reach and use; parts that Qt puts inside its own widgets are theirs.
bool isControl(const QWidget* widget)
{
    const QWidget* parent = widget->parentWidget();
    const bool insideQt = qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent) ||
                          widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QScrollBar*>(widget) ||
                          qobject_cast<const QTabBar*>(widget) || qobject_cast<const QHeaderView*>(widget) ||
                          qobject_cast<const QLineEdit*>(parent) || qobject_cast<const QMenuBar*>(parent) ||
                          qobject_cast<const QTabBar*>(parent) ||
                          (parent && parent->inherits("QComboBoxPrivateContainer"));
    if (insideQt)
        return false;
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractItemView*>(widget) ||
           qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget);
}

QStringList unnamed(QWidget& window)
{
    QStringList found;
    for (QWidget* widget : window.findChildren<QWidget*>())
        if (isControl(widget) && widget->accessibleName().isEmpty())
            found << QString::fromLatin1(widget->metaObject()->className()) + u" in "_s +
                         QString::fromLatin1(widget->parentWidget()->metaObject()->className());
    if (window.accessibleName().isEmpty())
        found << u"the window itself"_s;
    return found;
}

/// All windows of the program, each made anew.
std::vector<std::unique_ptr<QWidget>> everyWindow(Stage& stage)
{
    std::vector<std::unique_ptr<QWidget>> windows;
    const auto opener = [](const QUrl&, const QString&) -> Result<std::unique_ptr<desk::Desk>> {
        return fail(ErrorCode::ServerUnreachable);
    };
    auto main = std::make_unique<ui::MainWindow>(stage.context());
    main->show();
    main->openList(desk::ListKind::ForApproval);
    QTest::qWait(200);
    for (const auto act : {domain::Act::SendBack, domain::Act::Charge, domain::Act::Submit, domain::Act::SetAccess,
                           domain::Act::CorrectIdentity})
        main->documentPanel().begin(act, {stage.sample.toSign.front()});
    windows.push_back(std::move(main));
    windows.push_back(std::make_unique<ui::SignInWindow>(opener, stage.preferences, stage.language));
    windows.push_back(std::make_unique<ui::SigningDialog>(stage.context(), stage.sample.toSign));
    windows.push_back(std::make_unique<ui::SettingsDialog>(stage.context()));
    windows.push_back(std::make_unique<ui::KeyHints>(ui::KeyHints::Place::List));
    windows.push_back(std::make_unique<ui::DocumentWindow>(stage.context(), stage.sample.toSign.front()));
    QTest::qWait(200);
    return windows;
}

} // namespace

void TestAccessibility::everyControlHasANameInBothLanguages()
{
    Stage stage;
    stage.be(stage.sample.head);
    for (const QString& code : {u"el"_s, u"en"_s}) {
        stage.language.use(code);
        for (const auto& window : everyWindow(stage)) {
            const QStringList missing = unnamed(*window);
            QVERIFY2(missing.isEmpty(), qPrintable(QString::fromLatin1(window->metaObject()->className()) + u": "_s +
                                                   missing.join(u"; "_s)));
        }
    }
}

void TestAccessibility::theTabKeyFollowsTheEye_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("incoming") << 0;
    QTest::newRow("citizen") << 1;
    QTest::newRow("draft") << 2;
}

/// From field to field of the form, Tab goes to the right in a row and then down, never back up.
void TestAccessibility::theTabKeyFollowsTheEye()
{
    QFETCH(int, mode);
    Stage stage;
    stage.be(stage.sample.clerk);
    ui::MainWindow window(stage.context());
    window.resize(1280, 800);
    window.show();
    window.openRegister(static_cast<ui::RegisterMode>(mode));
    (void)QTest::qWaitForWindowActive(&window);
    QTest::qWait(150);
    QWidget* start = QApplication::focusWidget();
    QVERIFY(start);
    QPoint before = start->mapTo(&window, QPoint(0, start->height() / 2));
    int steps = 0;
    for (; steps < 12; ++steps) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        if (now == start || !window.registerPage().isAncestorOf(now) || qobject_cast<QPushButton*>(now))
            break;
        const QPoint at = now->mapTo(&window, QPoint(0, now->height() / 2));
        const bool right = qAbs(at.y() - before.y()) < 8 && at.x() > before.x();
        QVERIFY2(right || at.y() > before.y() + 4, qPrintable(now->accessibleName()));
        before = at;
    }
    QVERIFY2(steps >= 4, qPrintable(QString::number(steps)));
}

QTEST_MAIN(TestAccessibility)
#include "test_accessibility.moc"
