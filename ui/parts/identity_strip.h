#pragma once
#include "desk/rows.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace diakinisi::ui {

/// The identity line of one document, the same wherever it stands: number large, date and kind, subject; with 'copy'.
class IdentityStrip : public QWidget
{
    Q_OBJECT

public:
    explicit IdentityStrip(QWidget* parent = nullptr);
    void show(const desk::DocumentRow& row);
    void clear();
    /// Puts the identity line on the clipboard.
    void copy();

private:
    void retranslate();

    QLabel* m_number;
    QLabel* m_facts;
    QLabel* m_subject;
    QToolButton* m_copy;
    std::optional<desk::DocumentRow> m_row;
};

} // namespace diakinisi::ui
