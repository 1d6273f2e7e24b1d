#pragma once
#include "desk/registrar.h"
#include "ui/parts/context.h"

#include <QWidget>

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
/// one where needed; and whether the head is to sign it.
class ChargeBox : public QWidget
{
    Q_OBJECT

public:
    explicit ChargeBox(const Context& context, QWidget* parent = nullptr);

    std::vector<desk::FormCharge> charges() const;
    void setCharges(const std::vector<desk::FormCharge>& charges);
    /// The unit that the first charge leads to; nothing where none is chosen.
    std::optional<domain::UnitId> firstUnit() const;
    bool forSignature() const;
    void setForSignature(bool wanted);
    void noteChosen();
    /// The width of the column of labels, so that it can be the same as the form's.
    int labelWidth() const;
    void setLabelWidth(int width);
    bool datesAcceptable() const;

Q_SIGNALS:
    void changed();

private:
    void arrange();
    void addCurrent();
    void removeCurrent();
    std::optional<desk::FormCharge> current() const;
    void rebuild();
    void retranslate();
    QString nameOf(const desk::FormCharge& charge) const;

    Context m_context;
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
};

} // namespace diakinisi::ui
