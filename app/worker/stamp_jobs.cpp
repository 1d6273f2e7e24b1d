#include "worker/stamp_jobs.h"

#include "pdf/worker_stamp.h"

namespace diakinisi::worker {

void addStampJobs(JobTable& jobs)
{
    jobs[QStringLiteral("stamp")] = [](const WorkerMessage& request, const JobContext&) -> Result<WorkerMessage> {
        if (const Done done = pdf::carryOutStamp(request.head); !done)
            return fail(done.error());
        return WorkerMessage{};
    };
}

} // namespace diakinisi::worker
