#pragma once
#include "worker/jobs.h"

namespace diakinisi::worker {

/// "tokens": what one PKCS #11 module shows (signing/tokens_json.h). The module is initialised and finalised for each
/// request, so that a token plugged in meanwhile is seen.
void addTokenJobs(JobTable& jobs);

} // namespace diakinisi::worker
