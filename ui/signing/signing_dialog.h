#pragma once
#include "desk/signer.h"
#include "ui/parts/context.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;
class QStackedWidget;
class QTreeWidget;

namespace diakinisi::ui {

class BusyLine;
class MessageBar;

/// Signs one document or many with one PIN entry: everything is asked before the PIN, each outcome is told, a failure
/// stops nothing else. Opened with open().
class SigningDialog : public QDialog
{
    Q_OBJECT

public:
    SigningDialog(const Context& context, const QVector<domain::DocumentId>& documents, QWidget* parent = nullptr);
    ~SigningDialog() override;

    void reject() override;

Q_SIGNALS:
    void finishedSigning();

private:
    QWidget* makePlanPage();
    QWidget* makeKeyRow();
    QWidget* makeRunPage();
    QWidget* makeResultPage();
    void readPlan();
    void showPlan();
    void readKeys(const QString& choose);
    void addKey();
    Q_INVOKABLE void addKeyFile(const QString& path);
    QVector<domain::DocumentId> chosen() const;
    void start();
    void run(const QVector<domain::DocumentId>& documents, const desk::KeyChoice& key, std::shared_ptr<Secret> pin);
    void ended(const Result<std::vector<desk::SigningOutcome>>& outcomes);
    void showOutcomes();
    void againTheRest();
    void checkReady();
    void retranslate();
    void retranslateRun();
    std::pair<int, int> countReady() const; ///< ready, and seen among them
    QString headingOf(int ready, int seen) const;
    QString titleOf(const domain::DocumentId& document) const;

    Context m_context;
    QVector<domain::DocumentId> m_documents;
    desk::SigningPlan m_plan;
    std::vector<desk::KeyChoice> m_keys;
    std::vector<desk::SigningOutcome> m_outcomes;
    QStackedWidget* m_stack;
    BusyLine* m_busy = nullptr;
    MessageBar* m_bar = nullptr;
    QLabel* m_heading = nullptr;
    QTreeWidget* m_planList = nullptr;
    QRadioButton* m_all = nullptr;
    QRadioButton* m_onlySeen = nullptr;
    QLabel* m_keyLabel = nullptr;
    QComboBox* m_key = nullptr;
    QPushButton* m_addKey = nullptr;
    QLabel* m_pinLabel = nullptr;
    QLineEdit* m_pin = nullptr;
    QPushButton* m_sign = nullptr;
    QPushButton* m_close = nullptr;
    QLabel* m_running = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_stop = nullptr;
    QLabel* m_summary = nullptr;
    QTreeWidget* m_results = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_done = nullptr;
    std::stop_source m_stopSigning;
    int m_doneCount = 0;
    int m_total = 0;
    Task<Result<desk::SigningPlan>> m_planning;
    Task<Result<std::vector<desk::KeyChoice>>> m_readingKeys;
    Task<Result<desk::KeyChoice>> m_adding;
    Task<Result<std::vector<desk::SigningOutcome>>> m_signing;
};

} // namespace diakinisi::ui
