#pragma once
#include "desk/registrar.h"
#include "desk/suggestions.h"
#include "ui/parts/context.h"
#include "ui/register/reading_marks.h"
#include "ui/register/register_mode.h"

#include <QScrollArea>
#include <QTimer>

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
class SuggestionBar;

/// The fields of a registration, in the order in which a letter is read. Values in and out; it decides nothing.
class FormView : public QScrollArea
{
    Q_OBJECT

public:
    explicit FormView(const Context& context, QWidget* parent = nullptr);

    void setMode(RegisterMode mode);
    /// All but the files.
    desk::RegistrationForm form() const;
    /// Of it only what the clerk has put in.
    desk::RegistrationForm typedForm() const;
    void fill(const desk::RegistrationForm& form);
    /// Empty, with what is usual for this mode.
    void reset();
    /// What a letter says of itself, into the fields that the clerk has not touched, each marked with how sure it is;
    /// and the charge, where earlier documents agree.
    void fillFrom(const recognition::LetterReading& reading);
    /// Where what stands in the fields was read.
    std::vector<PageSpot> spots() const;
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
    void spotsChanged();
    void fieldEntered(const QString& field); ///< as concerns name it

private:
    void makeFields(QWidget* page);
    void makeContacts(QGridLayout* grid, int row);
    void connectFields();
    void addMarks();
    void suggestSoon();
    void suggested(const desk::SuggestionSet& found);
    void charge(const desk::SuggestedCharge& suggestion);
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
    ReadingMarks* m_marks;
    SuggestionBar* m_suggestions = nullptr;
    bool m_chargeTouched = false; ///< by the clerk
    bool m_suggesting = false;
    QTimer m_senderTyped;
    Task<Result<desk::SuggestionSet>> m_asking;
};

} // namespace diakinisi::ui
