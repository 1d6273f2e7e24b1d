#pragma once
#include "base/result.h"
#include "domain/document.h"
#include "domain/organisation.h"
#include "domain/rights.h"
#include "server/office/feed_place.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

// What the office asks of the store that keeps the ledger and the views written with it. SQLite is one (ledger_sqlite).
namespace diakinisi::server {

/// Where the ledger ends.
struct LedgerHead {
    domain::LedgerId ledger;
    qint64 epoch = 1;
    qint64 position = 0; ///< seq of the last event; 0: none
    Sha256 hash;
    Instant at; ///< of the last event
};

/// The state row of a document.
struct StoredDocument {
    qint64 key = 0;      ///< the store's own short name for it; grows with every new document
    qint64 position = 0; ///< of the last event in it
    QByteArray state;    ///< JSON of wire::toJson(Document)
};

struct StoredRecord {
    qint64 position = 0;
    QByteArray bytes; ///< canonical JSON of the record, as it travels
};

/// What was answered to a command when it came first.
struct StoredAnswer {
    Sha256 digest;
    domain::PersonId person;
    qint64 firstPosition = 0;
    qint64 eventCount = 0;
    std::optional<QByteArray> problem; ///< JSON; set when it was refused
};

struct RegisterEntry {
    qint64 number = 0;
    QString state;
    QString date;
    domain::DocumentId document;
    QByteArray documentState; ///< empty when the person may not see it
};

/// A file that a document refers to, by whose act.
struct FileReference {
    Sha256 digest;
    domain::PersonId person;
    bool entitled = false;
};

/// A rendition that has still to be judged.
struct DueJudgement {
    domain::DocumentId document;
    Sha256 digest;
    Sha256 former;
};

/// One year's book, as its counter says.
struct BookState {
    QString series;
    int year = 0;
    qint64 last = 0;
};

struct StoredFile {
    Sha256 digest;
    qint64 size = 0;
};

/// Reading, all as of one moment. Used by one thread at a time.
class LedgerView
{
public:
    virtual ~LedgerView() = default;

    virtual Result<LedgerHead> head() = 0;
    /// Nothing when there is no such position.
    virtual Result<std::optional<Sha256>> hashAt(qint64 position) = 0;
    /// The organisation's snapshot with its position; position 0 and no bytes before the first.
    virtual Result<std::pair<qint64, QByteArray>> organisation() = 0;

    virtual Result<std::optional<StoredDocument>> document(const domain::DocumentId& id) = 0;
    virtual Result<StoredDocument> documentByKey(qint64 key) = 0;
    /// May this person see it now?
    virtual Result<bool> maySee(const domain::PersonId& person, qint64 document) = 0;
    /// By key, from one on; for checking the whole store.
    virtual Result<std::vector<std::pair<domain::DocumentId, StoredDocument>>> documentsAfter(qint64 key,
                                                                                              qint64 limit) = 0;

    /// In order, from a position on; at most `limit`.
    virtual Result<std::vector<StoredRecord>> records(qint64 from, qint64 limit) = 0;
    virtual Result<std::vector<StoredRecord>> history(qint64 document, qint64 after, qint64 limit) = 0;

    /// Events after `after` up to `upTo` that this person may see: the organisation's, and those of documents that he
    /// has been seeing since `after.done()` or longer and still sees.
    virtual Result<std::vector<FeedCandidate>> eventsFor(const domain::PersonId& person, const FeedPlace& after,
                                                         qint64 upTo, qint64 limit) = 0;
    /// Documents that came into sight after `after` and are in sight now.
    virtual Result<std::vector<FeedCandidate>> appearedFor(const domain::PersonId& person, const FeedPlace& after,
                                                           qint64 upTo, qint64 limit) = 0;
    /// Documents that were in sight at `after.done()` and went out of it, and are not in sight now.
    virtual Result<std::vector<FeedCandidate>> withdrawnFor(const domain::PersonId& person, const FeedPlace& after,
                                                            qint64 upTo, qint64 limit) = 0;

    virtual Result<std::vector<RegisterEntry>> registerRows(const domain::PersonId& person, const QString& series,
                                                            int year, qint64 from, qint64 to, qint64 limit) = 0;

    virtual Result<std::optional<StoredAnswer>> answer(const domain::CommandId& id) = 0;

    virtual Result<bool> hasFile(const Sha256& digest) = 0;
    virtual Result<bool> hasUploaded(const domain::PersonId& person, const Sha256& digest) = 0;
    /// Through a document that he may see, whose reference was made by somebody entitled.
    virtual Result<bool> mayReadFile(const domain::PersonId& person, const Sha256& digest) = 0;
    /// The restricted documents through which he may read it.
    virtual Result<std::vector<domain::DocumentId>> restrictedWith(const domain::PersonId& person,
                                                                   const Sha256& digest) = 0;
    virtual Result<std::vector<DueJudgement>> dueJudgements() = 0;

    // For checking the whole store.
    virtual Result<std::vector<BookState>> books() = 0;
    virtual Result<std::vector<domain::DocumentId>> bookDocuments(const BookState& book, qint64 after,
                                                                  qint64 limit) = 0;
    virtual Result<std::set<domain::Principal>> openGrants(qint64 document) = 0;
    virtual Result<std::set<domain::Principal>> openMemberships(const domain::PersonId& person) = 0;
    virtual Result<std::vector<StoredFile>> filesAfter(const Sha256& digest, qint64 limit) = 0;
};

/// Writing, by one thread. Also reads what it has written.
class LedgerWriter : public LedgerView
{
public:
    virtual Done begin() = 0;
    /// Returns when all is on disk, and not before.
    virtual Done commit() = 0;
    virtual void rollback() = 0;
    virtual Done mark() = 0;    ///< a savepoint
    virtual Done release() = 0; ///< what was written since mark() stays
    virtual Done undo() = 0;    ///< what was written since mark() goes

    virtual Done found(const domain::LedgerId& ledger, qint64 epoch) = 0;
    /// The key of a new document; its state is put before the transaction ends.
    virtual Result<qint64> addDocument(const domain::DocumentId& id) = 0;
    virtual Done putDocument(const StoredDocument& document) = 0;
    /// `now`: the head as it is with this event; `bytes`: the record in its canonical form.
    virtual Done append(const LedgerHead& now, qint64 document, const QByteArray& bytes) = 0;
    virtual Done putOrganisation(qint64 position, const QByteArray& state) = 0;

    virtual Done changeGrants(qint64 document, const std::set<domain::Principal>& before,
                              const std::set<domain::Principal>& after, qint64 position) = 0;
    virtual Done changeMemberships(const domain::PersonId& person, const std::set<domain::Principal>& before,
                                   const std::set<domain::Principal>& after, qint64 position) = 0;

    virtual Done putAnswer(const domain::CommandId& id, const StoredAnswer& answer) = 0;
    virtual Result<qint64> nextNumber(const QString& series, int year) = 0;
    virtual Done putRegisterRow(qint64 document, const domain::Registration& registration) = 0;

    /// `at`: when its bytes came, last.
    virtual Done addFile(const Sha256& digest, qint64 size, Instant at) = 0;
    /// Forgets files that came before that moment and that no document refers to; how many.
    virtual Result<qint64> removeUnreferencedFiles(Instant before) = 0;
    virtual Done addUploader(const domain::PersonId& person, const Sha256& digest) = 0;
    virtual Done putFileReference(qint64 document, const FileReference& reference) = 0;
    /// References by this person to this file that were made before he was entitled; they are entitled from now on.
    virtual Result<std::vector<domain::DocumentId>> entitle(const domain::PersonId& person, const Sha256& digest) = 0;
    virtual Done addDueJudgement(const DueJudgement& due) = 0;
    virtual Done removeDueJudgement(const domain::DocumentId& document, const Sha256& digest) = 0;
};

class LedgerStore
{
public:
    virtual ~LedgerStore() = default;
    /// The one writer; always the same.
    virtual LedgerWriter& writer() = 0;
    /// A view as of now, from any thread; short-lived.
    virtual Result<std::unique_ptr<LedgerView>> view() = 0;
    /// Is the store sound in itself (pages, indexes, references)?
    virtual Done checkIntegrity() = 0;
};

} // namespace diakinisi::server
