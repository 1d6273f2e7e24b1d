#pragma once
#include <QAction>
#include <QKeySequence>

#include <functional>
#include <map>

class QMenu;
class QMenuBar;
class QWidget;

namespace diakinisi::ui {

/// Everything that the main window can do, by one name each.
enum class Deed {
    NewIncoming,
    NewCitizen,
    NewDraft,
    ScanPage,
    ChooseFile,
    Together,
    MainAct,
    SameAsBefore,
    SignOut,
    Settings,
    Quit,
    Reply,
    OpenWindow,
    CopyIdentity,
    Undo,
    Find,
    Filter,
    Refresh,
    NextPane,
    PreviousPane,
    Search,
    GoToNumber,
    LanguageGreek,
    LanguageEnglish,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ThemeContrast,
    Keys,
    About
};

enum class Menu { Desk, Document, View, Language, Theme, Help };

/// One line of the table of actions: the one place for text, keys and icon.
struct DeedRow {
    Deed deed;
    Menu menu;
    const char* text; ///< for translate("Actions", ...)
    QKeySequence keys;
    const char* icon;
    bool separatorBefore = false;
};

const std::vector<DeedRow>& deedTable();

/// The actions themselves, in menus, translated when the language changes.
class Actions : public QObject
{
    Q_OBJECT

public:
    Actions(QWidget* window, QMenuBar* bar);
    QAction* operator[](Deed deed) const { return m_actions.at(deed); }
    void on(Deed deed, std::function<void()> act);

private:
    void retranslate();

    std::map<Menu, QMenu*> m_menus;
    std::map<Deed, QAction*> m_actions;
};

} // namespace diakinisi::ui
