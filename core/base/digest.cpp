#include "base/digest.h"

#include <QIODevice>

#include <openssl/evp.h>

#include <algorithm>
#include <cstdlib>

namespace diakinisi {

struct Sha256Stream::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    State()
    {
        if (!context || EVP_DigestInit_ex(context, EVP_sha256(), nullptr) != 1)
            std::abort(); // out of memory or an OpenSSL without SHA-256
    }
    ~State() { EVP_MD_CTX_free(context); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
};

Sha256Stream::Sha256Stream() : m_state(std::make_unique<State>()) {}
Sha256Stream::~Sha256Stream() = default;
Sha256Stream::Sha256Stream(Sha256Stream&&) noexcept = default;
Sha256Stream& Sha256Stream::operator=(Sha256Stream&&) noexcept = default;

void Sha256Stream::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_state->context, bytes.data(), static_cast<std::size_t>(bytes.size()));
}

Sha256 Sha256Stream::value() const
{
    State copy;
    EVP_MD_CTX_copy_ex(copy.context, m_state->context);
    QByteArray raw(static_cast<qsizetype>(Sha256::size), '\0');
    EVP_DigestFinal_ex(copy.context, reinterpret_cast<unsigned char*>(raw.data()), nullptr);
    return *Sha256::fromRaw(raw);
}

Sha256 Sha256::of(QByteArrayView bytes)
{
    Sha256 result;
    EVP_Digest(bytes.data(), static_cast<std::size_t>(bytes.size()), result.m_bytes.data(), nullptr, EVP_sha256(),
               nullptr);
    return result;
}

std::optional<Sha256> Sha256::fromRaw(QByteArrayView raw)
{
    if (raw.size() != static_cast<qsizetype>(size))
        return std::nullopt;
    Sha256 result;
    std::transform(raw.begin(), raw.end(), result.m_bytes.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
    return result;
}

std::optional<Sha256> Sha256::fromHex(QStringView hex)
{
    if (hex.size() != static_cast<qsizetype>(2 * size))
        return std::nullopt;
    const bool clean = std::all_of(hex.begin(), hex.end(),
                                   [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    if (!clean)
        return std::nullopt;
    return fromRaw(QByteArray::fromHex(hex.toLatin1()));
}

QByteArray Sha256::raw() const
{
    return QByteArray(reinterpret_cast<const char*>(m_bytes.data()), static_cast<qsizetype>(size));
}

QString Sha256::hex() const
{
    return QString::fromLatin1(raw().toHex());
}

Result<Sha256> digestOf(QIODevice& device)
{
    constexpr qint64 piece = 1 << 20;
    Sha256Stream stream;
    QByteArray buffer(piece, Qt::Uninitialized);
    for (;;) {
        const qint64 got = device.read(buffer.data(), piece);
        if (got < 0)
            return fail(ErrorCode::FileUnreadable, {}, device.errorString());
        if (got == 0)
            return stream.value();
        stream.add(QByteArrayView(buffer.constData(), got));
    }
}

} // namespace diakinisi
