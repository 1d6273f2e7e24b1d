#pragma once
#include "base/digest.h"
#include "domain/ids.h"
#include "domain/words.h"

#include <vector>

namespace diakinisi::domain {

/// Why a unit or person is charged (χρέωση).
enum class Purpose { Action, Information, Opinion };
enum class ChargeState { Charged, TakenOver, Returned, Completed };

/// A document charged to a unit or to a person.
struct Charge {
    ChargeId id;
    std::optional<UnitId> unit; ///< exactly one of unit and person
    std::optional<PersonId> person;
    Purpose purpose = Purpose::Action;
    QString note;
    QString dueDate; ///< "2026-12-01" or empty
    ChargeState state = ChargeState::Charged;
    PersonId by;
    Instant at;
    std::optional<PersonId> handler; ///< who took it over
    QString reason;                  ///< of a return, or of completion without an answer
    std::optional<Instant> changedAt;

    bool isOpen() const { return state == ChargeState::Charged || state == ChargeState::TakenOver; }

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"id", self.id);
        v(u"unit", self.unit);
        v(u"person", self.person);
        v(u"purpose", self.purpose);
        v(u"note", self.note);
        v(u"dueDate", self.dueDate);
        v(u"state", self.state);
        v(u"by", self.by);
        v(u"at", self.at);
        v(u"handler", self.handler);
        v(u"reason", self.reason);
        v(u"changedAt", self.changedAt);
    }
    friend bool operator==(const Charge&, const Charge&) = default;
};

enum class StepKind { Approve, Sign };
enum class StepState { Waiting, Approved, ApprovedWithObjection, Signed, SentBack };
enum class RouteState { None, Open, Completed, SentBack, Withdrawn };

/// One step of the chain to the final signatory. Steps of one stage stand side by side; the next stage waits for all.
struct Step {
    StepId id;
    PersonId person;
    StepKind kind = StepKind::Approve;
    int stage = 0;
    StepState state = StepState::Waiting;
    std::optional<PersonId> actedBy; ///< the substitute, where X acted for Y
    std::optional<Instant> at;
    QString reason;                   ///< of an objection or of sending back
    std::optional<VersionId> version; ///< what an approval binds to
    std::optional<Sha256> rendition;  ///< what a signature was made on

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"id", self.id);
        v(u"person", self.person);
        v(u"kind", self.kind);
        v(u"stage", self.stage);
        v(u"state", self.state);
        v(u"actedBy", self.actedBy);
        v(u"at", self.at);
        v(u"reason", self.reason);
        v(u"version", self.version);
        v(u"rendition", self.rendition);
    }
    friend bool operator==(const Step&, const Step&) = default;
};

/// The chain under way, or the last one.
struct Route {
    RouteState state = RouteState::None;
    PersonId by;
    std::optional<Instant> at;
    std::optional<VersionId> version; ///< of the main item, as submitted
    std::vector<Step> steps;          ///< by stage

    /// The steps whose turn it is.
    std::vector<const Step*> current() const;
    bool isCurrent(const StepId& step) const;
    /// Is this the last step still waiting?
    bool isLast(const StepId& step) const;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"state", self.state);
        v(u"by", self.by);
        v(u"at", self.at);
        v(u"version", self.version);
        v(u"steps", self.steps);
    }
    friend bool operator==(const Route&, const Route&) = default;
};

} // namespace diakinisi::domain

DIAKINISI_ENUM_WORDS(diakinisi::domain::Purpose, QLatin1StringView("action"), QLatin1StringView("information"),
                     QLatin1StringView("opinion"));
DIAKINISI_ENUM_WORDS(diakinisi::domain::ChargeState, QLatin1StringView("charged"), QLatin1StringView("taken-over"),
                     QLatin1StringView("returned"), QLatin1StringView("completed"));
DIAKINISI_ENUM_WORDS(diakinisi::domain::StepKind, QLatin1StringView("approve"), QLatin1StringView("sign"));
DIAKINISI_ENUM_WORDS(diakinisi::domain::StepState, QLatin1StringView("waiting"), QLatin1StringView("approved"),
                     QLatin1StringView("approved-with-objection"), QLatin1StringView("signed"),
                     QLatin1StringView("sent-back"));
DIAKINISI_ENUM_WORDS(diakinisi::domain::RouteState, QLatin1StringView("none"), QLatin1StringView("open"),
                     QLatin1StringView("completed"), QLatin1StringView("sent-back"), QLatin1StringView("withdrawn"));
