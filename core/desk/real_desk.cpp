#include "desk/real_desk.h"

#include "desk/open_desk.h"

namespace diakinisi::desk {

namespace {

constexpr std::chrono::minutes lookAgainEvery{10}; ///< at received signatures whose authority was away

SyncStatus::State stateOf(sync::Phase phase)
{
    using State = SyncStatus::State;
    switch (phase) {
    case sync::Phase::SignedOut:
        return State::SignedOut;
    case sync::Phase::Offline:
        return State::Offline;
    case sync::Phase::Connecting:
        return State::Connecting;
    case sync::Phase::Syncing:
        return State::Syncing;
    case sync::Phase::Synced:
        return State::Synced;
    case sync::Phase::SessionExpired:
        return State::SessionExpired;
    case sync::Phase::ServerUntrusted:
        return State::ServerUntrusted;
    case sync::Phase::Rewinding:
        return State::Rewinding;
    }
    return State::Offline;
}

} // namespace

Desk::~Desk() = default;

RealDesk::RealDesk(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts)),
      m_session(*m_parts, news()),
      m_findings(*m_parts),
      m_owed(*m_parts),
      m_lists(*m_parts),
      m_reader(*m_parts,
               [this](const QString& path, std::stop_token stop) { return m_session.ask(path, std::move(stop)); }),
      m_finder(*m_parts),
      m_registrar(*m_parts, m_findings),
      m_handler(*m_parts),
      m_approver(*m_parts),
      m_signer(*m_parts, m_owed),
      m_signingDoctor(*m_parts),
      m_formDrafts(*m_parts),
      m_files(*m_parts, m_findings),
      m_directory(*m_parts, m_lanes->store),
      m_suggestions(*m_parts),
      m_scanning(*m_parts),
      m_copier(*m_parts)
{
    m_parts->kick = [this] { outboxChanged(); };
    m_parts->owing = [this](const domain::DocumentId& document, const Sha256& rendition,
                            const std::function<Done()>& act) { return m_owed.add(document, rendition, act); };
    m_parts->owedChanged = [this] { QMetaObject::invokeMethod(this, &Desk::attentionChanged, Qt::QueuedConnection); };
    m_parts->status = [this] { return syncStatus(); };
    m_parts->findingsOwed = [this] {
        m_checking.post([this](std::stop_token stop) { m_findings.settle(std::move(stop)); });
    };
}

RealDesk::~RealDesk()
{
    m_lanes.reset(); // first what still works with the parts
    m_owed.end();
}

Done RealDesk::begin()
{
    m_parts->store->listen([this](const storage::StoreNews& news) { storeChanged(news); });
    if (const Done read = m_directory.begin(); !read)
        return read;
    m_parts->findingsOwed(); // what an earlier run has left
    connect(&m_lookAgain, &QTimer::timeout, this, [this] { m_parts->findingsOwed(); });
    m_lookAgain.start(lookAgainEvery);
    m_owed.begin();
    return m_session.begin();
}

SyncStatus RealDesk::syncStatus() const
{
    const bool signedIn = m_session.signedIn();
    const std::lock_guard lock(m_statusMutex);
    SyncStatus status = m_status;
    // Just signed in: the loop has not said so yet, and nobody shall take it for an end.
    const bool ended =
        status.state == SyncStatus::State::SignedOut || status.state == SyncStatus::State::SessionExpired;
    if (signedIn && ended)
        status.state = SyncStatus::State::Connecting;
    return status;
}

sync::News RealDesk::news()
{
    // What changed in the store is told by the store itself; here is only what it does not know.
    sync::News news;
    news.status = [this](const sync::Status& status) { statusChanged(status); };
    return news;
}

/// Counted at once: whoever has just acted must not be told for a moment that nothing waits.
void RealDesk::outboxChanged()
{
    if (const auto waiting = m_parts->store->waitingCount()) {
        const std::lock_guard lock(m_statusMutex);
        m_status.waiting = static_cast<int>(*waiting);
    }
    m_session.kick();
}

void RealDesk::statusChanged(const sync::Status& told)
{
    if (told.phase == sync::Phase::SessionExpired)
        m_session.sessionEnded();
    bool cameBack = false;
    {
        const std::lock_guard lock(m_statusMutex);
        cameBack = told.phase == sync::Phase::Synced && m_wasOffline;
        m_wasOffline = !cameBack && (m_wasOffline || told.phase == sync::Phase::Offline);
        m_status = {stateOf(told.phase), static_cast<int>(told.waiting),
                    told.uploads,        told.lastSynced,
                    told.clockOffsetMs,  told.problem};
    }
    if (told.lastSynced)
        m_session.noteContact(*told.lastSynced);
    if (cameBack) // in the main thread, where this lives and ends
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_findings.networkCame();
                m_parts->findingsOwed();
            },
            Qt::QueuedConnection);
    m_parts->watch.notify();
    QMetaObject::invokeMethod(this, &Desk::syncStatusChanged, Qt::QueuedConnection);
}

void RealDesk::storeChanged(const storage::StoreNews& news)
{
    m_parts->watch.notify();
    QMetaObject::invokeMethod(
        this,
        [this, news] {
            if (!news.documents.isEmpty())
                Q_EMIT documentsChanged(news.documents);
            if (!news.documents.isEmpty() || news.directory)
                Q_EMIT listsChanged();
            if (news.attention)
                Q_EMIT attentionChanged();
            if (news.directory)
                Q_EMIT directoryChanged();
            for (const Sha256& digest : news.filesArrived)
                Q_EMIT fileArrived(digest);
            for (const auto& [digest, reason] : news.filesRefused)
                Q_EMIT fileRefused(digest, reason);
        },
        Qt::QueuedConnection);
}

} // namespace diakinisi::desk
