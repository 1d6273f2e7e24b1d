#include "ui/register/batch_run.h"

#include "desk/directory.h"
#include "ui/register/files_panel.h"
#include "ui/scan/pile_work.h"

namespace diakinisi::ui {

namespace {

/// The scan of a paper that has its number already.
desk::BatchTry addTo(desk::Registrar& registrar, const domain::DocumentId& document, desk::FormFile file)
{
    desk::BatchTry tried;
    file.role = domain::ItemRole::Attachment;
    if (const Done added = registrar.addFile(document, {}, file); added)
        tried.addedTo = document;
    else
        tried.problem = added.error();
    return tried;
}

} // namespace

BatchRun::BatchRun(const Context& context, desk::RegistrationBatch& batch, FilesPanel& files, QObject* parent)
    : QObject(parent),
      m_context(context),
      m_batch(batch),
      m_files(files)
{
}

void BatchRun::start(const std::vector<QUuid>& rows)
{
    if (m_running || rows.empty())
        return;
    m_waiting.assign(rows.begin(), rows.end());
    m_total = static_cast<int>(rows.size());
    m_done = 0;
    m_running = true;
    next();
}

void BatchRun::next()
{
    const desk::BatchRow* row = nullptr;
    while (!row && !m_waiting.empty()) {
        row = m_batch.row(m_waiting.front());
        m_waiting.pop_front();
    }
    if (!row) {
        m_running = false;
        Q_EMIT finished();
        return;
    }
    m_batch.begin(row->id);
    Q_EMIT progressed();
    if (row->pages.empty())
        act(row->id, row->file);
    else
        makeFile(*row);
}

void BatchRun::makeFile(const desk::BatchRow& row)
{
    const PileWork& work = m_files.work();
    const desk::PageLook* look = work.pages().look(row.pages.front());
    const QString mark = look ? QString::fromLatin1(look->mark.cells.toBase64()) : QString();
    const QString pile = work.pile().toString(QUuid::WithoutBraces);
    m_making.start(
        m_context.desk.lanes().images,
        [&scanning = m_context.desk.scanning(), pile = work.pile(), pages = row.pages](std::stop_token stop) {
            return scanning.assemble(pile, pages, stop);
        },
        [this, id = row.id, pile, mark](const Result<domain::FileRef>& file) {
            if (file)
                act(id, desk::FormFile{*file, domain::ItemRole::Main, {}, pile, mark});
            else
                ended(id, {{}, {}, file.error(), {}});
        });
}

void BatchRun::act(const QUuid& id, std::optional<desk::FormFile> file)
{
    const desk::BatchRow* row = m_batch.row(id);
    const auto organisation = m_context.desk.directory().organisation();
    desk::RegistrationForm form = m_batch.form(*row, *organisation);
    form.files = {*file};
    m_acting.start(
        m_context.desk.lanes().store,
        [&here = m_context.desk, id, form, belongsTo = row->belongsTo, evenIfTwin = row->twinSeen()](std::stop_token) {
            auto tried = belongsTo ? addTo(here.registrar(), belongsTo->first, form.files.front())
                                   : desk::registerRow(here.registrar(), form, evenIfTwin);
            if (tried.outcome || tried.addedTo)
                (void)here.formDrafts().remove(id); // what is left of it is taken away with its pile
            return tried;
        },
        [this, id](const desk::BatchTry& tried) { ended(id, tried); });
}

void BatchRun::ended(const QUuid& id, const desk::BatchTry& result)
{
    ++m_done;
    m_batch.end(id, result);
    if (const desk::BatchRow* row = m_batch.row(id); row && row->isDone()) {
        if (row->file)
            m_files.release(row->file->file.digest);
        else
            m_files.work().finish(std::vector(row->pages));
    }
    Q_EMIT progressed();
    next();
}

} // namespace diakinisi::ui
