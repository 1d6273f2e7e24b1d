#pragma once
#include "server/http/http_server.h"
#include "server/http/rate_limiter.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <atomic>
#include <mutex>
#include <unordered_set>

namespace diakinisi::server {

class Connection;

/// What all connections of one server share.
struct HttpShared {
    HttpShared(HttpSettings s, Service& v, Lane& w, IdSource& i, const Clock& c, Log& l, Metrics& m)
        : settings(std::move(s)),
          service(v),
          work(w),
          ids(i),
          clock(c),
          log(l),
          metrics(m),
          rates(c, settings.limits.requestsPerSecond, settings.limits.requestBurst)
    {
    }

    HttpSettings settings;
    Service& service;
    Lane& work;
    IdSource& ids;
    const Clock& clock;
    Log& log;
    Metrics& metrics;
    RateLimiter rates;
    std::atomic<bool> stopping = false;

    std::mutex mutex; // guards what follows
    std::shared_ptr<boost::asio::ssl::context> tls;
    std::unordered_set<Connection*> connections;
    QHash<QByteArray, int> perAddress;
};

} // namespace diakinisi::server
