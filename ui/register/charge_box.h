#pragma once
#include "desk/registrar.h"
#include "ui/parts/context.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QToolButton;

namespace diakinisi::ui {

class DateField;
class TargetField;

/// To whom the document goes with the registration: unit or person by type-ahead, purpose, due date, note; more than
/// one where needed; and whether the head is to sign it. Its rows stand in the form's own grid, so that labels and
/// fields keep the form's columns.
class ChargeBox : public QObject
{
    Q_OBJECT

public:
    static constexpr int rows = 4;

    /// Puts its widgets into rows `row` and following of the page's grid: labels in column 0, fields in column 1.
    ChargeBox(const Context& context, QWidget* page, QGridLayout* grid, int row);

    void setVisible(bool visible);
    QWidget* field();
    QWidget* dueField();
    void setInvalid(bool charge, bool due);

    std::vector<desk::FormCharge> charges() const;
    void setCharges(const std::vector<desk::FormCharge>& charges);
    /// The unit that the first charge leads to; nothing where none is chosen.
    std::optional<domain::UnitId> firstUnit() const;
    bool forSignature() const;
    void setForSignature(bool wanted);
    void noteChosen();
    bool datesAcceptable() const;

Q_SIGNALS:
    void changed();

private:
    void arrange(QWidget* page, QGridLayout* grid, int row);
    void addCurrent();
    void removeCurrent();
    std::optional<desk::FormCharge> current() const;
    void rebuild();
    void retranslate();
    QString nameOf(const desk::FormCharge& charge) const;

    Context m_context;
    QWidget* m_line;   ///< target and purpose
    QWidget* m_second; ///< due date and note
    QLabel* m_targetLabel;
    TargetField* m_target;
    QComboBox* m_purpose;
    QToolButton* m_add;
    QListWidget* m_list;
    QLabel* m_dueLabel;
    DateField* m_due;
    QLabel* m_noteLabel;
    QLineEdit* m_note;
    QCheckBox* m_forSignature;
    std::vector<desk::FormCharge> m_taken;
    bool m_visible = true;
};

} // namespace diakinisi::ui
