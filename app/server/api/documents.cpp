#include "server/api/answers.h"
#include "server/api/api.h"
#include "server/office/stored_json.h"
#include "wire/routes.h"

#include <limits>

namespace diakinisi::server {
namespace {

constexpr qint64 standardEvents = 200;
constexpr qint64 mostEvents = 1'000;

/// The document of the path, where this person may see it; of a restricted one it is noted who opened `what` of it.
Result<StoredDocument> documentOf(const ApiParts& parts, LedgerView& view, const Call& call, const QString& what)
{
    const auto id = domain::DocumentId::fromString(call.captures.value(0));
    if (!id)
        return fail(ErrorCode::NotFound, QStringLiteral("document"));
    auto document = parts.office.document(view, call.session.person, *id);
    const auto state = document ? storedObject(document->state) : fail(document.error());
    if (!state)
        return fail(state.error());
    if (state->value(u"access").toObject().value(u"restricted").toBool())
        if (const Done noted = parts.accessLog.note(call.session, *id, what); !noted)
            return fail(noted.error());
    return document;
}

Response state(const ApiParts& parts, const Call& call)
{
    const auto view = parts.office.view();
    if (!view)
        return problemAnswer(view.error(), call.request.id);
    const auto document = documentOf(parts, **view, call, QStringLiteral("document"));
    if (!document)
        return problemAnswer(document.error(), call.request.id);
    return jsonAnswer("{\"position\":" + QByteArray::number(document->position) + ",\"document\":" + document->state +
                      '}');
}

Response history(const ApiParts& parts, const Call& call)
{
    const auto after = numberParameter(call.request, u"after", 0, 0, std::numeric_limits<qint64>::max());
    const auto limit = numberParameter(call.request, u"limit", standardEvents, 1, mostEvents);
    if (!after || !limit)
        return problemAnswer(after ? limit.error() : after.error(), call.request.id);
    const auto view = parts.office.view();
    if (!view)
        return problemAnswer(view.error(), call.request.id);
    const auto document = documentOf(parts, **view, call, QStringLiteral("history"));
    if (!document)
        return problemAnswer(document.error(), call.request.id);
    const auto records = (*view)->history(document->key, *after, *limit + 1);
    if (!records)
        return problemAnswer(records.error(), call.request.id);
    const auto count = static_cast<qint64>(records->size());
    QByteArray json = "{\"events\":[";
    for (qint64 i = 0; i < std::min(count, *limit); ++i)
        json += (i > 0 ? "," : "") + (*records)[static_cast<std::size_t>(i)].bytes;
    return jsonAnswer(json + (count > *limit ? "],\"more\":true}" : "],\"more\":false}"));
}

} // namespace

std::vector<Route> documentRoutes(const ApiParts& parts)
{
    return {
        {Method::Get, wire::routes::document, Admission::Session,
         [parts](const CallPointer& call, const Responder& responder) { responder.answer(state(parts, *call)); }},
        {Method::Get, wire::routes::history, Admission::Session,
         [parts](const CallPointer& call, const Responder& responder) { responder.answer(history(parts, *call)); }}};
}

} // namespace diakinisi::server
