#pragma once
#include "domain/commands.h"

#include <variant>

// What happened, as the ledger keeps it. Who and when are in the envelope (see Event below and ledger/envelope.h).
// Each field names its part where it is not public.
namespace diakinisi::domain {

/// A document came into the house: registered at once, or begun as a draft.
struct DocumentRegistered {
    static constexpr QLatin1StringView kind{"document-registered"};
    Identity identity;
    Particulars particulars;
    std::vector<PartyContact> contacts;
    std::vector<NewItem> items;
    Access access;
    std::optional<RegisterNumber> number; ///< nothing while it waits for one (on a desk only)
    std::optional<LegalTime> legalTime;
    std::optional<Instant> claimed;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"identity", self.identity);
        v(u"particulars", self.particulars, Part::Restricted);
        v(u"contacts", self.contacts, Part::Personal);
        v(u"items", self.items, Part::Restricted);
        v(u"access", self.access, Part::Restricted);
        v(u"number", self.number);
        v(u"legalTime", self.legalTime);
        v(u"claimed", self.claimed);
    }
};

struct DraftStarted {
    static constexpr QLatin1StringView kind{"draft-started"};
    Identity identity;
    Particulars particulars;
    std::vector<PartyContact> contacts;
    std::vector<NewItem> items;
    Access access;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"identity", self.identity);
        v(u"particulars", self.particulars, Part::Restricted);
        v(u"contacts", self.contacts, Part::Personal);
        v(u"items", self.items, Part::Restricted);
        v(u"access", self.access, Part::Restricted);
    }
};

struct NumberReserved {
    static constexpr QLatin1StringView kind{"number-reserved"};
    RegisterNumber number;
    LegalTime legalTime;
    Identity identity;
    Particulars particulars; ///< frozen with the number
    StepId step;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"number", self.number);
        v(u"legalTime", self.legalTime);
        v(u"identity", self.identity);
        v(u"particulars", self.particulars, Part::Restricted);
        v(u"step", self.step);
    }
};

/// The reserved number now belongs to a signed document.
struct NumberConfirmed {
    static constexpr QLatin1StringView kind{"number-confirmed"};
    RegisterNumber number;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"number", self.number);
    }
};

struct FileAdded {
    static constexpr QLatin1StringView kind{"file-added"};
    NewItem item;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"item", self.item, Part::Restricted);
    }
};

struct RenditionAdded {
    static constexpr QLatin1StringView kind{"rendition-added"};
    ItemId item;
    VersionId version;
    NewRendition rendition;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"item", self.item);
        v(u"version", self.version);
        v(u"rendition", self.rendition, Part::Restricted);
    }
};

struct FileArrived {
    static constexpr QLatin1StringView kind{"file-arrived"};
    Sha256 digest;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"digest", self.digest, Part::Restricted);
    }
};

struct RenditionJudged {
    static constexpr QLatin1StringView kind{"rendition-judged"};
    Sha256 digest;
    DerivationVerdict verdict = DerivationVerdict::Unchecked;
    std::optional<PersonId> signer;
    QString finding;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"digest", self.digest, Part::Restricted);
        v(u"verdict", self.verdict, Part::Restricted);
        v(u"signer", self.signer, Part::Restricted);
        v(u"finding", self.finding, Part::Restricted);
    }
};

struct IdentityCorrected {
    static constexpr QLatin1StringView kind{"identity-corrected"};
    QString field;
    QString oldValue;
    QString newValue;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"field", self.field);
        v(u"oldValue", self.oldValue, Part::Restricted);
        v(u"newValue", self.newValue, Part::Restricted);
        v(u"reason", self.reason, Part::Restricted);
    }
};

struct NumberCancelledEvent {
    static constexpr QLatin1StringView kind{"number-cancelled"};
    RegisterNumber number;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"number", self.number);
        v(u"reason", self.reason, Part::Restricted);
    }
};

struct Charged {
    static constexpr QLatin1StringView kind{"charged"};
    ChargeId charge;
    std::optional<UnitId> unit;
    std::optional<PersonId> person;
    Purpose purpose = Purpose::Action;
    QString note;
    QString dueDate;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"charge", self.charge);
        v(u"unit", self.unit);
        v(u"person", self.person);
        v(u"purpose", self.purpose);
        v(u"note", self.note, Part::Restricted);
        v(u"dueDate", self.dueDate);
    }
};

struct ChargeTakenOver {
    static constexpr QLatin1StringView kind{"charge-taken-over"};
    ChargeId charge;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"charge", self.charge);
    }
};

struct ChargeReturned {
    static constexpr QLatin1StringView kind{"charge-returned"};
    ChargeId charge;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"charge", self.charge);
        v(u"reason", self.reason, Part::Restricted);
    }
};

struct ChargeCompleted {
    static constexpr QLatin1StringView kind{"charge-completed"};
    ChargeId charge;
    QString reason;
    std::optional<DocumentId> answer;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"charge", self.charge);
        v(u"reason", self.reason, Part::Restricted);
        v(u"answer", self.answer);
    }
};

struct Submitted {
    static constexpr QLatin1StringView kind{"submitted"};
    VersionId version;
    std::vector<NewStep> steps;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"version", self.version);
        v(u"steps", self.steps);
    }
};

/// Approved, also for somebody absent (the envelope's `for`).
struct StepApproved {
    static constexpr QLatin1StringView kind{"step-approved"};
    StepId step;
    VersionId version;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"version", self.version);
    }
};

struct StepApprovedWithObjection {
    static constexpr QLatin1StringView kind{"step-approved-with-objection"};
    StepId step;
    VersionId version;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"version", self.version);
        v(u"reason", self.reason, Part::Restricted);
    }
};

struct StepSigned {
    static constexpr QLatin1StringView kind{"step-signed"};
    StepId step;
    std::vector<NewRendition> renditions;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"renditions", self.renditions, Part::Restricted);
    }
};

struct StepSentBack {
    static constexpr QLatin1StringView kind{"step-sent-back"};
    StepId step;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"reason", self.reason, Part::Restricted);
    }
};

struct RouteWithdrawn {
    static constexpr QLatin1StringView kind{"route-withdrawn"};

    template <class Self, class V>
    static void fields(Self&, V&&)
    {
    }
};

struct NoteAdded {
    static constexpr QLatin1StringView kind{"note-added"};
    QString text;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"text", self.text, Part::Restricted);
    }
};

struct AccessSet {
    static constexpr QLatin1StringView kind{"access-set"};
    Access access;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"access", self.access, Part::Restricted);
    }
};

struct OrganisationFounded {
    static constexpr QLatin1StringView kind{"organisation-founded"};
    QString name;
    QString zone;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"name", self.name);
        v(u"zone", self.zone);
    }
};

struct UnitDefined {
    static constexpr QLatin1StringView kind{"unit-defined"};
    Unit unit;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"unit", self.unit);
    }
};

struct PersonDefined {
    static constexpr QLatin1StringView kind{"person-defined"};
    PersonId id;
    QString login;
    QString name;
    QString title;
    std::vector<RoleAssignment> roles;
    bool active = true;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"id", self.id);
        v(u"login", self.login);
        v(u"name", self.name);
        v(u"title", self.title);
        v(u"roles", self.roles);
        v(u"active", self.active);
    }
};

struct CertificateRegistered {
    static constexpr QLatin1StringView kind{"certificate-registered"};
    PersonId person;
    Sha256 certificate;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"person", self.person);
        v(u"certificate", self.certificate);
    }
};

struct ReplacementSet {
    static constexpr QLatin1StringView kind{"replacement-set"};
    Replacement replacement;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"replacement", self.replacement);
    }
};

struct PolicySet {
    static constexpr QLatin1StringView kind{"policy-set"};
    QString key;
    QJsonValue value;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"key", self.key);
        v(u"value", self.value);
    }
};

/// Something that a newer version wrote: kept, shown as 'needs a newer version', never guessed at.
struct UnknownEvent {
    static constexpr QLatin1StringView kind{""};
    QString kindWord;

    template <class Self, class V>
    static void fields(Self&, V&&)
    {
    }
};

using EventBody =
    std::variant<DocumentRegistered, DraftStarted, NumberReserved, NumberConfirmed, FileAdded, RenditionAdded,
                 FileArrived, RenditionJudged, IdentityCorrected, NumberCancelledEvent, Charged, ChargeTakenOver,
                 ChargeReturned, ChargeCompleted, Submitted, StepApproved, StepApprovedWithObjection, StepSigned,
                 StepSentBack, RouteWithdrawn, NoteAdded, AccessSet, OrganisationFounded, UnitDefined, PersonDefined,
                 CertificateRegistered, ReplacementSet, PolicySet, UnknownEvent>;

/// What decide() gives: the body, and for whom the actor acted where that was somebody absent.
struct Decided {
    EventBody body;
    std::optional<PersonId> onBehalfOf;
};

/// An event as apply() takes it: the body with what the envelope says of it.
struct Event {
    EventId id;
    DocumentId document;
    Instant at;
    PersonId by;
    std::optional<PersonId> onBehalfOf;
    EventBody body;
};

QString kindOf(const EventBody& body);

} // namespace diakinisi::domain
