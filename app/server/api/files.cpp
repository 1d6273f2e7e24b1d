#include "server/api/answers.h"
#include "server/api/api.h"
#include "wire/routes.h"

#include <QFileInfo>

namespace diakinisi::server {
namespace {

struct Range {
    qint64 first = 0;
    qint64 length = 0;
};

/// One range of bytes (RFC 9110, 14.1.2), within a file of this size. Nothing for one that cannot be satisfied.
std::optional<Range> rangeOf(const QByteArray& header, qint64 size)
{
    const qsizetype dash = header.indexOf('-');
    const QByteArray from = header.mid(6, dash - 6).trimmed();
    const QByteArray to = header.mid(dash + 1).trimmed();
    bool fromRead = false;
    bool toRead = false;
    qint64 first = from.toLongLong(&fromRead);
    qint64 last = to.toLongLong(&toRead);
    if (from.isEmpty()) { // the last so many
        if (!toRead || last <= 0)
            return std::nullopt;
        first = std::max<qint64>(0, size - last);
        last = size - 1;
    } else if (to.isEmpty()) {
        last = size - 1;
        toRead = fromRead;
    }
    if ((!from.isEmpty() && !fromRead) || !toRead || first < 0 || first >= size || last < first)
        return std::nullopt;
    return Range{first, std::min(last, size - 1) - first + 1};
}

/// Only what is one plain range is taken as one; anything else gets the whole file, as RFC 9110 allows.
bool asksForRange(const QByteArray& header)
{
    return header.startsWith("bytes=") && header.contains('-') && !header.contains(',');
}

Result<QString> readablePath(const ApiParts& parts, const Call& call)
{
    const auto digest = Sha256::fromHex(call.captures.value(0));
    if (!digest)
        return fail(ErrorCode::NotFound, QStringLiteral("file"));
    const auto view = parts.office.view();
    if (!view)
        return fail(view.error());
    const auto readable = (*view)->mayReadFile(call.session.person, *digest);
    if (!readable)
        return fail(readable.error());
    if (!*readable || !parts.files.has(*digest))
        return fail(ErrorCode::NotFound, QStringLiteral("file"));
    const auto restricted = (*view)->restrictedWith(call.session.person, *digest);
    if (!restricted)
        return fail(restricted.error());
    for (const domain::DocumentId& document : *restricted)
        if (const Done noted = parts.accessLog.note(call.session, document, QStringLiteral("file"), *digest); !noted)
            return fail(noted.error());
    return parts.files.path(*digest);
}

Response send(const ApiParts& parts, const Call& call)
{
    const auto path = readablePath(parts, call);
    if (!path)
        return problemAnswer(path.error(), call.request.id);
    const qint64 size = QFileInfo(*path).size();
    Response response{.contentType = "application/octet-stream",
                      .headers = {{"Accept-Ranges", "bytes"},
                                  {"ETag", '"' + call.captures.value(0).toLatin1() + '"'},
                                  {"Cache-Control", "private, no-store"},
                                  {"Content-Disposition", "attachment"}},
                      .file = FileSlice{*path, 0, size}};
    const QByteArray wanted = call.request.header("range");
    if (!asksForRange(wanted))
        return response;
    const auto range = rangeOf(wanted, size);
    if (!range) {
        Response refused = problemAnswer({ErrorCode::FieldInvalid, QStringLiteral("Range"), {}}, 416, call.request.id);
        refused.headers.emplace_back("Content-Range", "bytes */" + QByteArray::number(size));
        return refused;
    }
    response.status = 206;
    response.headers.emplace_back("Content-Range", "bytes " + QByteArray::number(range->first) + '-' +
                                                       QByteArray::number(range->first + range->length - 1) + '/' +
                                                       QByteArray::number(size));
    response.file = FileSlice{*path, range->first, range->length};
    return response;
}

} // namespace

std::vector<Route> fileRoutes(const ApiParts& parts)
{
    return {{Method::Get, wire::routes::file, Admission::Session,
             [parts](const CallPointer& call, const Responder& responder) { responder.answer(send(parts, *call)); }}};
}

} // namespace diakinisi::server
