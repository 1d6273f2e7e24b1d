#pragma once
#include "desk/document_lists.h"
#include "ui/parts/context.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QMenu;
class QToolButton;

namespace diakinisi::ui {

/// Words, kind, unit, dates and order of a list, as chips; what is filtered stays visible on the chip.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(const Context& context, QWidget* parent = nullptr);

    /// The filters into a query of this list.
    desk::ListQuery query(desk::ListKind kind) const;
    /// As it is when the list is opened: nothing filtered, the order that suits the list.
    void reset(desk::ListKind kind);
    bool filters() const;

Q_SIGNALS:
    void changed();

private:
    enum class Period { All, Today, Week, Month, Year };

    QToolButton* chip();
    void fillMenus();
    void fillUnits();
    void choose(const std::function<void()>& change);
    void retranslate();
    QString periodWord(Period period) const;
    QString orderWord(desk::ListQuery::Order order) const;

    Context m_context;
    QLineEdit* m_words;
    QToolButton* m_direction;
    QToolButton* m_unit;
    QToolButton* m_period;
    QToolButton* m_order;
    QTimer m_typing;
    std::optional<domain::Direction> m_wantedDirection;
    std::optional<domain::UnitId> m_wantedUnit;
    Period m_wantedPeriod = Period::All;
    desk::ListQuery::Order m_wantedOrder = desk::ListQuery::Order::NewestFirst;
};

} // namespace diakinisi::ui
