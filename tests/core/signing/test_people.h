#pragma once
#include "base/time.h"

#include <QByteArray>
#include <QString>

#include <memory>

/// Keys and certificates for tests, made anew each time.
namespace diakinisi::samples {

enum class KeyKind { Rsa2048, Rsa3072, Rsa4096, P256, P384 };

struct Person {
    QByteArray pkcs12;      ///< PIN "1234"
    QByteArray certificate; ///< DER
};

struct PersonOptions {
    QString name = QStringLiteral("Μαρία Παπαδοπούλου");
    QString personalNumber = QStringLiteral("TINEL-123456789");
    KeyKind kind = KeyKind::Rsa2048;
    qint64 validFrom = -3600; ///< seconds from now
    qint64 validTo = 365 * 24 * 3600;
    QByteArray keyUsage = "critical,nonRepudiation";
    bool namesResponder = true; ///< where the authority has an address
    bool namesList = true;
};

/// A root authority with one issuing authority under it. With an address, certificates say where more is to be learnt:
/// ADDRESS/ocsp, ADDRESS/file/root.crl, issuing.crl and issuing.cer.
class Authority
{
public:
    explicit Authority(const QString& address = {});
    ~Authority();
    Authority(const Authority&) = delete;
    Authority& operator=(const Authority&) = delete;

    QByteArray root() const;    ///< DER
    QByteArray issuing() const; ///< likewise
    /// `chain`: the key file brings the issuing authority along.
    Person make(const PersonOptions& options, bool chain = true) const;
    /// From now on both lists and the responder say so.
    void revoke(const Person& person);
    void revokeTimestampUnit();
    /// Writes into `folder` what tests/support/authorities.py serves: a timestamp authority (and an expired, an unfit
    /// one), an OCSP responder, lists of what is revoked, certificates.
    void publish(const QString& folder) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace diakinisi::samples
