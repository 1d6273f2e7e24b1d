#include "server/office/stored_json.h"

#include "wire/json_reader.h"

namespace diakinisi::server {

Result<QJsonObject> storedObject(const QByteArray& bytes)
{
    // A state row grows with its document, and the organisation's with its persons: wider than a message may be.
    constexpr wire::JsonLimits ours{96, 256 * limits::miB};
    auto object = wire::readJsonObject(bytes, ours);
    if (!object)
        return fail(ErrorCode::StoreBroken, {}, object.error().cause);
    return object;
}

} // namespace diakinisi::server
