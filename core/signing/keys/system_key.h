#pragma once
#include "signing/keys/locked_key.h"

namespace diakinisi::signing {

/// A key of the operating system's certificate store by its certificate's SHA-256 in hexadecimal: Windows' "MY" store
/// through CNG, where the smart card's own driver serves every token. The system asks for the PIN. NotSupported where
/// there is no such store; NotFound; KeyUnreadable.
Result<std::unique_ptr<LockedKey>> findSystemKey(const QString& fingerprint);

/// The certificates with a private key in that store; none where there is no such store.
Result<std::vector<CertificateFacts>> systemCertificates();

} // namespace diakinisi::signing
