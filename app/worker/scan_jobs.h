#pragma once
#include "scanning/scanner.h"
#include "worker/jobs.h"

namespace diakinisi::worker {

/// Adds the verbs "scanners", "scanner", "received" (a page that a killed worker had received) and "scan", carried out
/// by `scanner`, which must outlive the table. `settle` is called after each scan has been answered: what a driver
/// needs to put its device into order.
void addScanJobs(JobTable& jobs, scanning::Scanner& scanner, std::function<void()> settle);

} // namespace diakinisi::worker
