#include "ui/register/batch_page.h"

#include "desk/directory.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/preferences.h"
#include "ui/register/batch_grid.h"
#include "ui/register/batch_model.h"
#include "ui/register/paper_print.h"

#include <QPrinter>

// What is kept of the rows while they are typed in, and what follows once they are registered.
namespace diakinisi::ui {

void BatchPage::followNumbers(const QVector<domain::DocumentId>& changed)
{
    for (const desk::BatchRow& row : m_batch.rows()) {
        const auto& outcome = row.result.outcome;
        if (!outcome || outcome->number || !changed.contains(outcome->document))
            continue;
        m_jobs.run<Result<desk::RegistrationOutcome>>(
            m_context.desk.lanes().read,
            [&registrar = m_context.desk.registrar(), document = outcome->document](std::stop_token) {
                return registrar.outcome(document);
            },
            [this, id = row.id](const Result<desk::RegistrationOutcome>& now) {
                const desk::BatchRow* known = m_batch.row(id);
                if (!now || !known)
                    return;
                desk::BatchTry result = known->result;
                result.outcome = *now;
                m_batch.end(id, result);
                m_model->refresh();
                printLabels();
            });
    }
}

/// By themselves, as that of a single document, where this desk has a label printer.
void BatchPage::printLabels()
{
    const QString name = m_context.preferences.labelPrinter();
    for (const desk::BatchRow& row : m_batch.rows()) {
        const auto& outcome = row.result.outcome;
        if (name.isEmpty() || !outcome || !outcome->number || !m_printed.insert(row.id).second)
            continue;
        m_jobs.run<Result<desk::PaperLabel>>(
            m_context.desk.lanes().read,
            [&registrar = m_context.desk.registrar(), document = outcome->document](std::stop_token) {
                return registrar.label(document);
            },
            [this, name](const Result<desk::PaperLabel>& label) {
                QPrinter printer(QPrinter::HighResolution);
                usePrinter(printer, name);
                if (label && !printLabel(printer, *label))
                    m_context.preferences.setLabelPrinter({}); // it is gone: another is to be chosen next time
            });
    }
}

void BatchPage::restore()
{
    m_restoring.start(
        m_context.desk.lanes().store,
        [&drafts = m_context.desk.formDrafts()](std::stop_token) { return drafts.list(); },
        [this](const Result<std::vector<desk::FormDraft>>& drafts) {
            if (!drafts)
                return;
            std::set<QUuid> before;
            for (const desk::FormDraft& draft : *drafts)
                if (const desk::BatchRow* row = m_batch.row(draft.id); row && row->typed.empty())
                    before.insert(draft.id);
            m_batch.restore(*drafts);
            for (const QUuid& id : before)
                m_kept[id] = m_batch.row(id)->typed;
            m_model->refresh();
            retranslate();
        });
}

void BatchPage::keepNow()
{
    m_grid->commit();
    keep();
}

void BatchPage::keep()
{
    m_keepSoon.stop();
    if (!m_open)
        return;
    std::vector<desk::FormDraft> drafts;
    std::vector<QUuid> emptied;
    for (const desk::BatchRow& row : m_batch.rows()) {
        const auto known = m_kept.find(row.id);
        const bool same = known == m_kept.end() ? row.typed.empty() && !row.file : known->second == row.typed;
        if (row.isDone() || same)
            continue;
        m_kept[row.id] = row.typed;
        if (const auto draft = m_batch.draft(row, m_context.clock.now()))
            drafts.push_back(*draft);
        else
            emptied.push_back(row.id);
    }
    if (drafts.empty() && emptied.empty())
        return;
    m_jobs.run<Done>(
        m_context.desk.lanes().store,
        [&kept = m_context.desk.formDrafts(), drafts, emptied](std::stop_token) {
            Done done;
            for (const desk::FormDraft& draft : drafts)
                done = done ? kept.save(draft) : done;
            for (const QUuid& id : emptied)
                done = done ? kept.remove(id) : done;
            return done;
        },
        [this](const Done& done) {
            if (!done)
                m_bar->showError(done.error());
        });
}

void BatchPage::forgetFiles()
{
    std::vector<QUuid> ids;
    for (const desk::BatchRow& row : m_batch.rows())
        if (row.file && !row.isDone())
            ids.push_back(row.id);
    m_jobs.run<Done>(
        m_context.desk.lanes().store,
        [&kept = m_context.desk.formDrafts(), ids](std::stop_token) {
            Done done;
            for (const QUuid& id : ids)
                done = done ? kept.remove(id) : done;
            return done;
        },
        [](const Done&) {});
}

std::optional<desk::RegistrationForm> BatchPage::typedInFirst() const
{
    const auto organisation = m_context.desk.directory().organisation();
    const auto& rows = m_batch.rows();
    const auto first = std::ranges::find_if(rows, [](const desk::BatchRow& row) { return !row.isDone(); });
    if (first == rows.end() || first->typed.empty() || !organisation)
        return std::nullopt;
    return m_batch.form(*first, *organisation);
}

} // namespace diakinisi::ui
