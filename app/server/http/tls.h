#pragma once
#include "base/result.h"

#include <boost/asio/ssl/context.hpp>

#include <memory>

namespace diakinisi::server {

/// TLS 1.2 and 1.3 with this certificate chain and key. FileUnreadable, KeyUnreadable (with OpenSSL's reason).
Result<std::shared_ptr<boost::asio::ssl::context>> tlsContext(const QString& certificateChain,
                                                              const QString& privateKey);

} // namespace diakinisi::server
