#pragma once
#include "base/worker_process.h"

#include <map>

namespace diakinisi::worker {

/// What a job has beside its request.
struct JobContext {
    std::stop_token stop;     ///< asked when the caller cancels or is gone
    WorkerProcess::Part part; ///< sends something ahead of the answer
};

/// Carries out one request; the answer's head and blob are free.
using Job = std::function<Result<WorkerMessage>(const WorkerMessage& request, const JobContext& context)>;

/// The jobs by the request's "verb".
using JobTable = std::map<QString, Job>;

} // namespace diakinisi::worker
