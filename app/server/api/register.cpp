#include "server/api/answers.h"
#include "server/api/api.h"
#include "server/office/stored_json.h"
#include "wire/messages.h"
#include "wire/routes.h"

#include <limits>

namespace diakinisi::server {
namespace {

constexpr qint64 mostRows = 1'000;
constexpr qint64 firstYear = 1970;
constexpr qint64 lastYear = 9999;

wire::RegisterRow rowOf(const RegisterEntry& entry, int year)
{
    wire::RegisterRow row;
    row.number = {domain::mainSeries, year, entry.number};
    row.date = entry.date;
    row.state = domain::fromWord<domain::NumberState>(entry.state).value_or(domain::NumberState::Given);
    row.isProtected = entry.documentState.isEmpty();
    if (row.isProtected)
        return row;
    const QJsonObject document = storedObject(entry.documentState).value_or(QJsonObject());
    row.document = entry.document;
    row.direction =
        domain::fromWord<domain::Direction>(document.value(u"identity").toObject().value(u"direction").toString());
    row.subject = document.value(u"particulars").toObject().value(u"subject").toString();
    return row;
}

Response book(const ApiParts& parts, const Call& call)
{
    const auto now = parts.clock.now();
    const qint64 thisYear = toIso(now).left(4).toLongLong();
    const auto year = numberParameter(call.request, u"year", thisYear, firstYear, lastYear);
    const auto from = numberParameter(call.request, u"from", 1, 1, std::numeric_limits<qint64>::max());
    const auto to =
        numberParameter(call.request, u"to", std::numeric_limits<qint64>::max(), 1, std::numeric_limits<qint64>::max());
    for (const auto* parameter : {&year, &from, &to})
        if (!*parameter)
            return problemAnswer(parameter->error(), call.request.id);
    const auto view = parts.office.view();
    if (!view)
        return problemAnswer(view.error(), call.request.id);
    const auto entries = (*view)->registerRows(call.session.person, domain::mainSeries, static_cast<int>(*year), *from,
                                               *to, mostRows + 1);
    if (!entries)
        return problemAnswer(entries.error(), call.request.id);
    wire::RegisterPage page;
    page.more = static_cast<qint64>(entries->size()) > mostRows;
    for (const RegisterEntry& entry : *entries)
        if (static_cast<qint64>(page.rows.size()) < mostRows)
            page.rows.push_back(rowOf(entry, static_cast<int>(*year)));
    return jsonAnswer(wire::toJson(page));
}

} // namespace

std::vector<Route> registerRoutes(const ApiParts& parts)
{
    return {{Method::Get, wire::routes::registerBook, Admission::Session,
             [parts](const CallPointer& call, const Responder& responder) { responder.answer(book(parts, *call)); }}};
}

} // namespace diakinisi::server
