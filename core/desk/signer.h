#pragma once
#include "base/progress.h"
#include "base/result.h"
#include "base/secret.h"
#include "desk/rows.h"

#include <stop_token>

namespace diakinisi::desk {

/// A key that this person may sign with on this desk.
struct KeyChoice {
    QString uri;  ///< "p12:/path/to/key.p12"
    QString name; ///< of the certificate's holder
    QString issuer;
    Instant notBefore;
    Instant notAfter;
    Sha256 certificate;
    bool registered = false; ///< to this person at the server
};

/// One document of a batch, looked at before the PIN.
struct SigningItem {
    domain::DocumentId document;
    DocumentRow row;
    bool seen = false;            ///< its newest rendition was opened on this desk
    std::optional<Error> problem; ///< set aside with this reason
    bool takesNumber = false;     ///< the final signature of a draft
};

struct SigningPlan {
    std::vector<SigningItem> items;
    int ready() const;
};

struct SigningOutcome {
    domain::DocumentId document;
    bool isSigned = false;
    std::optional<Error> problem;
    std::optional<domain::RegisterNumber> number;
};

/// Signs one or many with one PIN entry: everything is asked before the PIN, each outcome is told, a failure stops
/// nothing else, a wrong PIN is never tried again.
class Signer
{
public:
    virtual ~Signer() = default;
    /// The key files that this person uses here; the path is kept, never the PIN.
    virtual Result<std::vector<KeyChoice>> keys() = 0;
    /// Opens a PKCS#12 file once to read its certificate and remembers it for this person. KeyUnreadable, PinWrong.
    virtual Result<KeyChoice> addKeyFile(const QString& path, const Secret& pin) = 0;
    /// Registers the certificate to the signed-in person at the server (an administrator's act or the person's own,
    /// as policy says).
    virtual Result<SigningPlan> plan(const QVector<domain::DocumentId>& documents) = 0;
    /// Reserves numbers where needed (needs the server), signs each, queues the signed renditions. Blocks; run it on
    /// the token lane. `stop` ends it cleanly after the running document.
    virtual Result<std::vector<SigningOutcome>> sign(const QVector<domain::DocumentId>& documents, const KeyChoice& key,
                                                     const Secret& pin, Progress& progress, std::stop_token stop) = 0;
};

} // namespace diakinisi::desk
