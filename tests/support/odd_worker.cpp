#include "signing/validation/worker_signature_judge.h"
#include "worker/worker_loop.h"

#include <csignal>

using namespace diakinisi;
using namespace diakinisi::worker;

// A worker that speaks as diakinisi-worker does (it is the same loop), with jobs that go wrong as a bug in a library
// would have it, and jobs that ask whatever a test wants to be asked.
namespace {

constexpr std::int64_t cpuSeconds = 60;

/// As a crash does, but without a report of the sanitizers'.
Result<WorkerMessage> die(const WorkerMessage&, const JobContext&)
{
    std::raise(SIGKILL);
    return WorkerMessage{};
}

WorkerMessage questionOf(const WorkerMessage& request)
{
    return {request.head.value(u"question").toObject(), request.blob};
}

/// One question, and its reply is the answer.
Result<WorkerMessage> askOnce(const WorkerMessage& request, const JobContext& context)
{
    return context.ask(questionOf(request));
}

/// A part, and the replies to two questions.
Result<WorkerMessage> askTwice(const WorkerMessage& request, const JobContext& context)
{
    const auto first = context.ask(questionOf(request));
    context.part({{}, "between"});
    const auto second = context.ask(questionOf(request));
    if (!first || !second)
        return fail(first ? second.error() : first.error());
    return WorkerMessage{{}, first->blob + second->blob};
}

Result<WorkerMessage> askWithoutEnd(const WorkerMessage& request, const JobContext& context)
{
    for (;;)
        if (const auto reply = context.ask(questionOf(request)); !reply)
            return fail(reply.error());
}

Result<WorkerMessage> askAndDie(const WorkerMessage& request, const JobContext& context)
{
    static_cast<void>(context.ask(questionOf(request)));
    return die(request, context);
}

/// Asks once, and then is silent.
Result<WorkerMessage> askAndHang(const WorkerMessage& request, const JobContext& context)
{
    static_cast<void>(context.ask(questionOf(request)));
    std::raise(SIGSTOP);
    return WorkerMessage{};
}

/// So many bytes.
Result<WorkerMessage> sayMuch(const WorkerMessage& request, const JobContext&)
{
    return WorkerMessage{{}, QByteArray(request.head.value(u"bytes").toInt(), 'x')};
}

} // namespace

int main()
{
    JobTable jobs{{QStringLiteral("ask-once"), askOnce},
                  {QStringLiteral("ask-twice"), askTwice},
                  {QStringLiteral("ask-without-end"), askWithoutEnd},
                  {QStringLiteral("ask-and-die"), askAndDie},
                  {QStringLiteral("ask-and-hang"), askAndHang},
                  {QStringLiteral("say-much"), sayMuch},
                  {signing::WorkerSignatureJudge::verifyVerb, die},
                  {signing::WorkerSignatureJudge::derivationVerb, die}};
    WorkerLoop(takeStreams(), std::move(jobs), cpuSeconds).run();
    return 0;
}
