#pragma once
#include "base/ids.h"
#include "domain/decide.h"
#include "ledger/record.h"
#include "server/log.h"
#include "server/office/commands.h"
#include "server/office/ledger_store.h"
#include "server/office/official_time.h"

#include <unordered_map>

namespace diakinisi::server {

/// Writes in the ledger: decides with authority, appends, and keeps the views beside it, all within the one transaction
/// under way. Lives in the appender's thread. A failing store marks the whole batch as broken: it is then abandoned.
class Scribe
{
public:
    Scribe(LedgerStore& store, const Clock& clock, IdSource& ids, RandomSource& random, Log& log);

    /// Reads head and organisation; after this and after every abandoned batch the memory is as the disk.
    Done load();

    Done beginBatch();
    /// Writes the state rows of what changed, then commits: on disk when this returns.
    Done commitBatch();
    void abandonBatch();
    const std::optional<Error>& broken() const { return m_broken; }

    /// A command, or a group of several: what happens between begin and drop did not happen.
    void beginUnit(bool several);
    void keepUnit();
    void dropUnit();

    /// Decides and appends. The events that are the command's own; what the server adds itself (arrivals, findings)
    /// follows them in the ledger.
    struct Written {
        qint64 first = 0;
        std::vector<QByteArray> records;
    };
    Result<Written> carryOut(const Actor& actor, const domain::Command& command, const Findings& findings);
    /// All bytes of a file have come from this person.
    void arrived(const domain::PersonId& person, const Sha256& digest, qint64 size);
    /// Files that came before that moment and that no document names any more are forgotten.
    void expireFiles(Instant before);
    /// A rendition that had waited for its bytes was judged.
    void judged(const DueJudgement& due, const Finding& finding);

    LedgerWriter& writer() { return m_store.writer(); }
    const LedgerHead& head() const { return m_head; }
    bool numberingStopped() const { return m_time.stopped(m_head.at); }
    const Touched& touched() const { return m_touched; }
    std::shared_ptr<const OrganisationView> published() const { return m_published; }
    /// Notes a store's failure; gives whether all went well.
    bool well(const Done& done);
    template <class T>
    bool well(const Result<T>& result)
    {
        return result || well(Done(fail(result.error())));
    }

private:
    /// A document in memory, as after the events written so far.
    struct Open {
        qint64 key = 0;
        qint64 position = 0;
        domain::Document document;
        std::set<domain::Principal> grants;
        bool changed = false;
    };
    class Counter;

    Open* open(const domain::DocumentId& id);
    Open* create(const domain::DocumentId& id);
    domain::Context context(const Actor& actor, Counter& counter);
    Result<Written> onDocument(const Actor& actor, const domain::Command& command, const Findings& findings);
    Result<Written> onOrganisation(const Actor& actor, const domain::Command& command);
    void bySystem(const domain::DocumentId& document, domain::CommandBody body);

    /// Seals and appends one event; the event as it is to be applied.
    domain::Event write(const Actor& actor, const domain::Command& command, domain::Decided decided, qint64 document,
                        Written& written);
    void applyTo(Open& open, const domain::Event& event);
    void applyToOrganisation(const domain::Event& event);
    void refreshMembers(const domain::Event& event);
    void refreshPrincipals(const domain::PersonId& person, qint64 position);
    void endReplacements();

    bool entitled(const domain::PersonId& person, const Sha256& digest);
    /// Notes who refers to which files by this event; those whose bytes count as here from now on.
    std::vector<Sha256> refer(const Open& open, const Actor& actor, const domain::EventBody& body);
    Done checkSigned(const Open& open, const Actor& actor, const domain::Command& command, const Findings& findings);
    void noteFindings(const domain::Command& command, const Findings& findings);

    void writeStates();
    void publish();
    void forgetOldest();

    LedgerStore& m_store;
    const Clock& m_clock;
    IdSource& m_ids;
    RandomSource& m_random;
    Log& m_log;
    OfficialTime m_time;

    LedgerHead m_head;
    domain::Organisation m_organisation;
    QHash<domain::PersonId, std::set<domain::Principal>> m_principals;
    qint64 m_organisationPosition = 0;
    qint64 m_organisationKey = 0;
    bool m_organisationChanged = false;
    QByteArray m_organisationJson; // as last written
    Instant m_replacementsChecked;
    std::shared_ptr<const OrganisationView> m_published;

    struct IdHash {
        std::size_t operator()(const domain::DocumentId& id) const { return qHash(id); }
    };
    std::unordered_map<domain::DocumentId, Open, IdHash> m_documents;
    std::vector<domain::DocumentId> m_changed; ///< whose state rows the batch has still to write
    Touched m_touched;
    std::optional<Error> m_broken;

    /// As it was when the unit began, for dropUnit(); a document that was not in memory has none.
    struct Before {
        LedgerHead head;
        domain::Organisation organisation;
        QHash<domain::PersonId, std::set<domain::Principal>> principals;
        qint64 organisationPosition = 0;
        bool organisationChanged = false;
        std::map<domain::DocumentId, std::optional<Open>> documents;
    };
    std::optional<Before> m_before;
};

} // namespace diakinisi::server
