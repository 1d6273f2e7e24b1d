#include "ui/register/register_page.h"

#include "desk/directory.h"
#include "ui/parts/message_bar.h"
#include "ui/register/number_panel.h"

#include <QStackedWidget>

// What follows once a document is registered: its number, and its pages again where they are wanted once more.
namespace diakinisi::ui {

void RegisterPage::showDone(const desk::RegistrationOutcome& outcome)
{
    m_done->show(outcome, m_sent.particulars.subject, chargeWords());
    m_done->offerPages(!m_lastPile.isNull());
    m_stack->setCurrentWidget(m_done);
}

QString RegisterPage::chargeWords() const
{
    QStringList names;
    const auto organisation = m_context.desk.directory().organisation();
    for (const desk::FormCharge& charge : m_sent.charges) {
        const domain::Unit* unit = organisation && charge.unit ? organisation->unit(*charge.unit) : nullptr;
        const domain::Person* person = organisation && charge.person ? organisation->person(*charge.person) : nullptr;
        names << (unit ? unit->code + u' ' + unit->name : person ? person->name : QString());
    }
    return names.isEmpty() ? tr("Not charged yet") : tr("Charged to: %1").arg(names.join(QStringLiteral(", ")));
}

void RegisterPage::followNumber(const QVector<domain::DocumentId>& changed)
{
    const auto& shown = m_done->outcome();
    if (m_stack->currentWidget() != m_done || !shown || shown->number || !changed.contains(shown->document))
        return;
    m_following.start(
        m_context.desk.lanes().read,
        [&registrar = m_context.desk.registrar(), id = shown->document](std::stop_token) {
            return registrar.outcome(id);
        },
        [this](const Result<desk::RegistrationOutcome>& outcome) {
            if (outcome && m_stack->currentWidget() == m_done)
                showDone(*outcome);
        });
}

/// Finished pages are kept until the day closes; what is on the table by now is found again beside them.
void RegisterPage::takePagesBack()
{
    using Pile = Result<desk::ScanPile>;
    m_takingBack.start(
        m_context.desk.lanes().store,
        [&scanning = m_context.desk.scanning(), id = m_lastPile](std::stop_token) -> Pile {
            if (const Done back = scanning.takeBack(id); !back)
                return fail(back.error());
            const auto piles = scanning.unfinished();
            if (!piles)
                return fail(piles.error());
            const auto pile = std::ranges::find(*piles, id, &desk::ScanPile::id);
            return pile == piles->end() ? Pile(fail(ErrorCode::NotFound)) : *pile;
        },
        [this](const Pile& pile) {
            startEmpty();
            if (pile)
                takePile(*pile);
            else
                m_bar->showError(pile.error());
        });
}

} // namespace diakinisi::ui
