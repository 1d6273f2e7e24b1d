#include "scanning/escl_discovery.h"

#include "scanning/escl_scanner.h"

#include <QHash>

#include <avahi-client/client.h>
#include <avahi-client/lookup.h>
#include <avahi-common/error.h>
#include <avahi-common/malloc.h>
#include <avahi-common/simple-watch.h>

namespace diakinisi::scanning {

namespace {

using Steady = std::chrono::steady_clock;
constexpr auto longest = std::chrono::seconds(2);
constexpr int slice = 50; ///< milliseconds
constexpr int mostDevices = 100;
constexpr const char* overHttps = "_uscans._tcp";
constexpr const char* overHttp = "_uscan._tcp";

struct Freed {
    void operator()(AvahiSimplePoll* poll) const { avahi_simple_poll_free(poll); }
    void operator()(AvahiClient* client) const { avahi_client_free(client); } // with its browsers and resolvers
};

/// One look around. Avahi calls back from within iterate().
class Browse
{
public:
    Result<std::vector<ScannerInfo>> run(const std::stop_token& stop)
    {
        if (!m_poll)
            return std::vector<ScannerInfo>();
        m_client.reset(avahi_client_new(avahi_simple_poll_get(m_poll.get()), {}, clientChanged, this, nullptr));
        for (const char* type : {overHttps, overHttp})
            if (m_client && avahi_service_browser_new(m_client.get(), AVAHI_IF_UNSPEC, AVAHI_PROTO_INET, type, nullptr,
                                                      {}, browsed, this))
                ++m_open;
        const auto end = Steady::now() + longest;
        while (m_open > 0 && Steady::now() < end && !m_failed) {
            if (stop.stop_requested())
                return fail(ErrorCode::Cancelled);
            if (avahi_simple_poll_iterate(m_poll.get(), slice) != 0)
                break;
        }
        std::vector<ScannerInfo> devices;
        for (const QString& name : std::as_const(m_order))
            devices.push_back(m_devices.value(name));
        return devices;
    }

private:
    static void clientChanged(AvahiClient*, AvahiClientState state, void* self)
    {
        static_cast<Browse*>(self)->m_failed = state == AVAHI_CLIENT_FAILURE;
    }

    static void browsed(AvahiServiceBrowser*, AvahiIfIndex interface, AvahiProtocol protocol, AvahiBrowserEvent event,
                        const char* name, const char* type, const char* domain, AvahiLookupResultFlags, void* self)
    {
        auto& browse = *static_cast<Browse*>(self);
        if (event == AVAHI_BROWSER_ALL_FOR_NOW || event == AVAHI_BROWSER_FAILURE)
            --browse.m_open;
        if (event == AVAHI_BROWSER_NEW && ++browse.m_seen <= mostDevices &&
            avahi_service_resolver_new(browse.m_client.get(), interface, protocol, name, type, domain, AVAHI_PROTO_INET,
                                       {}, resolved, self))
            ++browse.m_open;
    }

    static void resolved(AvahiServiceResolver* resolver, AvahiIfIndex, AvahiProtocol, AvahiResolverEvent event,
                         const char* name, const char* type, const char*, const char*, const AvahiAddress* address,
                         uint16_t port, AvahiStringList* txt, AvahiLookupResultFlags, void* self)
    {
        auto& browse = *static_cast<Browse*>(self);
        --browse.m_open;
        if (event == AVAHI_RESOLVER_FOUND)
            browse.note(name, type, *address, port, txt);
        avahi_service_resolver_free(resolver); // else it would tell of each change
    }

    void note(const char* name, const char* type, const AvahiAddress& address, uint16_t port, AvahiStringList* txt)
    {
        std::array<char, AVAHI_ADDRESS_STR_MAX> host{};
        avahi_address_snprint(host.data(), host.size(), &address);
        QUrl url;
        const bool secure = QByteArrayView(type) == QByteArrayView(overHttps);
        url.setScheme(secure ? QStringLiteral("https") : QStringLiteral("http"));
        url.setHost(QString::fromLatin1(host.data()));
        url.setPort(port);
        const QString path = value(txt, "rs");
        url.setPath(path.startsWith(u'/') ? path : u'/' + (path.isEmpty() ? QStringLiteral("eSCL") : path));
        const QString model = value(txt, "ty");
        keep(QString::fromUtf8(name) + u'@' + url.host(), secure,
             {EsclScanner::prefix + url.toString(), {}, model.isEmpty() ? QString::fromUtf8(name) : model});
    }

    static QString value(AvahiStringList* txt, const char* key)
    {
        AvahiStringList* const entry = avahi_string_list_find(txt, key);
        char* value = nullptr;
        if (!entry || avahi_string_list_get_pair(entry, nullptr, &value, nullptr) != 0)
            return {};
        const QString text = QString::fromUtf8(value);
        avahi_free(value);
        return text.trimmed();
    }

    void keep(const QString& name, bool secure, const ScannerInfo& device)
    {
        if (!m_devices.contains(name))
            m_order.append(name);
        if (secure || !m_devices.contains(name))
            m_devices.insert(name, device);
    }

    std::unique_ptr<AvahiSimplePoll, Freed> m_poll{avahi_simple_poll_new()};
    std::unique_ptr<AvahiClient, Freed> m_client;
    int m_open = 0; ///< browsers and resolvers that have not yet said all
    int m_seen = 0;
    bool m_failed = false;
    QHash<QString, ScannerInfo> m_devices;
    QStringList m_order;
};

} // namespace

Result<std::vector<ScannerInfo>> discoverEscl(const std::stop_token& stop)
{
    return Browse().run(stop);
}

} // namespace diakinisi::scanning
