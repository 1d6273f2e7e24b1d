#pragma once
#include "domain/organisation.h"

// Events of the organisation, and what a newer version wrote.
namespace diakinisi::domain {

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

struct UnknownEvent {
    static constexpr QLatin1StringView kind{""};
    QString kindWord;

    template <class Self, class V>
    static void fields(Self&, V&&)
    {
    }
};

} // namespace diakinisi::domain
