#include "storage/files/gcm.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>

#include <cstdlib>

namespace diakinisi::storage {

namespace {

const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

unsigned char* bytesOf(QByteArray& array)
{
    return reinterpret_cast<unsigned char*>(array.data());
}

/// What cannot fail but for want of memory or a crippled OpenSSL: going on would store what cannot be read again.
void demand(bool done)
{
    if (!done)
        std::abort();
}

Secret derive(const Secret& storeKey, QByteArrayView salt, QByteArrayView purpose)
{
    EVP_KDF* kdf = EVP_KDF_fetch(nullptr, "HKDF", nullptr);
    EVP_KDF_CTX* context = kdf ? EVP_KDF_CTX_new(kdf) : nullptr;
    demand(context);
    char digest[] = "SHA256";
    const auto octets = [](const char* name, QByteArrayView value) {
        return OSSL_PARAM_construct_octet_string(name, const_cast<char*>(value.data()),
                                                 static_cast<std::size_t>(value.size()));
    };
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
                                     octets(OSSL_KDF_PARAM_KEY, storeKey.view()), octets(OSSL_KDF_PARAM_SALT, salt),
                                     octets(OSSL_KDF_PARAM_INFO, purpose), OSSL_PARAM_construct_end()};
    QByteArray key(Gcm::keyBytes, '\0');
    demand(EVP_KDF_derive(context, bytesOf(key), static_cast<std::size_t>(key.size()), parameters) == 1);
    EVP_KDF_CTX_free(context);
    EVP_KDF_free(kdf);
    return Secret(std::move(key));
}

} // namespace

struct Gcm::State {
    Secret key;
    EVP_CIPHER_CTX* context = EVP_CIPHER_CTX_new();
    explicit State(Secret k) : key(std::move(k)) { demand(context); }
    ~State() { EVP_CIPHER_CTX_free(context); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
};

Gcm::Gcm(const Secret& storeKey, QByteArrayView salt, QByteArrayView purpose)
    : m_state(std::make_unique<State>(derive(storeKey, salt, purpose)))
{
}

Gcm::~Gcm() = default;

QByteArray Gcm::seal(QByteArrayView nonce, QByteArrayView associated, QByteArrayView plain)
{
    EVP_CIPHER_CTX* c = m_state->context;
    QByteArray sealed(plain.size() + tagBytes, Qt::Uninitialized);
    int done = 0;
    demand(EVP_EncryptInit_ex(c, EVP_aes_256_gcm(), nullptr, bytesOf(m_state->key.view()), bytesOf(nonce)) == 1);
    demand(EVP_EncryptUpdate(c, nullptr, &done, bytesOf(associated), static_cast<int>(associated.size())) == 1);
    if (!plain.isEmpty())
        demand(EVP_EncryptUpdate(c, bytesOf(sealed), &done, bytesOf(plain), static_cast<int>(plain.size())) == 1);
    unsigned char* tag = bytesOf(sealed) + plain.size();
    demand(EVP_EncryptFinal_ex(c, tag, &done) == 1);
    demand(EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_GCM_GET_TAG, static_cast<int>(tagBytes), tag) == 1);
    return sealed;
}

std::optional<QByteArray> Gcm::open(QByteArrayView nonce, QByteArrayView associated, QByteArrayView sealed)
{
    if (sealed.size() < tagBytes)
        return std::nullopt;
    EVP_CIPHER_CTX* c = m_state->context;
    const qsizetype size = sealed.size() - tagBytes;
    QByteArray plain(size, Qt::Uninitialized);
    QByteArray tag = sealed.last(tagBytes).toByteArray();
    int done = 0;
    demand(EVP_DecryptInit_ex(c, EVP_aes_256_gcm(), nullptr, bytesOf(m_state->key.view()), bytesOf(nonce)) == 1);
    demand(EVP_DecryptUpdate(c, nullptr, &done, bytesOf(associated), static_cast<int>(associated.size())) == 1);
    if (size > 0)
        demand(EVP_DecryptUpdate(c, bytesOf(plain), &done, bytesOf(sealed), static_cast<int>(size)) == 1);
    demand(EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_GCM_SET_TAG, static_cast<int>(tagBytes), tag.data()) == 1);
    unsigned char rest[tagBytes];
    if (EVP_DecryptFinal_ex(c, rest, &done) != 1)
        return std::nullopt;
    return plain;
}

} // namespace diakinisi::storage
