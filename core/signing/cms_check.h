#pragma once
#include "signing/key.h"

#include <functional>
#include <optional>

namespace diakinisi::signing {

/// What a CMS signature value says, checked against the digest of the signed bytes.
struct CmsFinding {
    bool readable = false; ///< a SignedData with one signer whose certificate is there
    bool digestHolds = false;
    bool valueHolds = false;
    bool isTimestamp = false;       ///< an RFC 3161 token
    bool namesCertificate = false;  ///< signing-certificate (v2) is there and fits
    bool namesOther = false;        ///< it is there and does not fit
    QString digest;                 ///< "SHA-256"
    std::optional<Instant> time;    ///< the token's, or the signing-time attribute
    bool hasSigningTime = false;    ///< the attribute is there (PAdES forbids it)
    QByteArray certificate;         ///< DER of the signer's
    QList<QByteArray> certificates; ///< all that came along
    QString problem;                ///< in English
};

/// `digestOfRange` gives the digest of the signed bytes by OpenSSL's digest name ("SHA256"); empty when it has none.
CmsFinding checkCms(const QByteArray& der, const std::function<QByteArray(const QString& digestName)>& digestOfRange);

} // namespace diakinisi::signing
