#include "signing/cms/certificate_bag.h"

#include "signing/openssl_handles.h"

#include <openssl/pem.h>

namespace diakinisi::signing {

namespace {

constexpr qsizetype mostCertificates = 32;

using CrlHandle = std::unique_ptr<X509_CRL, Freed<X509_CRL_free>>;

BioHandle memory(const QByteArray& bytes)
{
    return BioHandle(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

} // namespace

QList<QByteArray> certificatesIn(const QByteArray& bytes)
{
    QList<QByteArray> found;
    if (const X509Handle one = toX509(bytes))
        return {toDer(one.get())};
    const auto* in = reinterpret_cast<const unsigned char*>(bytes.constData());
    if (const CmsHandle bag{d2i_CMS_ContentInfo(nullptr, &in, static_cast<long>(bytes.size()))}) {
        const StackHandle all(CMS_get1_certs(bag.get()));
        for (int i = 0; all && i < sk_X509_num(all.get()) && i < mostCertificates; ++i)
            found += toDer(sk_X509_value(all.get(), i));
        ERR_clear_error();
        return found;
    }
    const BioHandle bio = memory(bytes);
    while (found.size() < mostCertificates) {
        const X509Handle next(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
        if (!next)
            break;
        found += toDer(next.get());
    }
    ERR_clear_error();
    return found;
}

QByteArray crlDer(const QByteArray& bytes)
{
    if (!bytes.startsWith("-----BEGIN"))
        return bytes;
    const BioHandle bio = memory(bytes);
    const CrlHandle list(PEM_read_bio_X509_CRL(bio.get(), nullptr, nullptr, nullptr));
    unsigned char* out = nullptr;
    const int length = list ? i2d_X509_CRL(list.get(), &out) : 0;
    const QByteArray der(reinterpret_cast<const char*>(out), std::max(length, 0));
    OPENSSL_free(out);
    ERR_clear_error();
    return der;
}

bool isIssuedBy(const QByteArray& certificate, const QByteArray& issuer)
{
    const X509Handle own = toX509(certificate);
    const X509Handle above = toX509(issuer);
    const bool issued = own && above && X509_check_issued(above.get(), own.get()) == X509_V_OK &&
                        X509_verify(own.get(), X509_get0_pubkey(above.get())) == 1;
    ERR_clear_error();
    return issued;
}

bool isSelfSigned(const QByteArray& certificate)
{
    const X509Handle own = toX509(certificate);
    const bool self = own && X509_self_signed(own.get(), 0) == 1;
    ERR_clear_error();
    return self;
}

} // namespace diakinisi::signing
