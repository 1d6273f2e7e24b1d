#pragma once
#include <p11-kit/pkcs11.h>

#include <tl/expected.hpp>

#include "base/error.h"

/// PKCS #11 v2.40 as its modules speak it; only the files named pkcs11_* know it.
namespace diakinisi::signing {

/// A value, or the module's own return code: some codes are dealt with before they become an Error.
template <class T>
using Rv = tl::expected<T, CK_RV>;

/// What a return code means to us; `call` ("C_Sign") and the code's name go into the cause.
Error pkcs11Error(CK_RV code, const char* call);

/// The token is not there any more.
bool isTokenGone(CK_RV code);
/// The session, or its login, went by itself while the token may still be there.
bool isSessionLost(CK_RV code);

} // namespace diakinisi::signing
