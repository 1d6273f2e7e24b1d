#include "ui/register/form_view.h"

#include "desk/directory.h"
#include "desk/suggestion_rule.h"
#include "ui/parts/date_field.h"
#include "ui/register/charge_box.h"
#include "ui/register/parties_box.h"
#include "ui/register/suggestion_bar.h"

#include <QLineEdit>
#include <QPlainTextEdit>

// The form that is filled from the letter itself, and from what was done with letters like it.
namespace diakinisi::ui {

namespace {

constexpr int typedMs = 300;

} // namespace

void FormView::addMarks()
{
    const auto line = [this](const QString& field, QLineEdit* edit) {
        m_marks->add(field, edit, [edit](const QString& text) { edit->setText(text); });
        connect(edit, &QLineEdit::textChanged, this, [this, edit] { m_marks->touched(edit); });
    };
    m_marks->add(QStringLiteral("subject"), m_subject,
                 [this](const QString& text) { m_subject->setPlainText(text.simplified()); });
    connect(m_subject, &QPlainTextEdit::textChanged, this, [this] { m_marks->touched(m_subject); });
    line(QStringLiteral("parties"), static_cast<QLineEdit*>(m_parties->field()));
    line(QStringLiteral("their-number"), m_theirNumber);
    line(QStringLiteral("place"), m_place);
    line(QStringLiteral("kind"), m_kind);
    line(QStringLiteral("tax-number"), m_taxNumber);
    line(QStringLiteral("phone"), m_phone);
    line(QStringLiteral("email"), m_email);
    m_marks->add(QStringLiteral("their-date"), m_theirDate, [this](const QString& iso) { m_theirDate->setIso(iso); });
    connect(m_theirDate, &QLineEdit::textChanged, this, [this] { m_marks->touched(m_theirDate); });
    connect(m_marks, &ReadingMarks::changed, this, &FormView::spotsChanged);
    connect(m_marks, &ReadingMarks::fieldEntered, this, &FormView::fieldEntered);
    connect(m_charge, &ChargeBox::changed, this, [this] {
        if (!m_suggesting)
            m_chargeTouched = true;
    });
    m_senderTyped.setSingleShot(true);
    m_senderTyped.setInterval(typedMs);
    connect(m_parties, &PartiesBox::changed, &m_senderTyped, qOverload<>(&QTimer::start));
    connect(&m_senderTyped, &QTimer::timeout, this, &FormView::suggestSoon);
    connect(m_suggestions, &SuggestionBar::chosen, this, &FormView::charge);
}

void FormView::fillFrom(const recognition::LetterReading& reading)
{
    const bool untouched = isUntouched() || !m_marks->spots().empty();
    auto fields = fieldsOf(reading, m_mode == RegisterMode::Citizen);
    if (m_mode == RegisterMode::Draft) // of ours: whose it is, and of which number, it does not say yet
        std::erase_if(fields, [](const auto& each) { return each.first != u"subject" && each.first != u"kind"; });
    m_marks->write(fields);
    // On to what is still missing, unless the clerk is at work already.
    const bool begun = !untouched || !m_subject->hasFocus();
    if (!begun && !m_subject->toPlainText().isEmpty() && !m_parties->parties().empty() && m_mode != RegisterMode::Draft)
        m_charge->field()->setFocus(Qt::OtherFocusReason);
    suggestSoon();
}

desk::RegistrationForm FormView::typedForm() const
{
    desk::RegistrationForm form = this->form();
    domain::Particulars& said = form.particulars;
    for (const auto& [field, text] : {std::pair(u"subject", &said.subject),
                                      {u"their-number", &said.theirNumber},
                                      {u"their-date", &said.theirDate},
                                      {u"place", &said.place},
                                      {u"kind", &said.kind}})
        if (m_marks->isRead(QString::fromUtf16(field)))
            text->clear();
    if (m_marks->isRead(QStringLiteral("parties")))
        said.parties.clear();
    if (!m_chargeTouched)
        form.charges.clear();
    return form;
}

std::vector<PageSpot> FormView::spots() const
{
    return m_marks->spots();
}

void FormView::suggestSoon()
{
    const desk::RegistrationForm now = form();
    if (m_mode == RegisterMode::Draft || m_chargeTouched || now.particulars.parties.empty())
        return;
    const desk::SuggestionQuery query{now.particulars.parties.front().name, now.particulars.kind,
                                      now.particulars.subject};
    m_asking.start(
        m_context.desk.lanes().read,
        [&suggestions = m_context.desk.suggestions(), query](std::stop_token) { return suggestions.suggest(query); },
        [this](const Result<desk::SuggestionSet>& found) {
            if (found && !m_chargeTouched)
                suggested(*found);
        });
}

void FormView::suggested(const desk::SuggestionSet& found)
{
    m_suggestions->show(found.charges, m_context.desk.directory().organisation());
    const auto* target = static_cast<QLineEdit*>(m_charge->field());
    const bool typing = target->hasFocus() && !target->text().isEmpty();
    if (const auto agreed = desk::agreedCharge(found); agreed && !typing)
        charge(agreed->value);
}

void FormView::charge(const desk::SuggestedCharge& suggestion)
{
    m_suggesting = true;
    m_charge->setCharges({{suggestion.unit, suggestion.person, suggestion.purpose, {}, {}}});
    m_suggesting = false;
    Q_EMIT changed();
}

} // namespace diakinisi::ui
