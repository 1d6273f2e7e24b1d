#include "ui/register/label_bar.h"

#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace diakinisi::ui {

LabelBar::LabelBar(QWidget* parent) : QFrame(parent), m_text(textLabel(this)), m_new(new QPushButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    auto* row = new QHBoxLayout(this);
    margins(row, this, 2);
    row->setSpacing(gap(this) * 2);
    row->addWidget(m_text, 1);
    row->addWidget(m_new, 0, Qt::AlignTop);
    connect(m_new, &QPushButton::clicked, this, &LabelBar::newWanted);
    translated(this, [this] { retranslate(); });
}

void LabelBar::show(const QString& number)
{
    m_number = number;
    retranslate();
}

void LabelBar::retranslate()
{
    setVisible(!m_number.isEmpty());
    m_text->setText(tr("The paper bears the label of %1. Ctrl+Enter adds the scan to that document.").arg(m_number));
    setAccessibleName(m_text->text());
    m_new->setText(tr("Register as new"));
    m_new->setAccessibleName(m_new->text());
}

} // namespace diakinisi::ui
