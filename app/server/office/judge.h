#pragma once
#include "base/clock.h"
#include "server/log.h"
#include "server/office/commands.h"
#include "server/office/file_store.h"
#include "signing/validation/signature_judge.h"

#include <mutex>

namespace diakinisi::server {

/// Looks at renditions in the file store: does the renewed file derive from the former one, by whose certificate?
/// Blocking, from any thread; what was found about two files is remembered, since it never changes. A file that ends
/// whoever judges it, and then the next one too, is not accepted for that; where nobody can judge at all, the finding
/// is open and will be looked for again when it is asked for again.
class Judge
{
public:
    Judge(const FileStore& files, const Clock& clock, signing::SignatureJudge& signatures, Log& log)
        : m_files(files),
          m_clock(clock),
          m_signatures(signatures),
          m_log(log)
    {
    }

    /// Nothing while not both files are there, or this machine cannot read them.
    std::optional<Finding> judge(const Sha256& former, const Sha256& renewed);

private:
    Finding look(const Sha256& former, const Sha256& renewed);
    Result<signing::Derivation> derivation(QFile& former, QFile& renewed);
    bool died(const Result<signing::Derivation>& answer);

    const FileStore& m_files;
    const Clock& m_clock;
    signing::SignatureJudge& m_signatures;
    Log& m_log;
    std::mutex m_mutex;
    Findings m_known;
};

} // namespace diakinisi::server
