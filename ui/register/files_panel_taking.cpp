#include "ui/register/files_panel.h"

#include "desk/desk_files.h"
#include "ui/parts/busy_line.h"
#include "ui/parts/message_bar.h"
#include "ui/scan/pile_work.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>

// How files come onto the form: chosen, dropped, pasted.
namespace diakinisi::ui {

void FilesPanel::choose()
{
    auto* dialog = new QFileDialog(
        this, tr("Choose files"), {},
        tr("Documents, e-mail and images (*.pdf *.eml *.jpg *.jpeg *.png *.tif *.tiff);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &FilesPanel::add);
    dialog->open();
}

void FilesPanel::add(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    m_bar->clear();
    m_scanBusy = true;
    m_allGood = true;
    m_busy->begin();
    m_work->add(paths);
}

void FilesPanel::import(const QStringList& paths)
{
    begin();
    using Files = Result<std::vector<domain::FileRef>>;
    m_jobs.run<Files>(
        m_context.desk.lanes().images,
        [&files = m_context.desk.files(), paths](std::stop_token stop) { return files.importAll(paths, stop); },
        [this, paths](const Files& files) {
            if (files)
                imported(*files, paths);
            else
                trouble(files.error());
            end(files.has_value());
            if (files)
                Q_EMIT tookIn(paths);
        });
}

void FilesPanel::imported(const std::vector<domain::FileRef>& files, const QStringList& paths)
{
    for (std::size_t i = 0; i < files.size(); ++i) {
        const domain::FileRef& file = files[i];
        if (std::ranges::any_of(m_files, [&](const auto& known) { return known.file.digest == file.digest; }))
            continue;
        const auto role = m_files.empty() ? domain::ItemRole::Main : domain::ItemRole::Attachment;
        m_files.push_back({file, role, file.name});
        if (files.size() == static_cast<std::size_t>(paths.size()))
            read(file.digest, paths[static_cast<qsizetype>(i)]);
    }
    rebuild();
}

/// What the file says of itself, in the background: nothing waits for it.
void FilesPanel::read(const Sha256& file, const QString& path)
{
    m_jobs.run<Result<recognition::LetterReading>>(
        m_context.desk.lanes().reading,
        [&files = m_context.desk.files(), path](std::stop_token stop) { return files.read(path, stop); },
        [this, file](const Result<recognition::LetterReading>& reading) {
            const bool there =
                std::ranges::any_of(m_files, [&](const auto& known) { return known.file.digest == file; });
            if (!reading && reading.error().code == ErrorCode::RecognitionDataMissing)
                m_bar->showError(reading.error());
            if (!reading || !there)
                return; // the form is another one by now, or the file was taken off
            m_readings[file] = *reading;
            if (m_files.front().file.digest == file)
                Q_EMIT wasRead(*reading);
            Q_EMIT fileRead(file, *reading);
        });
}

bool FilesPanel::paste()
{
    const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
    if (!mime || (!mime->hasImage() && !mime->hasUrls()))
        return false;
    take(*mime);
    return true;
}

void FilesPanel::take(const QMimeData& mime)
{
    QStringList paths;
    for (const QUrl& url : mime.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (!paths.isEmpty())
        add(paths);
    else if (mime.hasImage())
        m_work->paste(mime.imageData().value<QImage>());
}

void FilesPanel::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void FilesPanel::dropEvent(QDropEvent* event)
{
    take(*event->mimeData());
    event->acceptProposedAction();
}

} // namespace diakinisi::ui
