#pragma once
#include "base/worker_process.h"

#include <map>

namespace diakinisi::worker {

/// What a job has beside its request.
struct JobContext {
    std::stop_token stop;     ///< asked when the caller cancels or is gone
    WorkerProcess::Part part; ///< sends something ahead of the answer
    /// Asks the caller something and waits for the reply; from the job's own thread. Cancelled once `stop` was asked;
    /// else the caller's own error.
    WorkerProcess::Answerer ask;
    /// Leaves something to be done once the answer is sent. What takes longer than a few seconds there ends the
    /// process.
    std::function<void(std::function<void()>)> afterwards;
};

/// Carries out one request; the answer's head and blob are free.
using Job = std::function<Result<WorkerMessage>(const WorkerMessage& request, const JobContext& context)>;

/// The jobs by the request's "verb".
using JobTable = std::map<QString, Job>;

} // namespace diakinisi::worker
