#pragma once
#include <QByteArray>
#include <QString>

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace diakinisi::signing {

template <auto free>
struct Freed {
    template <class T>
    void operator()(T* handle) const
    {
        free(handle);
    }
};

using X509Handle = std::unique_ptr<X509, Freed<X509_free>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using CmsHandle = std::unique_ptr<CMS_ContentInfo, Freed<CMS_ContentInfo_free>>;
using StoreHandle = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, Freed<X509_STORE_CTX_free>>;
using BioHandle = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using TimestampHandle = std::unique_ptr<TS_TST_INFO, Freed<TS_TST_INFO_free>>;

struct FreedStack {
    void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};
using StackHandle = std::unique_ptr<STACK_OF(X509), FreedStack>;

/// The certificate in these DER bytes; null when there is none.
X509Handle toX509(const QByteArray& der);
QByteArray toDer(X509* certificate);

/// What OpenSSL says went wrong, for Error::cause; empties its queue.
QString opensslError();

} // namespace diakinisi::signing
