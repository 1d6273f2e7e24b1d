#include "signing/keys/system_key.h"

namespace diakinisi::signing {

// Linux has no store of certificates with keys that all programs share: tokens are reached through PKCS #11.
Result<std::unique_ptr<LockedKey>> findSystemKey(const QString& fingerprint)
{
    return fail(ErrorCode::NotSupported, QStringLiteral("store:") + fingerprint);
}

Result<std::vector<CertificateFacts>> systemCertificates()
{
    return std::vector<CertificateFacts>{};
}

} // namespace diakinisi::signing
