#pragma once
#include "domain/ids.h"
#include "domain/register_book.h"

#include <vector>

namespace diakinisi::domain {

enum class Direction { Incoming, Outgoing, Internal };
enum class PartyKind { Citizen, Authority, Company, Unit, Anonymous };
enum class RelationKind { AnswerTo, Concerns, Corrects, Recalls };

/// Sender of an incoming document, or one recipient of an outgoing or internal one.
struct Party {
    PartyKind kind = PartyKind::Authority;
    QString name;
    bool forInformation = false; ///< ΚΟΙΝ. rather than ΠΡΟΣ

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"kind", self.kind);
        v(u"name", self.name);
        v(u"forInformation", self.forInformation);
    }
    friend bool operator==(const Party&, const Party&) = default;
};

/// What leads to a person: kept in a part of its own, so that it can be erased when its time is over.
struct PartyContact {
    int party = 0; ///< index into the parties
    QString taxNumber;
    QString email;
    QString phone;
    QString address;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"party", self.party);
        v(u"taxNumber", self.taxNumber);
        v(u"email", self.email);
        v(u"phone", self.phone);
        v(u"address", self.address);
    }
    friend bool operator==(const PartyContact&, const PartyContact&) = default;
};

struct Relation {
    RelationKind kind = RelationKind::AnswerTo;
    DocumentId document;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"kind", self.kind);
        v(u"document", self.document);
    }
    friend bool operator==(const Relation&, const Relation&) = default;
};

/// The part of the identity that anybody may know who may know that the number exists.
struct Identity {
    Direction direction = Direction::Incoming;
    UnitId unit; ///< addressed (incoming) or issuing (outgoing, internal)
    int itemCount = 0;
    int sheetCount = 0;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"direction", self.direction);
        v(u"unit", self.unit);
        v(u"itemCount", self.itemCount);
        v(u"sheetCount", self.sheetCount);
    }
    friend bool operator==(const Identity&, const Identity&) = default;
};

/// The particulars (στοιχεία): subject, sender or recipients, the sender's own number, date and place.
struct Particulars {
    QString subject;
    std::vector<Party> parties;
    QString theirNumber;
    QString theirDate; ///< "2026-11-20" or empty
    QString place;
    QString kind; ///< kind of document (αίτηση, απόφαση, ...), free until kinds are defined
    std::vector<Relation> relations;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"subject", self.subject);
        v(u"parties", self.parties);
        v(u"theirNumber", self.theirNumber);
        v(u"theirDate", self.theirDate);
        v(u"place", self.place);
        v(u"kind", self.kind);
        v(u"relations", self.relations);
    }
    friend bool operator==(const Particulars&, const Particulars&) = default;
};

/// A correction of the identity: nothing changes silently.
struct Correction {
    QString field;
    QString oldValue;
    QString newValue;
    QString reason;
    PersonId by;
    Instant at;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"field", self.field);
        v(u"oldValue", self.oldValue);
        v(u"newValue", self.newValue);
        v(u"reason", self.reason);
        v(u"by", self.by);
        v(u"at", self.at);
    }
    friend bool operator==(const Correction&, const Correction&) = default;
};

/// The state of the number and all that was done with it.
struct Registration {
    NumberState state = NumberState::None;
    std::optional<RegisterNumber> number;
    std::optional<LegalTime> legalTime;
    std::optional<Instant> claimed; ///< the desk's time, where it registered without the server
    PersonId by;
    std::vector<Correction> corrections;
    QString cancelReason;
    std::optional<PersonId> cancelledBy;
    std::optional<Instant> cancelledAt;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"state", self.state);
        v(u"number", self.number);
        v(u"legalTime", self.legalTime);
        v(u"claimed", self.claimed);
        v(u"by", self.by);
        v(u"corrections", self.corrections);
        v(u"cancelReason", self.cancelReason);
        v(u"cancelledBy", self.cancelledBy);
        v(u"cancelledAt", self.cancelledAt);
    }
    friend bool operator==(const Registration&, const Registration&) = default;
};

/// Who may see a document beyond those on its way. A restricted one only those named.
struct Access {
    bool restricted = false;
    std::vector<PersonId> named;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"restricted", self.restricted);
        v(u"named", self.named);
    }
    friend bool operator==(const Access&, const Access&) = default;
};

} // namespace diakinisi::domain

DIAKINISI_ENUM_WORDS(diakinisi::domain::Direction, QLatin1StringView("incoming"), QLatin1StringView("outgoing"),
                     QLatin1StringView("internal"));
DIAKINISI_ENUM_WORDS(diakinisi::domain::PartyKind, QLatin1StringView("citizen"), QLatin1StringView("authority"),
                     QLatin1StringView("company"), QLatin1StringView("unit"), QLatin1StringView("anonymous"));
DIAKINISI_ENUM_WORDS(diakinisi::domain::RelationKind, QLatin1StringView("answer-to"), QLatin1StringView("concerns"),
                     QLatin1StringView("corrects"), QLatin1StringView("recalls"));
