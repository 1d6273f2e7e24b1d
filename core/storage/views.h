#pragma once
#include "base/error.h"
#include "domain/document.h"
#include "domain/events.h"

#include <QDate>

#include <map>
#include <optional>
#include <vector>

namespace diakinisi::storage {

/// One line of a list, as this desk's person sees it. Units and persons are ids: names come from the organisation in
/// hand.
struct ViewRow {
    domain::DocumentId id;
    std::optional<domain::RegisterNumber> number;
    domain::NumberState numberState = domain::NumberState::None;
    domain::Direction direction = domain::Direction::Incoming;
    QString subject;
    QString parties;                    ///< names, joined with "; "
    std::optional<domain::UnitId> unit; ///< where it is now: the open charge's unit, else the addressed or issuing one
    std::optional<domain::PersonId> holder; ///< who has taken it over, or whose turn it is
    Instant at;                             ///< legal time, else creation
    QString localDate;                      ///< of the legal time, "2026-11-23"; else by the desk's zone
    QString dueDate; ///< of the open charge that concerns this person, else the earliest open one
    domain::Purpose purpose = domain::Purpose::Action;
    domain::RouteState routeState = domain::RouteState::None;
    bool unread = false;
    bool restricted = false;
    bool cancelled = false;
    bool hasSignature = false;
    int waiting = 0; ///< own commands on it that the server has not confirmed
    friend bool operator==(const ViewRow&, const ViewRow&) = default;
};

/// ForAction: an open charge for action or opinion to this person, his units or the units whose head he is.
/// ForApproval: a step whose turn it is, his own or (approvals) of whom he replaces now. ForInformation: an open charge
/// for information. Unassigned: at the registry, registered without a charge that is open or done and without a route.
/// Book: whatever has or awaits a number. Drafts: own ones without number and not under way. Outgoing: outgoing and
/// internal ones under way or numbered, of this person or his units.
enum class ViewList { ForAction, ForApproval, ForInformation, Unassigned, Book, Drafts, Outgoing };
inline constexpr int viewListCount = 7;

struct ViewQuery {
    ViewList list = ViewList::ForAction;
    QString text{}; ///< filter words, as in search
    std::optional<domain::Direction> direction{};
    std::optional<domain::UnitId> unit{};
    std::optional<QDate> from{}; ///< by local date, both inclusive
    std::optional<QDate> to{};
    enum class Order { NewestFirst, OldestFirst, DueFirst, ByNumber } order = Order::NewestFirst;
    int limit = 500;
    int offset = 0;
};

struct ViewCounts {
    struct Count {
        int all = 0;
        int unread = 0;
    };
    std::map<ViewList, Count> of;
    int attention = 0;
};

/// One entry of what needs the person: a command that the server refused, with all that was refused because of it.
struct AttentionEntry {
    domain::CommandId command;
    domain::DocumentId document;
    QString kind; ///< the command's kind word
    QString subject;
    Error reason;
    Instant at;
    int dependents = 0;
    domain::Command content; ///< whole, as it was typed
};

/// One document as this desk has it: confirmed events with what waits in the outbox folded over them.
struct DocumentState {
    domain::Document document;
    ViewRow row;
    bool historyComplete = true; ///< false: older events are at the server only
};

/// One event of a document's way, oldest first; those that wait for the server come last.
struct HistoryEntry {
    domain::Event event;
    bool waiting = false;
};

/// A command in the outbox.
struct WaitingCommand {
    domain::Command command;
    domain::PersonId person;
    Instant notBefore; ///< held back until then, so that it can be undone
    bool fits = true;  ///< false: what was confirmed meanwhile leaves no room for it; the server will say so
};

} // namespace diakinisi::storage
