#pragma once
#include "base/random.h"
#include "base/result.h"
#include "base/secret.h"

namespace diakinisi::server {

/// argon2id (RFC 9106), as libargon2 writes it: "$argon2id$v=19$m=...". Blocking: tens of milliseconds and 19 MiB each.
Result<QByteArray> hashPassword(const Secret& password, RandomSource& random);
bool fitsPassword(const Secret& password, const QByteArray& hash);

/// FieldInvalid for a password that is too short or too long to be one.
Done acceptablePassword(const Secret& password);

} // namespace diakinisi::server
