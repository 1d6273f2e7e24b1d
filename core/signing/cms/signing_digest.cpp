#include "signing/cms/signing_digest.h"

#include "signing/openssl_handles.h"

#include <cstdlib>

namespace diakinisi::signing {

namespace {

EVP_MD_CTX* context(void* handle)
{
    return static_cast<EVP_MD_CTX*>(handle);
}

const EVP_MD* opensslDigest(DigestAlgorithm algorithm)
{
    return algorithm == DigestAlgorithm::Sha512   ? EVP_sha512()
           : algorithm == DigestAlgorithm::Sha384 ? EVP_sha384()
                                                  : EVP_sha256();
}

} // namespace

SigningDigest::SigningDigest(DigestAlgorithm algorithm) : m_algorithm(algorithm), m_context(EVP_MD_CTX_new())
{
    if (!m_context || EVP_DigestInit_ex(context(m_context), opensslDigest(algorithm), nullptr) != 1)
        std::abort(); // out of memory or an OpenSSL without SHA-2
}

SigningDigest::SigningDigest(const SigningDigest& other) : m_algorithm(other.m_algorithm), m_context(EVP_MD_CTX_new())
{
    if (!m_context || EVP_MD_CTX_copy_ex(context(m_context), context(other.m_context)) != 1)
        std::abort(); // out of memory
}

SigningDigest::~SigningDigest()
{
    EVP_MD_CTX_free(context(m_context));
}

void SigningDigest::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(context(m_context), bytes.data(), static_cast<std::size_t>(bytes.size()));
}

QByteArray SigningDigest::value()
{
    QByteArray result(EVP_MAX_MD_SIZE, '\0');
    unsigned length = 0;
    EVP_DigestFinal_ex(context(m_context), reinterpret_cast<unsigned char*>(result.data()), &length);
    result.truncate(static_cast<qsizetype>(length));
    return result;
}

QByteArray SigningDigest::of(DigestAlgorithm algorithm, QByteArrayView bytes)
{
    SigningDigest digest(algorithm);
    digest.add(bytes);
    return digest.value();
}

} // namespace diakinisi::signing
