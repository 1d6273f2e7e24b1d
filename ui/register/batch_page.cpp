#include "ui/register/batch_page.h"

#include "ui/document/document_pages.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/page_view.h"
#include "ui/parts/primary_button.h"
#include "ui/parts/translated.h"
#include "ui/register/batch_common.h"
#include "ui/register/batch_grid.h"
#include "ui/register/batch_model.h"
#include "ui/register/batch_run.h"
#include "ui/register/files_panel.h"
#include "ui/scan/pile_work.h"

#include <QAccessible>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSplitter>

// What is found out about the rows in the background is in batch_page_rows.cpp.
namespace diakinisi::ui {

namespace {

constexpr int keepMs = 700;

} // namespace

BatchPage::BatchPage(const Context& context, FilesPanel& files, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_files(files),
      m_model(new BatchModel(
          context, m_batch, [this](const desk::BatchRow& row) { return picture(row); }, this)),
      m_run(new BatchRun(context, m_batch, files, this)),
      m_common(new BatchCommon(context, this)),
      m_grid(new BatchGrid(context, *m_model, this)),
      m_preview(new DocumentPages(context, this)),
      m_bar(new MessageBar(this)),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_heading(new QLabel(this))
{
    setAcceptDrops(true);
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(keepMs);
    arrange();
    connectParts();
    translated(this, [this] { retranslate(); });
}

BatchPage::~BatchPage() = default;

void BatchPage::arrange()
{
    scaleFont(m_heading, 1.25, true);
    m_go = new PrimaryButton(this);
    m_stop = new QPushButton(icon(QStringLiteral("close")), QString(), this);
    m_back = new QPushButton(icon(QStringLiteral("previous")), QString(), this);
    m_splitter->addWidget(m_grid);
    m_splitter->addWidget(m_preview);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    auto* top = new QHBoxLayout;
    margins(top, this, 2);
    top->setSpacing(gap(this) * 4);
    top->addWidget(m_heading);
    top->addWidget(m_common, 1);
    auto* buttons = new QHBoxLayout;
    margins(buttons, this, 2);
    buttons->setSpacing(gap(this) * 2);
    buttons->addWidget(m_go);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_bar);
    column->addWidget(m_splitter, 1);
    column->addLayout(buttons);
}

void BatchPage::connectParts()
{
    connect(m_go, &QPushButton::clicked, this, &BatchPage::act);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_run->stop(); });
    connect(m_back, &QPushButton::clicked, this, &BatchPage::left);
    connect(m_grid, &BatchGrid::opened, this, &BatchPage::opened);
    connect(m_grid, &BatchGrid::cellEntered, this, &BatchPage::chosen);
    connect(m_model, &BatchModel::edited, this, &BatchPage::edited);
    connect(m_common, &BatchCommon::changed, this, [this](desk::BatchField field, const desk::BatchValue& value) {
        m_batch.setCommon(field, value);
        m_model->refresh();
        retranslate();
    });
    connect(m_run, &BatchRun::progressed, this, [this] {
        m_model->refresh();
        retranslate();
        printLabels();
    });
    connect(m_run, &BatchRun::finished, this, &BatchPage::ended);
    connect(&m_keepSoon, &QTimer::timeout, this, &BatchPage::keep);
    PileWork& work = m_files.work();
    connect(&work, &PileWork::pictured, this, [this] { m_model->refresh(); });
    connect(&work, &PileWork::failed, m_bar, &MessageBar::showError);
    connect(&work, &PileWork::filesCame, this, [this] {
        if (m_open)
            m_files.work().splitDropped();
    });
    connect(&work, &PileWork::settled, this, [this] {
        if (std::exchange(m_whenSettled, false))
            act();
    });
    connect(&work, &PileWork::documentRead, this,
            [this](const std::vector<desk::ScannedPage>& pages, const recognition::LetterReading& reading) {
                for (const desk::BatchRow& row : std::vector(m_batch.rows()))
                    if (!row.pages.empty() && row.pages.front().isSameAs(pages.front()))
                        wasRead(row.id, reading);
            });
    connect(&m_files, &FilesPanel::fileRead, this, [this](const Sha256& file, const auto& reading) {
        for (const desk::BatchRow& row : std::vector(m_batch.rows()))
            if (row.file && row.file->file.digest == file)
                wasRead(row.id, reading);
    });
    connect(&m_context.desk, &desk::Desk::documentsChanged, this, &BatchPage::followNumbers);
}

void BatchPage::open(const desk::RegistrationForm& typed)
{
    m_batch = desk::RegistrationBatch();
    m_model->refresh();
    m_pictures.clear();
    m_seen.clear();
    m_picturing.clear();
    m_labelled.clear();
    m_printed.clear();
    m_kept.clear();
    m_shown = QUuid();
    m_bar->clear();
    m_open = true;
    m_files.work().hold(true);
    m_files.dropScanned();
    sync();
    if (!m_batch.rows().empty())
        m_batch.restore(std::vector{desk::FormDraft{m_batch.rows().front().id, {}, typed}});
    m_common->show(m_batch);
    m_common->focusCharge();
    m_files.work().readAll();
    for (const desk::BatchRow& row : std::vector(m_batch.rows()))
        if (const auto known = row.file ? m_files.readings().find(row.file->file.digest) : m_files.readings().end();
            known != m_files.readings().end())
            wasRead(row.id, known->second);
    restore();
    m_keepSoon.start();
}

void BatchPage::close()
{
    keepNow();
    m_run->stop();
    m_open = false;
    m_whenSettled = false;
    m_preview->clear();
    m_files.work().hold(false);
}

void BatchPage::sync()
{
    if (!m_open)
        return;
    const PileWork& work = m_files.work();
    m_batch.setDocuments(work.pile(), work.pages().documents());
    std::vector<desk::FormFile> files = m_files.files();
    std::erase_if(files, [](const desk::FormFile& each) { return !each.pile.isEmpty(); });
    m_batch.setFiles(files);
    findLabels();
    m_model->refresh();
    if (!m_grid->currentIndex().isValid())
        m_grid->setCurrentIndex(m_model->index(0, BatchModel::Subject));
    retranslate();
}

void BatchPage::act()
{
    m_grid->commit();
    m_grid->setFocus(); // what all have in common is taken in
    if (m_run->running())
        return;
    const std::vector<QUuid> rows = m_batch.open();
    if (rows.empty()) {
        Q_EMIT left();
        return;
    }
    if (!m_files.work().isSettled()) {
        m_whenSettled = true;
        m_bar->showRemark([] { return tr("Pages still come; then it goes on by itself."); });
        return;
    }
    m_bar->clear();
    m_run->start(rows);
    retranslate();
}

void BatchPage::ended()
{
    m_model->refresh();
    retranslate();
    const auto& rows = m_batch.rows();
    const auto gap = std::ranges::find_if(rows, [](const desk::BatchRow& row) { return row.chosen && !row.isDone(); });
    if (gap != rows.end())
        m_grid->setCurrentIndex(m_model->indexOf(gap->id, BatchModel::Subject));
    else
        m_go->setFocus();
    QAccessibleEvent alert(m_heading, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void BatchPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void BatchPage::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    m_files.add(paths);
    event->acceptProposedAction();
}

QString BatchPage::heading() const
{
    const auto& rows = m_batch.rows();
    const auto done = static_cast<int>(std::ranges::count_if(rows, &desk::BatchRow::isDone));
    const int left = static_cast<int>(rows.size()) - done;
    if (m_run->running())
        return tr("%1 of %2").arg(m_run->done()).arg(m_run->total());
    if (done == 0)
        return tr("%n document(s)", nullptr, left);
    return left == 0 ? tr("%n registered", nullptr, done)
                     : tr("%n registered", nullptr, done) + QStringLiteral(" · ") + tr("%n left", nullptr, left);
}

void BatchPage::retranslate()
{
    const auto name = [](QPushButton* button, const QString& text, const QString& hint) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(hint);
    };
    const int open = m_run->running() ? m_run->total() : static_cast<int>(m_batch.open().size());
    m_heading->setText(heading());
    if (open > 0)
        name(m_go, tr("Register all (%1)").arg(open), tr("Number and charge for each of them in one act (Ctrl+Enter)"));
    else
        name(m_go, tr("Next"), tr("Back to the form (Ctrl+Enter)"));
    name(m_stop, tr("Stop"), tr("Stop after this one; the others stay as they are"));
    name(m_back, tr("One by one"), tr("Back to the form, with what is not registered"));
    m_go->setEnabled(!m_run->running());
    m_back->setEnabled(!m_run->running());
    m_stop->setVisible(m_run->running());
}

} // namespace diakinisi::ui
