#pragma once
#include "signing/key.h"

#include <optional>
#include <vector>

namespace diakinisi::signing {

/// How many tries at the PIN are left, as the token's flags say (CKF_USER_PIN_COUNT_LOW, FINAL_TRY, LOCKED).
enum class PinTries { Enough, Few, Last, None };

/// What a token says of itself (CK_TOKEN_INFO), with the slot it is in.
struct TokenFacts {
    QString label;
    QString manufacturer;
    QString model;
    QString serial;
    QString slot;       ///< the slot's description
    quint64 slotId = 0; ///< of the module, and only until it is loaded again: never kept, never chosen by
    PinTries tries = PinTries::Enough;
    bool pinSet = true;   ///< the holder's PIN is set and need not be changed first
    bool onPad = false;   ///< the PIN is typed at the reader (CKF_PROTECTED_AUTHENTICATION_PATH)
    bool needsPin = true; ///< CKF_LOGIN_REQUIRED
    int shortestPin = 0;  ///< in bytes; 0: not said

    friend bool operator==(const TokenFacts&, const TokenFacts&) = default;
};

/// A certificate on a token that is its holder's own: no authority's.
struct TokenCertificate {
    QByteArray der;
    QByteArray id; ///< CKA_ID, by which its private key is found
    QString label; ///< CKA_LABEL
    QString uri;   ///< names this key again: token, serial number, id, and the module's path
    CertificateFacts facts;
};

struct TokenListing {
    TokenFacts facts;
    std::vector<TokenCertificate> certificates; ///< those to sign with first, see fitness()
    std::optional<Error> problem;               ///< why its certificates could not be read
};

/// A PKCS #11 module and what is plugged in.
struct ModuleListing {
    QString path;
    QString name; ///< of its maker, as it says; empty when it was not loaded
    std::optional<Error> problem;
    std::vector<TokenListing> tokens;
};

/// How fit a certificate is for a signature now; more is better.
enum class Fitness {
    NotForSigning,        ///< its key usage allows no signatures
    NotValidNow,          ///< expired, or not valid yet
    DigitalSignatureOnly, ///< valid, without nonRepudiation: mostly for logging in
    Good                  ///< valid, and for signatures that commit their holder (nonRepudiation)
};

Fitness fitness(const CertificateFacts& facts, Instant now);

} // namespace diakinisi::signing
