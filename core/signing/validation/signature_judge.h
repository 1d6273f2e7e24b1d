#pragma once
#include "base/clock.h"
#include "signing/authorities/patient_fetcher.h"
#include "signing/authorities/revocation_cache.h"
#include "signing/validation/derivation.h"

#include <chrono>
#include <memory>
#include <mutex>

namespace diakinisi::signing {

/// How the authorities may be asked while signatures are judged.
struct NetworkUse {
    bool privateAddresses = false;              ///< as ValidationNetworkRules
    std::chrono::milliseconds patience{10'000}; ///< for all questions about one file
    QString answersFolder;                      ///< keeps what they say while it is fresh; empty: memory only
    /// Counts how often the network has come back: with another count, those who were away are asked again.
    std::int64_t comings = 0;
};

/// What signatures are judged by.
struct JudgeQuestion {
    TrustMaterial trust;
    Instant at;                             ///< judged as of then
    std::optional<NetworkUse> network = {}; ///< none: nobody is asked
};

struct JudgedPdf {
    PdfVerdict verdict;
    bool missed = false; ///< an authority had no usable answer (ValidationNetwork::hasMissed)
};

/// The door to judging the signatures of files that came from outside: their certificates, answers and timestamps are
/// read by OpenSSL, and where that happens is decided at composition. Thread-safe; blocks.
class SignatureJudge
{
public:
    virtual ~SignatureJudge() = default;
    /// As verifyPdf(); WorkerDied.
    virtual Result<JudgedPdf> verify(QIODevice& file, const JudgeQuestion& question, std::stop_token stop) = 0;
    /// As the function of that name; WorkerDied.
    virtual Result<Derivation> checkDerivation(QIODevice& former, QIODevice& renewed, const JudgeQuestion& question,
                                               std::stop_token stop) = 0;
    /// Whether it could judge now: tells a file that ends whoever judges it from a judge who is not there.
    virtual bool works() = 0;
};

/// In this process. Keeps the authorities' answers, and who was away, from one question to the next.
class DirectSignatureJudge final : public SignatureJudge
{
public:
    /// `clock` must outlive this.
    explicit DirectSignatureJudge(const Clock& clock) : m_clock(clock) {}

    Result<JudgedPdf> verify(QIODevice& file, const JudgeQuestion& question, std::stop_token stop) override;
    Result<Derivation> checkDerivation(QIODevice& former, QIODevice& renewed, const JudgeQuestion& question,
                                       std::stop_token stop) override;
    bool works() override { return true; }

private:
    class Asking;
    std::shared_ptr<RevocationCache> answersFor(const NetworkUse& use);

    const Clock& m_clock;
    AbsentHosts m_absent;
    std::mutex m_mutex; // guards what follows
    QString m_folder;
    std::shared_ptr<RevocationCache> m_answers;
    std::int64_t m_comings = 0;
};

} // namespace diakinisi::signing
