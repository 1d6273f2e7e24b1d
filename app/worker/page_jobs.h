#pragma once
#include "recognition/recogniser.h"
#include "rendering/page_renderer.h"
#include "worker/jobs.h"

namespace diakinisi::worker {

/// Adds the verbs "page" (an image file's page prepared and, if asked for, recognised) and "words" (of any document's
/// page). Both parts must outlive the table.
void addPageJobs(JobTable& jobs, recognition::Recogniser& recogniser, rendering::PageRenderer& renderer);

} // namespace diakinisi::worker
