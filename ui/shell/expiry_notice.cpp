#include "ui/shell/expiry_notice.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/texts/key_texts.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace diakinisi::ui {

ExpiryNotice::ExpiryNotice(ExpiryWatch& watch, QWidget* parent)
    : QWidget(parent),
      m_watch(watch),
      m_picture(new QLabel(this)),
      m_text(new QLabel(this)),
      m_open(new QPushButton(this)),
      m_dismiss(new QToolButton(this))
{
    m_open->setFlat(true);
    m_dismiss->setAutoRaise(true);
    m_dismiss->setIcon(icon(QStringLiteral("close")));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap(this));
    row->addWidget(m_picture);
    row->addWidget(m_text);
    row->addWidget(m_open);
    row->addWidget(m_dismiss);
    connect(m_open, &QPushButton::clicked, this, &ExpiryNotice::opened);
    connect(m_dismiss, &QToolButton::clicked, this, [this] { m_watch.dismiss(); });
    connect(&m_watch, &ExpiryWatch::changed, this, &ExpiryNotice::retranslate);
    translated(this, [this] { retranslate(); });
}

void ExpiryNotice::retranslate()
{
    const auto& warning = m_watch.warning();
    setVisible(warning.has_value());
    m_open->setText(tr("What to do"));
    m_open->setAccessibleName(m_open->text());
    m_dismiss->setToolTip(tr("Not again today"));
    m_dismiss->setAccessibleName(m_dismiss->toolTip());
    if (!warning)
        return;
    m_text->setText(expiryWords(warning->name, warning->days));
    m_text->setAccessibleName(m_text->text());
    m_picture->setPixmap(
        icon(QStringLiteral("warning")).pixmap(QSize(1, 1) * lines(this), devicePixelRatioF(), QIcon::Normal));
}

} // namespace diakinisi::ui
