#include "server/office/office.h"

namespace diakinisi::server {
namespace {

std::vector<domain::NewRendition> renditionsOf(const domain::CommandBody& body)
{
    if (const auto* sign = std::get_if<domain::Sign>(&body))
        return sign->renditions;
    if (const auto* confirm = std::get_if<domain::Confirm>(&body))
        return confirm->renditions;
    if (const auto* added = std::get_if<domain::AddRendition>(&body))
        return {added->rendition};
    return {};
}

/// A file of which all bytes have come.
class Arrival final : public AppendWork
{
public:
    Arrival(domain::PersonId person, const Sha256& digest, qint64 size, std::function<void(Done)> done)
        : m_person(person),
          m_digest(digest),
          m_size(size),
          m_done(std::move(done))
    {
    }
    void run(Scribe& scribe) override { scribe.arrived(m_person, m_digest, m_size); }
    void committed() override { m_done({}); }
    void failed(const Error& error) override { m_done(fail(error)); }

private:
    const domain::PersonId m_person;
    const Sha256 m_digest;
    const qint64 m_size;
    std::function<void(Done)> m_done;
};

/// Files that nobody came to need; the bytes go once it is certain that they are forgotten.
class Expiry final : public AppendWork
{
public:
    Expiry(Instant before, std::function<void()> forgotten) : m_before(before), m_forgotten(std::move(forgotten)) {}
    void run(Scribe& scribe) override { scribe.expireFiles(m_before); }
    void committed() override { m_forgotten(); }
    void failed(const Error&) override {} // next time

private:
    const Instant m_before;
    std::function<void()> m_forgotten;
};

/// What was found about a rendition that had waited for its bytes.
class Verdict final : public AppendWork
{
public:
    Verdict(DueJudgement due, Finding finding) : m_due(due), m_finding(std::move(finding)) {}
    void run(Scribe& scribe) override { scribe.judged(m_due, m_finding); }
    void committed() override {}
    void failed(const Error&) override {} // it stays due

private:
    const DueJudgement m_due;
    const Finding m_finding;
};

} // namespace

Office::Office(const Parts& parts)
    : m_parts(parts),
      m_judge(parts.files, parts.clock, parts.signatures, parts.log),
      m_scribe(parts.store, parts.clock, parts.ids, parts.random, parts.log),
      m_hub(parts.work, parts.metrics)
{
}

Office::~Office()
{
    stop();
}

void Office::stop()
{
    m_hub.stop();
    if (m_appender)
        m_appender->stop();
}

Result<std::unique_ptr<Office>> Office::open(const Parts& parts)
{
    std::unique_ptr<Office> office(new Office(parts));
    if (const Done loaded = office->m_scribe.load(); !loaded)
        return fail(loaded.error());
    office->m_ledger = office->m_scribe.head().ledger;
    office->m_epoch = office->m_scribe.head().epoch;
    office->m_organisation = office->m_scribe.published();
    parts.metrics.headPosition = office->m_scribe.head().position;
    office->m_appender = std::make_unique<Appender>(
        office->m_scribe, parts.metrics, parts.log,
        [self = office.get()](const Touched& touched, std::shared_ptr<const OrganisationView> organisation) {
            self->onCommitted(touched, std::move(organisation));
        });
    return office;
}

void Office::onCommitted(const Touched& touched, std::shared_ptr<const OrganisationView> organisation)
{
    {
        const std::lock_guard lock(m_mutex);
        m_organisation = organisation;
    }
    m_hub.committed(touched, *organisation);
}

std::shared_ptr<const OrganisationView> Office::organisation() const
{
    const std::lock_guard lock(m_mutex);
    return m_organisation;
}

Findings Office::findingsFor(const Actor& actor, const std::vector<Asked>& commands)
{
    Findings findings;
    std::unique_ptr<LedgerView> view;
    for (const Asked& asked : commands) {
        const auto renditions = asked.command ? renditionsOf(asked.command->body) : std::vector<domain::NewRendition>();
        for (const domain::NewRendition& rendition : renditions) {
            if (!view) {
                auto opened = m_parts.store.view();
                if (!opened)
                    return findings;
                view = std::move(*opened);
            }
            // Only of files that the person may read anyway: a finding would say what is in them.
            const auto mine = [&](const Sha256& digest) {
                return view->hasUploaded(actor.person, digest).value_or(false) ||
                       view->mayReadFile(actor.person, digest).value_or(false);
            };
            if (!mine(rendition.derivedFrom) || !mine(rendition.file.digest))
                continue;
            if (const auto finding = m_judge.judge(rendition.derivedFrom, rendition.file.digest))
                findings.insert_or_assign({rendition.derivedFrom, rendition.file.digest}, *finding);
        }
    }
    return findings;
}

void Office::submit(Actor actor, std::vector<Asked> commands, Submission::Answer answer, Submission::Failure failure)
{
    Findings findings = findingsFor(actor, commands);
    const Done taken = m_appender->put(std::make_shared<Submission>(
        std::move(actor), std::move(commands), std::move(findings), m_parts.metrics, std::move(answer), failure));
    if (!taken)
        failure(taken.error());
}

void Office::fileArrived(const domain::PersonId& person, const Sha256& digest, qint64 size,
                         std::function<void(Done)> done)
{
    const auto afterwards = [this, done](Done result) {
        const bool good = result.has_value();
        done(std::move(result));
        if (good)
            m_parts.work.post([this](std::stop_token) { judgeWhatIsDue(); });
    };
    if (const Done taken = m_appender->put(std::make_shared<Arrival>(person, digest, size, afterwards)); !taken)
        done(taken);
}

void Office::expireFiles(Instant before)
{
    const auto dropBytes = [this, before](std::stop_token) {
        const auto view = m_parts.store.view();
        if (!view)
            return;
        m_parts.files.dropFilesBefore(before, [&view](const Sha256& digest) {
            return (*view)->hasFile(digest).value_or(true); // in doubt they stay
        });
    };
    const auto forgotten = [this, dropBytes] { m_parts.work.post(dropBytes); };
    static_cast<void>(m_appender->put(std::make_shared<Expiry>(before, forgotten)));
}

void Office::judgeWhatIsDue()
{
    const auto view = m_parts.store.view();
    if (!view)
        return;
    const auto due = (*view)->dueJudgements();
    if (!due)
        return;
    for (const DueJudgement& each : *due)
        if (const auto finding = m_judge.judge(each.former, each.digest); finding && !finding->isOpen())
            if (!m_appender->put(std::make_shared<Verdict>(each, *finding)))
                return;
}

Result<StoredDocument> Office::document(LedgerView& view, const domain::PersonId& person,
                                        const domain::DocumentId& id) const
{
    auto found = view.document(id);
    if (!found)
        return fail(found.error());
    if (!*found || id == domain::organisationDocument())
        return fail(ErrorCode::NotFound, QStringLiteral("document"));
    const auto visible = view.maySee(person, (*found)->key);
    if (!visible)
        return fail(visible.error());
    if (!*visible)
        return fail(ErrorCode::NotFound, QStringLiteral("document"));
    return std::move(**found);
}

void Office::feed(const domain::PersonId& person, const QString& cursor, qint64 limit,
                  std::chrono::steady_clock::time_point until, FeedAnswer answer)
{
    const std::uint64_t commits = m_hub.commits();
    const auto page = [&]() -> Result<FeedBytes> {
        const auto view = m_parts.store.view();
        if (!view)
            return fail(view.error());
        const auto place = placeOf(**view, cursor);
        if (!place)
            return fail(place.error());
        return feedPage(**view, person, *place, limit);
    }();
    const bool mayWait = page && page->empty && std::chrono::steady_clock::now() < until;
    if (!mayWait)
        return answer(page);
    m_hub.wait(person, commits, until, [this, person, cursor, limit, until, answer = std::move(answer)]() mutable {
        // Woken for nothing that shows in the feed: it waits on.
        feed(person, cursor, limit, m_hub.stopped() ? std::chrono::steady_clock::time_point{} : until,
             std::move(answer));
    });
}

} // namespace diakinisi::server
