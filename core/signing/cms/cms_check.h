#pragma once
#include "signing/key.h"

#include <functional>
#include <optional>

namespace diakinisi::signing {

/// What a signature value says, checked against the digest of the signed bytes.
struct CmsFinding {
    bool readable = false;      ///< a SignedData with one signer
    bool hasCertificate = true; ///< the signer's certificate was found
    bool digestHolds = false;
    bool valueHolds = false;
    bool isTimestamp = false;       ///< an RFC 3161 token
    bool namesCertificate = false;  ///< signing-certificate (v2) is there and fits
    bool namesOther = false;        ///< it is there and does not fit
    QString digest;                 ///< "SHA-256"
    QString algorithm;              ///< "RSA PKCS#1 v1.5", "RSA-PSS", "ECDSA"
    std::optional<Instant> time;    ///< the token's, or the signing-time attribute
    bool hasSigningTime = false;    ///< the attribute is there (PAdES forbids it)
    QByteArray value;               ///< the signature value: what a signature timestamp stamps
    QByteArray certificate;         ///< DER of the signer's
    QList<QByteArray> certificates; ///< all that came along
    QList<QByteArray> timestamps;   ///< signature-time-stamp tokens
    QList<QByteArray> contentTimestamps;
    QList<QByteArray> ocsps; ///< OCSPResponses that came along
    QList<QByteArray> crls;
    QString problem; ///< in English
};

/// What the signature value is made over (ISO 32000-1, 12.8.3.3).
enum class CmsContent {
    Detached, ///< the signed bytes themselves
    Sha1,     ///< adbe.pkcs7.sha1: their SHA-1, carried as the content
};

/// `digestOfRange` gives the digest of the signed bytes by OpenSSL's digest name ("SHA256"); empty when it has none.
/// `others`: where the signer's certificate may be when it did not come along.
CmsFinding checkCms(const QByteArray& der, const std::function<QByteArray(const QString& digestName)>& digestOfRange,
                    CmsContent content = CmsContent::Detached, const QList<QByteArray>& others = {});

/// adbe.x509.rsa_sha1 (ISO 32000-1, 12.8.3.2): a bare PKCS#1 value, the signer's certificate first in /Cert.
CmsFinding checkX509Signature(const QByteArray& contents, const QList<QByteArray>& certificates,
                              const std::function<QByteArray(const QString& digestName)>& digestOfRange);

} // namespace diakinisi::signing
