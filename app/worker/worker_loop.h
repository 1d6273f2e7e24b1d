#pragma once
#include "worker/jobs.h"
#include "worker/worker_platform.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace diakinisi::worker {

/// Reads requests, carries them out one at a time in the thread that calls run(), answers; until the input ends. A
/// second thread reads, so that a cancel, a reply and the caller's end are noticed while a job runs.
class WorkerLoop
{
public:
    WorkerLoop(Streams streams, JobTable jobs, std::int64_t cpuSeconds);
    WorkerLoop(const WorkerLoop&) = delete;
    WorkerLoop& operator=(const WorkerLoop&) = delete;
    ~WorkerLoop();

    /// Returns when the input has ended and the job under way, told to stop, has too. A job that does not heed the stop
    /// within two seconds takes the whole process with it.
    void run();

private:
    struct Request {
        WorkerMessage message;
        std::int64_t id = 0;
        std::stop_source stop;
    };

    void readAll();
    bool readOne();
    void take(WorkerMessage message);
    std::optional<Request> next();
    Result<WorkerMessage> carryOut(const Request& request, std::function<void()>& afterwards);
    Result<WorkerMessage> ask(const Request& request, const WorkerMessage& question);
    void send(std::int64_t id, const QString& kind, const WorkerMessage& message);
    /// False when the message is longer than one may be.
    bool trySend(std::int64_t id, const QString& kind, const WorkerMessage& message);

    const Streams m_streams;
    const JobTable m_jobs;
    const std::int64_t m_cpuSeconds;

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_news;
    std::optional<Request> m_waiting;
    std::int64_t m_latestId = 0;
    std::stop_source m_latestStop;
    bool m_asking = false;
    std::optional<WorkerMessage> m_reply; ///< to what is being asked
    bool m_inputEnded = false;
    bool m_finished = false;

    std::jthread m_reader;
};

} // namespace diakinisi::worker
