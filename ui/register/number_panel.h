#pragma once
#include "desk/registrar.h"
#include "ui/parts/context.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace diakinisi::ui {

class PaperBox;

/// What became of a registration, large, in the form's place: the number, or that it waits for one.
class NumberPanel : public QWidget
{
    Q_OBJECT

public:
    explicit NumberPanel(const Context& context, QWidget* parent = nullptr);
    /// `identity`: the line to copy; `detail`: to whom it was charged.
    void show(const desk::RegistrationOutcome& outcome, const QString& subject, const QString& detail);
    const std::optional<desk::RegistrationOutcome>& outcome() const { return m_outcome; }
    /// It was made of scanned pages, which are kept until the day closes.
    void offerPages(bool offered);
    void focusNext();
    void copy();
    PaperBox& paper() { return *m_paper; }

Q_SIGNALS:
    void next();
    void pagesWanted(); ///< back onto the table
    void opened(const diakinisi::domain::DocumentId& document);

private:
    void retranslate();

    QLabel* m_heading;
    QLabel* m_number;
    QLabel* m_advice;
    QLabel* m_subject;
    PaperBox* m_paper;
    QPushButton* m_next;
    QPushButton* m_copy;
    QPushButton* m_open;
    QPushButton* m_pages;
    std::optional<desk::RegistrationOutcome> m_outcome;
    QString m_subjectText;
    QString m_detail;
};

} // namespace diakinisi::ui
