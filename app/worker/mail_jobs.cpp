#include "worker/mail_jobs.h"

#include "recognition/mail_wire.h"

namespace diakinisi::worker {

void addMailJobs(JobTable& jobs, recognition::MailReader& reader)
{
    jobs[QStringLiteral("mail")] = [&reader](const WorkerMessage& request, const JobContext& context) {
        return reader.read(request.head.value(u"path").toString(), context.stop)
            .map([](const recognition::MailFile& mail) {
                return WorkerMessage{{}, recognition::wire::fromMail(mail)};
            });
    };
}

} // namespace diakinisi::worker
