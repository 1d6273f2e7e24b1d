#pragma once
#include "signing/authorities/http_fetcher.h"
#include "signing/authorities/revocation_fetcher.h"
#include "signing/authorities/timestamp_authorities.h"
#include "signing/pades/sign_pdf.h"
#include "test_people.h"

#include <QProcess>
#include <QTemporaryDir>

namespace diakinisi::samples {

/// The authorities themselves: an authority whose certificates name a server on this machine, and that server
/// (tests/support/authorities.py), which answers with `openssl ts` and `openssl ocsp`, well or badly.
class TestAuthorities
{
public:
    /// On a free port when none is given.
    explicit TestAuthorities(quint16 port = 0);
    ~TestAuthorities();

    Authority& authority() { return *m_authority; }
    /// What was issued or revoked since becomes known. Once before anything is asked.
    void publish() { m_authority->publish(m_folder.path()); }

    QUrl url(const QString& path) const { return QUrl(m_address + u'/' + path); }
    /// How often a path was asked for.
    int count(const QString& path);
    /// Nobody answers at their address until back().
    void away();
    void back() { start(m_port); }
    QString folder() const { return m_folder.path(); }

private:
    void start(quint16 port);

    QTemporaryDir m_folder;
    QProcess m_server;
    quint16 m_port = 0;
    QString m_address;
    std::unique_ptr<Authority> m_authority;
};

/// What a signer has at hand: fetcher, list of timestamp authorities, revocation, all real and over the network.
struct SigningHelp {
    /// `paths`: of the timestamp authorities, in order.
    explicit SigningHelp(TestAuthorities& authorities, const QStringList& paths = {QStringLiteral("tsa")},
                         const QString& policy = {});

    signing::Authorities all();

    SystemClock clock;
    SystemRandom random;
    signing::HttpFetcher fetcher{{.privateAddresses = true}};
    signing::RevocationCache cache;
    signing::RevocationFetcher revocation{fetcher, cache, clock};
    signing::TimestampAuthorities timestamps;
};

} // namespace diakinisi::samples
