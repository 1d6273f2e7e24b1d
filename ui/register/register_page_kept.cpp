#include "ui/register/batch_page.h"
#include "ui/register/drafts_bar.h"
#include "ui/register/files_panel.h"
#include "ui/register/form_view.h"
#include "ui/register/register_page.h"

#include "ui/parts/message_bar.h"

#include <QLabel>

#include <algorithm>
#include <utility>

// What is kept of a form while it is typed, and found again: the form itself, and pages that were scanned for it.
namespace diakinisi::ui {

namespace {

QString nameOf(const desk::ScanPile& pile)
{
    return pile.id.toString(QUuid::WithoutBraces);
}

QStringList pilesOf(const std::vector<desk::FormFile>& files)
{
    QStringList piles;
    for (const desk::FormFile& file : files)
        if (!file.pile.isEmpty())
            piles << file.pile;
    return piles;
}

bool isOf(const desk::FormDraft& draft, const desk::ScanPile& pile)
{
    return pilesOf(draft.form.files).contains(nameOf(pile));
}

} // namespace

void RegisterPage::keepNow()
{
    if (showsBatch())
        m_batch->keepNow();
    if (!m_keepSoon.isActive())
        return;
    m_keepSoon.stop();
    if (m_form->isUntouched() && m_files->files().empty())
        return;
    const desk::FormDraft draft{m_draftId, m_context.clock.now(), wholeForm()};
    m_keeping.start(
        m_context.desk.lanes().store,
        [&drafts = m_context.desk.formDrafts(), draft](std::stop_token) { return drafts.save(draft); },
        [this](const Done& done) {
            if (!done)
                m_bar->showError(done.error());
            else
                m_kept->setText(tr("kept as typed"));
        });
}

void RegisterPage::offerKept()
{
    m_drafts->show({}, {}); // what an older look found may be this form's by now
    // On the lane of those who finish piles and forget forms: after them.
    m_listing.start(
        m_context.desk.lanes().store,
        [&drafts = m_context.desk.formDrafts(),
         &scanning = m_context.desk.scanning()](std::stop_token) -> Result<Kept> {
            auto forms = drafts.list();
            if (!forms)
                return fail(forms.error());
            auto piles = scanning.unfinished();
            if (!piles)
                return fail(piles.error());
            std::erase_if(*forms, [&](const desk::FormDraft& draft) {
                if (!desk::isOfBatch(draft))
                    return false;
                if (std::ranges::none_of(*piles, [&](const desk::ScanPile& pile) { return isOf(draft, pile); }))
                    (void)drafts.remove(draft.id); // its pile is registered, or thrown away
                return true;
            });
            return Kept{std::move(*forms), std::move(*piles)};
        },
        [this](const Result<Kept>& kept) {
            if (!kept)
                return;
            QStringList ofForms = pilesOf(m_files->files());
            if (std::exchange(m_resumed, false))
                for (const desk::ScanPile& pile : kept->piles)
                    if (ofForms.contains(nameOf(pile)))
                        m_files->takePile(pile); // with the page that came just before the end, too
            ofForms << m_files->pile().toString(QUuid::WithoutBraces); // just begun: no file yet
            std::vector<desk::FormDraft> drafts;
            for (const desk::FormDraft& draft : kept->drafts) {
                ofForms << pilesOf(draft.form.files);
                if (draft.id != m_draftId)
                    drafts.push_back(draft);
            }
            std::vector<desk::ScanPile> piles = kept->piles;
            std::erase_if(piles, [&](const desk::ScanPile& pile) { return ofForms.contains(nameOf(pile)); });
            m_drafts->show(std::move(drafts), std::move(piles));
        });
}

void RegisterPage::resume(const desk::FormDraft& draft)
{
    const auto& form = draft.form;
    const bool citizen =
        !form.particulars.parties.empty() && form.particulars.parties.front().kind == domain::PartyKind::Citizen;
    const RegisterMode mode = form.identity.direction != domain::Direction::Incoming ? RegisterMode::Draft
                              : citizen                                              ? RegisterMode::Citizen
                                                                                     : RegisterMode::Incoming;
    begin(mode); // looks anew for what is kept
    m_resumed = true;
    m_draftId = draft.id;
    m_form->fill(form);
    m_files->setFiles(form.files);
    m_drafts->hide();
}

void RegisterPage::takePile(const desk::ScanPile& pile)
{
    m_files->takePile(pile);
    m_drafts->hide();
}

void RegisterPage::forgetKept(const QUuid& id)
{
    m_forgetting.start(
        m_context.desk.lanes().store,
        [&drafts = m_context.desk.formDrafts(), id](std::stop_token) { return drafts.remove(id); }, [](const Done&) {});
}

void RegisterPage::throwAway(const desk::FormDraft& draft)
{
    forgetKept(draft.id);
    for (const QString& pile : pilesOf(draft.form.files))
        finishPile(QUuid::fromString(pile));
}

void RegisterPage::finishPile(const QUuid& pile)
{
    m_finishing.run<Done>(
        m_context.desk.lanes().store,
        [&scanning = m_context.desk.scanning(), pile](std::stop_token) { return scanning.finish(pile); },
        [this](const Done& done) {
            if (!done)
                m_bar->showError(done.error());
        });
}

} // namespace diakinisi::ui
