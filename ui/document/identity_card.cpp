#include "ui/document/identity_card.h"

#include "desk/directory.h"
#include "ui/parts/metrics.h"
#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/texts/format.h"
#include "ui/texts/verdict_texts.h"
#include "ui/texts/words.h"

#include <QFormLayout>

namespace diakinisi::ui {

IdentityCard::IdentityCard(const Context& context, QWidget* parent) : QScrollArea(parent), m_context(context)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    translated(this, [this] {
        setAccessibleName(tr("Particulars and where it is now"));
        rebuild();
    });
}

void IdentityCard::show(const desk::DocumentView& view)
{
    m_view = view;
    rebuild();
}

void IdentityCard::showJudged(const std::optional<signing::PdfVerdict>& verdict)
{
    m_judged = verdict;
    rebuild();
}

void IdentityCard::rebuild()
{
    auto* page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* form = new QFormLayout(page);
    margins(form, this, 2);
    form->setHorizontalSpacing(gap(this) * 3);
    form->setVerticalSpacing(gap(this) / 2 + 1);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    if (m_view) {
        addCharges(form);
        addRoute(form);
        addParticulars(form);
        addSignatures(form);
        addCorrections(form);
    }
    setWidget(page);
}

void IdentityCard::line(QFormLayout* form, const QString& name, const QString& value, bool alarm)
{
    if (value.isEmpty())
        return;
    auto* label = new QLabel(name, form->parentWidget());
    label->setForegroundRole(QPalette::PlaceholderText);
    QLabel* text = textLabel(form->parentWidget());
    text->setText(value);
    text->setAccessibleName(QStringLiteral("%1: %2").arg(name, value));
    if (alarm) {
        QPalette own;
        own.setColor(QPalette::WindowText, Theme::alarm(palette()));
        text->setPalette(own);
        text->setForegroundRole(QPalette::WindowText); // on the base it would be Text
    }
    form->addRow(label, text);
}

QString IdentityCard::nameOf(const domain::PersonId& person) const
{
    const auto organisation = m_context.desk.directory().organisation();
    const domain::Person* known = organisation ? organisation->person(person) : nullptr;
    return known ? known->name : QString();
}

QString IdentityCard::nameOf(const domain::UnitId& unit) const
{
    const auto organisation = m_context.desk.directory().organisation();
    const domain::Unit* known = organisation ? organisation->unit(unit) : nullptr;
    return known ? known->code + u' ' + known->name : QString();
}

void IdentityCard::addParticulars(QFormLayout* form)
{
    const domain::Document& document = m_view->document;
    const domain::Particulars& facts = document.particulars;
    QStringList parties;
    QStringList copies;
    for (const domain::Party& party : facts.parties)
        (party.forInformation ? copies : parties) << party.name;
    const bool incoming = document.identity.direction == domain::Direction::Incoming;
    line(form, incoming ? tr("Sender") : tr("To"), parties.join(u'\n'));
    line(form, tr("Copy to"), copies.join(u'\n'));
    QStringList theirs;
    if (!facts.theirNumber.isEmpty())
        theirs << facts.theirNumber;
    if (const QString date = shortDate(facts.theirDate); !date.isEmpty())
        theirs << date;
    if (!facts.place.isEmpty())
        theirs << facts.place;
    line(form, tr("Their number, date"), theirs.join(QStringLiteral(" · ")));
    line(form, tr("Kind"), facts.kind);
    line(form, incoming ? tr("Addressed to") : tr("Issued by"), nameOf(document.identity.unit));
    if (document.identity.itemCount > 0)
        line(form, tr("Extent"),
             QStringList{tr("%n item(s)", nullptr, document.identity.itemCount),
                         document.identity.sheetCount > 0 ? tr("%n sheet(s)", nullptr, document.identity.sheetCount)
                                                          : QString()}
                 .join(QStringLiteral(" · ")));
    if (document.registration.legalTime)
        line(form, tr("Registered"),
             QStringList{display(*document.registration.legalTime), nameOf(document.registration.by)}.join(
                 QStringLiteral(" · ")));
    if (document.access.restricted) {
        QStringList names;
        for (const domain::PersonId& person : document.access.named)
            names << nameOf(person);
        line(form, tr("Restricted to"), names.isEmpty() ? tr("those who act on it") : names.join(QStringLiteral(", ")));
    }
}

void IdentityCard::addCharges(QFormLayout* form)
{
    const QDate today = localDay(m_context.clock.now());
    for (const domain::Charge& charge : m_view->document.charges) {
        if (!charge.isOpen())
            continue;
        QStringList facts{charge.unit ? nameOf(*charge.unit) : charge.person ? nameOf(*charge.person) : QString()};
        if (charge.handler && charge.handler != charge.person)
            facts << nameOf(*charge.handler);
        facts << purposeWord(charge.purpose).toLower() << tr("since %1").arg(shortDate(localDay(charge.at)));
        line(form, tr("Now with"), facts.join(QStringLiteral(" · ")));
        const QDate due = QDate::fromString(charge.dueDate, Qt::ISODate);
        if (due.isValid())
            line(form, tr("Due date"), QStringLiteral("%1 (%2)").arg(shortDate(due), dueWords(charge.dueDate, today)),
                 due < today);
        line(form, tr("Note of the charge"), charge.note);
    }
}

void IdentityCard::addRoute(QFormLayout* form)
{
    const domain::Route& route = m_view->document.route;
    if (route.state == domain::RouteState::None)
        return;
    QStringList steps;
    for (const domain::Step& step : route.steps) {
        QString text = QStringLiteral("%1. %2: %3, %4")
                           .arg(QString::number(step.stage + 1), nameOf(step.person), stepKindWord(step.kind),
                                stepStateWord(step.state));
        if (step.actedBy && step.actedBy != step.person)
            text += QStringLiteral(" (%1)").arg(tr("by %1").arg(nameOf(*step.actedBy)));
        if (!step.reason.isEmpty())
            text += QStringLiteral(" «%1»").arg(step.reason);
        steps << text;
    }
    line(form, tr("Chain"), routeStateWord(route.state) + u'\n' + steps.join(u'\n'),
         route.state == domain::RouteState::SentBack);
}

/// Then: what was frozen with the registration. Now: a check of today; the two may differ, and both are true.
void IdentityCard::addSignatures(QFormLayout* form)
{
    const domain::Item* main = m_view->document.mainItem();
    if (!main)
        return;
    for (const domain::Rendition& rendition : main->newest().renditions)
        for (const domain::FrozenFinding& frozen : rendition.findings) {
            QStringList findings;
            bool broken = false;
            for (const domain::SignatureFinding& each : frozen.finding.signatures) {
                findings << QStringLiteral("%1, %2. %3").arg(each.signer, signatureTime(each), findingSentence(each));
                broken = broken || gradeOf(each) == VerdictGrade::Broken;
            }
            findings << tr("Checked on %1").arg(dateAndTime(frozen.finding.checkedAt));
            line(form, tr("Signatures then"), findings.join(u'\n'), broken);
        }
    if (m_judged && !m_judged->signatures.empty())
        line(form, tr("Signatures now"), fileVerdict(*m_judged), gradeOf(*m_judged) == VerdictGrade::Broken);
}

void IdentityCard::addCorrections(QFormLayout* form)
{
    for (const domain::Correction& correction : m_view->document.registration.corrections)
        line(form, tr("Corrected"),
             tr("%1: «%2» became «%3», %4, %5: %6")
                 .arg(fieldWord(correction.field), correction.oldValue, correction.newValue, nameOf(correction.by),
                      dateAndTime(correction.at), correction.reason));
    if (m_view->document.registration.state == domain::NumberState::Cancelled)
        line(form, tr("Number cancelled"), m_view->document.registration.cancelReason, true);
}

} // namespace diakinisi::ui
