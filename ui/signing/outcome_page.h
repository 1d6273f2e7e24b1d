#pragma once
#include "desk/signer.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace diakinisi::ui {

/// The run and its end: each document's outcome as it comes; then signed, not, and why.
class OutcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit OutcomePage(QWidget* parent = nullptr);

    /// These are being signed now, in this order.
    void begin(const QVector<domain::DocumentId>& documents, const desk::SigningPlan& plan);
    void tell(const desk::SigningOutcome& outcome);
    void progress(int done);
    /// Stopping was asked for: the running one is brought to its end.
    void stopping();
    void end(const std::vector<desk::SigningOutcome>& outcomes);
    /// What is not signed.
    QVector<domain::DocumentId> rest() const;
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void stopWanted();
    void againWanted();
    void done();

private:
    struct Line {
        domain::DocumentId document;
        QString number;
        QString subject;
        std::optional<desk::SigningOutcome> outcome;
    };
    static QString wordsOf(const desk::SigningOutcome& outcome);
    void showLine(std::size_t index);
    void rebuild();
    int count(bool isSigned) const;
    QString heading() const;
    void retranslate();

    std::vector<Line> m_lines;
    bool m_running = false;
    bool m_stopping = false;
    int m_done = 0;
    QLabel* m_heading;
    QProgressBar* m_progress;
    QTreeWidget* m_list;
    QPushButton* m_stop;
    QPushButton* m_finish;
    QPushButton* m_again;
};

} // namespace diakinisi::ui
