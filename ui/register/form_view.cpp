#include "ui/register/form_view.h"

#include "desk/directory.h"
#include "desk/session.h"
#include "ui/parts/date_field.h"
#include "ui/parts/metrics.h"
#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/register/charge_box.h"
#include "ui/register/parties_box.h"
#include "ui/register/suggestion_bar.h"
#include "ui/texts/format.h"
#include "ui/texts/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace diakinisi::ui {

FormView::FormView(const Context& context, QWidget* parent)
    : QScrollArea(parent),
      m_context(context),
      m_subject(new QPlainTextEdit),
      m_parties(new PartiesBox(context)),
      m_theirNumber(new QLineEdit),
      m_theirDate(new DateField(localDay(context.clock.now()))),
      m_place(new QLineEdit),
      m_kind(new QLineEdit),
      m_items(new QSpinBox),
      m_sheets(new QSpinBox),
      m_taxNumber(new QLineEdit),
      m_phone(new QLineEdit),
      m_email(new QLineEdit),
      m_note(new QLineEdit),
      m_direction(new QComboBox),
      m_marks(new ReadingMarks(this))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget(this);
    makeFields(page);
    setWidget(page);
    connectFields();
    addMarks();
    translated(this, [this] { retranslate(); });
    setMode(RegisterMode::Incoming);
}

QLabel* FormView::label(QWidget* buddy)
{
    auto* text = new QLabel;
    text->setBuddy(buddy);
    m_labels[buddy] = text;
    return text;
}

void FormView::makeFields(QWidget* page)
{
    m_subject->setTabChangesFocus(true);
    m_subject->setFixedHeight(lines(this, 3.3));
    m_items->setRange(0, 9999);
    m_sheets->setRange(0, 99999);
    m_direction->addItems({QString(), QString()});
    m_theirDate->setMaximumWidth(characters(this, 20));
    auto* grid = new QGridLayout(page);
    margins(grid, this, 2);
    grid->setHorizontalSpacing(gap(this) * 2);
    grid->setVerticalSpacing(gap(this) * 3 / 2);
    grid->setColumnStretch(1, 1);
    const auto row = [&](int at, QWidget* field, QWidget* buddy) {
        grid->addWidget(label(buddy), at, 0);
        grid->addWidget(field, at, 1);
    };
    row(0, m_direction, m_direction);
    grid->addWidget(label(m_subject), 1, 0, Qt::AlignTop);
    grid->addWidget(m_subject, 1, 1);
    grid->addWidget(label(m_parties->field()), 2, 0, Qt::AlignTop);
    grid->addWidget(m_parties, 2, 1);
    makeContacts(grid, 3);
    m_theirs = new QWidget;
    auto* theirs = new QHBoxLayout(m_theirs);
    theirs->setContentsMargins(0, 0, 0, 0);
    theirs->setSpacing(gap(this) * 2);
    theirs->addWidget(m_theirNumber, 1);
    theirs->addWidget(label(m_theirDate));
    theirs->addWidget(m_theirDate);
    row(4, m_theirs, m_theirNumber);
    auto* more = new QHBoxLayout;
    more->setSpacing(gap(this) * 2);
    more->addWidget(m_place, 1);
    more->addWidget(label(m_kind));
    more->addWidget(m_kind, 1);
    grid->addWidget(label(m_place), 5, 0);
    grid->addLayout(more, 5, 1);
    auto* extent = new QHBoxLayout;
    extent->setSpacing(gap(this) * 2);
    extent->addWidget(m_items);
    extent->addWidget(label(m_sheets));
    extent->addWidget(m_sheets);
    extent->addStretch(1);
    grid->addWidget(label(m_items), 6, 0);
    grid->addLayout(extent, 6, 1);
    m_suggestions = new SuggestionBar(page);
    grid->addWidget(m_suggestions, 7, 1);
    m_charge = new ChargeBox(m_context, page, grid, 8);
    row(8 + ChargeBox::rows, m_note, m_note);
    grid->setRowStretch(9 + ChargeBox::rows, 1);
}

void FormView::makeContacts(QGridLayout* grid, int row)
{
    m_contacts = new QWidget;
    auto* line = new QHBoxLayout(m_contacts);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(gap(this) * 2);
    line->addWidget(m_taxNumber, 2);
    line->addWidget(m_phone, 2);
    line->addWidget(m_email, 3);
    grid->addWidget(label(m_taxNumber), row, 0);
    grid->addWidget(m_contacts, row, 1);
}

void FormView::connectFields()
{
    for (QLineEdit* edit :
         {m_theirNumber, static_cast<QLineEdit*>(m_theirDate), m_place, m_kind, m_taxNumber, m_phone, m_email, m_note})
        connect(edit, &QLineEdit::textChanged, this, &FormView::changed);
    connect(m_subject, &QPlainTextEdit::textChanged, this, &FormView::changed);
    connect(m_parties, &PartiesBox::changed, this, &FormView::changed);
    connect(m_charge, &ChargeBox::changed, this, &FormView::changed);
    connect(m_items, &QSpinBox::valueChanged, this, &FormView::changed);
    connect(m_direction, &QComboBox::activated, this, &FormView::changed);
    connect(m_sheets, &QSpinBox::valueChanged, this, [this] {
        m_sheetsTouched = true;
        Q_EMIT changed();
    });
}

void FormView::setMode(RegisterMode mode)
{
    m_mode = mode;
    const bool draft = mode == RegisterMode::Draft;
    const bool citizen = mode == RegisterMode::Citizen;
    m_direction->setVisible(draft);
    m_labels[m_direction]->setVisible(draft);
    m_contacts->setVisible(citizen);
    m_labels[m_taxNumber]->setVisible(citizen);
    m_theirs->setVisible(mode == RegisterMode::Incoming);
    m_labels[m_theirNumber]->setVisible(mode == RegisterMode::Incoming);
    m_charge->setVisible(!draft);
    m_parties->setMany(draft);
    reset();
    retranslate();
}

std::optional<domain::UnitId> FormView::ownUnit() const
{
    const auto organisation = m_context.desk.directory().organisation();
    const auto person = m_context.desk.session().person();
    if (!organisation || !person)
        return std::nullopt;
    const auto units = organisation->unitsOf(*person);
    return units.empty() ? std::nullopt : std::optional(units.front());
}

desk::RegistrationForm FormView::form() const
{
    desk::RegistrationForm form;
    const bool draft = m_mode == RegisterMode::Draft;
    form.identity.direction = !draft                             ? domain::Direction::Incoming
                              : m_direction->currentIndex() == 0 ? domain::Direction::Outgoing
                                                                 : domain::Direction::Internal;
    const auto unit = draft ? ownUnit() : m_charge->firstUnit();
    form.identity.unit = unit.value_or(domain::UnitId());
    form.identity.itemCount = m_items->value();
    form.identity.sheetCount = m_sheets->value();
    form.particulars.subject = m_subject->toPlainText().simplified();
    form.particulars.parties = m_parties->parties();
    form.particulars.theirNumber = m_theirNumber->text().trimmed();
    form.particulars.theirDate = m_theirDate->iso();
    form.particulars.place = m_place->text().trimmed();
    form.particulars.kind = m_kind->text().trimmed();
    form.particulars.relations = m_relations;
    const domain::PartyContact contact{
        0, m_taxNumber->text().trimmed(), m_email->text().trimmed(), m_phone->text().trimmed(), {}};
    if (!contact.taxNumber.isEmpty() || !contact.email.isEmpty() || !contact.phone.isEmpty())
        form.contacts.push_back(contact);
    form.access = m_access;
    if (!draft) {
        form.charges = m_charge->charges();
        form.forSignature = m_charge->forSignature();
    }
    form.note = m_note->text().trimmed();
    return form;
}

void FormView::fill(const desk::RegistrationForm& form)
{
    m_direction->setCurrentIndex(form.identity.direction == domain::Direction::Internal ? 1 : 0);
    m_subject->setPlainText(form.particulars.subject);
    m_parties->setParties(form.particulars.parties);
    m_theirNumber->setText(form.particulars.theirNumber);
    m_theirDate->setIso(form.particulars.theirDate);
    m_place->setText(form.particulars.place);
    m_kind->setText(form.particulars.kind);
    m_relations = form.particulars.relations;
    m_access = form.access;
    m_items->setValue(form.identity.itemCount);
    m_sheets->setValue(form.identity.sheetCount);
    const domain::PartyContact contact = form.contacts.empty() ? domain::PartyContact{} : form.contacts.front();
    m_taxNumber->setText(contact.taxNumber);
    m_phone->setText(contact.phone);
    m_email->setText(contact.email);
    m_charge->setCharges(form.charges);
    m_charge->setForSignature(form.forSignature);
    m_note->setText(form.note);
    m_sheetsTouched = form.identity.sheetCount > 0;
}

void FormView::reset()
{
    desk::RegistrationForm empty;
    empty.identity.itemCount = 1;
    if (m_mode == RegisterMode::Citizen)
        empty.particulars.kind = tr("Application");
    if (m_mode == RegisterMode::Draft)
        empty.identity.direction = domain::Direction::Outgoing;
    fill(empty);
    m_parties->setKind(m_mode == RegisterMode::Citizen ? domain::PartyKind::Citizen : domain::PartyKind::Authority);
    mark({});
    m_sheetsTouched = false;
    m_chargeTouched = false;
    m_asking.cancel();
    m_senderTyped.stop();
    m_suggestions->clear();
    m_marks->reset();
}

void FormView::setSheetsFromPages(int pages)
{
    if (m_sheetsTouched || pages <= 0)
        return;
    m_sheets->setValue(pages);
    m_sheetsTouched = false;
}

void FormView::focusFirst()
{
    m_subject->setFocus();
}

QWidget& FormView::focusTarget()
{
    return *m_subject;
}

bool FormView::isUntouched() const
{
    return m_subject->toPlainText().isEmpty() && m_parties->parties().empty() && m_theirNumber->text().isEmpty() &&
           m_note->text().isEmpty() && m_charge->charges().empty();
}

void FormView::noteChosen()
{
    m_charge->noteChosen();
}

void FormView::mark(const std::vector<desk::RegistrationConcern>& concerns)
{
    const auto concerned = [&](QStringView field) {
        return std::any_of(concerns.begin(), concerns.end(),
                           [&](const auto& concern) { return concern.blocks() && concern.field == field; });
    };
    Theme::setWrong(m_subject, concerned(u"subject"));
    m_parties->setInvalid(concerned(u"parties"));
    Theme::setWrong(m_items, concerned(u"item-count"));
    Theme::setWrong(m_theirDate, concerned(u"their-date"));
    m_charge->setInvalid(concerned(u"unit") || concerned(u"charges"), concerned(u"due-date"));
}

std::vector<desk::RegistrationConcern> FormView::unreadable() const
{
    using Kind = desk::RegistrationConcern::Kind;
    std::vector<desk::RegistrationConcern> concerns;
    if (m_mode == RegisterMode::Incoming && !m_theirDate->isAcceptable())
        concerns.push_back({Kind::InvalidField, QStringLiteral("their-date"), {}});
    if (m_mode != RegisterMode::Draft && !m_charge->datesAcceptable())
        concerns.push_back({Kind::InvalidField, QStringLiteral("due-date"), {}});
    return concerns;
}

void FormView::focusOn(QStringView field)
{
    QWidget* at = field == u"parties"      ? m_parties->field()
                  : field == u"unit"       ? m_charge->field()
                  : field == u"item-count" ? m_items
                  : field == u"their-date" ? m_theirDate
                  : field == u"due-date"   ? m_charge->dueField()
                                           : m_marks->widget(field.toString());
    if (!at)
        at = m_subject;
    if (!at->isVisibleTo(this))
        at = m_subject;
    at->setFocus(Qt::OtherFocusReason);
    ensureWidgetVisible(at);
}

void FormView::retranslate()
{
    const auto name = [this](QWidget* field, const QString& text) {
        m_labels[field]->setText(text);
        field->setAccessibleName(text);
    };
    name(m_direction, tr("Direction"));
    m_direction->setItemText(0, directionWord(domain::Direction::Outgoing));
    m_direction->setItemText(1, directionWord(domain::Direction::Internal));
    name(m_subject, tr("Subject"));
    m_labels[m_parties->field()]->setText(m_mode == RegisterMode::Draft     ? tr("Recipients")
                                          : m_mode == RegisterMode::Citizen ? tr("Applicant")
                                                                            : tr("Sender"));
    name(m_taxNumber, tr("Contact"));
    m_taxNumber->setAccessibleName(tr("Tax number"));
    m_taxNumber->setPlaceholderText(tr("Tax number"));
    m_phone->setAccessibleName(tr("Telephone"));
    m_phone->setPlaceholderText(tr("Telephone"));
    m_email->setAccessibleName(tr("E-mail"));
    m_email->setPlaceholderText(tr("E-mail"));
    name(m_theirNumber, tr("Their number"));
    name(m_theirDate, tr("of date"));
    m_theirDate->setAccessibleName(tr("Date of their document"));
    name(m_place, tr("Place of issue"));
    name(m_kind, tr("Kind"));
    name(m_items, tr("Items"));
    name(m_sheets, tr("Sheets"));
    name(m_note, tr("Remark"));
    m_marks->retranslate();
    setAccessibleName(tr("Particulars of the document"));
}

} // namespace diakinisi::ui
