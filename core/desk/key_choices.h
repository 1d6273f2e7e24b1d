#pragma once
#include "desk/parts.h"
#include "desk/signer.h"

namespace diakinisi::desk {

/// The key files that this person uses here, and the keys of the system's store. A store that cannot be read has none.
std::vector<KeyChoice> keysElsewhere(const Parts& parts);

/// The keys on tokens, those for commitments first; a certificate for logging in only where its token has none else.
std::vector<KeyChoice> keysOnTokens(const std::vector<signing::ModuleListing>& modules);

/// From now on this person's key with this certificate is known to want a PIN of its own for signatures.
void noteOwnSignaturePin(const Parts& parts, const Sha256& certificate);
void markOwnSignaturePins(const Parts& parts, std::vector<KeyChoice>& keys);

/// How a key file is kept in the store: what its certificate says, without the key.
QByteArray aboutKeyFile(const KeyChoice& key);

/// What a certificate says, as a choice.
KeyChoice choiceOf(const QString& uri, const signing::CertificateFacts& facts);

} // namespace diakinisi::desk
