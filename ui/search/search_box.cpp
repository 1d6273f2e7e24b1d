#include "ui/search/search_box.h"

#include "desk/document_reader.h"
#include "ui/inbox/list_model.h"
#include "ui/inbox/list_view.h"
#include "ui/inbox/row_delegate.h"
#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/texts/error_texts.h"

#include <QAction>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace diakinisi::ui {

namespace {

constexpr int mostResults = 50;
constexpr int typingMs = 30;

} // namespace

SearchBox::SearchBox(const Context& context, QWidget* parent)
    : QLineEdit(parent),
      m_context(context),
      m_results(new ListModel(context, this))
{
    addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(this, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &SearchBox::ask);
    translated(this, [this] { retranslate(); });
}

SearchBox::~SearchBox()
{
    delete m_frame;
}

void SearchBox::start()
{
    m_number = false;
    retranslate();
    setFocus();
    selectAll();
    if (!text().isEmpty())
        ask();
}

void SearchBox::startNumber()
{
    m_number = true;
    clear();
    retranslate();
    setFocus();
}

void SearchBox::makeList()
{
    m_frame = new QFrame(window());
    m_frame->setFrameShape(QFrame::StyledPanel);
    m_frame->setAutoFillBackground(true);
    m_list = new ListView(m_frame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setModel(m_results);
    m_list->setItemDelegate(new RowDelegate(*m_results, m_list));
    m_list->setAccessibleName(tr("Search results"));
    m_note = textLabel(m_frame);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setMargin(gap(this));
    auto* column = new QVBoxLayout(m_frame);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_note);
    column->addWidget(m_list, 1);
    connect(m_list, &QAbstractItemView::clicked, this, &SearchBox::choose);
}

void SearchBox::ask()
{
    const QString typed = text().trimmed();
    if (m_number || typed.isEmpty()) {
        close();
        return;
    }
    m_finding.start(
        m_context.desk.lanes().read,
        [&finder = m_context.desk.finder(), typed](std::stop_token stop) {
            return finder.find(typed, mostResults, stop);
        },
        [this](Result<std::vector<desk::DocumentRow>> rows) {
            if (!hasFocus())
                return;
            if (!rows) {
                say(sentenceOf(rows.error()));
                return;
            }
            const int count = static_cast<int>(rows->size());
            if (!m_frame)
                makeList();
            m_results->setRows(std::move(*rows));
            say(count == 0 ? tr("Nothing found on this desk") : QString());
            if (count > 0)
                m_list->setCurrentIndex(m_results->index(0));
        });
}

void SearchBox::say(const QString& text)
{
    if (!m_frame)
        makeList();
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    m_list->setVisible(text.isEmpty());
    place();
    m_frame->show();
    m_frame->raise();
}

void SearchBox::place()
{
    const int wide = qMin(qMax(width(), characters(this, 70)), window()->width() - 2 * gap(this));
    int height = m_note->isVisibleTo(m_frame) ? lines(this, 3) : 4;
    if (m_list->isVisibleTo(m_frame))
        height += qMin(m_results->rowCount(), 8) * qMax(1, m_list->sizeHintForRow(0));
    QPoint at = mapTo(window(), QPoint(width() - wide, this->height() + 2));
    at.setX(qBound(gap(this), at.x(), qMax(gap(this), window()->width() - wide - gap(this))));
    m_frame->setGeometry(QRect(at, QSize(wide, qMin(height, window()->height() - at.y() - gap(this)))));
}

void SearchBox::close()
{
    m_typing.stop();
    m_finding.cancel();
    if (m_frame)
        m_frame->hide();
}

void SearchBox::choose()
{
    const auto document = m_list ? m_list->currentDocument() : std::nullopt;
    if (!document || !m_frame->isVisible())
        return;
    close();
    Q_EMIT chosen(*document);
}

void SearchBox::goToNumber()
{
    m_typing.stop(); // what is still to come of the typing would hide the answer
    m_going.start(
        m_context.desk.lanes().read,
        [&reader = m_context.desk.reader(), typed = text().trimmed()](std::stop_token) {
            return reader.byNumber(typed);
        },
        [this](const Result<domain::DocumentId>& document) {
            if (!document) {
                say(textOf(document.error()).what);
                return;
            }
            close();
            clear();
            m_number = false;
            retranslate();
            Q_EMIT chosen(*document);
        });
}

bool SearchBox::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QLineEdit::event(event);
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    const bool open = m_frame && m_frame->isVisible();
    const int row = open ? m_list->currentIndex().row() : -1;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (open && m_results->rowCount() > 0) {
            const int to = qBound(0, row + (event->key() == Qt::Key_Down ? 1 : -1), m_results->rowCount() - 1);
            m_list->setCurrentIndex(m_results->index(to));
        } else {
            ask();
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_number)
            goToNumber();
        else if (open)
            choose();
        else
            ask();
        return;
    case Qt::Key_Escape:
        close();
        m_number = false;
        retranslate();
        Q_EMIT closed();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusOutEvent(QFocusEvent* event)
{
    close();
    QLineEdit::focusOutEvent(event);
}

void SearchBox::retranslate()
{
    setPlaceholderText(m_number ? tr("Number, or number/year") : tr("Search: words, number, name (Ctrl+K)"));
    setAccessibleName(m_number ? tr("Go to number") : tr("Search"));
}

} // namespace diakinisi::ui
