#pragma once
#include "server/office/appender.h"
#include "server/office/feed.h"
#include "server/office/feed_hub.h"
#include "server/office/file_store.h"
#include "server/office/judge.h"
#include "server/office/submission.h"

namespace diakinisi::server {

/// The central office: takes commands and files in, gives out what each person may see. Knows no HTTP. Thread-safe.
class Office
{
public:
    struct Parts {
        LedgerStore& store;
        FileStore& files;
        const Clock& clock;
        IdSource& ids;
        RandomSource& random;
        signing::SignatureJudge& signatures;
        Lane& work;
        Log& log;
        Metrics& metrics;
    };

    /// Reads the ledger's head and the organisation; nothing else is folded at start.
    static Result<std::unique_ptr<Office>> open(const Parts& parts);
    /// Carries out what was taken in, then ends.
    ~Office();

    /// Blocking while renditions are looked at; the answer comes later, from the appender's thread, when all is on
    /// disk. `failure`: nothing of it is.
    void submit(Actor actor, std::vector<Asked> commands, Submission::Answer answer, Submission::Failure failure);
    /// All bytes of a file of this person are in the file store. `done` from the appender's thread.
    void fileArrived(const domain::PersonId& person, const Sha256& digest, qint64 size, std::function<void(Done)> done);

    std::shared_ptr<const OrganisationView> organisation() const;
    Result<std::unique_ptr<LedgerView>> view() const { return m_parts.store.view(); }
    /// The ledger's identity; it does not change while the server runs.
    domain::LedgerId ledger() const { return m_ledger; }
    qint64 epoch() const { return m_epoch; }

    /// A document that this person may see now; NotFound alike for one that is not there.
    Result<StoredDocument> document(LedgerView& view, const domain::PersonId& person,
                                    const domain::DocumentId& id) const;

    /// A page of the feed; where it is empty, after waiting until `until` at most. `answer` on the work lane.
    using FeedAnswer = std::function<void(Result<FeedBytes>)>;
    void feed(const domain::PersonId& person, const QString& cursor, qint64 limit,
              std::chrono::steady_clock::time_point until, FeedAnswer answer);
    /// Waiting feeds are answered at once, from now on.
    void stopWaiting() { m_hub.stop(); }
    /// Carries out what was taken in; nothing more is taken.
    void stop();

    /// Forgets complete uploads that no document has come to name since that moment, and drops their bytes; what was
    /// left of an earlier run too. Begun by the call, done soon.
    void expireFiles(Instant before);

    /// Judges what has waited for its bytes; also after a restart.
    void judgeWhatIsDue();

private:
    explicit Office(const Parts& parts);
    Findings findingsFor(const Actor& actor, const std::vector<Asked>& commands);
    void onCommitted(const Touched& touched, std::shared_ptr<const OrganisationView> organisation);

    Parts m_parts;
    domain::LedgerId m_ledger;
    qint64 m_epoch = 1;
    Judge m_judge;
    Scribe m_scribe;
    FeedHub m_hub;
    mutable std::mutex m_mutex;
    std::shared_ptr<const OrganisationView> m_organisation;
    std::unique_ptr<Appender> m_appender;
};

} // namespace diakinisi::server
