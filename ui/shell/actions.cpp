#include "ui/shell/actions.h"

#include "ui/parts/icons.h"
#include "ui/parts/translated.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace diakinisi::ui {

// clang-format off
const std::vector<DeedRow>& deedTable()
{
    static const std::vector<DeedRow> table{
        {Deed::NewIncoming, Menu::Desk, QT_TRANSLATE_NOOP("Actions", "Incoming"), Qt::Key_F2, "incoming"},
        {Deed::NewCitizen, Menu::Desk, QT_TRANSLATE_NOOP("Actions", "Citizen's request"), Qt::Key_F3, "person"},
        {Deed::NewDraft, Menu::Desk, QT_TRANSLATE_NOOP("Actions", "Draft"), Qt::Key_F4, "draft"},
        {Deed::ScanPage, Menu::Desk, QT_TRANSLATE_NOOP("Actions", "Scan"), Qt::CTRL | Qt::Key_L, "scan"},
        {Deed::ChooseFile, Menu::Desk, QT_TRANSLATE_NOOP("Actions", "Choose file ..."), QKeySequence::Open, "attach"},
        {Deed::Together, Menu::Desk, QT_TRANSLATE_NOOP("Actions", "Several documents as a grid"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, "report"},
        {Deed::MainAct, Menu::Desk, QT_TRANSLATE_NOOP("Actions", "Main act of the form"), Qt::CTRL | Qt::Key_Return, "register"},
        {Deed::SameAsBefore, Menu::Desk, QT_TRANSLATE_NOOP("Actions", "Same as before"), Qt::CTRL | Qt::Key_D, "copy"},
        {Deed::Settings, Menu::Desk, QT_TRANSLATE_NOOP("Actions", "Settings ..."), {}, "settings", true},
        {Deed::SignOut, Menu::Desk, QT_TRANSLATE_NOOP("Actions", "Sign out"), {}, "sign-out"},
        {Deed::Quit, Menu::Desk, QT_TRANSLATE_NOOP("Actions", "Quit"), Qt::CTRL | Qt::Key_Q, "close"},
        {Deed::Reply, Menu::Document, QT_TRANSLATE_NOOP("Actions", "Reply"), Qt::CTRL | Qt::Key_R, "reply"},
        {Deed::OpenWindow, Menu::Document, QT_TRANSLATE_NOOP("Actions", "Open in a window of its own"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, "file"},
        {Deed::CopyIdentity, Menu::Document, QT_TRANSLATE_NOOP("Actions", "Copy the identity line"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, "copy"},
        {Deed::Undo, Menu::Document, QT_TRANSLATE_NOOP("Actions", "Undo the last act"), Qt::CTRL | Qt::Key_Z, "undo"},
        {Deed::Find, Menu::Document, QT_TRANSLATE_NOOP("Actions", "Find in the text"), QKeySequence::Find, "search"},
        {Deed::Filter, Menu::View, QT_TRANSLATE_NOOP("Actions", "Filter the list"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, "filter"},
        {Deed::Search, Menu::View, QT_TRANSLATE_NOOP("Actions", "Search"), Qt::CTRL | Qt::Key_K, "search"},
        {Deed::GoToNumber, Menu::View, QT_TRANSLATE_NOOP("Actions", "Go to number"), Qt::CTRL | Qt::Key_G, "next"},
        {Deed::Refresh, Menu::View, QT_TRANSLATE_NOOP("Actions", "Refresh"), Qt::Key_F5, "refresh", true},
        {Deed::NextPane, Menu::View, QT_TRANSLATE_NOOP("Actions", "Next pane"), Qt::Key_F6, ""},
        {Deed::PreviousPane, Menu::View, QT_TRANSLATE_NOOP("Actions", "Previous pane"), Qt::SHIFT | Qt::Key_F6, ""},
        {Deed::LanguageGreek, Menu::Language, QT_TRANSLATE_NOOP("Actions", "Greek"), {}, ""},
        {Deed::LanguageEnglish, Menu::Language, QT_TRANSLATE_NOOP("Actions", "English"), {}, ""},
        {Deed::ThemeSystem, Menu::Theme, QT_TRANSLATE_NOOP("Actions", "As the system"), {}, ""},
        {Deed::ThemeLight, Menu::Theme, QT_TRANSLATE_NOOP("Actions", "Light"), {}, ""},
        {Deed::ThemeDark, Menu::Theme, QT_TRANSLATE_NOOP("Actions", "Dark"), {}, ""},
        {Deed::ThemeContrast, Menu::Theme, QT_TRANSLATE_NOOP("Actions", "High contrast"), {}, ""},
        {Deed::Keys, Menu::Help, QT_TRANSLATE_NOOP("Actions", "Keys valid here"), Qt::Key_F1, "help"},
        {Deed::About, Menu::Help, QT_TRANSLATE_NOOP("Actions", "About Diakinisi"), {}, ""},
    };
    return table;
}
// clang-format on

Actions::Actions(QWidget* window, QMenuBar* bar) : QObject(window)
{
    for (const Menu menu : {Menu::Desk, Menu::Document, Menu::View})
        m_menus[menu] = bar->addMenu(QString());
    m_menus[Menu::Help] = bar->addMenu(QString());
    for (const Menu menu : {Menu::Language, Menu::Theme})
        m_menus[menu] = new QMenu(window);
    for (const DeedRow& row : deedTable()) {
        if (row.separatorBefore)
            m_menus[row.menu]->addSeparator();
        QAction* action = m_menus[row.menu]->addAction(icon(QString::fromLatin1(row.icon)), QString());
        action->setShortcut(row.keys);
        action->setShortcutContext(Qt::WindowShortcut);
        window->addAction(action);
        m_actions[row.deed] = action;
    }
    m_menus[Menu::View]->addSeparator();
    m_menus[Menu::View]->addMenu(m_menus[Menu::Language]);
    m_menus[Menu::View]->addMenu(m_menus[Menu::Theme]);
    (*this)[Deed::MainAct]->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    translated(window, [this] { retranslate(); });
}

void Actions::on(Deed deed, std::function<void()> act)
{
    connect(m_actions.at(deed), &QAction::triggered, this, [act = std::move(act)] { act(); });
}

void Actions::retranslate()
{
    m_menus[Menu::Desk]->setTitle(tr("&Desk"));
    m_menus[Menu::Document]->setTitle(tr("D&ocument"));
    m_menus[Menu::View]->setTitle(tr("&View"));
    m_menus[Menu::Help]->setTitle(tr("&Help"));
    m_menus[Menu::Language]->setTitle(tr("Language"));
    m_menus[Menu::Theme]->setTitle(tr("Appearance"));
    for (const DeedRow& row : deedTable()) {
        const QString text = QCoreApplication::translate("Actions", row.text);
        const QString keys = row.keys.toString(QKeySequence::NativeText);
        m_actions[row.deed]->setText(text);
        m_actions[row.deed]->setToolTip(keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys));
    }
}

} // namespace diakinisi::ui
