#include "pdf/ciphers.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <numeric>
#include <utility>

namespace diakinisi::pdf {

QByteArray rc4(const QByteArray& key, const QByteArray& data)
{
    if (key.isEmpty())
        return data;
    std::array<unsigned char, 256> box{};
    std::iota(box.begin(), box.end(), static_cast<unsigned char>(0));
    const auto byte = [](const QByteArray& bytes, qsizetype at) { return static_cast<unsigned char>(bytes.at(at)); };
    for (std::size_t i = 0, j = 0; i < 256; ++i) {
        j = (j + box[i] + byte(key, static_cast<qsizetype>(i) % key.size())) & 0xff;
        std::swap(box[i], box[j]);
    }
    QByteArray result(data.size(), Qt::Uninitialized);
    std::size_t i = 0;
    std::size_t j = 0;
    for (qsizetype at = 0; at < data.size(); ++at) {
        i = (i + 1) & 0xff;
        j = (j + box[i]) & 0xff;
        std::swap(box[i], box[j]);
        result[at] = static_cast<char>(byte(data, at) ^ box[(box[i] + box[j]) & 0xff]);
    }
    return result;
}

namespace {

struct Release {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

std::optional<QByteArray> aes(const QByteArray& key, const QByteArray& iv, const QByteArray& data, bool padded,
                              bool encrypt)
{
    const EVP_CIPHER* const cipher = key.size() == 16   ? EVP_aes_128_cbc()
                                     : key.size() == 32 ? EVP_aes_256_cbc()
                                                        : nullptr;
    const std::unique_ptr<EVP_CIPHER_CTX, Release> context(EVP_CIPHER_CTX_new());
    if (!cipher || !context || iv.size() != 16 || data.size() > 0x7fffff00)
        return std::nullopt;
    QByteArray result(data.size() + 32, Qt::Uninitialized);
    auto* const out = reinterpret_cast<unsigned char*>(result.data());
    int first = 0;
    int last = 0;
    if (EVP_CipherInit_ex(context.get(), cipher, nullptr, raw(key), raw(iv), encrypt ? 1 : 0) != 1 ||
        EVP_CIPHER_CTX_set_padding(context.get(), padded ? 1 : 0) != 1 ||
        EVP_CipherUpdate(context.get(), out, &first, raw(data), static_cast<int>(data.size())) != 1 ||
        EVP_CipherFinal_ex(context.get(), out + first, &last) != 1)
        return std::nullopt;
    result.truncate(first + last);
    return result;
}

} // namespace

std::optional<QByteArray> aesEncrypt(const QByteArray& key, const QByteArray& iv, const QByteArray& data, bool padded)
{
    return aes(key, iv, data, padded, true);
}

std::optional<QByteArray> aesDecrypt(const QByteArray& key, const QByteArray& iv, const QByteArray& data, bool padded)
{
    return aes(key, iv, data, padded, false);
}

} // namespace diakinisi::pdf
