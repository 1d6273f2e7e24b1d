#include "ledger/payload.h"

#include "ledger/canonical_json.h"
#include "ledger/members.h"

#include <algorithm>
#include <array>

namespace diakinisi::ledger {

namespace {

struct NamedPart {
    const char16_t* name;
    std::optional<SealedPart> Payload::*part;
};
/// In the order of the payload digest.
constexpr std::array<NamedPart, 3> parts{
    {{u"public", &Payload::open}, {u"restricted", &Payload::restricted}, {u"personal", &Payload::personal}}};

Sha256 partDigest(const QByteArray& salt, const QByteArray& bytes)
{
    Sha256Stream stream;
    stream.add(salt);
    stream.add(bytes);
    return stream.value();
}

QJsonObject partToJson(const SealedPart& part)
{
    if (!part.isOpen())
        return {{QStringLiteral("digest"), part.digest.hex()}};
    return {{QStringLiteral("salt"), toBase64Url(part.salt)},
            {QStringLiteral("value"), canonicalObject(part.bytes).value_or(QJsonObject{})}};
}

Result<SealedPart> partFromJson(const QJsonObject& json)
{
    Members members(json);
    SealedPart part;
    if (members.has(u"digest")) {
        members.take(u"digest", part.digest);
        if (!members.good() || members.has(u"salt") || members.has(u"value"))
            return fail(ErrorCode::MalformedInput, QStringLiteral("digest"));
        return part;
    }
    members.take(u"salt", part.salt, SealedPart::saltBytes);
    if (!members.good())
        return members.failure();
    const QJsonValue value = json.value(u"value");
    if (!value.isObject())
        return fail(ErrorCode::MalformedInput, QStringLiteral("value"));
    auto bytes = canonicalBytes(value.toObject());
    if (!bytes)
        return fail(std::move(bytes.error()));
    return sealedPart(part.salt, *bytes);
}

} // namespace

SealedPart sealedPart(const QByteArray& salt, const QByteArray& canonicalBytes)
{
    return {salt, canonicalBytes, partDigest(salt, canonicalBytes)};
}

Sha256 payloadDigest(const Payload& payload)
{
    QByteArray bytes;
    bytes.reserve(3 * (1 + static_cast<qsizetype>(Sha256::size)));
    for (const NamedPart& named : parts) {
        const auto& part = payload.*named.part;
        bytes.append(part ? '\1' : '\0');
        if (part)
            bytes.append(part->digest.raw());
    }
    return Sha256::of(bytes);
}

Result<Payload> sealed(const QJsonObject& open, const QJsonObject& restricted, const QJsonObject& personal,
                       RandomSource& random)
{
    Payload payload;
    const std::array<const QJsonObject*, 3> objects{&open, &restricted, &personal};
    const auto count = std::count_if(objects.begin(), objects.end(), [](const auto* o) { return !o->isEmpty(); });
    QByteArray salts = count > 0 ? random.bytes(count * SealedPart::saltBytes) : QByteArray();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (objects[i]->isEmpty())
            continue;
        auto bytes = canonicalBytes(*objects[i]);
        if (!bytes)
            return fail(ErrorCode::MalformedInput, QString::fromUtf16(parts[i].name), bytes.error().cause);
        payload.*parts[i].part = sealedPart(salts.first(SealedPart::saltBytes), *bytes);
        salts.remove(0, SealedPart::saltBytes);
    }
    return payload;
}

Payload withheld(const Payload& payload, bool restricted, bool personal)
{
    Payload result = payload;
    if (restricted && result.restricted)
        result.restricted = result.restricted->withheld();
    if (personal && result.personal)
        result.personal = result.personal->withheld();
    return result;
}

Done checkParts(const Payload& payload)
{
    for (const NamedPart& named : parts) {
        const auto& part = payload.*named.part;
        if (part && part->isOpen() && partDigest(part->salt, part->bytes) != part->digest)
            return fail(ErrorCode::DigestMismatch, QString::fromUtf16(named.name));
    }
    return {};
}

QJsonObject toJson(const Payload& payload)
{
    QJsonObject json;
    for (const NamedPart& named : parts)
        if (const auto& part = payload.*named.part)
            json.insert(QStringView(named.name), partToJson(*part));
    return json;
}

Result<Payload> payloadFromJson(const QJsonObject& json)
{
    Payload payload;
    for (const NamedPart& named : parts) {
        const QJsonValue value = json.value(QStringView(named.name));
        if (value.isUndefined())
            continue;
        auto part =
            value.isObject() ? partFromJson(value.toObject()) : Result<SealedPart>(fail(ErrorCode::MalformedInput));
        if (!part) {
            const QString name = QString::fromUtf16(named.name);
            const QString inner = part.error().subject;
            return fail(ErrorCode::MalformedInput, inner.isEmpty() ? name : name + u'.' + inner, part.error().cause);
        }
        payload.*named.part = std::move(*part);
    }
    return payload;
}

} // namespace diakinisi::ledger
