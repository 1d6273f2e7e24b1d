#pragma once
#include "base/worker_process.h"
#include "recognition/mail_file.h"

namespace diakinisi::recognition {

/// Reads messages in the worker: what a hostile one does, it does there.
class WorkerMailReader final : public MailReader
{
public:
    /// `worker` must outlive this.
    explicit WorkerMailReader(WorkerProcess& worker) : m_worker(worker) {}
    Result<MailFile> read(const QString& path, std::stop_token stop) override;

private:
    WorkerProcess& m_worker;
};

} // namespace diakinisi::recognition
