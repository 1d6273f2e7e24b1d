#pragma once
#include "base/time.h"
#include "signing/openssl_handles.h"

#include <QStringList>

/// An authority for tests whose certificates, lists, answers and timestamps can be of any time and with any fault.
namespace diakinisi::samples {

/// A certificate with its key.
struct Holder {
    signing::KeyHandle key;
    signing::X509Handle certificate;

    QByteArray der() const { return signing::toDer(certificate.get()); }
};

struct Wanted {
    QString name = QStringLiteral("Μαρία Παπαδοπούλου");
    Instant from{};
    Instant to{};
    /// OpenSSL's spelling: {"keyUsage=critical,nonRepudiation", "1.2.3=critical,ASN1:NULL"}
    QStringList extensions{QStringLiteral("basicConstraints=critical,CA:FALSE"),
                           QStringLiteral("keyUsage=critical,nonRepudiation")};
    int rsaBits = 2048;
    const EVP_MD* digest = EVP_sha256(); ///< of the issuer's signature
};

inline constexpr const char* anAuthority = "basicConstraints=critical,CA:TRUE";
inline constexpr const char* authorityUsage = "keyUsage=critical,keyCertSign,cRLSign";
/// Where the authority says that its certificates may be asked about; nothing listens there.
inline constexpr const char* crlAddress = "crlDistributionPoints=URI:http://crl.example.invalid/issuing.crl";

Holder issue(const Wanted& wanted, const Holder* issuer);
QStringList withAddress(QStringList extensions = Wanted{}.extensions);

struct Revocation {
    const Holder* holder;
    Instant at;
};
QByteArray makeCrl(const Holder& issuer, Instant from, Instant to, const std::vector<Revocation>& revoked = {});
/// An OCSPResponse by a responder (the issuer itself or one that it entitled).
QByteArray makeOcsp(const Holder& about, const Holder& issuer, const Holder& responder, Instant from, Instant to,
                    std::optional<Instant> revokedAt = {});
/// An RFC 3161 token over the SHA-256 of these bytes.
QByteArray makeToken(const Holder& authority, const QByteArray& digest, Instant time);

} // namespace diakinisi::samples
