#include "server/server_core.h"

#include "server/ledger_sqlite/sqlite_store.h"
#include "server/office/durable.h"

#include <QFile>
#include <QFileInfo>

namespace diakinisi::server {
namespace {

constexpr qint64 seedBytes = 32;

WorkerSettings workerOf(const Settings& settings)
{
    WorkerSettings worker;
    worker.program = settings.workerProgram;
    return signing::forSignatures(worker);
}

Result<ledger::HeadKey> readHeadKey(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::KeyUnreadable, path, file.errorString());
    return ledger::HeadKey::fromSeed(Secret(file.read(seedBytes + 1)));
}

} // namespace

ServerCore::ServerCore(const Settings& settings, Log& log)
    : m_log(log),
      m_lock(settings.data.lock()),
      m_judges(workerOf(settings), static_cast<unsigned>(settings.workers)),
      m_signatures(m_judges)
{
    m_lock.setStaleLockTime(0); // only a process that has gone leaves a stale one
}

ServerCore::~ServerCore()
{
    stop();
}

void ServerCore::stop()
{
    if (m_office)
        m_office->stop();
    m_work.reset();
}

Result<std::unique_ptr<ServerCore>> ServerCore::open(const Settings& settings, Log& log)
{
    std::unique_ptr<ServerCore> core(new ServerCore(settings, log));
    if (!QFile::exists(settings.data.ledger()))
        return fail(ErrorCode::NotFound, settings.data.path, QStringLiteral("no ledger here: run init first"));
    if (!core->m_lock.tryLock())
        return fail(ErrorCode::StoreInUse, settings.data.path);
    auto key = readHeadKey(settings.data.headKey());
    if (!key)
        return fail(key.error());
    core->m_headKey.emplace(std::move(*key));
    auto store = openSqliteLedger(settings.data.ledger());
    if (!store)
        return fail(store.error());
    core->m_store = std::move(*store);
    auto accounts = Accounts::open(settings.data.accounts(), core->m_clock, core->m_ids, core->m_random);
    if (!accounts)
        return fail(accounts.error());
    core->m_accounts = std::move(*accounts);
    auto accessLog = AccessLog::open(settings.data.accessLog(), core->m_clock);
    if (!accessLog)
        return fail(accessLog.error());
    core->m_accessLog = std::move(*accessLog);
    auto files = FileStore::open(settings.data.path, core->m_clock, core->m_ids);
    if (!files)
        return fail(files.error());
    core->m_files = std::move(*files);
    core->m_work = std::make_unique<Lane>("work", static_cast<unsigned>(settings.workers));
    auto office = Office::open({*core->m_store, *core->m_files, core->m_clock, core->m_ids, core->m_random,
                                core->m_signatures, *core->m_work, log, core->m_metrics});
    if (!office)
        return fail(office.error());
    core->m_office = std::move(*office);
    return core;
}

Done foundLedger(const DataFolder& data)
{
    SystemClock clock;
    SystemRandom random;
    IdSource ids(clock, random);
    const ledger::HeadKey key = ledger::HeadKey::make(random);
    QFile file(data.headKey());
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        file.write(key.seed().view().data(), key.seed().size()) != key.seed().size())
        return fail(ErrorCode::FileUnwritable, data.headKey(), file.errorString());
    keepPrivate(data.headKey());
    if (const Done done = flushToDisk(file); !done)
        return done;
    auto store = openSqliteLedger(data.ledger());
    if (!store)
        return fail(store.error());
    keepPrivate(data.ledger());
    LedgerWriter& writer = (*store)->writer();
    if (const Done begun = writer.begin(); !begun)
        return begun;
    if (const Done founded = writer.found(ids.make<domain::LedgerId>(), 1); !founded)
        return founded;
    return writer.commit();
}

} // namespace diakinisi::server
