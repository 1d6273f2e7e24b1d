#include "signing/keys/tokens_json.h"

#include <QJsonArray>

namespace diakinisi::signing::tokensjson {

namespace {

const QString moduleKey = QStringLiteral("module");
constexpr int mostTokens = 64;

QJsonValue fromProblem(const std::optional<Error>& problem)
{
    if (!problem)
        return {};
    return QJsonObject{{QStringLiteral("code"), errorWord(problem->code)},
                       {QStringLiteral("subject"), problem->subject},
                       {QStringLiteral("cause"), problem->cause}};
}

std::optional<Error> toProblem(const QJsonValue& json)
{
    if (!json.isObject())
        return std::nullopt;
    return Error{errorCode(json[u"code"].toString()), json[u"subject"].toString(), json[u"cause"].toString()};
}

QJsonObject fromFacts(const TokenFacts& facts)
{
    return {{QStringLiteral("label"), facts.label},
            {QStringLiteral("manufacturer"), facts.manufacturer},
            {QStringLiteral("model"), facts.model},
            {QStringLiteral("serial"), facts.serial},
            {QStringLiteral("slot"), facts.slot},
            {QStringLiteral("slotId"), QString::number(facts.slotId)},
            {QStringLiteral("tries"), static_cast<int>(facts.tries)},
            {QStringLiteral("pinSet"), facts.pinSet},
            {QStringLiteral("onPad"), facts.onPad},
            {QStringLiteral("needsPin"), facts.needsPin},
            {QStringLiteral("shortestPin"), facts.shortestPin}};
}

TokenFacts toFacts(const QJsonObject& json)
{
    TokenFacts facts;
    facts.label = json[u"label"].toString();
    facts.manufacturer = json[u"manufacturer"].toString();
    facts.model = json[u"model"].toString();
    facts.serial = json[u"serial"].toString();
    facts.slot = json[u"slot"].toString();
    facts.slotId = json[u"slotId"].toString().toULongLong();
    const int tries = json[u"tries"].toInt();
    facts.tries =
        tries >= 0 && tries <= static_cast<int>(PinTries::None) ? static_cast<PinTries>(tries) : PinTries::Enough;
    facts.pinSet = json[u"pinSet"].toBool();
    facts.onPad = json[u"onPad"].toBool();
    facts.needsPin = json[u"needsPin"].toBool();
    facts.shortestPin = json[u"shortestPin"].toInt();
    return facts;
}

QJsonObject fromCertificate(const TokenCertificate& certificate)
{
    return {{QStringLiteral("der"), QString::fromLatin1(certificate.der.toBase64())},
            {QStringLiteral("id"), QString::fromLatin1(certificate.id.toHex())},
            {QStringLiteral("label"), certificate.label},
            {QStringLiteral("uri"), certificate.uri}};
}

std::optional<TokenCertificate> toCertificate(const QJsonObject& json)
{
    TokenCertificate certificate;
    certificate.der = QByteArray::fromBase64(json[u"der"].toString().toLatin1());
    const Result<CertificateFacts> facts = readCertificate(certificate.der);
    if (!facts)
        return std::nullopt;
    certificate.facts = *facts;
    certificate.id = QByteArray::fromHex(json[u"id"].toString().toLatin1());
    certificate.label = json[u"label"].toString();
    certificate.uri = json[u"uri"].toString();
    return certificate;
}

QJsonObject fromToken(const TokenListing& token)
{
    QJsonArray certificates;
    for (const TokenCertificate& certificate : token.certificates)
        certificates += fromCertificate(certificate);
    return {{QStringLiteral("facts"), fromFacts(token.facts)},
            {QStringLiteral("certificates"), certificates},
            {QStringLiteral("problem"), fromProblem(token.problem)}};
}

TokenListing toToken(const QJsonObject& json)
{
    TokenListing token;
    token.facts = toFacts(json[u"facts"].toObject());
    token.problem = toProblem(json[u"problem"]);
    const QJsonArray certificates = json[u"certificates"].toArray();
    for (const QJsonValue& each : certificates)
        if (auto certificate = toCertificate(each.toObject()))
            token.certificates.push_back(std::move(*certificate));
    return token;
}

} // namespace

QJsonObject question(const QString& path, Instant now)
{
    return {{QStringLiteral("verb"), QStringLiteral("tokens")}, {moduleKey, path}, {QStringLiteral("at"), toIso(now)}};
}

std::optional<Asked> toAsked(const QJsonObject& head)
{
    const auto now = instantFromIso(head[u"at"].toString());
    const QString path = head[moduleKey].toString();
    if (!now || path.isEmpty())
        return std::nullopt;
    return Asked{path, *now};
}

QJsonObject fromListing(const ModuleListing& listing)
{
    QJsonArray tokens;
    for (const TokenListing& token : listing.tokens)
        tokens += fromToken(token);
    return {{QStringLiteral("name"), listing.name},
            {QStringLiteral("tokens"), tokens},
            {QStringLiteral("problem"), fromProblem(listing.problem)}};
}

ModuleListing toListing(const QJsonObject& head, const QString& path)
{
    ModuleListing listing;
    listing.path = path;
    const QJsonArray tokens = head[u"tokens"].toArray();
    if (!head[u"tokens"].isArray() || tokens.size() > mostTokens) {
        listing.problem = Error{ErrorCode::WorkerDied, path, QStringLiteral("the worker's answer is none")};
        return listing;
    }
    listing.name = head[u"name"].toString();
    listing.problem = toProblem(head[u"problem"]);
    for (const QJsonValue& token : tokens)
        listing.tokens.push_back(toToken(token.toObject()));
    return listing;
}

} // namespace diakinisi::signing::tokensjson
