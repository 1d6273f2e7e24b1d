#pragma once
#include "signing/keys/locked_key.h"
#include "signing/keys/pkcs11_module.h"
#include "signing/keys/pkcs11_uri.h"

namespace diakinisi::signing {

/// A certificate on a token, and through which module it is reached.
struct FoundTokenKey {
    std::shared_ptr<Pkcs11Module> module;
    TokenFacts token;
    TokenCertificate certificate;
    KeyCertificate key;
};

/// Looks for the certificate that a URI means; see findKey().
Result<FoundTokenKey> findTokenKey(const Pkcs11Uri& uri, const KeyPlaces& places, Instant now);

/// The key to it. Unlocked, it keeps its PIN in locked memory until it goes: some tokens want it for each signature
/// (CKA_ALWAYS_AUTHENTICATE; a PIN of its own where the token has one), and a session that is lost in between is opened
/// again, once for each signature, as long as the same token with the same certificate is there. The holder entered the
/// PIN for this batch; a new batch needs it anew. After a login that failed or a token pulled out nothing is tried any
/// more. Logged out when it goes.
std::unique_ptr<LockedKey> lockedTokenKey(FoundTokenKey found);

} // namespace diakinisi::signing
