#pragma once
#include "domain/organisation.h"

#include <vector>

namespace diakinisi::wire {

/// GET /server: what anybody may know before signing in.
struct ServerInfo {
    QString organisation;
    domain::LedgerId ledger;
    qint64 epoch = 1;
    Sha256 headKey;        ///< id of the key that signs ledger heads
    QString headPublicKey; ///< its 32 bytes, base64url
    QString version;
    QString oldestDesk;          ///< oldest version of the desktop that is served
    std::vector<QString> signIn; ///< methods: "password"
    Instant time;                ///< official

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"organisation", self.organisation);
        v(u"ledger", self.ledger);
        v(u"epoch", self.epoch);
        v(u"headKey", self.headKey);
        v(u"headPublicKey", self.headPublicKey);
        v(u"version", self.version);
        v(u"oldestDesk", self.oldestDesk);
        v(u"signIn", self.signIn);
        v(u"time", self.time);
    }
};

/// The machine: id and secret when it has them, else the name under which it wants to be known.
struct SignInDevice {
    std::optional<domain::DeviceId> id;
    std::optional<QString> secret; ///< in an answer: only when the device is new
    std::optional<QString> name;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"id", self.id);
        v(u"secret", self.secret);
        v(u"name", self.name);
    }
};

struct SignInRequest {
    static constexpr bool isRequest = true;
    QString user;
    QString password;
    SignInDevice device;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"user", self.user);
        v(u"password", self.password);
        v(u"device", self.device);
    }
};

struct SignInAnswer {
    QString token;
    Instant expires;
    domain::Person person;
    std::vector<domain::RoleAssignment> roles;
    SignInDevice device;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"token", self.token);
        v(u"expires", self.expires);
        v(u"person", self.person);
        v(u"roles", self.roles);
        v(u"device", self.device);
    }
};

} // namespace diakinisi::wire
