#include "worker/token_jobs.h"

#include "signing/keys/key_finder.h"
#include "signing/keys/pkcs11_modules.h"
#include "signing/keys/tokens_json.h"

namespace diakinisi::worker {

void addTokenJobs(JobTable& jobs)
{
    jobs[QStringLiteral("tokens")] = [](const WorkerMessage& request, const JobContext&) -> Result<WorkerMessage> {
        const auto asked = signing::tokensjson::toAsked(request.head);
        if (!asked)
            return fail(ErrorCode::MalformedInput, QStringLiteral("tokens"));
        signing::Pkcs11Modules modules;
        return WorkerMessage{signing::tokensjson::fromListing(signing::listModule(modules, asked->path, asked->now)),
                             {}};
    };
}

} // namespace diakinisi::worker
