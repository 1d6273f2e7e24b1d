#pragma once
#include "scanning/scanner.h"
#include "worker/jobs.h"

namespace diakinisi::worker {

/// Adds the verbs "scanners", "scanner" and "scan", carried out by `scanner`, which must outlive the table.
void addScanJobs(JobTable& jobs, scanning::Scanner& scanner);

} // namespace diakinisi::worker
