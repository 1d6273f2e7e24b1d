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
};

/// A root authority with one issuing authority under it.
class Authority
{
public:
    Authority();
    ~Authority();
    Authority(const Authority&) = delete;
    Authority& operator=(const Authority&) = delete;

    QByteArray root() const;    ///< DER
    QByteArray issuing() const; ///< DER
    Person make(const PersonOptions& options) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace diakinisi::samples
