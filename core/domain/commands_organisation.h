#pragma once
#include "domain/organisation.h"

// Commands about the organisation itself: units, persons, replacements, policy.
namespace diakinisi::domain {

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

} // namespace diakinisi::domain
