#include "tests/acceptance/seat.h"
#include "ui/document/document_pages.h"
#include "ui/document/document_panel.h"
#include "ui/inbox/list_page.h"
#include "ui/inbox/list_view.h"
#include "ui/parts/page_view.h"
#include "ui/register/number_panel.h"
#include "ui/signing/signing_dialog.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

// What takes a person more than one key or click.
namespace diakinisi::test {

using namespace Qt::Literals::StringLiterals;

/// How many pixels of the page view are ink.
int Seat::ink(ui::PageView& view)
{
    const QImage picture = view.viewport()->grab().toImage();
    int dark = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            dark += qGray(picture.pixel(x, y)) < 96 ? 1 : 0;
    return dark;
}

/// The number (or what stands in its place) as it stands large in the registration's window.
QString Seat::large()
{
    for (const QLabel* label : window().findChild<ui::NumberPanel*>()->findChildren<QLabel*>())
        if (label->isVisible() && label->font().pointSizeF() > 3 * window().font().pointSizeF())
            return label->text();
    return {};
}

/// The form of F2: subject, sender, and the charge by three letters and Enter.
bool Seat::fillIncoming(const QString& subject)
{
    press(&window(), Qt::Key_F2);
    if (!QTest::qWaitFor([] { return qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()); }, patience))
        return false;
    type(subject);
    press(Qt::Key_Tab);
    type(u"Υπουργείο Εσωτερικών"_s);
    auto* target = named<QLineEdit>(u"Χρέωση σε"_s);
    click(target);
    type(u"προσ"_s);
    press(Qt::Key_Return);
    return target->text().startsWith(u"ΠΡΟΣ"_s);
}

/// The document that stands open lets this person do so now.
bool Seat::shows(domain::Act act)
{
    return QTest::qWaitFor(
        [&] {
            const auto& view = window().documentPanel().document();
            return view && std::find(view->acts.begin(), view->acts.end(), act) != view->acts.end();
        },
        patience);
}

/// Finds it under 'to approve', reads its page, and presses the letter.
bool Seat::approve(const QString& subject)
{
    if (!sit() || !openList(desk::ListKind::ForApproval))
        return false;
    ui::ListPage& list = window().listPage();
    const auto there = [&] { return list.model().rowCount() == 1 && list.model().row(0).subject == subject; };
    if (!QTest::qWaitFor(there, patience))
        return false;
    click(list.view().viewport(), list.view().visualRect(list.model().index(0)).center());
    ui::PageView& page = window().documentPanel().pages().view();
    if (!shows(domain::Act::Approve) || !QTest::qWaitFor([&] { return page.isOpen() && ink(page) > 1000; }, patience))
        return false;
    picture(u"4-reading"_s);
    type(u"ε"_s);
    return shows(domain::Act::Sign);
}

/// The letter, the key's file where it is not known yet, the PIN; then what became of it.
bool Seat::sign(const QString& keyFile)
{
    type(u"υ"_s);
    const auto dialog = [&] { return window().findChild<ui::SigningDialog*>(); };
    if (!QTest::qWaitFor([&] { return dialog() != nullptr; }, patience) || !front(*dialog()))
        return false;
    ui::SigningDialog& window = *dialog();
    auto* pin = tests::named<QLineEdit>(window, u"PIN του κλειδιού"_s);
    const auto* key = tests::named<QComboBox>(window, u"Κλειδί υπογραφής"_s);
    auto* go = tests::named<QPushButton>(window, u"Υπογραφή"_s);
    const auto* plan = tests::named<QTreeWidget>(window, u"Έγγραφα προς υπογραφή"_s);
    if (!QTest::qWaitFor([&] { return plan->topLevelItemCount() == 1; }, patience))
        return false;
    if (keyFile.isEmpty() && !QTest::qWaitFor([&] { return key->count() == 1; }, patience))
        return false;
    click(pin);
    if (!QTest::qWaitFor([&] { return pin->hasFocus(); }, patience))
        return false;
    type(u"1234"_s);
    if (!keyFile.isEmpty()) {
        click(tests::named<QPushButton>(window, u"Προσθήκη αρχείου κλειδιού"_s));
        if (!chooseFile(keyFile))
            return false;
    }
    if (!QTest::qWaitFor([&] { return key->count() == 1 && go->isEnabled(); }, patience) || !front(window))
        return false;
    picture(window, u"5-signing"_s);
    press(pin, Qt::Key_Return);
    const auto results = [&] { return tests::named<QTreeWidget>(window, u"Τι έγινε με το καθένα"_s); };
    const auto ended = [&] { return results() && tests::named<QPushButton>(window, u"Τέλος"_s); };
    if (!QTest::qWaitFor(ended, patience) || results()->topLevelItemCount() != 1)
        return false;
    picture(window, u"6-signed"_s);
    const QString outcome = results()->topLevelItem(0)->text(2);
    click(tests::named<QPushButton>(window, u"Τέλος"_s));
    if (outcome != u"υπογράφηκε")
        qWarning("%s", qPrintable(outcome));
    return outcome == u"υπογράφηκε" && QTest::qWaitFor([&] { return !dialog(); }, patience);
}

/// Through the window's own button and file dialog.
bool Seat::saveCopy(const QString& path)
{
    auto* save = named<QToolButton>(u"Αποθήκευση αντιγράφου"_s);
    if (!save || !QTest::qWaitFor([&] { return save->isEnabled(); }, patience))
        return false;
    click(save);
    return chooseFile(path) && QTest::qWaitFor([&] { return QFile::exists(path); }, patience);
}

} // namespace diakinisi::test
