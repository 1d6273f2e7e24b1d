#pragma once
#include "scanning/escl_client.h"
#include "scanning/escl_text.h"

namespace diakinisi::scanning::escl {

/// One scan job at a device: begun, then asked for page after page. Knows what devices do instead of what they should.
/// The client outlives it. Errors are those of Scanner and of EsclClient.
class JobRun
{
public:
    /// `alive` is called while the device keeps us waiting.
    JobRun(EsclClient& client, ScanSource source, std::function<void()> alive, std::stop_token stop);

    /// The path of the job, below the device's base. ScannerNoPaper and the feeder's other errors before anything
    /// moves.
    Result<QString> begin(const QByteArray& settings);

    /// The next page's bytes; empty when there is none left.
    Result<QByteArray> next(const EsclClient::Received& received);

private:
    Result<Status> status();
    /// The error that the device's state explains, else this one.
    Error explained(Error otherwise);
    /// Waits as the device asked for, or `pause`. Cancelled; ScannerBusy once it has asked for too much.
    Done wait(int seconds);
    enum class End { NoMorePages, NotYet };
    Result<End> whyNone();

    EsclClient& m_client;
    ScanSource m_source;
    std::function<void()> m_alive;
    std::stop_token m_stop;
    QString m_path;
    int m_pages = 0;
    std::chrono::milliseconds m_waited{0}; ///< since something last moved
};

} // namespace diakinisi::scanning::escl
