#include "ui/register/files_panel.h"

#include "ui/document/document_pages.h"
#include "ui/parts/busy_line.h"
#include "ui/parts/empty_state.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/page_view.h"
#include "ui/parts/translated.h"
#include "ui/register/signature_note.h"
#include "ui/scan/page_strip.h"
#include "ui/scan/pile_work.h"
#include "ui/scan/scan_bar.h"
#include "ui/texts/format.h"

#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

// What comes onto the form, and how, is in files_panel_taking.cpp.
namespace diakinisi::ui {

FilesPanel::FilesPanel(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_work(new PileWork(context, this)),
      m_scanBar(new ScanBar(context, *m_work, this)),
      m_list(new QListWidget(this)),
      m_busy(new BusyLine(this)),
      m_bar(new MessageBar(this)),
      m_signatures(new SignatureNote(context, this)),
      m_strip(new PageStrip(*m_work, this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_pages(new DocumentPages(context, this))
{
    setAcceptDrops(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_pages);
    auto* pages = new QHBoxLayout;
    pages->setSpacing(0);
    pages->addWidget(m_strip);
    pages->addWidget(m_stack, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap(this));
    column->addWidget(makeTools());
    column->addWidget(m_scanBar->options());
    for (QWidget* part : std::initializer_list<QWidget*>{m_list, m_busy, m_bar, m_signatures})
        column->addWidget(part);
    column->addLayout(pages, 1);
    connectParts();
    translated(this, [this] { retranslate(); });
    rebuild();
    showStrip();
}

QWidget* FilesPanel::makeTools()
{
    auto* tools = new QWidget(this);
    m_choose = new QPushButton(icon(QStringLiteral("attach")), QString(), tools);
    m_remove = new QPushButton(icon(QStringLiteral("remove")), QString(), tools);
    auto* row = new QHBoxLayout(tools);
    const int wide = gap(this) * 2;
    row->setContentsMargins(wide, wide, wide, 0);
    row->setSpacing(gap(this));
    row->addWidget(m_scanBar, 1);
    row->addWidget(m_choose, 0, Qt::AlignTop);
    row->addWidget(m_remove, 0, Qt::AlignTop);
    return tools;
}

void FilesPanel::connectParts()
{
    connect(m_choose, &QPushButton::clicked, this, &FilesPanel::choose);
    connect(m_remove, &QPushButton::clicked, this, &FilesPanel::removeCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, &FilesPanel::showCurrent);
    connect(&m_pages->view(), &PageView::opened, this, &FilesPanel::changed); // how many pages is known only now
    connect(m_scanBar, &ScanBar::failed, this, &FilesPanel::trouble);
    connect(m_strip, &PageStrip::scanWanted, this, &FilesPanel::scan);
    connect(m_strip, &PageStrip::pageChosen, this, [this](int page) { m_pages->view().goToPage(page); });
    connect(m_work, &PileWork::failed, this, &FilesPanel::trouble);
    connect(m_work, &PileWork::assembled, this, [this](const auto& file) { assembled(file, false); });
    connect(m_work, &PileWork::renewed, this, [this](const auto& file) { assembled(file, true); });
    connect(m_work, &PileWork::turned, this, [this](int pages) {
        m_bar->showRemark([pages] {
            return tr("%n page(s) lay turned and stand upright now; Ctrl+Z among the pages turns back.", nullptr,
                      pages);
        });
    });
    connect(m_work, &PileWork::emptied, this, &FilesPanel::dropScanned);
    connect(m_work, &PileWork::documentsCame, this, &FilesPanel::import);
    connect(m_work, &PileWork::wasRead, this, &FilesPanel::wasRead);
    connect(m_work, &PileWork::filesCame, this, &FilesPanel::filesCame);
    connect(m_work, &PileWork::tookIn, this, &FilesPanel::tookIn);
    connect(m_work, &PileWork::settled, this, &FilesPanel::tellSettled);
    connect(m_work, &PileWork::changed, this, [this] {
        showStrip();
        if (!m_work->isSettled() && !std::exchange(m_scanBusy, true)) {
            if (m_pending == 0)
                m_allGood = true;
            m_busy->begin();
        }
        Q_EMIT changed();
    });
}

void FilesPanel::begin()
{
    if (m_pending++ == 0 && !m_scanBusy)
        m_allGood = true;
    m_bar->clear();
    m_busy->begin();
}

void FilesPanel::end(bool good)
{
    m_allGood = m_allGood && good;
    --m_pending;
    Q_EMIT changed();
    tellSettled();
}

void FilesPanel::trouble(const Error& error)
{
    m_allGood = false;
    m_bar->showError(error);
}

bool FilesPanel::busy() const
{
    return m_pending > 0 || !m_work->isSettled();
}

void FilesPanel::tellSettled()
{
    if (busy())
        return;
    m_scanBusy = false;
    m_busy->end();
    Q_EMIT changed();
    Q_EMIT settled(std::exchange(m_allGood, true));
}

void FilesPanel::scan()
{
    m_bar->clear();
    m_scanBar->scan();
}

void FilesPanel::showScanOptions(bool shown)
{
    m_scanBar->showOptions(shown);
}

QUuid FilesPanel::pile() const
{
    return m_work->pile();
}

std::vector<desk::FormFile>::iterator FilesPanel::scanned()
{
    return std::ranges::find(m_files, m_work->pile().toString(QUuid::WithoutBraces), &desk::FormFile::pile);
}

void FilesPanel::assembled(const domain::FileRef& file, bool samePages)
{
    const auto known = scanned();
    if (known != m_files.end() && samePages) {
        known->file = file; // the reader keeps the one that he looks at
        return;
    }
    const QString mark = QString::fromLatin1(m_work->mark().cells.toBase64());
    if (known != m_files.end()) {
        known->file = file;
        known->mark = mark;
    } else {
        m_files.push_back({file,
                           m_files.empty() ? domain::ItemRole::Main : domain::ItemRole::Attachment,
                           {},
                           m_work->pile().toString(QUuid::WithoutBraces),
                           mark});
    }
    rebuild();
}

void FilesPanel::dropScanned()
{
    const auto known = scanned();
    if (known == m_files.end())
        return;
    m_files.erase(known);
    if (!m_files.empty())
        m_files.front().role = domain::ItemRole::Main;
    rebuild();
}

void FilesPanel::setFiles(std::vector<desk::FormFile> files)
{
    m_files = std::move(files);
    rebuild();
}

void FilesPanel::takePile(const desk::ScanPile& pile)
{
    m_work->take(pile);
}

void FilesPanel::finishPile()
{
    m_files.clear(); // its pages stay in sight until the next come
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_list->hide();
    m_remove->setEnabled(false);
    m_work->finishDocument();
}

void FilesPanel::release(const Sha256& digest)
{
    std::erase_if(m_files, [&](const desk::FormFile& each) { return each.file.digest == digest; });
    if (!m_files.empty())
        m_files.front().role = domain::ItemRole::Main;
    rebuild();
}

void FilesPanel::clear()
{
    m_readings.clear();
    m_work->clear();
    m_bar->clear();
    m_scanBusy = false;
    m_busy->end();
    m_pages->view().setSpots({});
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
    if (m_files.begin() + row == scanned())
        m_work->clear();
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
    if (row < 0)
        m_pages->clear();
    else
        m_pages->showNext(m_files[static_cast<std::size_t>(row)].file);
}

void FilesPanel::showStrip()
{
    m_strip->setVisible(!m_work->pages().isEmpty());
}

void FilesPanel::rebuild()
{
    const QSignalBlocker quiet(m_list);
    const int kept = m_list->currentRow();
    m_list->clear();
    for (const desk::FormFile& form : m_files) {
        const QString role = form.role == domain::ItemRole::Main ? tr("Main document") : tr("Attachment");
        const QString name = form.file.name.isEmpty() || !form.pile.isEmpty() ? tr("scanned pages") : form.file.name;
        m_list->addItem(QStringLiteral("%1: %2 (%3)").arg(role, name, fileSize(form.file.size)));
    }
    m_list->setVisible(m_files.size() > 1);
    m_list->setFixedHeight(qMin<int>(4, m_list->count()) * lines(this, 1.3) + 2 * m_list->frameWidth());
    m_list->setCurrentRow(kept < 0 && !m_files.empty() ? 0 : qMin(kept, m_list->count() - 1));
    showCurrent();
}

void FilesPanel::retranslate()
{
    const auto name = [](QPushButton* button, const QString& text, const QString& hint) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(hint);
    };
    name(m_choose, tr("Choose file"), tr("PDF, e-mail or images; or drop them here, or paste (Ctrl+O)"));
    name(m_remove, tr("Remove"), tr("Take this file off the form"));
    m_list->setAccessibleName(tr("Files of the form"));
    m_empty->say(QStringLiteral("scan"), tr("Drop the letter here"),
                 tr("or choose a file, or scan its pages. The number can also be given first."));
    rebuild();
}

} // namespace diakinisi::ui
