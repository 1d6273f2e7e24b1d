#pragma once
#include "base/worker_pool.h"
#include "signing/validation/signature_judge.h"

namespace diakinisi::signing {

/// What a pool of workers that judge signatures is started with: less memory and time than those of pages, and a
/// verdict's worth of words at most.
WorkerSettings forSignatures(WorkerSettings settings);

/// In a pool of workers: whatever a hostile signature does to OpenSSL, it does there. The worker reads the file through
/// this process, so that it need not lie anywhere in clear, and neither side holds more than pieces of it.
class WorkerSignatureJudge final : public SignatureJudge
{
public:
    static const QString verifyVerb;
    static const QString derivationVerb;

    /// `pool` must outlive this. `patience`: the longest time without a question of the worker's.
    explicit WorkerSignatureJudge(WorkerPool& pool, std::chrono::milliseconds patience = std::chrono::minutes(1));

    Result<JudgedPdf> verify(QIODevice& file, const JudgeQuestion& question, std::stop_token stop) override;
    Result<Derivation> checkDerivation(QIODevice& former, QIODevice& renewed, const JudgeQuestion& question,
                                       std::stop_token stop) override;
    bool works() override;

private:
    Result<QByteArray> ask(const QString& verb, std::vector<QIODevice*> files, const JudgeQuestion& question,
                           std::stop_token stop);

    WorkerPool& m_pool;
    std::chrono::milliseconds m_patience;
};

} // namespace diakinisi::signing
