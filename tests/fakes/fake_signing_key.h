#pragma once
#include "signing/key.h"

#include <functional>

namespace diakinisi::tests {

/// A key whose signatures somebody else makes; counts them, and fails on demand.
class FakeSigningKey final : public signing::SigningKey
{
public:
    using Maker =
        std::function<QByteArray(signing::SignatureScheme, signing::DigestAlgorithm, const QByteArray& digest)>;

    FakeSigningKey(signing::KeyCertificate about, Maker maker) : m_about(std::move(about)), m_maker(std::move(maker)) {}

    std::optional<Error> next{}; ///< what the next signature ends with
    int signatures = 0;

    Result<signing::KeyCertificate> certificate() override { return m_about; }
    Result<QByteArray> sign(signing::SignatureScheme scheme, signing::DigestAlgorithm algorithm,
                            const QByteArray& digest) override
    {
        if (const std::optional<Error> failure = std::exchange(next, std::nullopt))
            return fail(*failure);
        if (!m_about.schemes.contains(scheme))
            return fail(ErrorCode::NotSupported);
        ++signatures;
        return m_maker(scheme, algorithm, digest);
    }

private:
    signing::KeyCertificate m_about;
    Maker m_maker;
};

} // namespace diakinisi::tests
