#pragma once
#include "desk/signer.h"
#include "ui/parts/context.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace diakinisi::ui {

class BusyLine;
class KeyRow;
class MarkBox;
class MessageBar;
class OutcomePage;
class PlanView;

/// Signs one document or many with one PIN entry: everything is asked before the PIN, each outcome is told, a failure
/// stops nothing else. Opened with open().
class SigningDialog : public QDialog
{
    Q_OBJECT

public:
    SigningDialog(const Context& context, const QVector<domain::DocumentId>& documents, QWidget* parent = nullptr);
    ~SigningDialog() override;

    void reject() override;
    MarkBox& mark() { return *m_mark; }

Q_SIGNALS:
    void finishedSigning();

private:
    QWidget* makePlanPage();
    QWidget* makeButtons();
    void connectParts();
    void readPlan();
    void start();
    void run(const QVector<domain::DocumentId>& documents, const desk::KeyChoice& key, std::shared_ptr<Secret> pin,
             desk::SigningWishes wishes);
    void ended(const Result<std::vector<desk::SigningOutcome>>& outcomes);
    void againTheRest();
    void checkReady();
    void retranslate();

    Context m_context;
    QVector<domain::DocumentId> m_documents;
    QStackedWidget* m_stack;
    BusyLine* m_busy = nullptr;
    MessageBar* m_bar = nullptr;
    PlanView* m_plan = nullptr;
    MarkBox* m_mark = nullptr;
    KeyRow* m_keys = nullptr;
    QLabel* m_terms = nullptr;
    QPushButton* m_sign = nullptr;
    QPushButton* m_close = nullptr;
    OutcomePage* m_outcomes;
    std::stop_source m_stopSigning;
    Task<Result<desk::SigningPlan>> m_planning;
    Task<Result<std::vector<desk::SigningOutcome>>> m_signing;
};

} // namespace diakinisi::ui
