#include "server/api/answers.h"
#include "server/api/api.h"
#include "wire/json_reader.h"
#include "wire/messages.h"
#include "wire/routes.h"

// Uploads with the semantics of tus 1.0: begin, ask how far, append at the offset.
namespace diakinisi::server {
namespace {

constexpr qint64 largestRequest = 16 * limits::kiB;

/// The upload of the path, where it belongs to this person and device; otherwise as if there were none.
Result<std::pair<UploadId, UploadFacts>> uploadOf(const ApiParts& parts, const Call& call)
{
    const auto upload = UploadId::fromString(call.captures.value(0));
    if (!upload)
        return fail(ErrorCode::NotFound, QStringLiteral("upload"));
    const auto facts = parts.files.facts(*upload);
    if (!facts)
        return fail(facts.error());
    if (facts->person != call.session.person || facts->device != call.session.device)
        return fail(ErrorCode::NotFound, QStringLiteral("upload"));
    return std::pair(*upload, *facts);
}

Response begin(const ApiParts& parts, const Call& call)
{
    const auto json = wire::readJsonObject(call.request.body);
    if (!json)
        return problemAnswer(json.error(), call.request.id);
    const auto request = wire::fromJson<wire::UploadRequest>(*json, {}, wire::ReadRules::strict());
    if (!request)
        return problemAnswer(request.error(), call.request.id);
    if (request->length > limits::fileBytes)
        return problemAnswer({ErrorCode::FileTooLarge, QStringLiteral("length"), {}}, 413, call.request.id);
    if (request->length <= 0)
        return problemAnswer({ErrorCode::FieldInvalid, QStringLiteral("length"), {}}, call.request.id);
    const auto upload =
        parts.files.begin({call.session.person, call.session.device, request->sha256, request->length, {}});
    if (!upload)
        return problemAnswer(upload.error(), call.request.id);
    Response response = jsonAnswer(wire::toJson(wire::UploadAnswer{upload->toString(), 0}), 201);
    response.headers.emplace_back("Location", "/api/v1/uploads/" + upload->toString().toLatin1());
    return response;
}

Response offset(const ApiParts& parts, const Call& call)
{
    const auto upload = uploadOf(parts, call);
    if (!upload)
        return problemAnswer(upload.error(), call.request.id);
    return {.status = 200,
            .headers = {{"Upload-Offset", QByteArray::number(parts.files.offset(upload->first))},
                        {"Upload-Length", QByteArray::number(upload->second.length)},
                        {"Cache-Control", "no-store"}}};
}

/// Takes the bytes of one PATCH to the disk as they come.
class UploadSink final : public BodySink
{
public:
    UploadSink(ApiParts parts, CallPointer call, UploadId upload, UploadFacts facts,
               std::unique_ptr<FileStore::Appending> appending)
        : m_parts(parts),
          m_call(std::move(call)),
          m_upload(upload),
          m_facts(std::move(facts)),
          m_appending(std::move(appending))
    {
    }

    std::optional<Response> write(QByteArrayView piece) override
    {
        m_parts.metrics.uploadedBytes += piece.size();
        if (const Done done = m_appending->write(piece); !done)
            return problemAnswer(done.error(), m_call->request.id);
        return std::nullopt;
    }

    void finish(const Responder& responder) override
    {
        const QByteArray offset = QByteArray::number(m_appending->offset());
        const auto complete = m_appending->finish();
        m_appending.reset();
        if (!complete)
            return responder.answer(problemAnswer(complete.error(), m_call->request.id));
        const Response answer{.status = 204, .headers = {{"Upload-Offset", offset}}};
        if (!*complete)
            return responder.answer(answer);
        m_parts.office.fileArrived(
            m_facts.person, m_facts.digest, m_facts.length,
            [parts = m_parts, call = m_call, upload = m_upload, responder, answer](const Done& done) {
                if (!done)
                    return responder.answer(problemAnswer(done.error(), call->request.id));
                parts.files.forget(upload);
                responder.answer(answer);
            });
    }

private:
    const ApiParts m_parts;
    const CallPointer m_call;
    const UploadId m_upload;
    const UploadFacts m_facts;
    std::unique_ptr<FileStore::Appending> m_appending;
};

std::unique_ptr<BodySink> openSink(const ApiParts& parts, const CallPointer& call, std::optional<Response>& refusal)
{
    const auto refuse = [&](const Error& error, int status = 0) {
        refusal = status == 0 ? problemAnswer(error, call->request.id) : problemAnswer(error, status, call->request.id);
        return nullptr;
    };
    const auto upload = uploadOf(parts, *call);
    if (!upload)
        return refuse(upload.error());
    if (call->request.header("content-type") != "application/offset+octet-stream")
        return refuse({ErrorCode::MalformedInput, QStringLiteral("Content-Type"), {}});
    bool read = false;
    const qint64 at = call->request.header("upload-offset").toLongLong(&read);
    if (!read || at < 0)
        return refuse({ErrorCode::MalformedInput, QStringLiteral("Upload-Offset"), {}});
    auto appending = parts.files.append(upload->first);
    if (!appending)
        return refuse(appending.error());
    if ((*appending)->offset() != at)
        return refuse({ErrorCode::StateChanged, QStringLiteral("Upload-Offset"), {}}, 409);
    return std::make_unique<UploadSink>(parts, call, upload->first, upload->second, std::move(*appending));
}

} // namespace

std::vector<Route> uploadRoutes(const ApiParts& parts)
{
    Route append{Method::Patch, wire::routes::upload, Admission::Session, {}};
    append.open = [parts](const CallPointer& call, std::optional<Response>& refusal) {
        return openSink(parts, call, refusal);
    };
    append.bodyLimit = limits::fileBytes;
    return {{Method::Post,
             wire::routes::uploads,
             Admission::Session,
             [parts](const CallPointer& call, const Responder& responder) { responder.answer(begin(parts, *call)); },
             {},
             largestRequest},
            {Method::Head, wire::routes::upload, Admission::Session,
             [parts](const CallPointer& call, const Responder& responder) { responder.answer(offset(parts, *call)); }},
            append};
}

} // namespace diakinisi::server
