#include "ui/parts/date_field.h"

#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/texts/format.h"

namespace diakinisi::ui {

DateField::DateField(QDate today, QWidget* parent) : QLineEdit(parent), m_today(today)
{
    setMaxLength(10);
    connect(this, &QLineEdit::editingFinished, this, &DateField::complete);
    connect(this, &QLineEdit::textChanged, this, [this] {
        QPalette own; // only what differs: the rest goes on following the application's
        if (!isAcceptable() && !hasFocus())
            own.setColor(QPalette::Text, Theme::alarm(palette()));
        setPalette(own);
    });
    translated(this, [this] {
        setPlaceholderText(tr("d/m/y"));
        setToolTip(tr("Day and month are enough: 23/11; +5 means in five days"));
    });
}

QString DateField::iso() const
{
    return isoDate(readDate(text(), m_today));
}

void DateField::setIso(const QString& date)
{
    setText(shortDate(date));
}

bool DateField::isAcceptable() const
{
    return text().trimmed().isEmpty() || readDate(text(), m_today).isValid();
}

void DateField::complete()
{
    const QDate date = readDate(text(), m_today);
    if (date.isValid())
        setText(shortDate(date));
}

} // namespace diakinisi::ui
