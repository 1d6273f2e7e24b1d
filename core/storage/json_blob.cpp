#include "storage/json_blob.h"

#include "base/limits.h"
#include "ledger/canonical_json.h"
#include "wire/command_json.h"
#include "wire/document_json.h"
#include "wire/json_reader.h"

namespace diakinisi::storage {

namespace {

constexpr wire::JsonLimits blobLimits{.depth = 96, .bytes = 64 * limits::miB};

template <class T, class Read>
Result<T> read(const QByteArray& blob, Read&& fromJson)
{
    const auto json = wire::readJsonObject(blob, blobLimits);
    if (!json)
        return fail(ErrorCode::StoreBroken, json.error().subject, json.error().cause);
    Result<T> value = fromJson(*json);
    if (!value)
        return fail(ErrorCode::StoreBroken, value.error().subject,
                    errorWord(value.error().code) + u' ' + value.error().cause);
    return value;
}

} // namespace

Result<QByteArray> toBlob(const domain::Document& document)
{
    return ledger::canonicalBytes(wire::toJson(document));
}

Result<domain::Document> documentFromBlob(const QByteArray& blob)
{
    return read<domain::Document>(blob, [](const QJsonObject& json) { return wire::documentFromJson(json); });
}

Result<QByteArray> toBlob(const domain::Command& command)
{
    return ledger::canonicalBytes(wire::toJson(command));
}

Result<domain::Command> commandFromBlob(const QByteArray& blob)
{
    return read<domain::Command>(blob, [](const QJsonObject& json) { return wire::commandFromJson(json); });
}

Result<ledger::Record> recordFromBlob(const QByteArray& blob)
{
    return read<ledger::Record>(blob, [](const QJsonObject& json) { return ledger::recordFromJson(json); });
}

} // namespace diakinisi::storage
