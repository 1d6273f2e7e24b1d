#pragma once
#include "desk/rows.h"

#include <QJsonObject>

namespace diakinisi::ctl {

/// {"code","subject"?,"cause"?}
QJsonObject problemJson(const Error& error);
QJsonObject rowJson(const desk::DocumentRow& row);
QJsonObject historyJson(const desk::HistoryRow& row);
/// "given", "reserved", "leased", "waiting", ...
QString stateWord(domain::NumberState state);
/// The line of a row for people: number, date, subject, unit.
QString rowLine(const desk::DocumentRow& row);

} // namespace diakinisi::ctl
