#pragma once
#include "desk/approver.h"
#include "desk/registrar.h"
#include "ui/parts/context.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace diakinisi::ui {

class DateField;
class TargetField;

/// What an act still needs, asked in its place below the document: Ctrl+Enter (or Enter in a line) does it, Esc closes.
class ActForm : public QFrame
{
    Q_OBJECT

public:
    explicit ActForm(QWidget* parent = nullptr);
    virtual void focusFirst() = 0;

Q_SIGNALS:
    void accepted();
    void cancelled();

protected:
    /// To be called by the heir once its fields are in body().
    void finish();
    QVBoxLayout* body() { return m_body; }
    void setWords(const QString& heading, const QString& go);
    void setReady(bool ready);
    bool isReady() const;
    void keyPressEvent(QKeyEvent* event) override;
    void accept();

private:
    QLabel* m_heading;
    QVBoxLayout* m_body;
    QPushButton* m_go;
    QPushButton* m_cancel;
};

/// A reason, an objection or a note.
class ReasonForm : public ActForm
{
    Q_OBJECT

public:
    /// `required`: may not be empty. `kept`: what was typed before and not sent.
    ReasonForm(domain::Act act, bool required, const QString& kept, QWidget* parent = nullptr);
    QString text() const;
    void focusFirst() override;

private:
    domain::Act m_act;
    bool m_required;
    QPlainTextEdit* m_text;
};

/// To whom, why, until when.
class ChargeForm : public ActForm
{
    Q_OBJECT

public:
    explicit ChargeForm(const Context& context, QWidget* parent = nullptr);
    desk::FormCharge charge() const;
    void noteChosen();
    void focusFirst() override;

private:
    Context m_context;
    TargetField* m_target;
    QComboBox* m_purpose;
    DateField* m_due;
    QLineEdit* m_note;
};

/// One field of the identity, its new value and why.
class CorrectForm : public ActForm
{
    Q_OBJECT

public:
    CorrectForm(const domain::Document& document, QWidget* parent = nullptr);
    QString field() const;
    QString value() const;
    QString reason() const;
    void focusFirst() override;

private:
    void fillValue();
    void check();

    domain::Document m_document;
    QComboBox* m_field;
    QPlainTextEdit* m_value;
    QLineEdit* m_reason;
};

/// The chain to the final signatory: persons in their order, each approves or signs.
class ChainForm : public ActForm
{
    Q_OBJECT

public:
    ChainForm(const Context& context, const domain::Document& document, QWidget* parent = nullptr);
    std::vector<desk::ChainStep> chain() const;
    void focusFirst() override;

private:
    void propose(const domain::Document& document);
    void add(const domain::PersonId& person, const QString& name);
    void move(int by);
    void removeCurrent();
    void refresh();

    Context m_context;
    TargetField* m_person;
    QListWidget* m_list;
    QPushButton* m_up;
    QPushButton* m_down;
    QPushButton* m_remove;
    std::vector<std::pair<domain::PersonId, QString>> m_steps;
};

/// Open to those on its way, or only to named persons.
class AccessForm : public ActForm
{
    Q_OBJECT

public:
    AccessForm(const Context& context, const domain::Access& access, QWidget* parent = nullptr);
    domain::Access access() const;
    void focusFirst() override;

private:
    void refresh();

    Context m_context;
    domain::Access m_access;
    QCheckBox* m_restricted;
    TargetField* m_person;
    QListWidget* m_list;
};

} // namespace diakinisi::ui
