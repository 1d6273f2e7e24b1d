#pragma once
#include "base/limits.h"
#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace diakinisi {

/// What goes to the worker and comes back: a small JSON object, and bytes too big for JSON (pixels, a whole file).
struct WorkerMessage {
    QJsonObject head;
    QByteArray blob;
};

/// How a worker is started; comes from the composition root.
struct WorkerSettings {
    QString program;                                   ///< the path of diakinisi-worker
    QStringList environment;                           ///< "NAME=value", added to our own environment
    std::int64_t memoryBytes = 2048 * limits::miB;     ///< address space
    std::int64_t cpuSeconds = 120;                     ///< of one request
    std::int64_t writtenFileBytes = limits::fileBytes; ///< of one file that it writes (a scanned page)
    std::int64_t mostSpokenBytes = limits::fileBytes;  ///< of one blob that it sends; more is nonsense
    std::chrono::milliseconds cancelPatience{3'000};   ///< how long it may take to obey a cancel before it is killed
};

/// One `diakinisi-worker`: started at the first request, and again at the next one after it died. It reads files from
/// outside, renders and scans on our behalf, so whatever a hostile file does to it happens there and not here.
///
/// Blocking; from any thread (a lane's, never the main one). Requests are carried out one at a time: a second caller
/// waits for its turn. Nothing here needs an event loop.
class WorkerProcess
{
public:
    /// Parts that come before the answer (a page scanned, lines done); called from the calling thread.
    using Part = std::function<void(const WorkerMessage&)>;
    /// Answers what the worker asks back while it works (a piece of a file that only we can read); called from the
    /// calling thread. An error goes to the worker, whose job it is to make something of it; but MalformedInput says
    /// that the question makes no sense, and ends the worker.
    using Answerer = std::function<Result<WorkerMessage>(const WorkerMessage&)>;

    explicit WorkerProcess(WorkerSettings settings);
    /// Closes the worker's input, and kills it if it has not ended within a second. No call may be under way.
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;

    /// Sends a request and gives its answer. `patience` is the longest silence: it begins anew with every part and
    /// every question. The worker's own refusal comes back as it named it. WorkerDied: it could not be started, ended,
    /// was silent for too long (then it is killed) or spoke nonsense. Cancelled: `stop` was asked; the worker was told
    /// and obeyed, or was killed. LimitExceeded: the request is larger than a message may be.
    Result<WorkerMessage> call(const WorkerMessage& request, std::chrono::milliseconds patience, std::stop_token stop,
                               const Part& part = {}, const Answerer& answerer = {});

    /// The process id of the worker that runs now, if one does.
    std::optional<std::int64_t> pid() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace diakinisi
