#include "signing/trust.h"

#include "signing/openssl_handles.h"

namespace diakinisi::signing {

namespace {

SubIndication wordFor(int error)
{
    switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return SubIndication::OutOfBoundsNoPoe;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return SubIndication::NotYetValid;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE: // an authority of that name, but not that one
        return SubIndication::NoCertificateChainFound;
    case X509_V_ERR_INVALID_PURPOSE:
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
    case X509_V_ERR_PERMITTED_VIOLATION:
    case X509_V_ERR_EXCLUDED_VIOLATION:
        return SubIndication::ChainConstraintsFailure;
    default:
        return SubIndication::CertificateChainGeneralFailure;
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
        return {Trusted::Unknown, SubIndication::CertificateChainGeneralFailure, opensslError()};
    // An anchor need not be self-signed: an issuing authority given by itself is enough.
    X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_PARTIAL_CHAIN);
    X509_STORE_CTX_set_time(context.get(), 0, static_cast<time_t>(options.at.milliseconds / 1000));
    if (cms.isTimestamp)
        X509_STORE_CTX_set_purpose(context.get(), X509_PURPOSE_TIMESTAMP_SIGN);
    const bool good = X509_verify_cert(context.get()) == 1;
    const int error = X509_STORE_CTX_get_error(context.get());
    ERR_clear_error();
    if (good)
        return {Trusted::Yes, SubIndication::None, {}};
    return {Trusted::No, wordFor(error), QString::fromLatin1(X509_verify_cert_error_string(error))};
}

} // namespace

TrustFinding judgeTrust(const CmsFinding& cms, const VerifyOptions& options)
{
    const X509Handle signer = toX509(cms.certificate);
    if (!signer)
        return {Trusted::Unknown, SubIndication::NoSigningCertificateFound, {}};
    if (options.anchors.isEmpty())
        return {Trusted::Unknown, SubIndication::NoCertificateChainFound,
                QStringLiteral("no trust anchors were given")};
    TrustFinding found = chain(signer.get(), cms, options);
    const Result<CertificateFacts> facts = readCertificate(cms.certificate);
    if (found.trusted == Trusted::Yes && !cms.isTimestamp && !(facts && facts->maySign))
        found = {Trusted::No, SubIndication::ChainConstraintsFailure,
                 QStringLiteral("the certificate is not for signatures")};
    return found;
}

} // namespace diakinisi::signing
