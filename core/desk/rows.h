#pragma once
#include "base/error.h"
#include "domain/document.h"
#include "domain/possible.h"

#include <QDate>

namespace diakinisi::desk {

/// One line of a list: plain values, ready to show (words and dates are made by ui/texts).
struct DocumentRow {
    domain::DocumentId id;
    std::optional<domain::RegisterNumber> number;
    domain::NumberState numberState = domain::NumberState::None;
    domain::Direction direction = domain::Direction::Incoming;
    QString subject;
    QString parties;  ///< names, joined with "; "
    QString unitCode; ///< where it is now: open charge's unit, else addressed unit
    QString unitName;
    QString holder;    ///< name of who has taken it over or whose turn it is; may be empty
    Instant at;        ///< legal time, else creation
    QString localDate; ///< of the legal time, "2026-11-23"; else by the desk's zone
    QString dueDate;
    domain::Purpose purpose = domain::Purpose::Action;
    domain::RouteState routeState = domain::RouteState::None;
    bool late = false;
    bool unread = false;
    bool restricted = false;
    bool cancelled = false;
    bool hasSignature = false;
    int waiting = 0; ///< own commands on it that the server has not confirmed yet
    friend bool operator==(const DocumentRow&, const DocumentRow&) = default;
};

/// The lists of the window's left side.
enum class ListKind { ForAction, ForApproval, ForInformation, Unassigned, Book, Drafts, Outgoing, NeedsYou };

struct ListQuery {
    ListKind kind = ListKind::ForAction;
    QString text; ///< filter words, folded and stemmed as in search
    std::optional<domain::Direction> direction;
    std::optional<domain::UnitId> unit;
    std::optional<QDate> from; ///< by local date
    std::optional<QDate> to;
    enum class Order { NewestFirst, OldestFirst, DueFirst, ByNumber } order = Order::NewestFirst;
    int limit = 500;
    int offset = 0;
};

/// How many are in each list, and how many of them unread.
struct ListCounts {
    struct Count {
        int all = 0;
        int unread = 0;
    };
    std::map<ListKind, Count> of;
};

/// One line of 'Χρειάζονται εσάς': something that the desk could not bring to an end by itself.
struct AttentionRow {
    domain::CommandId command;
    domain::DocumentId document;
    QString what;    ///< the command's kind word
    QString subject; ///< of the document, as far as known
    Error reason;
    Instant at;
    int dependents = 0; ///< commands that were refused with it
};

/// One line of a document's way, newest last.
struct HistoryRow {
    QString kind; ///< the event's kind word; texts are made by ui/texts
    Instant at;
    QString by; ///< name
    QString onBehalfOf;
    QString target;       ///< unit or person, where the event has one
    QString text;         ///< note, reason, objection
    bool waiting = false; ///< not confirmed by the server yet
};

/// One document, all of it, as one person sees it on this desk.
struct DocumentView {
    domain::Document document;
    DocumentRow row;
    std::vector<HistoryRow> history;
    bool historyComplete = true; ///< false: older events are at the server only; ask with DocumentReader::fetchHistory
    std::vector<domain::Act> acts;
};

} // namespace diakinisi::desk
