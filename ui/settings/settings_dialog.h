#pragma once
#include "ui/parts/context.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QTabWidget;

namespace diakinisi::ui {

class CopierRow;
class DevicePage;

/// What a person may choose on this desk, and what IT asks for on the telephone. Opened with open().
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(const Context& context, QWidget* parent = nullptr);
    /// Turns to what signing needs.
    void showDevice();

private:
    QWidget* makeGeneral();
    void addChoices(QFormLayout* form);
    void addFacts(QFormLayout* form);
    void showKeys();
    void retranslate();

    Context m_context;
    QTabWidget* m_tabs;
    DevicePage* m_device;
    QComboBox* m_language;
    QComboBox* m_theme;
    QLabel* m_languageLabel;
    QLabel* m_themeLabel;
    CopierRow* m_copier;
    QLabel* m_copierLabel;
    QLabel* m_scale;
    QLabel* m_server;
    QLabel* m_person;
    QLabel* m_keys;
    QLabel* m_about;
    QPushButton* m_close;
    QStringList m_keyNames;
    Task<Result<QStringList>> m_reading;
};

} // namespace diakinisi::ui
