#include "server/ledger_sqlite/sqlite_feed.h"

#include <algorithm>

namespace diakinisi::server {
namespace {

/// Keeps what lies behind `after`, in order, each once, at most `limit`.
std::vector<FeedCandidate> arranged(std::vector<FeedCandidate> found, const FeedPlace& after, qint64 limit)
{
    std::erase_if(found, [&](const FeedCandidate& c) { return c.place <= after; });
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
    const auto same = [](const auto& a, const auto& b) { return a.place == b.place; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    if (static_cast<qint64>(found.size()) > limit)
        found.resize(static_cast<std::size_t>(limit));
    return found;
}

/// Rows (position, granted at, document key, document id) as candidates of one rank.
Done gather(Query& query, FeedPlace::Rank rank, std::vector<FeedCandidate>& into)
{
    for (;;) {
        const auto row = query.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
        into.push_back(
            {{query.integer(0), rank, query.integer(1), query.integer(2)}, domain::DocumentId(query.uuid(3)), {}});
    }
}

Done gatherRecords(Query& query, const FeedPlace& after, std::vector<FeedCandidate>& into)
{
    for (;;) {
        const auto row = query.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
        const FeedPlace place{query.integer(0), FeedPlace::Event, 0, 0};
        if (place > after)
            into.push_back({place, domain::DocumentId(query.uuid(2)), query.bytes(1)});
    }
}

// A pair of an open grant and an open membership gives sight since the later of the two; the earliest pair counts.
constexpr char grantedSince[] =
    "SELECT max(g.from_position, m.from_position), g.from_position, g.document, d.id "
    "FROM memberships m CROSS JOIN grants g ON g.principal = m.principal AND g.to_position IS NULL "
    "JOIN documents d ON d.key = g.document "
    "WHERE m.person=?1 AND m.to_position IS NULL AND m.from_position<=?2 "
    "AND g.from_position>?2 AND g.from_position<=?3 "
    "AND max(g.from_position, m.from_position) = (SELECT min(max(g2.from_position, m2.from_position)) FROM grants g2 "
    "JOIN memberships m2 ON m2.principal = g2.principal WHERE g2.document = g.document AND m2.person=?1 "
    "AND g2.to_position IS NULL AND m2.to_position IS NULL) "
    "AND (g.from_position, g.document) > (?4, ?5) ORDER BY g.from_position, g.document LIMIT ?6";

// Memberships that began within the window, one by one: few, but each may bring very many documents into sight.
constexpr char begunMemberships[] =
    "SELECT principal, from_position FROM memberships WHERE person=?1 AND to_position IS NULL "
    "AND from_position>?2 AND from_position<=?3 ORDER BY from_position, principal";

constexpr char seenByMembership[] =
    "SELECT max(g.from_position, ?3), g.from_position, g.document, d.id "
    "FROM grants g JOIN documents d ON d.key = g.document "
    "WHERE g.principal=?2 AND g.to_position IS NULL AND g.from_position<=?4 "
    "AND (g.from_position, g.document) > (?5, ?6) "
    "AND max(g.from_position, ?3) = (SELECT min(max(g2.from_position, m2.from_position)) FROM grants g2 "
    "JOIN memberships m2 ON m2.principal = g2.principal WHERE g2.document = g.document AND m2.person=?1 "
    "AND g2.to_position IS NULL AND m2.to_position IS NULL) "
    "ORDER BY g.from_position, g.document LIMIT ?7";

Done appearedByMembership(Database& database, const domain::PersonId& person, const FeedPlace& after, qint64 upTo,
                          qint64 limit, std::vector<FeedCandidate>& found)
{
    std::vector<std::pair<qint64, qint64>> begun;
    {
        Query query = database.query(begunMemberships);
        query.bind(person).bind(after.done()).bind(upTo);
        for (;;) {
            const auto row = query.step();
            if (!row)
                return fail(row.error());
            if (!*row)
                break;
            begun.emplace_back(query.integer(0), query.integer(1));
        }
    }
    for (const auto& [principal, since] : begun) {
        // Resuming in the middle of this position, what was granted before it was delivered in this order.
        const bool resumed = after.rank == FeedPlace::Appeared && after.position == since;
        Query query = database.query(seenByMembership);
        query.bind(person).bind(principal).bind(since).bind(upTo);
        query.bind(resumed ? after.grantedAt : qint64{0}).bind(resumed ? after.document : qint64{0}).bind(limit);
        if (const Done done = gather(query, FeedPlace::Appeared, found); !done)
            return done;
    }
    return {};
}

} // namespace

Result<std::vector<FeedCandidate>> feedEvents(Database& database, const domain::PersonId& person,
                                              const FeedPlace& after, qint64 upTo, qint64 limit)
{
    std::vector<FeedCandidate> found;
    // Before the first position no document was in sight: only the organisation's own events are of interest.
    Query query =
        after.done() == 0
            ? database.query("SELECT e.position, e.record, d.id FROM events e "
                             "JOIN documents d ON d.key = e.document "
                             "WHERE d.id=?2 AND e.position>?3 AND e.position<=?4 AND ?1 IS NOT NULL "
                             "ORDER BY e.position LIMIT ?5")
            : database.query("SELECT e.position, e.record, d.id FROM events e JOIN documents d ON d.key = e.document "
                             "WHERE e.position>?3 AND e.position<=?4 AND (d.id=?2 OR EXISTS(SELECT 1 FROM grants g "
                             "JOIN memberships m ON m.principal = g.principal WHERE g.document = e.document "
                             "AND m.person=?1 AND g.to_position IS NULL AND m.to_position IS NULL "
                             "AND g.from_position<=?3 AND m.from_position<=?3)) ORDER BY e.position LIMIT ?5");
    query.bind(person).bind(domain::organisationDocument()).bind(after.done()).bind(upTo).bind(limit + 1);
    if (const Done done = gatherRecords(query, after, found); !done)
        return fail(done.error());
    if (static_cast<qint64>(found.size()) > limit)
        found.resize(static_cast<std::size_t>(limit));
    return found;
}

Result<std::vector<FeedCandidate>> feedAppeared(Database& database, const domain::PersonId& person,
                                                const FeedPlace& after, qint64 upTo, qint64 limit)
{
    std::vector<FeedCandidate> found;
    const Done byMembership = appearedByMembership(database, person, after, upTo, limit, found);
    if (!byMembership)
        return fail(byMembership.error());
    Query query = database.query(grantedSince);
    const bool resumed = after.rank == FeedPlace::Appeared;
    query.bind(person).bind(after.done()).bind(upTo).bind(resumed ? after.grantedAt : qint64{0});
    query.bind(resumed ? after.document : qint64{0}).bind(limit);
    if (const Done done = gather(query, FeedPlace::Appeared, found); !done)
        return fail(done.error());
    return arranged(std::move(found), after, limit);
}

Result<std::vector<FeedCandidate>> feedWithdrawn(Database& database, const domain::PersonId& person,
                                                 const FeedPlace& after, qint64 upTo, qint64 limit)
{
    // Pairs that gave sight at the beginning of the window and that ended, by their half that ended first, within it.
    Query query = database.query(
        "SELECT max(p.ended), 0, p.document, d.id FROM ("
        "SELECT g.to_position AS ended, g.document AS document FROM grants g "
        "JOIN memberships m ON m.principal = g.principal AND m.person=?1 "
        "WHERE g.to_position>?2 AND g.to_position<=?3 AND g.from_position<=?2 AND m.from_position<=?2 "
        "AND (m.to_position IS NULL OR m.to_position>=g.to_position) "
        "UNION ALL SELECT m.to_position, g.document FROM memberships m JOIN grants g ON g.principal = m.principal "
        "WHERE m.person=?1 AND m.to_position>?2 AND m.to_position<=?3 AND m.from_position<=?2 "
        "AND g.from_position<=?2 AND (g.to_position IS NULL OR g.to_position>m.to_position)"
        ") p JOIN documents d ON d.key = p.document WHERE NOT EXISTS(SELECT 1 FROM grants g2 "
        "JOIN memberships m2 ON m2.principal = g2.principal WHERE g2.document = p.document AND m2.person=?1 "
        "AND g2.to_position IS NULL AND m2.to_position IS NULL) "
        "GROUP BY p.document HAVING (max(p.ended), p.document) > (?4, ?5) ORDER BY 1, 3 LIMIT ?6");
    query.bind(person).bind(after.done()).bind(upTo);
    query.bind(after.rank == FeedPlace::Withdrawn ? after.position : after.done());
    query.bind(after.rank == FeedPlace::Withdrawn ? after.document : qint64{0}).bind(limit);
    std::vector<FeedCandidate> found;
    if (const Done done = gather(query, FeedPlace::Withdrawn, found); !done)
        return fail(done.error());
    return arranged(std::move(found), after, limit);
}

} // namespace diakinisi::server
