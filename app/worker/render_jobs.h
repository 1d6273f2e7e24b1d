#pragma once
#include "rendering/page_renderer.h"
#include "worker/jobs.h"

namespace diakinisi::worker {

/// Adds the verbs "inspect", "render" and "text", carried out by `renderer`, which must outlive the table. A file comes
/// as "path", or as "digest" with its bytes in the blob; the bytes that came last are kept, and a request without them
/// for others is answered by "wantsBytes".
void addRenderJobs(JobTable& jobs, rendering::PageRenderer& renderer);

} // namespace diakinisi::worker
