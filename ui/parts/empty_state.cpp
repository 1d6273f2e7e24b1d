#include "ui/parts/empty_state.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"

#include <QVBoxLayout>

namespace diakinisi::ui {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent),
      m_picture(new QLabel(this)),
      m_heading(new QLabel(this)),
      m_advice(new QLabel(this))
{
    scaleFont(m_heading, 1.15, true);
    auto* column = new QVBoxLayout(this);
    margins(column, this, 5);
    column->setSpacing(gap(this) * 2);
    column->addStretch(2);
    for (QLabel* label : {m_picture, m_heading, m_advice}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(label != m_picture);
        column->addWidget(label);
    }
    column->addStretch(3);
}

void EmptyState::say(const QString& iconName, const QString& heading, const QString& advice)
{
    const QIcon picture = icon(iconName);
    m_picture->setVisible(!picture.isNull());
    m_picture->setPixmap(picture.pixmap(QSize(1, 1) * lines(this, 3), devicePixelRatioF(), QIcon::Disabled));
    m_heading->setText(heading);
    m_advice->setText(advice);
    setAccessibleName(heading);
    setAccessibleDescription(advice);
}

} // namespace diakinisi::ui
