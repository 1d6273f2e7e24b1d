#pragma once
#include "signing/authorities/fetcher.h"

#include <QList>

#include <memory>
#include <mutex>

namespace diakinisi::signing {

struct Patience;
class TlsTrust;

struct FetcherRules {
    /// Addresses out of certificates and redirects may lie in private networks and on this machine. For organisations
    /// with an authority of their own, and for tests.
    bool privateAddresses = false;
    QList<QByteArray> tlsAnchors{}; ///< DER, in addition to the system's
};

/// HTTP over our own sockets: each name is resolved first, each address looked at, and then exactly that address is
/// connected to, so that no name can mean another machine a moment later. At most three redirects, each checked as
/// what came from outside; none from https to http.
class HttpFetcher final : public Fetcher
{
public:
    explicit HttpFetcher(FetcherRules rules = {});
    ~HttpFetcher() override;

    Result<QByteArray> fetch(const FetchRequest& request, std::stop_token stop) override;

private:
    struct Answer;
    Result<Answer> once(const FetchRequest& request, const Patience& patience);
    Result<QByteArray> accepted(const FetchRequest& request, Answer answer) const;
    bool mayAsk(const QByteArray& address, bool configured) const;
    const TlsTrust& trust();

    FetcherRules m_rules;
    std::mutex m_mutex;
    std::unique_ptr<TlsTrust> m_trust; ///< made when https is first needed: reading the system's takes a while
};

} // namespace diakinisi::signing
