#pragma once
#include "signing/validation/signature_judge.h"
#include "worker/jobs.h"

namespace diakinisi::worker {

/// The worker's side of WorkerSignatureJudge: files that the caller lends are judged here. `judge` must outlive the
/// table.
void addSignatureJobs(JobTable& jobs, signing::SignatureJudge& judge);

} // namespace diakinisi::worker
