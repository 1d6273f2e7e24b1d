#include "desk/key_choices.h"

#include "signing/keys/system_key.h"
#include "wire/json_reader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace diakinisi::desk {

namespace {

const QString ownPinsKey = QStringLiteral("own-signature-pins");
const QString certificatesKey = QStringLiteral("certificates");

QJsonArray ownPins(const Parts& parts)
{
    const auto stored = parts.store->memory().value(ownPinsKey);
    const auto json = stored && *stored ? wire::readJsonObject(**stored) : fail(ErrorCode::NotFound);
    return json ? json->value(certificatesKey).toArray() : QJsonArray();
}

std::optional<KeyChoice> keyOf(const storage::StoredKeyFile& stored)
{
    const auto json = wire::readJsonObject(stored.about);
    const auto certificate = json ? Sha256::fromHex(json->value(u"certificate").toString()) : std::nullopt;
    if (!certificate)
        return std::nullopt;
    KeyChoice key;
    key.uri = QStringLiteral("p12:") + stored.path;
    key.name = json->value(u"name").toString();
    key.issuer = json->value(u"issuer").toString();
    key.notBefore = instantFromIso(json->value(u"notBefore").toString()).value_or(Instant{});
    key.notAfter = instantFromIso(json->value(u"notAfter").toString()).value_or(Instant{});
    key.certificate = *certificate;
    return key;
}

PinTries triesOf(signing::PinTries tries)
{
    switch (tries) {
    case signing::PinTries::Few:
        return PinTries::Few;
    case signing::PinTries::Last:
        return PinTries::Last;
    case signing::PinTries::None:
        return PinTries::None;
    case signing::PinTries::Enough:
        break;
    }
    return PinTries::Enough;
}

KeyChoice keyOf(const signing::TokenFacts& token, const signing::TokenCertificate& certificate)
{
    KeyChoice key = choiceOf(certificate.uri, certificate.facts);
    key.place = KeyPlace::Token;
    key.pinEntry = token.onPad ? PinEntry::OnPad : PinEntry::Typed;
    key.pinTries = triesOf(token.tries);
    key.token = token.label;
    key.tokenSerial = token.serial;
    return key;
}

} // namespace

KeyChoice choiceOf(const QString& uri, const signing::CertificateFacts& facts)
{
    KeyChoice key;
    key.uri = uri;
    key.name = facts.commonName;
    key.issuer = facts.issuer;
    key.notBefore = facts.notBefore;
    key.notAfter = facts.notAfter;
    key.certificate = facts.fingerprint;
    key.suitable = facts.maySign;
    return key;
}

void noteOwnSignaturePin(const Parts& parts, const Sha256& certificate)
{
    QJsonArray all = ownPins(parts);
    if (all.contains(certificate.hex()))
        return;
    all += certificate.hex();
    const QByteArray bytes = QJsonDocument(QJsonObject{{certificatesKey, all}}).toJson(QJsonDocument::Compact);
    static_cast<void>(parts.store->memory().setValue(ownPinsKey, bytes)); // at worst it is learnt once more
}

void markOwnSignaturePins(const Parts& parts, std::vector<KeyChoice>& keys)
{
    const QJsonArray all = ownPins(parts);
    for (KeyChoice& key : keys)
        key.ownSignaturePin = key.place == KeyPlace::Token && all.contains(key.certificate.hex());
}

QByteArray aboutKeyFile(const KeyChoice& key)
{
    const QJsonObject json{{QStringLiteral("name"), key.name},
                           {QStringLiteral("issuer"), key.issuer},
                           {QStringLiteral("notBefore"), toIso(key.notBefore)},
                           {QStringLiteral("notAfter"), toIso(key.notAfter)},
                           {QStringLiteral("certificate"), key.certificate.hex()}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::vector<KeyChoice> keysElsewhere(const Parts& parts)
{
    std::vector<KeyChoice> keys;
    if (const auto stored = parts.store->memory().keyFiles())
        for (const storage::StoredKeyFile& file : *stored)
            if (auto key = keyOf(file))
                keys.push_back(std::move(*key));
    if (const auto certificates = signing::systemCertificates())
        for (const signing::CertificateFacts& facts : *certificates) {
            keys.push_back(choiceOf(QStringLiteral("store:") + facts.fingerprint.hex(), facts));
            keys.back().place = KeyPlace::System;
            keys.back().pinEntry = PinEntry::System;
        }
    return keys;
}

std::vector<KeyChoice> keysOnTokens(const std::vector<signing::ModuleListing>& modules)
{
    std::vector<KeyChoice> committing;
    std::vector<KeyChoice> others;
    for (const signing::ModuleListing& module : modules)
        for (const signing::TokenListing& token : module.tokens) {
            const auto commits = [](const signing::TokenCertificate& each) { return each.facts.nonRepudiation; };
            const bool any = std::ranges::any_of(token.certificates, commits);
            for (const signing::TokenCertificate& each : token.certificates)
                if (each.facts.maySign && (!any || commits(each)))
                    (any ? committing : others).push_back(keyOf(token.facts, each));
        }
    committing.insert(committing.end(), others.begin(), others.end());
    return committing;
}

} // namespace diakinisi::desk
