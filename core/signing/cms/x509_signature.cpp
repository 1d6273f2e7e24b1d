#include "signing/cms/cms_check.h"
#include "signing/openssl_handles.h"

namespace diakinisi::signing {

CmsFinding checkX509Signature(const QByteArray& contents, const QList<QByteArray>& certificates,
                              const std::function<QByteArray(const QString&)>& digestOfRange)
{
    CmsFinding found;
    const auto* in = reinterpret_cast<const unsigned char*>(contents.constData());
    ASN1_OCTET_STRING* value = d2i_ASN1_OCTET_STRING(nullptr, &in, static_cast<long>(contents.size()));
    if (value)
        found.value =
            QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)), ASN1_STRING_length(value));
    ASN1_OCTET_STRING_free(value);
    const QByteArray rest = contents.sliced(in - reinterpret_cast<const unsigned char*>(contents.constData()));
    const X509Handle own = certificates.isEmpty() ? nullptr : toX509(certificates.first());
    ERR_clear_error();
    if (found.value.isEmpty() || rest.count('\0') != rest.size()) {
        found.problem = QStringLiteral("no PKCS#1 signature value");
        return found;
    }
    found.readable = true;
    found.digest = QStringLiteral("SHA-1");
    found.algorithm = QStringLiteral("RSA PKCS#1 v1.5");
    found.hasCertificate = own != nullptr;
    found.certificates = certificates;
    const QByteArray range = digestOfRange(QStringLiteral("SHA1"));
    if (!own || range.isEmpty())
        return found;
    found.certificate = toDer(own.get());
    const KeyContext context(EVP_PKEY_CTX_new(X509_get0_pubkey(own.get()), nullptr));
    found.valueHolds = context && EVP_PKEY_verify_init(context.get()) == 1 &&
                       EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha1()) == 1 &&
                       EVP_PKEY_verify(context.get(), reinterpret_cast<const unsigned char*>(found.value.constData()),
                                       static_cast<std::size_t>(found.value.size()),
                                       reinterpret_cast<const unsigned char*>(range.constData()),
                                       static_cast<std::size_t>(range.size())) == 1;
    found.digestHolds = found.valueHolds; // the value holds the digest itself: no telling them apart
    ERR_clear_error();
    return found;
}

} // namespace diakinisi::signing
