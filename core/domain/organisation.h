#pragma once
#include "base/digest.h"
#include "domain/ids.h"
#include "domain/words.h"

#include <QJsonObject>
#include <QMap>

#include <vector>

namespace diakinisi::domain {

enum class UnitKind { Municipality, GeneralDirectorate, Directorate, Department, Office };
enum class Role { Clerk, RegistryClerk, RegistryHead, Head, FinalSignatory, Auditor, Administrator };

/// A unit of the organisation's tree (ΓΕΝΙΚΗ ΔΙΕΥΘΥΝΣΗ, ΔΙΕΥΘΥΝΣΗ, ΤΜΗΜΑ, ...).
struct Unit {
    UnitId id;
    std::optional<UnitId> parent; ///< nothing for the root
    QString code;                 ///< short, unique, typed by clerks: "ΔΟΙΚ"
    QString name;
    UnitKind kind = UnitKind::Department;
    bool active = true;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"id", self.id);
        v(u"parent", self.parent);
        v(u"code", self.code);
        v(u"name", self.name);
        v(u"kind", self.kind);
        v(u"active", self.active);
    }
    friend bool operator==(const Unit&, const Unit&) = default;
};

/// A role that a person has, in one unit or (registry, auditor, administrator) everywhere.
struct RoleAssignment {
    Role role = Role::Clerk;
    std::optional<UnitId> unit;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"role", self.role);
        v(u"unit", self.unit);
    }
    friend bool operator==(const RoleAssignment&, const RoleAssignment&) = default;
};

/// A person who works here. Passwords are no part of the domain (app/server/accounts).
struct Person {
    PersonId id;
    QString login;
    QString name;
    QString title; ///< ιδιότητα, as it stands under a signature
    std::vector<RoleAssignment> roles;
    std::vector<Sha256> certificates; ///< SHA-256 of the certificates registered to the person
    bool active = true;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"id", self.id);
        v(u"login", self.login);
        v(u"name", self.name);
        v(u"title", self.title);
        v(u"roles", self.roles);
        v(u"certificates", self.certificates);
        v(u"active", self.active);
    }
    friend bool operator==(const Person&, const Person&) = default;
};

/// Who acts for whom while away. Approval can be delegated so, a signature never.
struct Replacement {
    PersonId absent;
    PersonId substitute;
    Instant from;
    Instant to;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"absent", self.absent);
        v(u"substitute", self.substitute);
        v(u"from", self.from);
        v(u"to", self.to);
    }
    friend bool operator==(const Replacement&, const Replacement&) = default;
};

/// The organisation as folded from its events: who is where, who may what, by which policy.
struct Organisation {
    QString name;
    QString zone; ///< IANA name; only the server turns it into offsets
    QMap<UnitId, Unit> units;
    QMap<PersonId, Person> persons;
    std::vector<Replacement> replacements;
    QJsonObject policy; ///< keys are words of policy.h

    const Unit* unit(const UnitId& id) const;
    const Unit* unitByCode(QStringView code) const;
    const Person* person(const PersonId& id) const;
    const Person* personByLogin(QStringView login) const;
    /// The active head of the unit, or of the nearest unit above that has one.
    const Person* headOf(const UnitId& unit) const;
    bool hasRole(const PersonId& person, Role role) const;
    bool hasRoleIn(const PersonId& person, Role role, const UnitId& unit) const;
    /// Is `inner` the unit `outer` or below it?
    bool isWithin(const UnitId& inner, const UnitId& outer) const;
    /// Units where the person has any role, in the order of the assignments, each once.
    std::vector<UnitId> unitsOf(const PersonId& person) const;
    /// May `actor` approve in the place of `absent` at this moment?
    bool replaces(const PersonId& actor, const PersonId& absent, Instant at) const;
    std::optional<PersonId> personWithCertificate(const Sha256& certificate) const;
};

} // namespace diakinisi::domain

DIAKINISI_ENUM_WORDS(diakinisi::domain::UnitKind, QLatin1StringView("municipality"),
                     QLatin1StringView("general-directorate"), QLatin1StringView("directorate"),
                     QLatin1StringView("department"), QLatin1StringView("office"));
DIAKINISI_ENUM_WORDS(diakinisi::domain::Role, QLatin1StringView("clerk"), QLatin1StringView("registry-clerk"),
                     QLatin1StringView("registry-head"), QLatin1StringView("head"),
                     QLatin1StringView("final-signatory"), QLatin1StringView("auditor"),
                     QLatin1StringView("administrator"));
