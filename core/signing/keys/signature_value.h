#pragma once
#include "signing/key.h"

namespace diakinisi::signing {

/// What RSASSA-PKCS1-v1_5 signs: DigestInfo with NULL parameters (RFC 8017, 9.2, note 1).
QByteArray digestInfo(DigestAlgorithm algorithm, const QByteArray& digest);

/// r and s one after the other, each half of the bytes (PKCS #11, CNG), as Ecdsa-Sig-Value (RFC 3279). Empty when it
/// is no such value.
QByteArray ecdsaValue(const QByteArray& raw);

} // namespace diakinisi::signing
