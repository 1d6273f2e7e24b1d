#pragma once
#include "worker/jobs.h"

namespace diakinisi::worker {

/// Adds the verb "stamp": a print copy of a PDF file (pdf/worker_stamp.h).
void addStampJobs(JobTable& jobs);

} // namespace diakinisi::worker
