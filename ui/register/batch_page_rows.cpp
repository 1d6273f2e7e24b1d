#include "ui/register/batch_page.h"

#include "desk/desk_files.h"
#include "desk/directory.h"
#include "desk/document_reader.h"
#include "ui/document/document_pages.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/page_view.h"
#include "ui/register/batch_common.h"
#include "ui/register/batch_grid.h"
#include "ui/register/batch_model.h"
#include "ui/register/files_panel.h"
#include "ui/scan/pile_work.h"

// What is found out about the rows in the background: what their letters say, whose label they bear, their pictures
// and pages. What is kept of them, and what becomes of them, is in batch_page_kept.cpp.
namespace diakinisi::ui {

namespace {

constexpr int pictureWidth = 200;

} // namespace

void BatchPage::wasRead(const QUuid& row, const recognition::LetterReading& reading)
{
    m_batch.read(row, reading);
    m_model->refresh();
    suggestFor(row);
    if (row == m_shown)
        showSpots(*m_batch.row(row));
}

void BatchPage::suggestFor(const QUuid& id)
{
    const desk::BatchRow* row = m_batch.row(id);
    const auto organisation = m_context.desk.directory().organisation();
    if (!row || row->isDone() || !organisation)
        return;
    const desk::RegistrationForm form = m_batch.form(*row, *organisation);
    if (form.particulars.parties.empty())
        return;
    const desk::SuggestionQuery query{form.particulars.parties.front().name, form.particulars.kind,
                                      form.particulars.subject};
    m_jobs.run<Result<desk::SuggestionSet>>(
        m_context.desk.lanes().read,
        [&suggestions = m_context.desk.suggestions(), query](std::stop_token) { return suggestions.suggest(query); },
        [this, id](const Result<desk::SuggestionSet>& found) {
            if (!found)
                return;
            m_batch.suggest(id, *found);
            m_model->refresh();
        });
}

void BatchPage::findLabels()
{
    for (const desk::BatchRow& row : m_batch.rows()) {
        const desk::PageLook* look = row.pages.empty() ? nullptr : m_files.work().pages().look(row.pages.front());
        if (!look || !look->label || !m_labelled.insert(row.id).second)
            continue;
        using Found = Result<std::pair<domain::DocumentId, QString>>;
        m_jobs.run<Found>(
            m_context.desk.lanes().read,
            [&here = m_context.desk, label = *look->label](std::stop_token) -> Found {
                const auto document = here.scanning().labelled(label);
                const auto view = document ? here.reader().read(*document) : fail(document.error());
                if (!view)
                    return fail(view.error());
                const auto& number = view->document.registration.number;
                return std::pair(*document, number ? display(*number) : QString());
            },
            [this, id = row.id](const Found& found) {
                if (!found)
                    return; // another office's label: a letter like others
                m_batch.belongs(id, found->first, found->second);
                m_model->refresh();
            });
    }
}

void BatchPage::edited(const QUuid& row)
{
    retranslate();
    m_common->show(m_batch);
    m_keepSoon.start();
    if (row.isNull())
        return;
    suggestFor(row);
    check(row);
}

/// What a try has found missing is looked at again as the clerk mends it; a likely twin stays told.
void BatchPage::check(const QUuid& id)
{
    const desk::BatchRow* row = m_batch.row(id);
    const auto organisation = m_context.desk.directory().organisation();
    if (!row || row->result.concerns.empty() || !organisation)
        return;
    using Concerns = std::vector<desk::RegistrationConcern>;
    m_jobs.run<Result<Concerns>>(
        m_context.desk.lanes().read,
        [&registrar = m_context.desk.registrar(), form = m_batch.form(*row, *organisation)](std::stop_token) {
            return registrar.check(form);
        },
        [this, id](const Result<Concerns>& concerns) {
            const desk::BatchRow* known = m_batch.row(id);
            if (!concerns || !known || known->underWay || known->isDone())
                return;
            desk::BatchTry result = known->result;
            std::erase_if(result.concerns, &desk::RegistrationConcern::blocks);
            std::ranges::copy_if(*concerns, std::back_inserter(result.concerns), &desk::RegistrationConcern::blocks);
            m_batch.end(id, result);
            m_model->refresh();
        });
}

void BatchPage::chosen(const QModelIndex& cell)
{
    const desk::BatchRow* row = m_model->rowAt(cell);
    if (!row)
        return;
    if (row->id != m_shown) {
        m_shown = row->id;
        showPages(*row);
    }
    if (const auto field = BatchModel::fieldOf(cell.column()))
        m_preview->view().showSpot(desk::fieldName(*field));
}

/// Of a pile's pages a file is made to be looked at; it is made once more when the row is registered.
void BatchPage::showPages(const desk::BatchRow& row)
{
    m_making.cancel();
    const auto known = m_seen.find(row.id);
    if (row.file || (known != m_seen.end() && (row.isDone() || known->second.first == row.pages))) {
        m_preview->showFile(row.file ? row.file->file : known->second.second);
        showSpots(row);
        return;
    }
    m_preview->clear();
    if (row.isDone())
        return;
    m_making.start(
        m_context.desk.lanes().images,
        [&scanning = m_context.desk.scanning(), pile = m_files.work().pile(), pages = row.pages](std::stop_token stop) {
            return scanning.assemble(pile, pages, stop);
        },
        [this, id = row.id, pages = row.pages](const Result<domain::FileRef>& file) {
            const desk::BatchRow* made = m_batch.row(id);
            if (!made || id != m_shown)
                return;
            if (!file) {
                m_bar->showError(file.error());
                return;
            }
            m_seen[id] = {pages, *file};
            m_preview->showFile(*file);
            showSpots(*made);
        });
}

void BatchPage::showSpots(const desk::BatchRow& row)
{
    std::vector<PageSpot> spots;
    for (const desk::BatchField field : desk::allBatchFields)
        if (const auto read = m_batch.cell(row, field).read; read && !read->box.isEmpty())
            spots.push_back({desk::fieldName(field), read->page, read->box, read->confidence >= recognition::sureFrom});
    m_preview->view().setSpots(std::move(spots));
}

QImage BatchPage::picture(const desk::BatchRow& row)
{
    QImage& image = m_pictures[row.id]; // kept: pages leave the table once they are registered
    if (image.isNull() && !row.file && !row.isDone())
        image = m_files.work().picture(row.pages.front());
    if (image.isNull() && row.file && row.file->file.mediaType != desk::mailType && m_picturing.insert(row.id).second)
        m_jobs.run<Result<QImage>>(
            m_context.desk.lanes().images,
            [&files = m_context.desk.files(), digest = row.file->file.digest](std::stop_token stop) {
                return files.page(digest, 0, pictureWidth, stop);
            },
            [this, id = row.id](const Result<QImage>& page) {
                if (!page)
                    return;
                m_pictures[id] = *page;
                m_model->refresh();
            });
    if (image.isNull())
        return image;
    QImage shown =
        image.scaled(m_grid->iconSize() * devicePixelRatioF(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    shown.setDevicePixelRatio(devicePixelRatioF());
    return shown;
}

} // namespace diakinisi::ui
