#include "ctl/desk_json.h"

namespace diakinisi::ctl {

namespace {

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

QJsonObject problemJson(const Error& error)
{
    QJsonObject json{{QStringLiteral("code"), errorWord(error.code)}};
    if (!error.subject.isEmpty())
        json.insert(QStringLiteral("subject"), error.subject);
    if (!error.cause.isEmpty())
        json.insert(QStringLiteral("cause"), error.cause);
    return json;
}

QString stateWord(domain::NumberState state)
{
    return domain::word(state);
}

QJsonObject rowJson(const desk::DocumentRow& row)
{
    QJsonObject json{{QStringLiteral("document"), row.id.toString()},
                     {QStringLiteral("number"), QJsonValue::Null},
                     {QStringLiteral("year"), QJsonValue::Null},
                     {QStringLiteral("state"), stateWord(row.numberState)},
                     {QStringLiteral("direction"), domain::word(row.direction)},
                     {QStringLiteral("subject"), row.subject},
                     {QStringLiteral("parties"), row.parties},
                     {QStringLiteral("unit"), orNull(row.unitCode)},
                     {QStringLiteral("holder"), orNull(row.holder)},
                     {QStringLiteral("date"), orNull(row.localDate)},
                     {QStringLiteral("at"), toIso(row.at)},
                     {QStringLiteral("due"), orNull(row.dueDate)},
                     {QStringLiteral("purpose"), domain::word(row.purpose)},
                     {QStringLiteral("route"), domain::word(row.routeState)},
                     {QStringLiteral("late"), row.late},
                     {QStringLiteral("unread"), row.unread},
                     {QStringLiteral("restricted"), row.restricted},
                     {QStringLiteral("signed"), row.hasSignature},
                     {QStringLiteral("waiting"), row.waiting}};
    if (row.number) {
        json.insert(QStringLiteral("number"), row.number->number);
        json.insert(QStringLiteral("year"), row.number->year);
    }
    return json;
}

QJsonObject historyJson(const desk::HistoryRow& row)
{
    QJsonObject json{{QStringLiteral("kind"), row.kind},
                     {QStringLiteral("at"), toIso(row.at)},
                     {QStringLiteral("by"), row.by},
                     {QStringLiteral("waiting"), row.waiting}};
    const std::pair<QString, QString> more[] = {{QStringLiteral("for"), row.onBehalfOf},
                                                {QStringLiteral("target"), row.target},
                                                {QStringLiteral("text"), row.text}};
    for (const auto& [name, value] : more)
        if (!value.isEmpty())
            json.insert(name, value);
    return json;
}

QString rowLine(const desk::DocumentRow& row)
{
    const QString number = row.number ? domain::display(*row.number) : QStringLiteral("-");
    return QStringList{number, row.localDate, row.subject, row.unitCode, row.holder, row.id.toString()}.join(u'\t');
}

} // namespace diakinisi::ctl
