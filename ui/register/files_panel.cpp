#include "ui/register/files_panel.h"

#include "desk/desk_files.h"
#include "ui/document/document_pages.h"
#include "ui/parts/busy_line.h"
#include "ui/parts/empty_state.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/page_view.h"
#include "ui/parts/preferences.h"
#include "ui/parts/translated.h"
#include "ui/register/signature_note.h"
#include "ui/texts/format.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace diakinisi::ui {

FilesPanel::FilesPanel(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_list(new QListWidget(this)),
      m_busy(new BusyLine(this)),
      m_bar(new MessageBar(this)),
      m_signatures(new SignatureNote(context, this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_pages(new DocumentPages(context, this))
{
    setAcceptDrops(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_pages);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap(this));
    column->addWidget(makeTools());
    column->addWidget(m_list);
    column->addWidget(m_busy);
    column->addWidget(m_bar);
    column->addWidget(m_signatures);
    column->addWidget(m_stack, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &FilesPanel::showCurrent);
    connect(&m_pages->view(), &PageView::opened, this, &FilesPanel::changed); // how many pages is known only now
    translated(this, [this] { retranslate(); });
    rebuild();
    findScanners();
}

QWidget* FilesPanel::makeTools()
{
    auto* tools = new QWidget(this);
    m_choose = new QPushButton(icon(QStringLiteral("attach")), QString(), tools);
    m_scan = new QPushButton(icon(QStringLiteral("scan")), QString(), tools);
    m_scanners = new QComboBox(tools);
    m_scanners->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scanners->setMinimumContentsLength(12);
    m_scanners->hide(); // until there is a choice
    m_remove = new QPushButton(icon(QStringLiteral("remove")), QString(), tools);
    auto* row = new QHBoxLayout(tools);
    const int wide = gap(this) * 2;
    row->setContentsMargins(wide, wide, wide, 0);
    row->setSpacing(gap(this));
    row->addWidget(m_choose);
    row->addWidget(m_scan);
    row->addWidget(m_scanners);
    row->addStretch(1);
    row->addWidget(m_remove);
    connect(m_choose, &QPushButton::clicked, this, &FilesPanel::choose);
    connect(m_scan, &QPushButton::clicked, this, &FilesPanel::scan);
    connect(m_remove, &QPushButton::clicked, this, &FilesPanel::removeCurrent);
    connect(m_scanners, &QComboBox::activated, this,
            [this] { m_context.preferences.setScanner(m_scanners->currentData().toString()); });
    return tools;
}

void FilesPanel::findScanners()
{
    m_looking.start(
        m_context.desk.lanes().scanner,
        [&scanning = m_context.desk.scanning()](std::stop_token stop) { return scanning.scanners(stop); },
        [this](const Result<std::vector<desk::ScannerChoice>>& scanners) {
            m_scanners->clear();
            if (scanners)
                for (const desk::ScannerChoice& scanner : *scanners)
                    m_scanners->addItem(scanner.name, scanner.id);
            m_scanners->setCurrentIndex(qMax(0, m_scanners->findData(m_context.preferences.scanner())));
            m_scanners->setVisible(m_scanners->count() > 1);
            if (std::exchange(m_scanWhenFound, false))
                scan();
        });
}

void FilesPanel::begin()
{
    if (m_pending++ == 0)
        m_allGood = true;
    m_bar->clear();
    m_busy->begin();
}

void FilesPanel::end(bool good)
{
    m_allGood = m_allGood && good;
    const bool last = --m_pending == 0;
    if (last)
        m_busy->end();
    Q_EMIT changed();
    if (last)
        Q_EMIT settled(m_allGood);
}

void FilesPanel::choose()
{
    auto* dialog = new QFileDialog(this, tr("Choose files"), {},
                                   tr("Documents and images (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &FilesPanel::add);
    dialog->open();
}

void FilesPanel::add(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    begin();
    m_jobs.run<Result<domain::FileRef>>(
        m_context.desk.lanes().images,
        [&files = m_context.desk.files(), paths](std::stop_token stop) { return files.import(paths, stop); },
        [this](const Result<domain::FileRef>& file) {
            if (!file) {
                m_bar->showError(file.error());
            } else if (std::none_of(m_files.begin(), m_files.end(),
                                    [&](const auto& known) { return known.file.digest == file->digest; })) {
                const auto role = m_files.empty() ? domain::ItemRole::Main : domain::ItemRole::Attachment;
                m_files.push_back({*file, role, file->name});
                rebuild();
            }
            end(file.has_value());
        });
}

void FilesPanel::scan()
{
    if (m_scanning.running())
        return;
    if (m_looking.running()) {
        m_scanWhenFound = true;
        return;
    }
    if (m_scanners->count() == 0) {
        m_bar->showError({ErrorCode::ScannerMissing, {}, {}});
        findScanners();
        return;
    }
    if (m_pile.isNull())
        m_pile = QUuid::createUuid();
    begin();
    m_scanning.start(
        m_context.desk.lanes().scanner,
        [&scanning = m_context.desk.scanning(), scanner = m_scanners->currentData().toString(),
         pile = m_pile](std::stop_token stop) { return scanning.scan(scanner, pile, stop); },
        [this](const Result<desk::ScannedPage>& page) {
            if (page) {
                m_scannedPages.push_back(*page);
                assemble();
            } else {
                m_bar->showError(page.error());
            }
            end(page.has_value());
        });
}

/// Each page is shown as soon as it has come: the pile so far as one PDF.
void FilesPanel::assemble()
{
    begin();
    m_assembling.start(
        m_context.desk.lanes().images,
        [&scanning = m_context.desk.scanning(), pile = m_pile, pages = m_scannedPages](std::stop_token stop) {
            return scanning.assemble(pile, pages, stop);
        },
        [this](const Result<domain::FileRef>& file) {
            if (file)
                assembled(*file);
            else
                m_bar->showError(file.error());
            end(file.has_value());
        });
}

void FilesPanel::assembled(const domain::FileRef& file)
{
    const auto known =
        std::find_if(m_files.begin(), m_files.end(), [&](const auto& form) { return form.file.digest == m_scanFile; });
    if (known != m_files.end())
        known->file = file;
    else
        m_files.push_back({file,
                           m_files.empty() ? domain::ItemRole::Main : domain::ItemRole::Attachment,
                           {},
                           m_pile.toString(QUuid::WithoutBraces)});
    m_scanFile = file.digest;
    rebuild();
}

std::vector<desk::FormFile> FilesPanel::files() const
{
    return m_files;
}

void FilesPanel::setFiles(std::vector<desk::FormFile> files)
{
    m_files = std::move(files);
    m_scanFile.reset();
    rebuild();
}

void FilesPanel::takePile(const desk::ScanPile& pile)
{
    const QString name = pile.id.toString(QUuid::WithoutBraces);
    const auto made = std::ranges::find(m_files, name, &desk::FormFile::pile);
    m_scanFile = made == m_files.end() ? std::nullopt : std::optional(made->file.digest);
    m_pile = pile.id;
    m_scannedPages = pile.pages;
    assemble();
}

void FilesPanel::finishPile()
{
    if (m_pile.isNull())
        return;
    m_jobs.run<Done>(
        m_context.desk.lanes().store,
        [&scanning = m_context.desk.scanning(), pile = m_pile](std::stop_token) { return scanning.finish(pile); },
        [](const Done&) {});
    m_pile = QUuid();
    m_scannedPages.clear();
}

void FilesPanel::clear()
{
    m_pile = QUuid();
    m_scannedPages.clear();
    m_bar->clear();
    setFiles({});
}

int FilesPanel::pageCount() const
{
    return m_pages->view().pageCount();
}

void FilesPanel::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    if (m_files[static_cast<std::size_t>(row)].file.digest == m_scanFile) {
        m_scanFile.reset();
        m_scannedPages.clear();
        m_pile = QUuid();
    }
    m_files.erase(m_files.begin() + row);
    if (!m_files.empty())
        m_files.front().role = domain::ItemRole::Main;
    rebuild();
    Q_EMIT changed();
}

void FilesPanel::showCurrent()
{
    const int row = m_list->currentRow();
    m_remove->setEnabled(row >= 0);
    m_stack->setCurrentWidget(row < 0 ? static_cast<QWidget*>(m_empty) : m_pages);
    m_signatures->show(row >= 0 ? std::optional(m_files[static_cast<std::size_t>(row)].file) : std::nullopt);
    if (row >= 0)
        m_pages->showFile(m_files[static_cast<std::size_t>(row)].file);
    else
        m_pages->clear();
}

void FilesPanel::rebuild()
{
    const QSignalBlocker quiet(m_list);
    const int kept = m_list->currentRow();
    m_list->clear();
    for (const desk::FormFile& form : m_files) {
        const QString role = form.role == domain::ItemRole::Main ? tr("Main document") : tr("Attachment");
        const QString name = form.file.name.isEmpty() ? tr("scanned pages") : form.file.name;
        m_list->addItem(QStringLiteral("%1: %2 (%3)").arg(role, name, fileSize(form.file.size)));
    }
    m_list->setVisible(m_files.size() > 1);
    m_list->setFixedHeight(qMin<int>(4, m_list->count()) * lines(this, 1.3) + 2 * m_list->frameWidth());
    m_list->setCurrentRow(kept < 0 && !m_files.empty() ? 0 : qMin(kept, m_list->count() - 1));
    showCurrent();
}

void FilesPanel::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void FilesPanel::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    add(paths);
    event->acceptProposedAction();
}

void FilesPanel::retranslate()
{
    const auto name = [](QPushButton* button, const QString& text, const QString& hint) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(hint);
    };
    name(m_choose, tr("Choose file"), tr("PDF or images; or drop them here (Ctrl+O)"));
    name(m_scan, tr("Scan page"), tr("Scan a page from the flatbed (Ctrl+L)"));
    name(m_remove, tr("Remove"), tr("Take this file off the form"));
    m_scanners->setAccessibleName(tr("Scanner"));
    m_list->setAccessibleName(tr("Files of the form"));
    m_empty->say(QStringLiteral("scan"), tr("Drop the letter here"),
                 tr("or choose a file, or scan its pages. The number can also be given first."));
    rebuild();
}

} // namespace diakinisi::ui
