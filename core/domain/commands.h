#pragma once
#include "domain/document.h"
#include "domain/organisation.h"

#include <variant>

// Every act of the house, as a person asks for it. A command never says who asks: that comes from the session.
namespace diakinisi::domain {

/// Take a number in one step with the whole identity (πρωτοκόλληση).
struct Register {
    static constexpr QLatin1StringView kind{"register"};
    Identity identity;
    Particulars particulars;
    std::vector<PartyContact> contacts;
    std::vector<NewItem> items;
    Access access;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"identity", self.identity);
        v(u"particulars", self.particulars);
        v(u"contacts", self.contacts);
        v(u"items", self.items);
        v(u"access", self.access);
    }
};

/// Begin an outgoing or internal document that has no number yet (σχέδιο).
struct StartDraft {
    static constexpr QLatin1StringView kind{"start-draft"};
    Identity identity;
    Particulars particulars;
    std::vector<PartyContact> contacts;
    std::vector<NewItem> items;
    Access access;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"identity", self.identity);
        v(u"particulars", self.particulars);
        v(u"contacts", self.contacts);
        v(u"items", self.items);
        v(u"access", self.access);
    }
};

/// Take the number of a draft for a signing act: the number and its legal time are fixed, Confirm brings the signed
/// file.
struct Reserve {
    static constexpr QLatin1StringView kind{"reserve"};
    StepId step; ///< the last, signing step of the open route
    Sha256 base; ///< newest rendition of the main item that the signatory saw

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"base", self.base);
    }
};

/// The signed rendition of a reserved number: the last step is signed, the number is given.
struct Confirm {
    static constexpr QLatin1StringView kind{"confirm"};
    StepId step;
    std::vector<NewRendition> renditions; ///< numbered, then signed; each derived from the one before

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"renditions", self.renditions);
    }
};

/// A further item, or a new version of one.
struct AddFile {
    static constexpr QLatin1StringView kind{"add-file"};
    NewItem item; ///< item.id of an existing item: a new version of it

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"item", self.item);
    }
};

/// A rendition made from the newest one without changing what the author wrote (the number field put in, ...).
struct AddRendition {
    static constexpr QLatin1StringView kind{"add-rendition"};
    ItemId item;
    NewRendition rendition;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"item", self.item);
        v(u"rendition", self.rendition);
    }
};

/// The server's own: all bytes of a file have come and fit their digest.
struct MarkFileArrived {
    static constexpr QLatin1StringView kind{"mark-file-arrived"};
    Sha256 digest;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"digest", self.digest);
    }
};

/// The server's own: what it found when it compared a rendition with the one it derives from.
struct JudgeRendition {
    static constexpr QLatin1StringView kind{"judge-rendition"};
    Sha256 digest;
    DerivationVerdict verdict = DerivationVerdict::Unchecked;
    std::optional<PersonId> signer;
    QString finding; ///< an error word, empty when proved

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"digest", self.digest);
        v(u"verdict", self.verdict);
        v(u"signer", self.signer);
        v(u"finding", self.finding);
    }
};

/// Correct one field of the identity; the old value stays readable.
struct CorrectIdentity {
    static constexpr QLatin1StringView kind{"correct-identity"};
    QString field;  ///< subject, parties, their-number, their-date, place, item-count, sheet-count
    QString value;  ///< parties: one a line
    QString reason; ///< may be empty for a draft only

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"field", self.field);
        v(u"value", self.value);
        v(u"reason", self.reason);
    }
};

struct CancelNumber {
    static constexpr QLatin1StringView kind{"cancel-number"};
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"reason", self.reason);
    }
};

/// Charge a unit or a person (χρέωση).
struct ChargeTo {
    static constexpr QLatin1StringView kind{"charge"};
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
        v(u"note", self.note);
        v(u"dueDate", self.dueDate);
    }
};

struct TakeOver {
    static constexpr QLatin1StringView kind{"take-over"};
    ChargeId charge;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"charge", self.charge);
    }
};

struct ReturnCharge {
    static constexpr QLatin1StringView kind{"return-charge"};
    ChargeId charge;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"charge", self.charge);
        v(u"reason", self.reason);
    }
};

/// Done, with an answer or (reason) without.
struct CompleteCharge {
    static constexpr QLatin1StringView kind{"complete-charge"};
    ChargeId charge;
    QString reason;
    std::optional<DocumentId> answer;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"charge", self.charge);
        v(u"reason", self.reason);
        v(u"answer", self.answer);
    }
};

/// One step of a chain, as a command brings it.
struct NewStep {
    StepId id;
    PersonId person;
    StepKind kind = StepKind::Approve;
    int stage = 0;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"id", self.id);
        v(u"person", self.person);
        v(u"kind", self.kind);
        v(u"stage", self.stage);
    }
    friend bool operator==(const NewStep&, const NewStep&) = default;
};

/// Send along a chain to the final signatory.
struct Submit {
    static constexpr QLatin1StringView kind{"submit"};
    VersionId version; ///< newest version of the main item, as the author sees it
    std::vector<NewStep> steps;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"version", self.version);
        v(u"steps", self.steps);
    }
};

struct Approve {
    static constexpr QLatin1StringView kind{"approve"};
    StepId step;
    VersionId version; ///< what was seen

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"version", self.version);
    }
};

/// Approve with a written objection (έγγραφη αντίρρηση): does not block, stays visible.
struct ApproveWithObjection {
    static constexpr QLatin1StringView kind{"approve-with-objection"};
    StepId step;
    VersionId version;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"version", self.version);
        v(u"reason", self.reason);
    }
};

/// A signature that takes no number: a co-signature in the chain, or on a document that has its number.
struct Sign {
    static constexpr QLatin1StringView kind{"sign"};
    StepId step;
    std::vector<NewRendition> renditions; ///< usually one; the first derives from what was seen (compare and swap)

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"renditions", self.renditions);
    }
};

struct SendBack {
    static constexpr QLatin1StringView kind{"send-back"};
    StepId step;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"reason", self.reason);
    }
};

/// By the author, until the next one has acted.
struct Withdraw {
    static constexpr QLatin1StringView kind{"withdraw"};

    template <class Self, class V>
    static void fields(Self&, V&&)
    {
    }
};

struct AddNote {
    static constexpr QLatin1StringView kind{"add-note"};
    QString text;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"text", self.text);
    }
};

/// Whether a document is restricted, and to whom it is open then.
struct SetAccess {
    static constexpr QLatin1StringView kind{"set-access"};
    Access access;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"access", self.access);
    }
};

/// The first act of a ledger: whose it is, and in which zone its days and years turn.
struct FoundOrganisation {
    static constexpr QLatin1StringView kind{"found-organisation"};
    QString name;
    QString zone;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"name", self.name);
        v(u"zone", self.zone);
    }
};

struct DefineUnit {
    static constexpr QLatin1StringView kind{"define-unit"};
    Unit unit;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"unit", self.unit);
    }
};

/// Define or change a person, roles included; certificates are registered apart.
struct DefinePerson {
    static constexpr QLatin1StringView kind{"define-person"};
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

struct RegisterCertificate {
    static constexpr QLatin1StringView kind{"register-certificate"};
    PersonId person;
    Sha256 certificate;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"person", self.person);
        v(u"certificate", self.certificate);
    }
};

struct SetReplacement {
    static constexpr QLatin1StringView kind{"set-replacement"};
    Replacement replacement;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"replacement", self.replacement);
    }
};

struct SetPolicy {
    static constexpr QLatin1StringView kind{"set-policy"};
    QString key; ///< a word of policy.h
    QJsonValue value;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"key", self.key);
        v(u"value", self.value);
    }
};

using CommandBody =
    std::variant<Register, StartDraft, Reserve, Confirm, AddFile, AddRendition, MarkFileArrived, JudgeRendition,
                 CorrectIdentity, CancelNumber, ChargeTo, TakeOver, ReturnCharge, CompleteCharge, Submit, Approve,
                 ApproveWithObjection, Sign, SendBack, Withdraw, AddNote, SetAccess, FoundOrganisation, DefineUnit,
                 DefinePerson, RegisterCertificate, SetReplacement, SetPolicy>;

/// A command as it waits in an outbox and travels.
struct Command {
    CommandId id;        ///< made at the desk; the same id sent again is answered with the first answer
    DocumentId document; ///< organisationDocument() for acts on the organisation
    int v = 1;
    Instant at;                   ///< the desk's time
    std::vector<CommandId> after; ///< refused when one of these is refused
    std::optional<GroupId> group; ///< commands of one group are done together or not at all
    CommandBody body;
};

QLatin1StringView kindOf(const CommandBody& body);

} // namespace diakinisi::domain
