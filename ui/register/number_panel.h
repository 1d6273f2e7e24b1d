#pragma once
#include "desk/registrar.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace diakinisi::ui {

/// What became of a registration, large, in the form's place: the number, or that it waits for one.
class NumberPanel : public QWidget
{
    Q_OBJECT

public:
    explicit NumberPanel(QWidget* parent = nullptr);
    /// `identity`: the line to copy; `detail`: to whom it was charged.
    void show(const desk::RegistrationOutcome& outcome, const QString& subject, const QString& detail);
    const std::optional<desk::RegistrationOutcome>& outcome() const { return m_outcome; }
    void focusNext();
    void copy();

Q_SIGNALS:
    void next();
    void opened(const diakinisi::domain::DocumentId& document);

private:
    void retranslate();

    QLabel* m_heading;
    QLabel* m_number;
    QLabel* m_advice;
    QLabel* m_subject;
    QPushButton* m_next;
    QPushButton* m_copy;
    QPushButton* m_open;
    std::optional<desk::RegistrationOutcome> m_outcome;
    QString m_subjectText;
    QString m_detail;
};

} // namespace diakinisi::ui
