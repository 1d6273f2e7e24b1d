#pragma once
#include "ctl/command_line.h"
#include "signing/key.h"

#include <memory>

namespace diakinisi::ctl {

/// What --key, --pin-file, --signature-pin-file and --module say together.
struct KeyOption {
    QString uri; ///< "p12:FILE", "pkcs11:...", "store:FINGERPRINT"
    QString pinFile;
    QStringList modules;        ///< PKCS #11 modules beside those that are known
    QString signaturePinFile{}; ///< of a token that has a PIN of its own for signatures
};

/// Finds the key and unlocks it with one PIN entry: from --pin-file, from the URI's pin-source, or asked for at the
/// terminal; at the reader's own pad nothing is asked. What cannot work is refused before that. FieldInvalid: the URI.
Result<std::unique_ptr<signing::SigningKey>> openKey(Context& context, const KeyOption& option);

} // namespace diakinisi::ctl
