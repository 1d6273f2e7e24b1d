#pragma once
#include "server/log.h"
#include "server/settings.h"

#include <functional>

namespace diakinisi::server {

struct CheckOptions {
    bool files = true; ///< read every file and compare its digest
};

struct CheckReport {
    qint64 events = 0;
    qint64 documents = 0;
    qint64 numbers = 0;
    qint64 files = 0;
    QStringList findings; ///< what is wrong, in English; empty: all is well
};

/// Looks through a server that does not run: the stores' pages, the whole chain with every payload, every state row
/// against its events, who may see it, every year's book without gap and in order, every file against its digest.
/// Errors: what keeps it from looking (StoreInUse, StoreNewer, FileUnreadable ...).
Result<CheckReport> checkServer(const Settings& settings, const CheckOptions& options, Log& log);

} // namespace diakinisi::server
