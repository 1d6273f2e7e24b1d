#pragma once
#include "base/secret.h"
#include "signing/keys/tokens.h"

#include <QStringList>

#include <memory>

namespace diakinisi::signing {

class Pkcs11Modules;

/// Where the PIN of a key is entered.
enum class PinEntry {
    Typed, ///< in our program
    OnPad, ///< at the token's reader; unlock() is given no PIN
    System ///< the operating system asks
};

/// A key that was found and is not unlocked yet: everything that can be known, and refused, before a PIN is typed.
class LockedKey
{
public:
    virtual ~LockedKey() = default;
    /// Nothing for a PKCS#12 file, which shows its certificate only to who knows the PIN.
    virtual const KeyCertificate* certificate() const = 0;
    virtual PinEntry pinEntry() const = 0;
    virtual PinTries pinTries() const = 0;
    /// The one try at the PIN. It is held in locked memory by what is given back and goes with it: one PIN entry is for
    /// one confirmed batch. PinWrong, PinLocked (also without trying, when the token says so), PinToBeSet,
    /// TokenMissing, TokenFailed, KeyUnreadable, Cancelled (at the reader).
    Result<std::unique_ptr<SigningKey>> unlock(const Secret& pin) { return unlock(pin, {}); }
    /// For a token that has a PIN of its own for signatures (CKA_ALWAYS_AUTHENTICATE), which is held likewise and tried
    /// with the first signature: PinWrong or PinLocked of SigningKey::sign() is about it. Empty: the one PIN is both.
    virtual Result<std::unique_ptr<SigningKey>> unlock(const Secret& pin, const Secret& signaturePin) = 0;
};

/// Where keys are looked for.
struct KeyPlaces {
    Pkcs11Modules& modules;
    QStringList paths; ///< of PKCS #11 modules; the first that shows a token is the one it is used through
};

/// The key of "p12:FILE", of "pkcs11:..." (RFC 7512), or of "store:FINGERPRINT" in the system's store (Windows). A URI
/// that leaves open which certificate is meant gets one for commitments (nonRepudiation) that is valid now, the newest
/// of one holder. FieldInvalid (URI, or it fits the keys of several holders), FileUnreadable, TokenMissing,
/// TokenFailed, TokenModuleFailed, CertificateExpired, CertificateUnsuitable, NotSupported (not on this system).
Result<std::unique_ptr<LockedKey>> findKey(const QString& uri, const KeyPlaces& places, Instant now);

} // namespace diakinisi::signing
