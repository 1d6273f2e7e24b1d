#pragma once
#include "signing/key.h"

#include <QByteArrayView>

namespace diakinisi::signing {

/// A digest taken piece by piece, with OpenSSL. A copy goes on from where the original stood.
class SigningDigest
{
public:
    explicit SigningDigest(DigestAlgorithm algorithm);
    SigningDigest(const SigningDigest& other);
    SigningDigest& operator=(const SigningDigest&) = delete;
    ~SigningDigest();

    DigestAlgorithm algorithm() const { return m_algorithm; }
    void add(QByteArrayView bytes);
    /// Ends it: nothing may be added afterwards.
    QByteArray value();

    static QByteArray of(DigestAlgorithm algorithm, QByteArrayView bytes);

private:
    DigestAlgorithm m_algorithm;
    void* m_context;
};

} // namespace diakinisi::signing
