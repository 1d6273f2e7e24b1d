#pragma once
#include "ledger/signed_head.h"
#include "server/accounts/access_log.h"
#include "server/http/message.h"
#include "server/http/rate_limiter.h"
#include "server/office/office.h"
#include "server/settings.h"

#include <QStringList>

#include <functional>

namespace diakinisi::server {

/// What the resources work with.
struct ApiParts {
    Office& office;
    Accounts& accounts;
    AccessLog& accessLog;
    FileStore& files;
    const ledger::HeadKey& headKey;
    const Settings& settings;
    const Clock& clock;
    Lane& passwordLane; ///< hashing takes long and much memory: few at a time
    Log& log;
    Metrics& metrics;
};

/// One request on its way through a route.
struct Call {
    Request request;
    QStringList captures; ///< what {...} in the route's pattern stands for, in order
    Session session;      ///< empty where the route needs none
    QByteArray token;
    QByteArray route; ///< the pattern, for log and metrics
    std::chrono::steady_clock::time_point began;
};
using CallPointer = std::shared_ptr<const Call>;

enum class Admission { Open, AllowedAddress, Session, Auditor, Administrator };

/// One way into the server.
struct Route {
    Method method = Method::Get;
    QString pattern;
    Admission admission = Admission::Session;
    std::function<void(const CallPointer&, const Responder&)> handle;
    /// Set where the body is streamed instead.
    std::function<std::unique_ptr<BodySink>(const CallPointer&, std::optional<Response>&)> open{};
    qint64 bodyLimit = 4 * limits::miB;
};

/// All routes, with sign-in, rates, problems and the log around them.
class Api final : public Service
{
public:
    explicit Api(const ApiParts& parts);

    BodyRule bodyRule(const Request& head) const override;
    void handle(Request request, Responder responder) override;
    std::unique_ptr<BodySink> open(const Request& head, std::optional<Response>& refusal) override;
    Response refusal(int status, const QString& requestId) const override;

    const std::vector<Route>& routes() const { return m_routes; }

private:
    struct Match {
        const Route* route = nullptr;
        QStringList captures;
        bool pathKnown = false;
    };
    Match match(const Request& request) const;
    /// The call when it may go on; else the error.
    Result<CallPointer> admit(const Match& match, Request request);
    Result<Session> signedIn(const QByteArray& token);
    Responder observed(const Responder& responder, const Request& request, QByteArray route) const;

    ApiParts m_parts;
    RateLimiter m_personRates;
    std::vector<Route> m_routes;
    std::vector<QStringList> m_segments; ///< of each route's pattern
};

// The resources, one file each: their routes, given what they work with.
std::vector<Route> healthRoutes(const ApiParts& parts);
std::vector<Route> serverRoutes(const ApiParts& parts);
std::vector<Route> sessionRoutes(const ApiParts& parts);
std::vector<Route> personRoutes(const ApiParts& parts);
std::vector<Route> deviceRoutes(const ApiParts& parts);
std::vector<Route> directoryRoutes(const ApiParts& parts);
std::vector<Route> commandRoutes(const ApiParts& parts);
std::vector<Route> feedRoutes(const ApiParts& parts);
std::vector<Route> documentRoutes(const ApiParts& parts);
std::vector<Route> registerRoutes(const ApiParts& parts);
std::vector<Route> accessLogRoutes(const ApiParts& parts);
std::vector<Route> uploadRoutes(const ApiParts& parts);
std::vector<Route> fileRoutes(const ApiParts& parts);

} // namespace diakinisi::server
