#pragma once
#include "base/worker_process.h"
#include "signing/keys/locked_key.h"

namespace diakinisi::signing {

/// Lists what is plugged in, without a PIN. Blocks, up to some seconds a module; on a lane of its own.
class KeyFinder
{
public:
    virtual ~KeyFinder() = default;
    /// One entry for each path, in their order. A token that an earlier module showed already (by its serial number
    /// and certificates) is not told again. Cancelled: what was found so far.
    virtual std::vector<ModuleListing> list(const QStringList& paths, Instant now, std::stop_token stop) = 0;
};

/// One module, in this process.
ModuleListing listModule(Pkcs11Modules& modules, const QString& path, Instant now);

/// In this process: for the worker, and for programs that end with the question.
class DirectKeyFinder final : public KeyFinder
{
public:
    explicit DirectKeyFinder(Pkcs11Modules& modules) : m_modules(modules) {}
    std::vector<ModuleListing> list(const QStringList& paths, Instant now, std::stop_token stop) override;

private:
    Pkcs11Modules& m_modules;
};

/// In a worker, each module by itself: one that crashes is told as WorkerDied, one that does not answer within
/// `patience` as TimedOut, and both do no harm to the others or to us. What the worker says is checked.
class WorkerKeyFinder final : public KeyFinder
{
public:
    explicit WorkerKeyFinder(WorkerProcess& worker, std::chrono::milliseconds patience = std::chrono::seconds(10));
    std::vector<ModuleListing> list(const QStringList& paths, Instant now, std::stop_token stop) override;

private:
    ModuleListing ask(const QString& path, Instant now, const std::stop_token& stop);

    WorkerProcess& m_worker;
    std::chrono::milliseconds m_patience;
};

} // namespace diakinisi::signing
