#include "ui/inbox/filter_bar.h"

#include "desk/directory.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/texts/format.h"
#include "ui/texts/words.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace diakinisi::ui {

using Order = desk::ListQuery::Order;

FilterBar::FilterBar(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_words(new QLineEdit(this)),
      m_direction(chip()),
      m_unit(chip()),
      m_period(chip()),
      m_order(chip())
{
    m_words->setClearButtonEnabled(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap(this) / 2);
    column->addWidget(m_words);
    auto* chips = new QHBoxLayout;
    chips->setSpacing(gap(this) / 2);
    for (QToolButton* button : {m_direction, m_unit, m_period, m_order})
        chips->addWidget(button);
    chips->addStretch(1);
    column->addLayout(chips);
    m_typing.setSingleShot(true);
    m_typing.setInterval(120);
    connect(m_words, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::changed);
    connect(&m_context.desk, &desk::Desk::directoryChanged, this, &FilterBar::fillMenus);
    translated(this, [this] { retranslate(); });
}

QToolButton* FilterBar::chip()
{
    auto* button = new QToolButton(this);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMenu(new QMenu(button));
    return button;
}

desk::ListQuery FilterBar::query(desk::ListKind kind) const
{
    desk::ListQuery query;
    query.kind = kind;
    query.text = m_words->text().trimmed();
    query.direction = m_wantedDirection;
    query.unit = m_wantedUnit;
    query.order = m_wantedOrder;
    const QDate today = localDay(m_context.clock.now());
    switch (m_wantedPeriod) {
    case Period::All:
        break;
    case Period::Today:
        query.from = today;
        break;
    case Period::Week:
        query.from = today.addDays(-6);
        break;
    case Period::Month:
        query.from = today.addMonths(-1);
        break;
    case Period::Year:
        query.from = QDate(today.year(), 1, 1);
        break;
    }
    return query;
}

void FilterBar::reset(desk::ListKind kind)
{
    const QSignalBlocker quiet(m_words);
    m_words->clear();
    m_typing.stop();
    m_wantedDirection.reset();
    m_wantedUnit.reset();
    m_wantedPeriod = Period::All;
    m_wantedOrder = kind == desk::ListKind::Book ? Order::ByNumber : Order::NewestFirst;
    retranslate();
}

bool FilterBar::filters() const
{
    return !m_words->text().trimmed().isEmpty() || m_wantedDirection || m_wantedUnit || m_wantedPeriod != Period::All;
}

void FilterBar::choose(const std::function<void()>& change)
{
    change();
    retranslate();
    Q_EMIT changed();
}

QString FilterBar::periodWord(Period period) const
{
    switch (period) {
    case Period::All:
        return tr("All dates");
    case Period::Today:
        return tr("Today");
    case Period::Week:
        return tr("Last 7 days");
    case Period::Month:
        return tr("Last month");
    case Period::Year:
        return tr("This year");
    }
    return {};
}

QString FilterBar::orderWord(Order order) const
{
    switch (order) {
    case Order::NewestFirst:
        return tr("Newest first");
    case Order::OldestFirst:
        return tr("Oldest first");
    case Order::DueFirst:
        return tr("By due date");
    case Order::ByNumber:
        return tr("By number");
    }
    return {};
}

void FilterBar::fillMenus()
{
    const auto option = [this](QToolButton* button, const QString& text, bool checked, std::function<void()> change) {
        QAction* action = button->menu()->addAction(text, this, [this, change = std::move(change)] { choose(change); });
        action->setCheckable(true);
        action->setChecked(checked);
    };
    for (QToolButton* button : {m_direction, m_period, m_order})
        button->menu()->clear();
    option(m_direction, tr("All kinds"), !m_wantedDirection, [this] { m_wantedDirection.reset(); });
    for (const auto direction : {domain::Direction::Incoming, domain::Direction::Outgoing, domain::Direction::Internal})
        option(m_direction, directionWord(direction), m_wantedDirection == direction,
               [this, direction] { m_wantedDirection = direction; });
    for (const auto period : {Period::All, Period::Today, Period::Week, Period::Month, Period::Year})
        option(m_period, periodWord(period), m_wantedPeriod == period, [this, period] { m_wantedPeriod = period; });
    for (const auto order : {Order::NewestFirst, Order::OldestFirst, Order::DueFirst, Order::ByNumber})
        option(m_order, orderWord(order), m_wantedOrder == order, [this, order] { m_wantedOrder = order; });
    fillUnits();
}

void FilterBar::fillUnits()
{
    QMenu* menu = m_unit->menu();
    menu->clear();
    QAction* all = menu->addAction(tr("All units"), this, [this] { choose([this] { m_wantedUnit.reset(); }); });
    all->setCheckable(true);
    all->setChecked(!m_wantedUnit);
    const auto organisation = m_context.desk.directory().organisation();
    if (!organisation)
        return;
    std::vector<const domain::Unit*> units;
    for (const domain::Unit& unit : organisation->units)
        if (unit.active)
            units.push_back(&unit);
    std::sort(units.begin(), units.end(),
              [](const auto* a, const auto* b) { return a->code.localeAwareCompare(b->code) < 0; });
    for (const domain::Unit* unit : units) {
        QAction* action = menu->addAction(unit->code + QStringLiteral("  ") + unit->name, this,
                                          [this, id = unit->id] { choose([this, id] { m_wantedUnit = id; }); });
        action->setCheckable(true);
        action->setChecked(m_wantedUnit == unit->id);
    }
}

void FilterBar::retranslate()
{
    m_words->setPlaceholderText(tr("Filter this list: words, number, name"));
    m_words->setAccessibleName(tr("Filter this list"));
    const auto organisation = m_context.desk.directory().organisation();
    const domain::Unit* unit = organisation && m_wantedUnit ? organisation->unit(*m_wantedUnit) : nullptr;
    m_direction->setText(m_wantedDirection ? directionWord(*m_wantedDirection) : tr("Kind"));
    m_unit->setText(unit ? unit->code : tr("Unit"));
    m_period->setText(m_wantedPeriod == Period::All ? tr("Date") : periodWord(m_wantedPeriod));
    m_order->setText(orderWord(m_wantedOrder));
    m_direction->setAccessibleName(tr("Filter by kind"));
    m_unit->setAccessibleName(tr("Filter by unit"));
    m_period->setAccessibleName(tr("Filter by date"));
    m_order->setAccessibleName(tr("Order of the list"));
    for (QToolButton* button : {m_direction, m_unit, m_period, m_order})
        button->setToolTip(button->accessibleName());
    m_direction->setDown(m_wantedDirection.has_value());
    m_unit->setDown(m_wantedUnit.has_value());
    m_period->setDown(m_wantedPeriod != Period::All);
    fillMenus();
}

} // namespace diakinisi::ui
