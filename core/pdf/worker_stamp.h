#pragma once
#include "base/worker_process.h"
#include "pdf/stamp.h"

namespace diakinisi::pdf {

struct StampFiles {
    QString from;
    QString to; ///< written anew; worth nothing after an error
    QString font;
};

/// stampPrintCopy() from file to file in a worker: it reads the whole of a file from outside with a library that is not
/// ours, and whatever that does to it happens there. Errors as stampPrintCopy(), FileUnreadable, WorkerDied, Cancelled.
Done stampInWorker(WorkerProcess& worker, const StampFiles& files, const StampOptions& options, std::stop_token stop);

/// The worker's side: what stampInWorker() asks, carried out here.
Done carryOutStamp(const QJsonObject& asked);

} // namespace diakinisi::pdf
