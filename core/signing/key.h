#pragma once
#include "base/digest.h"
#include "base/result.h"
#include "base/time.h"

#include <QByteArray>
#include <QList>
#include <QString>

/// Making and judging electronic signatures in PDF (PAdES, ETSI EN 319 142-1). Knows nothing of documents' rules.
namespace diakinisi::signing {

enum class DigestAlgorithm { Sha256, Sha384, Sha512 };

/// What a certificate says, read once. No personal number: SERIALNUMBER of the subject is left out on purpose.
struct CertificateFacts {
    QString commonName;
    QString organisation;
    QString subject; ///< RFC 2253, without SERIALNUMBER
    QString issuer;
    QString serial;     ///< hexadecimal
    Sha256 fingerprint; ///< SHA-256 of the DER bytes
    Instant notBefore;
    Instant notAfter;
    QString key;          ///< "RSA-2048", "ECDSA-P-256"
    bool maySign = false; ///< key usage allows digitalSignature or nonRepudiation (or says nothing)
};

struct KeyCertificate {
    QByteArray certificate;  ///< DER
    QList<QByteArray> chain; ///< DER of the issuers that the key's holder brought along; any order
    CertificateFacts facts;
};

/// MalformedInput when it is no certificate.
Result<CertificateFacts> readCertificate(const QByteArray& der);

/// A key that can sign: a file, a token, the system's store. Blocks; one thread at a time (the token lane).
class SigningKey
{
public:
    virtual ~SigningKey() = default;
    virtual Result<KeyCertificate> certificate() = 0;
    /// Signs a digest: RSA PKCS#1 v1.5 (RFC 8017, 8.2) or ECDSA as DER (RFC 3279), as the key is.
    /// PinWrong, PinLocked, TokenMissing, KeyUnreadable.
    virtual Result<QByteArray> sign(DigestAlgorithm algorithm, const QByteArray& digest) = 0;
};

} // namespace diakinisi::signing
