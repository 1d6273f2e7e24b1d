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

/// How a digest becomes a signature value.
enum class SignatureScheme {
    RsaPkcs1, ///< RSASSA-PKCS1-v1_5 (RFC 8017, 8.2) over a DigestInfo
    RsaPss,   ///< RSASSA-PSS (RFC 8017, 8.1): MGF1 with the same digest, salt as long as the digest (RFC 4055)
    Ecdsa     ///< ECDSA; the value is DER, Ecdsa-Sig-Value (RFC 3279, 2.2.3)
};

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
    /// Key usage names nonRepudiation: the certificate is for signatures that commit their holder (ETSI EN 319 412-2,
    /// 4.3.2).
    bool nonRepudiation = false;
};

struct KeyCertificate {
    QByteArray certificate;  ///< DER
    QList<QByteArray> chain; ///< DER of the issuers that the key's holder brought along; any order
    CertificateFacts facts;
    QList<SignatureScheme> schemes; ///< what the key can do, the preferred first; never empty
};

/// MalformedInput when it is no certificate.
Result<CertificateFacts> readCertificate(const QByteArray& der);

/// A key that can sign: a file, a token, the system's store. Blocks; one thread at a time (the token lane).
class SigningKey
{
public:
    virtual ~SigningKey() = default;
    virtual Result<KeyCertificate> certificate() = 0;
    /// Signs a digest of `algorithm`. NotSupported for a scheme that certificate() does not name; PinWrong, PinLocked,
    /// TokenMissing, KeyUnreadable, TimedOut.
    virtual Result<QByteArray> sign(SignatureScheme scheme, DigestAlgorithm algorithm, const QByteArray& digest) = 0;
};

} // namespace diakinisi::signing
