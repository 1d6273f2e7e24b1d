#include "signing/trust.h"

#include "signing/openssl_handles.h"

#include <openssl/pem.h>

#include <QDir>
#include <QFile>

namespace diakinisi::signing {

namespace {

constexpr std::int64_t largestFile = 1 << 20;

QString wordFor(int error)
{
    switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return QStringLiteral("OUT_OF_BOUNDS_NO_POE");
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return QStringLiteral("NOT_YET_VALID");
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE: // an authority of that name, but not that one
        return QStringLiteral("NO_CERTIFICATE_CHAIN_FOUND");
    case X509_V_ERR_INVALID_PURPOSE:
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
    case X509_V_ERR_PERMITTED_VIOLATION:
    case X509_V_ERR_EXCLUDED_VIOLATION:
        return QStringLiteral("CHAIN_CONSTRAINTS_FAILURE");
    default:
        return QStringLiteral("CERTIFICATE_CHAIN_GENERAL_FAILURE");
    }
}

TrustFinding chain(X509* signer, const CmsFinding& cms, const VerifyOptions& options)
{
    const StoreHandle store(X509_STORE_new());
    for (const QByteArray& der : options.anchors)
        if (const X509Handle anchor = toX509(der))
            X509_STORE_add_cert(store.get(), anchor.get());
    const StackHandle others(sk_X509_new_null());
    for (const QByteArray& der : cms.certificates)
        if (X509Handle other = toX509(der))
            sk_X509_push(others.get(), other.release());
    const StoreContext context(X509_STORE_CTX_new());
    if (!context || X509_STORE_CTX_init(context.get(), store.get(), signer, others.get()) != 1)
        return {Trusted::Unknown, QStringLiteral("CERTIFICATE_CHAIN_GENERAL_FAILURE"), opensslError()};
    // An anchor need not be self-signed: an issuing authority given by itself is enough.
    X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_PARTIAL_CHAIN);
    X509_STORE_CTX_set_time(context.get(), 0, static_cast<time_t>(options.at.milliseconds / 1000));
    if (cms.isTimestamp)
        X509_STORE_CTX_set_purpose(context.get(), X509_PURPOSE_TIMESTAMP_SIGN);
    const bool good = X509_verify_cert(context.get()) == 1;
    const int error = X509_STORE_CTX_get_error(context.get());
    ERR_clear_error();
    if (good)
        return {Trusted::Yes, {}, {}};
    return {Trusted::No, wordFor(error), QString::fromLatin1(X509_verify_cert_error_string(error))};
}

} // namespace

TrustFinding judgeTrust(const CmsFinding& cms, const VerifyOptions& options)
{
    const X509Handle signer = toX509(cms.certificate);
    if (!signer)
        return {Trusted::Unknown, QStringLiteral("NO_SIGNING_CERTIFICATE_FOUND"), {}};
    if (options.anchors.isEmpty())
        return {Trusted::Unknown, QStringLiteral("NO_CERTIFICATE_CHAIN_FOUND"),
                QStringLiteral("no trust anchors were given")};
    TrustFinding found = chain(signer.get(), cms, options);
    const Result<CertificateFacts> facts = readCertificate(cms.certificate);
    if (found.trusted == Trusted::Yes && !cms.isTimestamp && !(facts && facts->maySign))
        found = {Trusted::No, QStringLiteral("CHAIN_CONSTRAINTS_FAILURE"),
                 QStringLiteral("the certificate is not for signatures")};
    return found;
}

Result<QList<QByteArray>> readAnchors(const QString& folder)
{
    const QDir dir(folder);
    if (!dir.exists())
        return fail(ErrorCode::FileUnreadable, folder);
    QList<QByteArray> anchors;
    for (const QFileInfo& info : dir.entryInfoList(QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (info.size() > largestFile || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        if (X509Handle der = toX509(bytes)) {
            anchors += toDer(der.get());
            continue;
        }
        const BioHandle bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
        while (X509* certificate = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)) {
            anchors += toDer(certificate);
            X509_free(certificate);
        }
        ERR_clear_error();
    }
    return anchors;
}

} // namespace diakinisi::signing
