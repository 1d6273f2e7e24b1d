#include "ui/parts/type_ahead.h"

#include "ui/parts/metrics.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPointer>
#include <QTimer>

namespace diakinisi::ui {

TypeAhead::TypeAhead(Ask ask, bool free, QWidget* parent) : QLineEdit(parent), m_ask(std::move(ask)), m_free(free)
{
    connect(this, &QLineEdit::textEdited, this, &TypeAhead::typed);
}

TypeAhead::~TypeAhead()
{
    delete m_list;
}

bool TypeAhead::offering() const
{
    return m_list && m_list->isVisible();
}

void TypeAhead::setChosen(const QString& text, std::optional<int> choice)
{
    setText(text);
    setCursorPosition(0);
    m_chosen = choice;
    close();
}

void TypeAhead::typed()
{
    if (m_chosen) {
        m_chosen.reset();
        Q_EMIT dropped();
    }
    if (text().trimmed().isEmpty())
        close();
    else
        offerNow();
}

void TypeAhead::offerNow()
{
    const quint64 run = ++m_run;
    m_ask(text().trimmed(), [self = QPointer(this), run](std::vector<Offer> offers) {
        if (self && self->m_run == run && self->hasFocus())
            self->show(std::move(offers));
    });
}

void TypeAhead::show(std::vector<Offer> offers)
{
    m_offers = std::move(offers);
    if (m_offers.empty()) {
        close();
        return;
    }
    if (!m_list) {
        m_list = new QListWidget(window());
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_list->setTextElideMode(Qt::ElideRight);
        connect(m_list, &QListWidget::itemClicked, this, [this] { take(m_list->currentRow()); });
    }
    m_list->setAccessibleName(accessibleName());
    m_list->clear();
    for (const Offer& offer : m_offers)
        m_list->addItem(offer.remark.isEmpty() ? offer.label
                                               : QStringLiteral("%1   %2").arg(offer.label, offer.remark));
    m_list->setCurrentRow(m_free ? -1 : 0);
    place();
    QTimer::singleShot(0, this, &TypeAhead::place); // the line itself may still be on its way to its place
    m_list->show();
    m_list->raise();
}

void TypeAhead::place()
{
    if (!m_list)
        return;
    const int rows = qMin<int>(m_list->count(), 8);
    const int height = rows * qMax(m_list->sizeHintForRow(0), lines(this)) + 2 * m_list->frameWidth();
    const int wide = qMax(width(), qMin(characters(this, 44), window()->width() - gap(this) * 2));
    QPoint at = mapTo(window(), QPoint(0, this->height()));
    if (at.y() + height > window()->height())
        at.setY(mapTo(window(), QPoint()).y() - height);
    at.setX(qMax(0, qMin(at.x(), window()->width() - wide)));
    m_list->setGeometry(QRect(at, QSize(wide, height)));
}

void TypeAhead::take(int offer)
{
    if (offer < 0 || offer >= static_cast<int>(m_offers.size()))
        return;
    const QString label = m_offers[static_cast<std::size_t>(offer)].label;
    setChosen(label, m_free ? std::nullopt : std::optional(offer));
    Q_EMIT taken(offer);
}

void TypeAhead::takeOffered()
{
    if (offering())
        take(m_list->currentRow());
    close();
}

void TypeAhead::close()
{
    ++m_run;
    if (m_list)
        m_list->hide();
}

bool TypeAhead::steer(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!offering()) {
        if (event->key() == Qt::Key_Down && plain) {
            offerNow();
            return true;
        }
        return false;
    }
    switch (event->key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(qMin(m_list->currentRow() + 1, m_list->count() - 1));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(qMax(m_list->currentRow() - 1, m_free ? -1 : 0));
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!plain || m_list->currentRow() < 0) {
            close();
            return false;
        }
        take(m_list->currentRow());
        return true;
    default:
        return false;
    }
}

bool TypeAhead::event(QEvent* event)
{
    // Shortcuts (Esc of the page, Enter of the form) come first otherwise.
    if (event->type() == QEvent::ShortcutOverride && offering()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)
            event->accept();
    }
    if (event->type() == QEvent::KeyPress && offering() && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab)
        take(m_list->currentRow());
    return QLineEdit::event(event);
}

void TypeAhead::keyPressEvent(QKeyEvent* event)
{
    if (steer(event))
        event->accept();
    else
        QLineEdit::keyPressEvent(event);
}

/// A choice is replaced as a whole, however one comes to it: letters typed into the middle of it lead nowhere.
void TypeAhead::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    if (!m_chosen)
        return;
    selectAll();
    m_firstPress = event->reason() == Qt::MouseFocusReason;
}

void TypeAhead::mousePressEvent(QMouseEvent* event)
{
    if (!std::exchange(m_firstPress, false))
        QLineEdit::mousePressEvent(event);
}

void TypeAhead::focusOutEvent(QFocusEvent* event)
{
    close();
    QLineEdit::focusOutEvent(event);
}

} // namespace diakinisi::ui
