#include "ui/register/reading_marks.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>

namespace diakinisi::ui {

namespace {

using recognition::offeredFrom;
using recognition::sureFrom;

const char markName[] = "diakinisi-reading-mark";

} // namespace

QString surenessWords(const recognition::ReadField& read)
{
    const QString place = ReadingMarks::tr("page %1").arg(read.page + 1);
    return read.confidence >= sureFrom ? ReadingMarks::tr("Read from the letter, %1; sure").arg(place)
                                       : ReadingMarks::tr("Read from the letter, %1; not sure, please look").arg(place);
}

void ReadingMarks::add(const QString& field, QWidget* widget, std::function<void(const QString&)> write)
{
    m_fields[field] = {widget, std::move(write)};
    widget->installEventFilter(this);
    if (auto* edit = qobject_cast<QLineEdit*>(widget)) {
        QAction* mark = edit->addAction(icon(QStringLiteral("ok")), QLineEdit::TrailingPosition);
        mark->setObjectName(QLatin1StringView(markName));
        mark->setVisible(false);
        connect(mark, &QAction::triggered, this, [this, field] { Q_EMIT fieldEntered(field); });
    } else {
        auto* mark = new QLabel(widget);
        mark->setObjectName(QLatin1StringView(markName));
        mark->hide();
    }
}

/// Into the upper right corner of a field of several lines.
void ReadingMarks::placeMark(QWidget* widget)
{
    if (QLabel* mark = widget->findChild<QLabel*>(QLatin1StringView(markName)))
        mark->move(widget->width() - mark->sizeHint().width() - gap(widget), gap(widget) / 2 + 1);
}

void ReadingMarks::touched(QWidget* widget)
{
    if (m_writing)
        return;
    for (auto& [name, field] : m_fields)
        if (field.widget == widget && (field.open || field.read)) {
            field.open = false;
            field.read.reset();
            show(field);
            Q_EMIT changed();
        }
}

void ReadingMarks::reset()
{
    for (auto& [name, field] : m_fields) {
        field.open = true;
        field.read.reset();
        show(field);
    }
    Q_EMIT changed();
}

void ReadingMarks::write(const std::map<QString, recognition::ReadField>& read)
{
    m_writing = true;
    for (const auto& [name, value] : read) {
        const auto known = m_fields.find(name);
        if (known == m_fields.end() || !known->second.open || value.confidence < offeredFrom)
            continue;
        known->second.write(value.value.isEmpty() ? value.text : value.value);
        known->second.read = value;
        show(known->second);
    }
    m_writing = false;
    Q_EMIT changed();
}

QWidget* ReadingMarks::widget(const QString& field) const
{
    const auto known = m_fields.find(field);
    return known == m_fields.end() ? nullptr : known->second.widget;
}

bool ReadingMarks::isRead(const QString& field) const
{
    const auto known = m_fields.find(field);
    return known != m_fields.end() && known->second.read.has_value();
}

std::vector<PageSpot> ReadingMarks::spots() const
{
    std::vector<PageSpot> spots;
    for (const auto& [name, field] : m_fields)
        if (field.read && !field.read->box.isEmpty())
            spots.push_back({name, field.read->page, field.read->box, field.read->confidence >= sureFrom});
    return spots;
}

/// A mark in the field, its words for those who do not see it, and a breath of warning where it is not sure.
void ReadingMarks::show(const Field& field)
{
    const QString words = field.read ? surenessWords(*field.read) : QString();
    field.widget->setAccessibleDescription(words);
    field.widget->setToolTip(words);
    const bool sure = field.read && field.read->confidence >= sureFrom;
    if (QAction* mark = field.widget->findChild<QAction*>(QLatin1StringView(markName))) {
        mark->setVisible(field.read.has_value());
        mark->setIcon(icon(sure ? QStringLiteral("ok") : QStringLiteral("help")));
        mark->setToolTip(words);
    }
    if (QLabel* mark = field.widget->findChild<QLabel*>(QLatin1StringView(markName))) {
        const QIcon sign = icon(sure ? QStringLiteral("ok") : QStringLiteral("help"));
        mark->setPixmap(
            sign.pixmap(QSize(lines(field.widget), lines(field.widget)), field.widget->devicePixelRatioF()));
        mark->adjustSize();
        mark->setToolTip(words);
        mark->setVisible(field.read.has_value());
        placeMark(field.widget);
    }
}

void ReadingMarks::retranslate()
{
    for (const auto& [name, field] : m_fields)
        show(field);
}

bool ReadingMarks::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        for (const auto& [name, field] : m_fields)
            if (field.widget == watched)
                Q_EMIT fieldEntered(name);
    if (event->type() == QEvent::Resize)
        placeMark(static_cast<QWidget*>(watched));
    return false;
}

std::map<QString, recognition::ReadField> fieldsOf(const recognition::LetterReading& reading, bool citizen)
{
    std::map<QString, recognition::ReadField> fields;
    const auto put = [&](const QString& name, const std::optional<recognition::ReadField>& read) {
        if (read)
            fields[name] = *read;
    };
    put(QStringLiteral("subject"), reading.subject);
    put(QStringLiteral("parties"), citizen && reading.applicantName ? reading.applicantName : reading.sender);
    put(QStringLiteral("their-number"), reading.senderNumber);
    put(QStringLiteral("their-date"), reading.senderDate);
    put(QStringLiteral("place"), reading.place);
    put(QStringLiteral("kind"), reading.kind);
    put(QStringLiteral("tax-number"), reading.applicantTaxNumber);
    put(QStringLiteral("phone"), reading.applicantPhone);
    put(QStringLiteral("email"), reading.applicantEmail);
    return fields;
}

} // namespace diakinisi::ui
