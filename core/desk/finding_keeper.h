#pragma once
#include "desk/parts.h"
#include "signing/validation/signature_verdict.h"

#include <atomic>
#include <deque>
#include <mutex>
#include <set>

namespace diakinisi::desk {

/// Has the signatures of files checked (in a worker), and sees to it that what was found about a received file is
/// frozen with its registration: at once where the check was done by then, else as an act of its own behind it, also
/// when the program was ended in between. Authorities are asked in a time that is bounded; a finding that another
/// answer of theirs could change is not frozen for a day, but looked at again; a file that ended the worker too.
/// Thread-safe; blocks.
class FindingKeeper
{
public:
    explicit FindingKeeper(Parts& parts) : m_parts(parts) {}

    /// Judges every signature in the file as of now, asking the authorities for at most some seconds. NotPdf,
    /// PdfBroken, PdfEncrypted, FileUnreadable, WorkerDied, Cancelled.
    Result<signing::PdfVerdict> check(const Sha256& digest, std::stop_token stop);
    /// What a check of this run found, without signatures where there were none; nothing where none was made yet, or
    /// where an authority that was away may still change it.
    std::optional<domain::FileFinding> known(const Sha256& digest);
    /// Writes down, before the document is begun, that its files are still to be checked.
    Done owe(const domain::DocumentId& document);
    /// Makes the checks that are owed and enqueues what they found. A file that cannot be judged has no finding.
    void settle(std::stop_token stop);
    /// The network has come back: those who were away are asked again.
    void networkCame() { ++m_comings; }

private:
    struct Known {
        domain::FileFinding finding;
        bool mayChange = false; ///< an authority was away
    };
    Result<signing::JudgeQuestion> question() const;
    std::optional<Known> find(const Sha256& digest);
    Result<std::set<domain::DocumentId>> owed() const;
    Done write(const std::set<domain::DocumentId>& documents);
    void paid(const domain::DocumentId& document);
    bool settleOne(const domain::DocumentId& document, std::stop_token stop);

    Parts& m_parts;
    std::mutex m_mutex;    ///< over what follows and over what is written down; never held while a file is read
    std::mutex m_settling; ///< one at a time
    std::atomic<std::int64_t> m_comings = 0; ///< of the network
    std::deque<Known> m_known;
    std::set<domain::DocumentId> m_fresh; ///< owed in this run: the document may be about to come
};

/// The finding in so many words as the ledger keeps.
domain::SignatureFinding findingOf(const signing::SignatureVerdict& verdict);

} // namespace diakinisi::desk
