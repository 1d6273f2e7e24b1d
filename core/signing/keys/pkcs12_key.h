#pragma once
#include "base/secret.h"
#include "signing/key.h"

#include <memory>

namespace diakinisi::signing {

/// A key from a PKCS#12 file (.p12, .pfx), held in memory until this goes.
class Pkcs12Key final : public SigningKey
{
public:
    /// FileUnreadable, FileTooLarge, KeyUnreadable (no PKCS#12, or no key with certificate in it), PinWrong.
    static Result<std::unique_ptr<Pkcs12Key>> open(const QString& path, const Secret& pin);
    static Result<std::unique_ptr<Pkcs12Key>> fromBytes(const QByteArray& bytes, const Secret& pin);
    ~Pkcs12Key() override;

    Result<KeyCertificate> certificate() override;
    Result<QByteArray> sign(SignatureScheme scheme, DigestAlgorithm algorithm, const QByteArray& digest) override;

private:
    struct State;
    explicit Pkcs12Key(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace diakinisi::signing
