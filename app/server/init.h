#pragma once
#include "server/log.h"
#include "server/settings.h"

#include "base/secret.h"

namespace diakinisi::server {

struct InitRequest {
    Settings settings; ///< data folder, listening address and port; certificate where one is given
    QString organisation;
    QString zone;
    QString login;
    QString name;
    Secret password;   ///< of the administrator; made up when empty
    QStringList hosts; ///< names and addresses by which desks reach the server
};

struct InitResult {
    QString config;       ///< file
    QString passwordFile; ///< where a made-up password was written; empty when one was given
    QString fingerprint;  ///< of the local CA; empty when a certificate was given
};

/// Makes a new server: data folder, ledger and its key, local CA and certificate unless given, configuration,
/// organisation and administrator. AlreadyExists when there is a ledger already: nothing is touched then.
Result<InitResult> initServer(const InitRequest& request, Log& log);

} // namespace diakinisi::server
