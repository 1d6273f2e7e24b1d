#pragma once
#include "desk/registrar.h"
#include "ui/parts/context.h"
#include "ui/register/register_mode.h"

#include <QScrollArea>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace diakinisi::ui {

class ChargeBox;
class DateField;
class PartiesBox;

/// The fields of a registration, in the order in which a letter is read. Values in and out; it decides nothing.
class FormView : public QScrollArea
{
    Q_OBJECT

public:
    explicit FormView(const Context& context, QWidget* parent = nullptr);

    void setMode(RegisterMode mode);
    /// All but the files.
    desk::RegistrationForm form() const;
    void fill(const desk::RegistrationForm& form);
    /// Empty, with what is usual for this mode.
    void reset();
    void setSheetsFromPages(int pages);
    void focusFirst();
    QWidget& focusTarget();
    bool isUntouched() const;
    void noteChosen();
    /// Marks the fields that these concerns are about, and none else.
    void mark(const std::vector<desk::RegistrationConcern>& concerns);
    /// What stands in a field and cannot be read as a value: a date that is none.
    std::vector<desk::RegistrationConcern> unreadable() const;
    /// The focus to the field that a concern is about.
    void focusOn(QStringView field);

Q_SIGNALS:
    void changed();

private:
    void makeFields(QWidget* page);
    void makeContacts(QGridLayout* grid, int row);
    void connectFields();
    QLabel* label(QWidget* buddy);
    std::optional<domain::UnitId> ownUnit() const;
    void retranslate();

    Context m_context;
    RegisterMode m_mode = RegisterMode::Incoming;
    QPlainTextEdit* m_subject;
    PartiesBox* m_parties;
    QLineEdit* m_theirNumber;
    DateField* m_theirDate;
    QLineEdit* m_place;
    QLineEdit* m_kind;
    QSpinBox* m_items;
    QSpinBox* m_sheets;
    QLineEdit* m_taxNumber;
    QLineEdit* m_phone;
    QLineEdit* m_email;
    ChargeBox* m_charge = nullptr;
    QLineEdit* m_note;
    QComboBox* m_direction;
    std::map<QWidget*, QLabel*> m_labels;
    QWidget* m_contacts = nullptr;
    QWidget* m_theirs = nullptr;
    std::vector<domain::Relation> m_relations;
    domain::Access m_access;
    bool m_sheetsTouched = false;
};

} // namespace diakinisi::ui
