#pragma once
#include "base/progress.h"
#include "base/result.h"
#include "base/secret.h"
#include "desk/rows.h"

#include <QImage>
#include <QRectF>

#include <functional>
#include <optional>
#include <stop_token>

namespace diakinisi::desk {

/// Where a key lies.
enum class KeyPlace {
    File,  ///< PKCS#12
    Token, ///< a token or card, through its PKCS#11 module
    System ///< the operating system's certificate store
};

/// Where the PIN is entered.
enum class PinEntry {
    Typed, ///< here
    OnPad, ///< on the token's own keys: nothing is asked here, and an empty PIN is handed on
    System ///< the operating system asks
};

/// How many tries at the PIN are left, as the token says itself, before anything is typed.
enum class PinTries { Enough, Few, Last, None };

/// A key that this person may sign with on this desk.
struct KeyChoice {
    QString uri;  ///< "p12:/path/to/key.p12"; "pkcs11:..." (RFC 7512); "store:FINGERPRINT"
    QString name; ///< of the certificate's holder
    QString issuer;
    Instant notBefore;
    Instant notAfter;
    Sha256 certificate;
    bool registered = false; ///< to this person at the server
    KeyPlace place = KeyPlace::File;
    PinEntry pinEntry = PinEntry::Typed;
    PinTries pinTries = PinTries::Enough; ///< None: locked, a PIN is of no use
    QString token{};                      ///< the token's label
    QString tokenSerial{};
    bool suitable = true; ///< its key usage allows signing
    /// The token has refused the PIN for a signature: it has one of its own for them, which is asked for beside it.
    bool ownSignaturePin = false;
};

/// One document of a batch, looked at before the PIN.
struct SigningItem {
    domain::DocumentId document;
    DocumentRow row;
    bool seen = false;            ///< its newest rendition was opened on this desk
    std::optional<Error> problem; ///< set aside with this reason
    bool takesNumber = false;     ///< the final signature of a draft
};

/// How signatures are made here, as policy says: for a person to know before the PIN.
struct SigningTerms {
    QString level = QStringLiteral("B-B"); ///< of ETSI EN 319 142-1
    QStringList authorities{};             ///< hosts of the timestamp authorities, in the order in which they are asked
    bool waits = false;                    ///< none answers: nothing is signed; else signed at once and stamped later
};

struct SigningPlan {
    std::vector<SigningItem> items;
    SigningTerms terms{};
    int ready() const;
};

/// A place on a page: points, from the upper left corner of the page as shown.
struct MarkSpot {
    int page = 1; ///< counted from 1
    QRectF area;
};

/// What a visible mark shows besides name, capacity, date and time; what is empty is left out.
struct MarkWishes {
    QString reason{};
    QString place{};
    QByteArray image{}; ///< a JPEG or PNG file: emblem or written signature
    QString qr{};
    std::optional<MarkSpot> spot{}; ///< drawn by hand; found by itself when not given
    bool byOrder = false;           ///< 'με εντολή Δημάρχου' before the capacity
    bool withCode = false;          ///< `qr` is made from number, date and organisation
};

/// How a page will look with the mark, before the PIN is asked.
struct MarkPreview {
    QImage picture; ///< of the whole page
    QSizeF size;    ///< of the page as shown, points
    MarkSpot spot;
    int pages = 0;
    bool inField = false;  ///< in an empty signature field that waits in the file
    bool overText = false; ///< no free spot was found: it covers some of the text
};

struct SigningOutcome {
    domain::DocumentId document;
    bool isSigned = false;
    std::optional<Error> problem; ///< PinWrong, PinLocked: of the PIN for signatures
    std::optional<domain::RegisterNumber> number;
    std::optional<Error> owed{}; ///< signed at a lower level than policy wants, and why; the rest is added by itself
};

/// A signature of this person's that is lower than policy wants, because an authority was away.
struct OwedSignature {
    domain::DocumentId document;
    DocumentRow row;
    Instant since;
    bool othersFirst = false;       ///< others have still to sign: theirs comes before it
    std::optional<Error> problem{}; ///< of the last try since this start
};

/// What was chosen for one run, besides key and documents.
struct SigningWishes {
    MarkWishes mark{};                                 ///< the same for all; without a spot
    std::map<domain::DocumentId, MarkSpot> spots{};    ///< of the documents on which one was drawn
    std::shared_ptr<const Secret> signaturePin{};      ///< of a token that has one of its own; none: the PIN is both
    std::function<void(const SigningOutcome&)> told{}; ///< each outcome as it comes, on the token lane; may be none
};

/// Signs one or many with one PIN entry: everything is asked before the PIN, each outcome is told, a failure stops
/// nothing else, a wrong PIN is never tried again.
class Signer
{
public:
    virtual ~Signer() = default;
    /// The key files that this person uses here (the path is kept, never the PIN), and what the tokens that are plugged
    /// in offer: those for commitments (nonRepudiation) first. Asks the tokens' modules in a worker, so it takes up to
    /// some seconds and no module can harm this program. What is wrong with a module or a token, SigningDoctor says.
    virtual Result<std::vector<KeyChoice>> keys() = 0;
    /// Opens a PKCS#12 file once to read its certificate and remembers it for this person. KeyUnreadable, PinWrong.
    virtual Result<KeyChoice> addKeyFile(const QString& path, const Secret& pin) = 0;
    /// Registers the certificate to the signed-in person at the server (an administrator's act or the person's own,
    /// as policy says).
    virtual Result<SigningPlan> plan(const QVector<domain::DocumentId>& documents) = 0;
    /// Shows the mark on the document's newest rendition, drawn so large as fits into `fit` pixels; run it on the
    /// images lane. FilesNotArrived, NotPdf, PdfBroken, PdfEncrypted, PdfForbids (other marks leave no room),
    /// FieldInvalid (the place drawn by hand), ImageUnreadable (the mark's image), WorkerDied, Cancelled.
    virtual Result<MarkPreview> previewMark(const domain::DocumentId& document, const QString& signerName,
                                            const MarkWishes& wishes, QSize fit, std::stop_token stop) = 0;
    /// Reserves numbers where needed (needs the server), signs each, queues the signed renditions. Blocks; run it on
    /// the token lane. `stop` ends it cleanly after the running document. One login for all, also where the token
    /// wants its PIN for each signature; logged out at the end. Before the PIN is used: CertificateExpired,
    /// CertificateUnsuitable, CertificateNotYours, TokenMissing, PinLocked.
    virtual Result<std::vector<SigningOutcome>> sign(const QVector<domain::DocumentId>& documents, const KeyChoice& key,
                                                     const Secret& pin, const SigningWishes& wishes, Progress& progress,
                                                     std::stop_token stop) = 0;
    /// What is still to be added to this person's signatures: tried again by itself while the desk is open, and added
    /// as a rendition of its own. Oldest first; at once. attentionChanged() is told with each change of it.
    virtual Result<std::vector<OwedSignature>> owed() = 0;
    /// Tries it all now, also at authorities that are left out for a while; what came of it, owed() says. Run it on the
    /// network lane.
    virtual void tryOwed(std::stop_token stop) = 0;
};

} // namespace diakinisi::desk
