#include "ledger/signed_head.h"

#include "ledger/canonical_json.h"
#include "ledger/members.h"

#include <openssl/evp.h>

#include <cstdlib>
#include <memory>
#include <utility>

namespace diakinisi::ledger {

namespace {

constexpr std::size_t keyBytes = 32;
constexpr std::size_t signatureBytes = 64;

struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

const unsigned char* raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

Key privateKey(const Secret& seed)
{
    return Key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, raw(seed.view()), keyBytes));
}

QJsonObject headToJson(const Head& head)
{
    return {{QStringLiteral("ledger"), head.ledger.toString()},
            {QStringLiteral("epoch"), head.epoch},
            {QStringLiteral("size"), head.size},
            {QStringLiteral("root"), head.root.hex()},
            {QStringLiteral("at"), toIso(head.at)}};
}

/// What is signed: a line that says what it is, so that the key can never be made to sign anything else, and the head.
Result<QByteArray> signedBytes(const Head& head)
{
    auto bytes = canonicalBytes(headToJson(head));
    if (!bytes)
        return bytes;
    return bytes->prepend("diakinisi-ledger-head-1\n");
}

} // namespace

HeadKey HeadKey::make(RandomSource& random)
{
    auto key = fromSeed(Secret(random.bytes(static_cast<qsizetype>(keyBytes))));
    if (!key)
        std::abort(); // out of memory, or an OpenSSL without Ed25519
    return std::move(*key);
}

Result<HeadKey> HeadKey::fromSeed(Secret seed)
{
    if (seed.size() != static_cast<qsizetype>(keyBytes))
        return fail(ErrorCode::KeyUnreadable, {}, QStringLiteral("an Ed25519 seed has 32 bytes"));
    const Key key = privateKey(seed);
    QByteArray publicKey(static_cast<qsizetype>(keyBytes), '\0');
    std::size_t size = keyBytes;
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char*>(publicKey.data()), &size) != 1)
        return fail(ErrorCode::KeyUnreadable, {}, QStringLiteral("OpenSSL takes no Ed25519 key"));
    return HeadKey(std::move(seed), std::move(publicKey));
}

Result<SignedHead> HeadKey::sign(const Head& head) const
{
    const auto bytes = signedBytes(head);
    if (!bytes)
        return fail(bytes.error());
    const Key key = privateKey(m_seed);
    const Context context(EVP_MD_CTX_new());
    QByteArray signature(static_cast<qsizetype>(signatureBytes), '\0');
    std::size_t size = signatureBytes;
    if (!key || !context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, raw(*bytes),
                       static_cast<std::size_t>(bytes->size())) != 1)
        return fail(ErrorCode::InternalFault, {}, QStringLiteral("Ed25519 signing failed"));
    return SignedHead{head, id(), signature};
}

Done verify(const SignedHead& head, QByteArrayView publicKey)
{
    const auto bytes = signedBytes(head.head);
    if (!bytes || publicKey.size() != static_cast<qsizetype>(keyBytes) || head.key != Sha256::of(publicKey))
        return fail(ErrorCode::SignatureBroken, {}, QStringLiteral("not by this key"));
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(publicKey), keyBytes));
    const Context context(EVP_MD_CTX_new());
    if (!key || !context || EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestVerify(context.get(), raw(head.signature), static_cast<std::size_t>(head.signature.size()),
                         raw(*bytes), static_cast<std::size_t>(bytes->size())) != 1)
        return fail(ErrorCode::SignatureBroken, {}, QStringLiteral("the signature does not fit the head"));
    return {};
}

QJsonObject toJson(const SignedHead& head)
{
    QJsonObject json = headToJson(head.head);
    json.insert(u"key", head.key.hex());
    json.insert(u"signature", toBase64Url(head.signature));
    return json;
}

Result<SignedHead> signedHeadFromJson(const QJsonObject& json)
{
    Members members(json);
    SignedHead head;
    members.take(u"ledger", head.head.ledger);
    members.take(u"epoch", head.head.epoch, 1);
    members.take(u"size", head.head.size, 0);
    members.take(u"root", head.head.root);
    members.take(u"at", head.head.at);
    members.take(u"key", head.key);
    members.take(u"signature", head.signature, static_cast<qsizetype>(signatureBytes));
    if (!members.good())
        return members.failure();
    return head;
}

} // namespace diakinisi::ledger
