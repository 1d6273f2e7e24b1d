#include "pdf/security.h"

#include "pdf/ciphers.h"

#include <QCryptographicHash>

#include <algorithm>

namespace diakinisi::pdf {

namespace {

using Hash = QCryptographicHash;

constexpr qsizetype block = 16;
const QByteArray padding =
    QByteArray::fromHex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a"); // 7.6.3.3

QByteArray md5(const QByteArray& bytes)
{
    return Hash::hash(bytes, Hash::Md5);
}

QByteArray bytesOf(const Value& value)
{
    return value.text() ? value.text()->bytes : QByteArray();
}

QByteArray littleEndian(std::uint32_t number, int bytes)
{
    QByteArray result;
    for (int i = 0; i < bytes; ++i)
        result += static_cast<char>((number >> (8 * i)) & 0xff);
    return result;
}

/// ISO 32000-2, algorithm 2.B with the empty password.
QByteArray hardenedHash(const QByteArray& salt)
{
    QByteArray k = Hash::hash(salt, Hash::Sha256);
    for (int round = 0, last = 0; round < 64 || round < last + 32; ++round) {
        const auto e = aesEncrypt(k.left(16), k.mid(16, 16), k.repeated(64), false);
        if (!e)
            return {};
        int sum = 0;
        for (const char c : e->left(16))
            sum += static_cast<unsigned char>(c);
        static constexpr Hash::Algorithm kinds[] = {Hash::Sha256, Hash::Sha384, Hash::Sha512};
        k = Hash::hash(*e, kinds[sum % 3]);
        last = static_cast<unsigned char>(e->back());
    }
    return k.left(32);
}

/// 7.6.1: a signature's value is never encrypted.
bool isSignature(const Dict& dict)
{
    const Value& type = dict["Type"];
    return dict.contains("ByteRange") && dict["Contents"].text() &&
           (type.isNull() || type.isName("Sig") || type.isName("DocTimeStamp"));
}

/// The value with every string put through `change`.
Value mapped(const Value& value, const std::function<Text(const Text&)>& change)
{
    if (const Text* text = value.text())
        return change(*text);
    if (value.isArray()) {
        Array items;
        items.reserve(value.array().size());
        for (const Value& item : value.array())
            items.push_back(mapped(item, change));
        return items;
    }
    if (!value.isDict())
        return value;
    const Dict& old = value.dict();
    const bool signature = isSignature(old);
    Dict dict;
    for (const auto& [key, item] : old.entries())
        dict.append(key, signature && key == "Contents" ? item : mapped(item, change));
    return dict;
}

tl::unexpected<Error> refused(const char* why)
{
    return fail(ErrorCode::PdfEncrypted, {}, QString::fromLatin1(why));
}

} // namespace

Result<Security> Security::open(const Dict& encrypt, const QByteArray& firstId)
{
    if (!encrypt["Filter"].isName("Standard"))
        return refused("encrypted for certificates or by an unknown handler");
    const std::int64_t version = encrypt["V"].integer();
    Security security;
    security.m_revision = encrypt["R"].integer();
    security.m_permissions = static_cast<std::uint32_t>(encrypt["P"].integer() & 0xffffffff);
    security.m_encryptMetadata = !encrypt.contains("EncryptMetadata") || encrypt["EncryptMetadata"].isTrue();
    const std::int64_t revision = security.m_revision;
    const bool old = (version == 1 || version == 2) && (revision == 2 || revision == 3);
    const bool filters = version == 4 && revision == 4;
    const bool aes256 = version == 5 && (revision == 5 || revision == 6);
    if (!old && !filters && !aes256)
        return refused("encrypted with an unknown algorithm");
    security.m_strings = old ? Method::Rc4 : security.methodOf(encrypt, "StrF");
    security.m_streams = old ? Method::Rc4 : security.methodOf(encrypt, "StmF");
    if (!(aes256 ? security.openWithAes256(encrypt) : security.openWithMd5(encrypt, firstId)))
        return refused("a password is needed");
    return security;
}

Security::Method Security::methodOf(const Dict& encrypt, const char* use) const
{
    const QByteArray filter = encrypt[use].name();
    const Value& method = encrypt["CF"].dict()[filter].dict()["CFM"];
    if (method.isName("V2"))
        return Method::Rc4;
    if (method.isName("AESV2"))
        return Method::Aes128;
    return method.isName("AESV3") ? Method::Aes256 : Method::None;
}

/// 7.6.3.3 and 7.6.3.4: the key from the empty password, and whether it is the user's.
bool Security::openWithMd5(const Dict& encrypt, const QByteArray& firstId)
{
    const QByteArray owner = bytesOf(encrypt["O"]);
    const QByteArray user = bytesOf(encrypt["U"]);
    std::int64_t bits = encrypt["Length"].integer(m_revision == 4 ? 128 : 40);
    bits = bits < 40 ? bits * 8 : bits; // some makers count bytes
    const qsizetype length = m_revision == 2 ? 5 : static_cast<qsizetype>(std::clamp<std::int64_t>(bits / 8, 5, 16));
    QByteArray seed = padding + owner.left(32) + littleEndian(m_permissions, 4) + firstId;
    if (m_revision >= 4 && !m_encryptMetadata)
        seed += QByteArray(4, '\xff');
    m_key = md5(seed);
    for (int i = 0; m_revision >= 3 && i < 50; ++i)
        m_key = md5(m_key.left(length));
    m_key = m_key.left(length);
    if (m_revision == 2)
        return user == rc4(m_key, padding);
    QByteArray check = md5(padding + firstId);
    for (int i = 0; i < 20; ++i) {
        QByteArray key = m_key;
        for (char& c : key)
            c = static_cast<char>(c ^ i);
        check = rc4(key, check);
    }
    return user.left(16) == check;
}

bool Security::openWithAes256(const Dict& encrypt)
{
    const QByteArray user = bytesOf(encrypt["U"]);
    const QByteArray wrapped = bytesOf(encrypt["UE"]);
    if (user.size() < 48 || wrapped.size() < 32)
        return false;
    const auto hash = [&](const QByteArray& salt) {
        return m_revision == 6 ? hardenedHash(salt) : Hash::hash(salt, Hash::Sha256);
    };
    if (hash(user.mid(32, 8)) != user.left(32))
        return false;
    const QByteArray none(block, '\0');
    const auto key = aesDecrypt(hash(user.mid(40, 8)), none, wrapped.left(32), false);
    const auto permissions = key ? aesDecrypt(*key, none, bytesOf(encrypt["Perms"]).left(16), false) : std::nullopt;
    // ISO 32000-2, 7.6.4.4.12: rights that are not vouched for are no rights.
    if (!permissions || permissions->mid(9, 3) != "adb" || permissions->left(4) != littleEndian(m_permissions, 4))
        m_permissions = 0;
    m_key = key.value_or(QByteArray());
    return key.has_value();
}

bool Security::mayFillFields() const
{
    return (m_permissions & (1U << 5)) != 0 || (m_revision >= 3 && (m_permissions & (1U << 8)) != 0);
}

bool Security::mayAddFields() const
{
    return (m_permissions & (1U << 3)) != 0 && (m_permissions & (1U << 5)) != 0;
}

/// 7.6.2, algorithm 1.
QByteArray Security::keyFor(Method method, Ref owner) const
{
    if (method == Method::Aes256)
        return m_key;
    QByteArray seed = m_key + littleEndian(static_cast<std::uint32_t>(owner.number), 3) +
                      littleEndian(static_cast<std::uint32_t>(owner.generation), 2);
    if (method == Method::Aes128)
        seed += "sAlT";
    return md5(seed).left(std::min<qsizetype>(m_key.size() + 5, 16));
}

Result<QByteArray> Security::unlock(Method method, Ref owner, const QByteArray& bytes) const
{
    if (method == Method::None || bytes.isEmpty())
        return bytes;
    if (method == Method::Rc4)
        return rc4(keyFor(method, owner), bytes);
    const auto plain = aesDecrypt(keyFor(method, owner), bytes.left(block), bytes.mid(block), true);
    if (!plain)
        return fail(ErrorCode::PdfBroken, {}, QStringLiteral("encrypted data are damaged"));
    return *plain;
}

QByteArray Security::lock(Method method, Ref owner, const QByteArray& bytes) const
{
    if (method == Method::None)
        return bytes;
    const QByteArray key = keyFor(method, owner);
    if (method == Method::Rc4)
        return rc4(key, bytes);
    // Derived, not drawn: nobody without the key can foresee it, and other bytes have another one.
    const QByteArray iv =
        Hash::hash(key + littleEndian(static_cast<std::uint32_t>(owner.number), 4) + bytes, Hash::Sha256).left(block);
    return iv + aesEncrypt(key, iv, bytes, true).value_or(QByteArray());
}

Value Security::unlockStrings(const Value& value, Ref owner) const
{
    if (m_strings == Method::None)
        return value;
    return mapped(value, [&](const Text& text) {
        return Text{unlock(m_strings, owner, text.bytes).value_or(QByteArray()), text.hexadecimal, text.at,
                    text.length};
    });
}

Value Security::lockStrings(const Value& value, Ref owner) const
{
    if (m_strings == Method::None)
        return value;
    return mapped(value, [&](const Text& text) { return Text{lock(m_strings, owner, text.bytes), true}; });
}

Security::Method Security::streamMethod(const Dict& dict) const
{
    const Value& filter = dict["Filter"];
    const Value& first = filter.isArray() && !filter.array().empty() ? filter.array().front() : filter;
    // A filter of its own (7.4.10) is in use for what stays readable; one by another name than Identity is unknown.
    const bool readable =
        first.isName("Crypt") || dict["Type"].isName("XRef") || (dict["Type"].isName("Metadata") && !m_encryptMetadata);
    return readable ? Method::None : m_streams;
}

Result<QByteArray> Security::unlockStream(const Dict& dict, Ref owner, const QByteArray& bytes) const
{
    return unlock(streamMethod(dict), owner, bytes);
}

QByteArray Security::lockStream(const Dict& dict, Ref owner, const QByteArray& bytes) const
{
    return lock(streamMethod(dict), owner, bytes);
}

} // namespace diakinisi::pdf
