#pragma once
#include "recognition/mail_file.h"
#include "worker/jobs.h"

namespace diakinisi::worker {

/// Adds the verb "mail": the particulars of an e-mail message's file. `reader` must outlive the table.
void addMailJobs(JobTable& jobs, recognition::MailReader& reader);

} // namespace diakinisi::worker
