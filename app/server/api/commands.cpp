#include "ledger/canonical_json.h"
#include "server/api/answers.h"
#include "server/api/api.h"
#include "wire/command_json.h"
#include "wire/json_reader.h"
#include "wire/problem.h"
#include "wire/routes.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <set>

namespace diakinisi::server {
namespace {

const char* word(Outcome::Status status)
{
    switch (status) {
    case Outcome::Status::Applied:
        return "applied";
    case Outcome::Status::Repeated:
        return "repeated";
    default:
        return "refused";
    }
}

/// What the command is known by when it comes again; also for one that could not be read.
Sha256 digestOf(const wire::ReadCommand& read, const QJsonValue& raw)
{
    if (read.command)
        return wire::commandDigest(*read.command);
    return Sha256::of(QJsonDocument(raw.toObject()).toJson(QJsonDocument::Compact));
}

Result<std::vector<Asked>> readCommands(const QByteArray& body)
{
    const auto json = wire::readJsonObject(body);
    if (!json)
        return fail(json.error());
    auto read = wire::commandsFromJson(*json);
    if (!read)
        return fail(read.error());
    const QJsonArray raw = json->value(u"commands").toArray();
    std::vector<Asked> asked;
    std::set<domain::CommandId> ids;
    for (std::size_t i = 0; i < read->size(); ++i) {
        wire::ReadCommand& each = (*read)[i];
        if (!ids.insert(each.id).second)
            return fail(ErrorCode::MalformedInput, QStringLiteral("commands[%1].id").arg(i),
                        QStringLiteral("the same id twice in one message"));
        asked.push_back({each.id, digestOf(each, raw.at(static_cast<qsizetype>(i))), std::move(each.command)});
    }
    return asked;
}

QByteArray problem(const Outcome& outcome, const QString& requestId)
{
    QJsonObject json = wire::problemOf(*outcome.refusal, requestId);
    if (outcome.retryLater)
        json.insert(QStringLiteral("retry"), domain::word(wire::Retry::Later));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// The records are canonical bytes already: put together, not written again.
QByteArray results(const std::vector<Outcome>& outcomes, const QString& requestId)
{
    QByteArray json = "{\"results\":[";
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const Outcome& outcome = outcomes[i];
        json += (i > 0 ? ",{\"id\":\"" : "{\"id\":\"") + outcome.id.toString().toLatin1() + "\",\"status\":\"" +
                word(outcome.status) + "\",\"events\":[";
        for (std::size_t r = 0; r < outcome.records.size(); ++r)
            json += (r > 0 ? "," : "") + outcome.records[r];
        json += ']';
        if (outcome.refusal)
            json += ",\"problem\":" + problem(outcome, requestId);
        json += '}';
    }
    return json + "]}";
}

void take(const ApiParts& parts, const CallPointer& call, const Responder& responder)
{
    auto asked = readCommands(call->request.body);
    if (!asked)
        return responder.answer(problemAnswer(asked.error(), call->request.id));
    const auto answer = [parts, call, responder](std::vector<Outcome> outcomes) {
        responder.answer(jsonAnswer(results(outcomes, call->request.id)));
    };
    const auto failure = [parts, call, responder](const Error& error) {
        parts.log.error("commands-not-taken",
                        {{"id", call->request.id}, {"code", errorWord(error.code)}, {"cause", error.cause}});
        responder.answer(problemAnswer(error, call->request.id));
    };
    parts.office.submit({call->session.person, call->session.device}, std::move(*asked), answer, failure);
}

} // namespace

std::vector<Route> commandRoutes(const ApiParts& parts)
{
    return {{Method::Post, wire::routes::commands, Admission::Session,
             [parts](const CallPointer& call, const Responder& responder) { take(parts, call, responder); }}};
}

} // namespace diakinisi::server
