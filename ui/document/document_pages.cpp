#include "ui/document/document_pages.h"

#include "ui/parts/empty_state.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/page_cache.h"
#include "ui/parts/page_view.h"
#include "ui/parts/translated.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

namespace diakinisi::ui {

DocumentPages::DocumentPages(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_view(new PageView(context, this)),
      m_empty(new EmptyState(this)),
      m_stack(new QStackedWidget(this)),
      m_bar(new MessageBar(this)),
      m_items(new QComboBox(this))
{
    m_items->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_items->setMinimumContentsLength(10);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    connect(m_items, &QComboBox::activated, this, &DocumentPages::openEntry);
    connect(m_view, &PageView::opened, this, [this] { m_stack->setCurrentWidget(m_view); });
    connect(m_view, &PageView::failed, this, [this](const Error& error) { m_bar->showError(error); });
    connect(m_view, &PageView::moved, this, &DocumentPages::showPosition);
    connect(m_view, &PageView::findsChanged, this, &DocumentPages::showPosition);
    connect(&m_context.desk, &desk::Desk::fileArrived, this, [this](const Sha256& file) {
        if (file == m_awaited)
            open(file);
    });
    connect(&m_context.desk, &desk::Desk::fileRefused, this, [this](const Sha256& file, const Error& reason) {
        if (file == m_awaited)
            m_bar->showError(reason);
    });
    translated(this, [this] { retranslate(); });
}

QToolButton* DocumentPages::tool(const QString& iconName, QHBoxLayout* row)
{
    auto* button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    row->addWidget(button);
    return button;
}

QWidget* DocumentPages::makeTools()
{
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    const int wide = gap(this);
    row->setContentsMargins(wide, wide / 2, wide, wide / 2);
    row->setSpacing(wide / 2);
    row->addWidget(m_items, 1);
    makeZoom(row);
    makeFind(row);
    m_save = tool(QStringLiteral("down"), row);
    connect(m_save, &QToolButton::clicked, this, &DocumentPages::saveCopy);
    return tools;
}

void DocumentPages::makeZoom(QHBoxLayout* row)
{
    m_position = new QLabel(this);
    m_position->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_position);
    m_out = tool(QStringLiteral("zoom-out"), row);
    m_in = tool(QStringLiteral("zoom-in"), row);
    m_fit = tool(QStringLiteral("fit"), row);
    connect(m_out, &QToolButton::clicked, this, [this] { m_view->zoomBy(1 / 1.2); });
    connect(m_in, &QToolButton::clicked, this, [this] { m_view->zoomBy(1.2); });
    connect(m_fit, &QToolButton::clicked, this, [this] {
        m_view->setFit(m_view->fit() == PageView::Fit::Width ? PageView::Fit::Page : PageView::Fit::Width);
    });
}

void DocumentPages::makeFind(QHBoxLayout* row)
{
    m_search = tool(QStringLiteral("search"), row);
    m_find = new QLineEdit(this);
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(characters(this, 22));
    m_find->hide();
    row->addWidget(m_find);
    connect(m_search, &QToolButton::clicked, this, &DocumentPages::startFind);
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString& text) { m_view->find(text); });
    connect(m_find, &QLineEdit::returnPressed, this, [this] { m_view->nextFind(1); });
    auto* close = new QShortcut(QKeySequence(Qt::Key_Escape), m_find);
    close->setContext(Qt::WidgetShortcut);
    connect(close, &QShortcut::activated, this, [this] {
        m_find->clear();
        m_find->hide();
        m_view->setFocus();
    });
}

void DocumentPages::startFind()
{
    m_find->show();
    m_find->setFocus();
    m_find->selectAll();
}

void DocumentPages::show(const domain::Document& document)
{
    std::vector<Entry> entries;
    for (const domain::Item& item : document.items)
        entries.push_back({item.newest().newest().file, item.title, item.role == domain::ItemRole::Main});
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.main > b.main; });
    setEntries(std::move(entries));
}

void DocumentPages::showFile(const domain::FileRef& file)
{
    setEntries({{file, file.name, true}});
}

void DocumentPages::showNext(const domain::FileRef& file)
{
    m_view->keepPlace();
    showFile(file);
}

void DocumentPages::clear()
{
    setEntries({});
    m_empty->say({}, {}, {}); // no document, so nothing is missing
}

void DocumentPages::setEntries(std::vector<Entry> entries)
{
    const bool same = entries.size() == m_entries.size() &&
                      std::equal(entries.begin(), entries.end(), m_entries.begin(),
                                 [](const Entry& a, const Entry& b) { return a.file.digest == b.file.digest; });
    m_entries = std::move(entries);
    fillCombo();
    if (same && m_current)
        return; // the reader keeps the page that he is on
    m_bar->clear();
    m_awaited.reset();
    m_current.reset();
    m_view->close();
    retranslate();
    m_stack->setCurrentWidget(m_entries.empty() ? static_cast<QWidget*>(m_empty) : m_view);
    if (!m_entries.empty())
        openEntry(0);
    showPosition();
}

void DocumentPages::fillCombo()
{
    const int kept = m_items->currentIndex();
    m_items->clear();
    int attachment = 0;
    for (const Entry& entry : m_entries) {
        const QString role = entry.main ? tr("Main document") : tr("Attachment %1").arg(++attachment);
        m_items->addItem(entry.title.isEmpty() ? role : QStringLiteral("%1: %2").arg(role, entry.title));
    }
    m_items->setCurrentIndex(qBound(0, kept, m_items->count() - 1));
    m_items->setVisible(!m_entries.empty());
}

void DocumentPages::openEntry(int index)
{
    if (index < 0 || index >= static_cast<int>(m_entries.size()))
        return;
    const Sha256 file = m_entries[static_cast<std::size_t>(index)].file.digest;
    m_items->setCurrentIndex(index);
    m_current = file;
    m_awaited.reset();
    m_bar->clear();
    m_state.start(
        m_context.desk.lanes().read,
        [&files = m_context.desk.files(), file](std::stop_token) { return files.state(file); },
        [this, file](const Result<desk::FileState>& state) {
            if (!state)
                m_bar->showError(state.error());
            else if (*state == desk::FileState::Here)
                open(file);
            else
                waitFor(file, *state);
        });
}

bool DocumentPages::isMessage() const
{
    return m_current && std::ranges::any_of(m_entries, [this](const Entry& each) {
               return each.file.digest == *m_current && each.file.mediaType == desk::mailType;
           });
}

void DocumentPages::open(const Sha256& file)
{
    m_awaited.reset();
    m_bar->clear();
    if (isMessage()) {
        m_view->close();
        m_stack->setCurrentWidget(m_empty);
        retranslate();
    } else {
        m_view->open(file);
    }
    m_seen.start(
        m_context.desk.lanes().store,
        [&files = m_context.desk.files(), file](std::stop_token) { return files.markSeen(file); }, [](const Done&) {});
}

void DocumentPages::waitFor(const Sha256& file, desk::FileState state)
{
    m_awaited = file;
    m_stack->setCurrentWidget(m_empty);
    retranslate();
    if (state == desk::FileState::Missing) {
        m_bar->showError({ErrorCode::NotFound, {}, QStringLiteral("file missing at desk and server")});
        return;
    }
    m_seen.start(
        m_context.desk.lanes().store,
        [&files = m_context.desk.files(), file](std::stop_token) { return files.want(file); },
        [this](const Done& wanted) {
            if (!wanted)
                m_bar->showError(wanted.error());
        });
}

void DocumentPages::saveCopy()
{
    const int index = m_items->currentIndex();
    if (index < 0 || !m_current)
        return;
    auto* dialog = new QFileDialog(this, tr("Save a copy"), {}, tr("PDF documents (*.pdf);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(m_entries[static_cast<std::size_t>(index)].file.name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, file = *m_current](const QString& path) {
        m_export.start(
            m_context.desk.lanes().read,
            [&files = m_context.desk.files(), file, path](std::stop_token) { return files.exportTo(file, path); },
            [this, path](const Done& done) {
                if (!done)
                    m_bar->showError(done.error());
                else
                    m_bar->showRemark([path] { return tr("Saved: %1").arg(path); });
            });
    });
    dialog->open();
}

void DocumentPages::showPosition()
{
    const bool open = m_view->isOpen();
    QString text = open ? tr("page %1 of %2").arg(m_view->currentPage() + 1).arg(m_view->pageCount()) : QString();
    if (m_find->isVisible() && !m_find->text().isEmpty())
        text = m_view->findCount() == 0 ? tr("not found")
                                        : tr("%1 of %2 found").arg(m_view->currentFind() + 1).arg(m_view->findCount());
    m_position->setText(text);
    for (QToolButton* button : {m_in, m_out, m_fit, m_save, m_search})
        button->setEnabled(open);
    m_save->setEnabled(open || isMessage());
}

void DocumentPages::retranslate()
{
    const auto name = [](QWidget* widget, const QString& text) {
        widget->setToolTip(text);
        widget->setAccessibleName(text);
    };
    name(m_items, tr("Which file of the document"));
    name(m_in, tr("Larger (Ctrl++)"));
    name(m_out, tr("Smaller (Ctrl+-)"));
    name(m_fit, tr("Whole width or whole page"));
    name(m_search, tr("Find in the text (Ctrl+F)"));
    name(m_find, tr("Find in the text"));
    name(m_save, tr("Save a copy"));
    m_find->setPlaceholderText(tr("Find in the text"));
    if (m_awaited)
        m_empty->say(QStringLiteral("waiting"), tr("The file is on its way"),
                     tr("It opens by itself when it has come."));
    else if (isMessage())
        m_empty->say(QStringLiteral("mail"), tr("An e-mail message"),
                     tr("It has no pages to show here; save a copy to open it."));
    else
        m_empty->say(QStringLiteral("file"), tr("There is no file here"),
                     tr("Registered without a file, or nothing is chosen."));
    fillCombo();
    showPosition();
}

} // namespace diakinisi::ui
