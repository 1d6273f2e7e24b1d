#pragma once
#include "pdf/incremental_update.h"
#include "trust_office.h"

#include <functional>

/// PDF signatures of any form, put together by hand and with OpenSSL, as other makers' programs would.
namespace diakinisi::samples {

struct Crafted {
    const char* subFilter = "ETSI.CAdES.detached";
    Instant claimed{};         ///< /M
    pdf::Value certificates{}; ///< /Cert
};

/// Appends a signature whose value `make` gives for the covered bytes.
QByteArray appendSignature(const QByteArray& pdf, const Crafted& crafted,
                           const std::function<QByteArray(const QByteArray& covered)>& make);

struct CmsWanted {
    const Holder* signer;
    QList<const Holder*> along{}; ///< further certificates
    const EVP_MD* digest = EVP_sha256();
    unsigned flags = CMS_CADES;    ///< CMS_CADES: signing-certificate-v2; CMS_NOCERTS ...
    const Holder* named = nullptr; ///< signing-certificate-v2 names this one instead
    bool pss = false;
    /// The token for a signature timestamp, given the signature value.
    std::function<QByteArray(const QByteArray& value)> stamp{};
    bool carriesSha1 = false; ///< adbe.pkcs7.sha1
    bool baseline = false;    ///< by hand, without the signing time that OpenSSL always puts in; RSA
};
QByteArray makeCms(const CmsWanted& wanted, const QByteArray& covered);

/// A signature as makeCms gives it, appended.
QByteArray craftedBy(const CmsWanted& wanted, const QByteArray& pdf, const Crafted& crafted);
/// A document timestamp.
QByteArray timestamped(const QByteArray& pdf, const Holder& authority, Instant time);
/// A DSS with these.
QByteArray withStore(const QByteArray& pdf, const QList<QByteArray>& certificates, const QList<QByteArray>& ocsps,
                     const QList<QByteArray>& crls);

QByteArray sha256(const QByteArray& bytes);

} // namespace diakinisi::samples
