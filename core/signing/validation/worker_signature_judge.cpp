#include "signing/validation/worker_signature_judge.h"

#include "base/lent_files.h"
#include "signing/validation/verdict_bytes.h"

namespace diakinisi::signing {

namespace {

constexpr std::chrono::minutes longest{10}; ///< over one file, however busily the worker reads in it
constexpr std::int64_t memoryBytes = 1024 * limits::miB;
constexpr std::int64_t cpuSeconds = 60; ///< half a gigabyte takes a few

tl::unexpected<Error> nonsense()
{
    return fail(ErrorCode::WorkerDied, {}, QStringLiteral("the worker's answer makes no sense"));
}

} // namespace

const QString WorkerSignatureJudge::verifyVerb = QStringLiteral("verify-signatures");
const QString WorkerSignatureJudge::derivationVerb = QStringLiteral("check-derivation");

WorkerSettings forSignatures(WorkerSettings settings)
{
    settings.memoryBytes = memoryBytes;
    settings.cpuSeconds = cpuSeconds;
    settings.mostSpokenBytes = verdictbytes::most;
    return settings;
}

WorkerSignatureJudge::WorkerSignatureJudge(WorkerPool& pool, std::chrono::milliseconds patience)
    : m_pool(pool),
      m_patience(patience)
{
}

Result<QByteArray> WorkerSignatureJudge::ask(const QString& verb, std::vector<QIODevice*> files,
                                             const JudgeQuestion& question, std::stop_token stop)
{
    FileLender lender(std::move(files), longest);
    const QJsonObject head{{QStringLiteral("verb"), verb}, {QStringLiteral("files"), lender.sizes()}};
    return m_pool
        .call({head, verdictbytes::of(question)}, m_patience, std::move(stop), {},
              [&lender](const WorkerMessage& asked) { return lender.answer(asked); })
        .map([](WorkerMessage answer) { return std::move(answer.blob); });
}

Result<JudgedPdf> WorkerSignatureJudge::verify(QIODevice& file, const JudgeQuestion& question, std::stop_token stop)
{
    const auto answer = ask(verifyVerb, {&file}, question, std::move(stop));
    if (!answer)
        return fail(answer.error());
    auto judged = verdictbytes::toJudged(*answer);
    if (!judged)
        return nonsense();
    return std::move(*judged);
}

Result<Derivation> WorkerSignatureJudge::checkDerivation(QIODevice& former, QIODevice& renewed,
                                                         const JudgeQuestion& question, std::stop_token stop)
{
    const auto answer = ask(derivationVerb, {&former, &renewed}, question, std::move(stop));
    if (!answer)
        return fail(answer.error());
    auto derivation = verdictbytes::toDerivation(*answer);
    if (!derivation)
        return nonsense();
    return std::move(*derivation);
}

bool WorkerSignatureJudge::works()
{
    // Any answer will do: a worker says by itself that it does not know this.
    const auto answer = m_pool.call({{{QStringLiteral("verb"), QStringLiteral("are-you-there")}}, {}}, m_patience, {});
    return answer || answer.error().code == ErrorCode::UnknownKind;
}

} // namespace diakinisi::signing
