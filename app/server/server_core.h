#pragma once
#include "ledger/signed_head.h"
#include "server/accounts/access_log.h"
#include "server/office/office.h"
#include "server/settings.h"
#include "signing/validation/worker_signature_judge.h"

#include <QLockFile>

namespace diakinisi::server {

/// All of the server but the network: what init, run and check work with. Holds the data folder's lock.
class ServerCore
{
public:
    /// StoreInUse when another process has the data folder; StoreNewer; what the stores say.
    static Result<std::unique_ptr<ServerCore>> open(const Settings& settings, Log& log);
    ~ServerCore();

    Office& office() { return *m_office; }
    Accounts& accounts() { return *m_accounts; }
    AccessLog& accessLog() { return *m_accessLog; }
    FileStore& files() { return *m_files; }
    LedgerStore& store() { return *m_store; }
    const ledger::HeadKey& headKey() const { return *m_headKey; }
    Lane& work() { return *m_work; }
    const Clock& clock() const { return m_clock; }
    IdSource& ids() { return m_ids; }
    RandomSource& random() { return m_random; }
    Metrics& metrics() { return m_metrics; }

    /// Everything taken in is carried out, then the work ends. After this only destruction.
    void stop();

private:
    ServerCore(const Settings& settings, Log& log);

    SystemClock m_clock;
    SystemRandom m_random;
    IdSource m_ids{m_clock, m_random};
    Metrics m_metrics;
    Log& m_log;
    QLockFile m_lock;
    WorkerPool m_judges; // as many as there are threads that ask
    signing::WorkerSignatureJudge m_signatures;
    std::unique_ptr<LedgerStore> m_store;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<AccessLog> m_accessLog;
    std::unique_ptr<FileStore> m_files;
    std::optional<ledger::HeadKey> m_headKey;
    std::unique_ptr<Office> m_office;
    std::unique_ptr<Lane> m_work; // goes first: its work uses the office
};

/// Founds the ledger in a new data folder, before the first open(): store, ledger id and head key.
Done foundLedger(const DataFolder& data);

} // namespace diakinisi::server
