#include "worker/signature_jobs.h"

#include "base/lent_files.h"
#include "signing/validation/verdict_bytes.h"
#include "signing/validation/worker_signature_judge.h"

namespace diakinisi::worker {

namespace {

struct Asked {
    signing::JudgeQuestion question;
    std::vector<std::unique_ptr<BorrowedFile>> files;
};

Result<Asked> askedOf(const WorkerMessage& request, const JobContext& context, std::size_t fileCount)
{
    auto question = signing::verdictbytes::toQuestion(request.blob);
    const auto sizes = lentfiles::sizes(request.head, fileCount);
    if (!question || !sizes)
        return fail(ErrorCode::MalformedInput, request.head.value(u"verb").toString());
    Asked asked{std::move(*question), {}};
    for (std::size_t i = 0; i < fileCount; ++i)
        asked.files.push_back(std::make_unique<BorrowedFile>(context.ask, static_cast<int>(i), (*sizes)[i]));
    return asked;
}

template <class Judged>
Result<WorkerMessage> answerWith(const Result<Judged>& judged)
{
    if (!judged)
        return fail(judged.error());
    WorkerMessage answer{{}, signing::verdictbytes::of(*judged)};
    if (answer.blob.size() > signing::verdictbytes::most)
        return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("there is too much to say about its signatures"));
    return answer;
}

} // namespace

void addSignatureJobs(JobTable& jobs, signing::SignatureJudge& judge)
{
    using Door = signing::WorkerSignatureJudge;
    jobs[Door::verifyVerb] = [&judge](const WorkerMessage& request, const JobContext& context) {
        const auto asked = askedOf(request, context, 1);
        if (!asked)
            return Result<WorkerMessage>(fail(asked.error()));
        return answerWith(judge.verify(*asked->files[0], asked->question, context.stop));
    };
    jobs[Door::derivationVerb] = [&judge](const WorkerMessage& request, const JobContext& context) {
        const auto asked = askedOf(request, context, 2);
        if (!asked)
            return Result<WorkerMessage>(fail(asked.error()));
        return answerWith(judge.checkDerivation(*asked->files[0], *asked->files[1], asked->question, context.stop));
    };
}

} // namespace diakinisi::worker
