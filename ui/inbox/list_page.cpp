#include "ui/inbox/list_page.h"

#include "ui/inbox/filter_bar.h"
#include "ui/inbox/list_view.h"
#include "ui/inbox/row_delegate.h"
#include "ui/parts/busy_line.h"
#include "ui/parts/empty_state.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/texts/words.h"

#include <QLineEdit>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace diakinisi::ui {

ListPage::ListPage(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_heading(new QLabel(this)),
      m_count(new QLabel(this)),
      m_filter(new FilterBar(context, this)),
      m_busy(new BusyLine(this)),
      m_bar(new MessageBar(this)),
      m_stack(new QStackedWidget(this)),
      m_view(new ListView(this)),
      m_empty(new EmptyState(this)),
      m_model(new ListModel(context, this))
{
    scaleFont(m_heading, 1.15, true);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RowDelegate(*m_model, m_view));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    auto* top = new QVBoxLayout;
    margins(top, this, 2);
    top->setSpacing(gap(this));
    auto* line = new QHBoxLayout;
    line->addWidget(m_heading);
    line->addStretch(1);
    line->addWidget(m_count);
    top->addLayout(line);
    top->addWidget(m_filter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_busy);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    connect(m_filter, &FilterBar::changed, this, &ListPage::requery);
    connect(m_model, &ListModel::loading, m_busy, &BusyLine::begin);
    connect(m_model, &ListModel::loaded, this, &ListPage::showState);
    connect(m_model, &ListModel::failed, m_bar, &MessageBar::showError);
    connect(m_view, &ListView::currentMoved, this, &ListPage::showState, Qt::QueuedConnection);
    translated(this, [this] { retranslate(); });
}

void ListPage::open(desk::ListKind kind)
{
    m_kind = kind;
    m_filter->reset(kind);
    m_told.reset();
    m_wanted.reset();
    retranslate();
    requery();
}

void ListPage::requery()
{
    m_bar->clear();
    m_model->setQuery(m_filter->query(m_kind));
}

void ListPage::select(const domain::DocumentId& document)
{
    m_wanted = document;
    if (!m_model->indexOf(document))
        m_view->setCurrentIndex({});
    chooseFirst();
}

void ListPage::chooseFirst()
{
    if (const auto at = m_wanted ? m_model->indexOf(*m_wanted) : std::nullopt) {
        m_wanted.reset();
        m_view->setCurrentIndex(m_model->index(*at));
        m_view->scrollTo(m_view->currentIndex());
    } else if (m_view->currentIndex().isValid()) {
        m_wanted.reset(); // somebody has chosen another meanwhile
    } else if (!m_wanted && m_model->rowCount() > 0) {
        m_view->setCurrentIndex(m_model->index(0));
    }
    if (m_view->currentIndex().isValid() && m_view->selectionModel()->selectedIndexes().isEmpty())
        m_view->selectionModel()->select(m_view->currentIndex(), QItemSelectionModel::ClearAndSelect);
}

void ListPage::showState()
{
    if (m_model->isLoading())
        return;
    m_busy->end();
    chooseFirst();
    const bool empty = m_model->rowCount() == 0;
    m_stack->setCurrentWidget(empty ? static_cast<QWidget*>(m_empty) : m_view);
    retranslate();
    const auto current = empty ? std::nullopt : m_view->currentDocument();
    if (current == m_told)
        return;
    m_told = current;
    Q_EMIT currentDocument(current);
}

void ListPage::focusFilter()
{
    m_filter->findChild<QLineEdit*>()->setFocus();
}

QString ListPage::emptyAdvice() const
{
    if (m_filter->filters())
        return tr("Nothing fits the filters. Take one away to see more.");
    switch (m_kind) {
    case desk::ListKind::ForAction:
        return tr("All that was charged to you has been settled.");
    case desk::ListKind::ForApproval:
        return tr("Nothing waits for your approval or signature.");
    case desk::ListKind::ForInformation:
        return tr("Nothing new has been sent to you for information.");
    case desk::ListKind::Unassigned:
        return tr("Every registered document is charged to somebody.");
    case desk::ListKind::Drafts:
        return tr("Begin a draft with F4.");
    default:
        return tr("Nothing has been registered yet. F2 registers an incoming document.");
    }
}

void ListPage::retranslate()
{
    m_heading->setText(listTitle(m_kind));
    m_view->setAccessibleName(listTitle(m_kind));
    const int rows = m_model->rowCount();
    const QString number = QLocale().toString(rows) + (m_model->canFetchMore({}) ? QStringLiteral("+") : QString());
    m_count->setText(rows == 0 ? QString() : number);
    m_empty->say(QStringLiteral("inbox"), m_filter->filters() ? tr("Nothing found") : tr("Nothing here"),
                 emptyAdvice());
}

} // namespace diakinisi::ui
