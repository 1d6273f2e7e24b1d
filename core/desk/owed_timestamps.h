#pragma once
#include "desk/parts.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace diakinisi::desk {

/// Signatures of this person that are lower than policy wants because an authority was away: kept in the profile, tried
/// again every DeskSettings::owedPause while the desk is open, and added as a rendition of their own when the authority
/// answers. What somebody has signed over meanwhile is no longer owed. Thread-safe.
class OwedTimestamps
{
public:
    struct Owed {
        domain::DocumentId document;
        Sha256 rendition; ///< the signed one
        Instant since;
        friend bool operator==(const Owed&, const Owed&) = default;
    };

    explicit OwedTimestamps(Parts& parts) : m_parts(parts) {}

    /// Goes on with what an earlier start left.
    void begin();
    /// Tries nothing any more; returns when the running try has ended.
    void end();
    /// What Parts::owing does.
    Done add(const domain::DocumentId& document, const Sha256& rendition, const std::function<Done()>& act);
    /// Tries all of it, also at authorities that are left out for a while.
    void tryNow(const std::stop_token& stop);
    /// Oldest first.
    std::vector<Owed> all() const;
    /// Why the last try added nothing; none when none was made yet.
    std::optional<Error> problemOf(const Sha256& rendition) const;

private:
    std::vector<Owed> read() const;
    void write(const std::vector<Owed>& list);
    void start();
    void drop(const Owed& owed);
    void loop(const std::stop_token& stop);
    void tryAll(const std::stop_token& stop);
    /// True when nothing is owed for it any more.
    bool settled(const Owed& owed, const std::stop_token& stop);
    /// Nothing when nothing is missing.
    Result<std::optional<QByteArray>> raised(const Sha256& rendition, const std::stop_token& stop);

    void noteProblem(const Sha256& rendition, const Error& problem);

    Parts& m_parts;
    std::mutex m_trying;        ///< one at a time
    mutable std::mutex m_mutex; ///< of the list in the profile, the problems and the thread
    std::condition_variable_any m_wake;
    std::map<Sha256, std::optional<Error>> m_problems;
    std::set<Sha256> m_underWay; ///< their acts are being done
    bool m_running = false;
    bool m_ended = false;
    std::jthread m_thread;
};

} // namespace diakinisi::desk
