#include "worker/worker_loop.h"

#include "base/worker_frames.h"

#include <new>

namespace diakinisi::worker {

namespace {

bool readExactly(std::FILE* in, char* to, qsizetype count)
{
    return std::fread(to, 1, static_cast<std::size_t>(count), in) == static_cast<std::size_t>(count);
}

/// Runs what is left to do after an answer. Drivers have been seen to hang there: then the process ends, the caller has
/// its answer already and finds a fresh worker the next time.
void runWithin(std::chrono::seconds limit, const std::function<void()>& work)
{
    std::jthread watch([limit](const std::stop_token& done) {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any().wait_for(lock, done, limit, [] { return false; });
        if (!done.stop_requested())
            endNow();
    });
    work();
}

bool write(std::FILE* out, const QByteArray& bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, out) == size;
}

} // namespace

WorkerLoop::WorkerLoop(Streams streams, JobTable jobs, std::int64_t cpuSeconds)
    : m_streams(streams),
      m_jobs(std::move(jobs)),
      m_cpuSeconds(cpuSeconds)
{
}

WorkerLoop::~WorkerLoop() = default;

void WorkerLoop::run()
{
    m_reader = std::jthread([this] { readAll(); });
    while (const auto request = next()) {
        limitProcessorTime(m_cpuSeconds);
        std::function<void()> afterwards;
        const auto answer = carryOut(*request, afterwards);
        if (answer)
            send(request->id, QStringLiteral("answer"), *answer);
        else
            send(request->id, QStringLiteral("error"), {workerframe::fromError(answer.error()), {}});
        if (afterwards)
            runWithin(std::chrono::seconds(5), afterwards);
    }
    const std::lock_guard lock(m_mutex);
    m_finished = true;
    m_news.notify_all();
}

std::optional<WorkerLoop::Request> WorkerLoop::next()
{
    std::unique_lock lock(m_mutex);
    m_news.wait(lock, [this] { return m_waiting || m_inputEnded; });
    if (m_inputEnded)
        return std::nullopt;
    return std::exchange(m_waiting, std::nullopt);
}

Result<WorkerMessage> WorkerLoop::carryOut(const Request& request, std::function<void()>& afterwards)
{
    const auto job = m_jobs.find(request.message.head.value(u"verb").toString());
    if (job == m_jobs.end())
        return fail(ErrorCode::UnknownKind, QStringLiteral("verb"));
    const JobContext context{
        request.stop.get_token(),
        [this, id = request.id](const WorkerMessage& part) { send(id, QStringLiteral("part"), part); },
        [this, &request](const WorkerMessage& question) { return ask(request, question); },
        [&afterwards](std::function<void()> work) { afterwards = std::move(work); }};
    try {
        return job->second(request.message, context);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded, QStringLiteral("memory"));
    } catch (const std::exception& exception) {
        return fail(ErrorCode::InternalFault, {}, QString::fromUtf8(exception.what()));
    }
}

Result<WorkerMessage> WorkerLoop::ask(const Request& request, const WorkerMessage& question)
{
    const auto stopped = [&request] { return request.stop.stop_requested(); };
    {
        const std::lock_guard lock(m_mutex);
        if (stopped())
            return fail(ErrorCode::Cancelled);
        m_asking = true;
    }
    const bool sent = trySend(request.id, QStringLiteral("ask"), question);
    std::unique_lock lock(m_mutex);
    m_news.wait(lock, [&] { return !sent || m_reply || stopped(); });
    m_asking = false;
    auto reply = std::exchange(m_reply, std::nullopt);
    if (!sent)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("question"));
    if (!reply)
        return fail(ErrorCode::Cancelled);
    if (reply->head.value(u"kind").toString() == u"error")
        return fail(workerframe::toError(reply->head));
    return std::move(*reply);
}

void WorkerLoop::send(std::int64_t id, const QString& kind, const WorkerMessage& message)
{
    if (!trySend(id, kind, message))
        trySend(id, QStringLiteral("error"), {workerframe::fromError({ErrorCode::LimitExceeded, {}, {}}), {}});
}

bool WorkerLoop::trySend(std::int64_t id, const QString& kind, const WorkerMessage& message)
{
    QJsonObject head = message.head;
    head.insert(QStringLiteral("id"), qint64{id});
    head.insert(QStringLiteral("kind"), kind);
    const auto opening = workerframe::opening(head, message.blob.size());
    if (!opening)
        return false;
    // Whoever does not take our message is gone; the reader sees that too.
    if (write(m_streams.out, *opening) && write(m_streams.out, message.blob))
        std::fflush(m_streams.out);
    return true;
}

void WorkerLoop::readAll()
{
    while (readOne()) {
    }
    std::unique_lock lock(m_mutex);
    m_inputEnded = true;
    m_latestStop.request_stop();
    m_news.notify_all();
    if (!m_news.wait_for(lock, std::chrono::seconds(2), [this] { return m_finished; }))
        endNow();
}

bool WorkerLoop::readOne()
{
    std::array<char, workerframe::prefixBytes> prefix{};
    if (!readExactly(m_streams.in, prefix.data(), prefix.size()))
        return false;
    const auto lengths = workerframe::lengths(QByteArrayView(prefix.data(), workerframe::prefixBytes));
    if (!lengths)
        return false;
    try {
        QByteArray headBytes(lengths->head, Qt::Uninitialized);
        WorkerMessage message{{}, QByteArray(lengths->blob, Qt::Uninitialized)};
        if (!readExactly(m_streams.in, headBytes.data(), headBytes.size()) ||
            !readExactly(m_streams.in, message.blob.data(), message.blob.size()))
            return false;
        const auto head = workerframe::head(headBytes);
        if (!head)
            return false;
        message.head = *head;
        take(std::move(message));
        return true;
    } catch (const std::bad_alloc&) {
        return false; // a request beyond our memory: the caller sees us end
    }
}

void WorkerLoop::take(WorkerMessage message)
{
    const std::lock_guard lock(m_mutex);
    const std::int64_t id = message.head.value(u"id").toInteger();
    const QString verb = message.head.value(u"verb").toString();
    if (verb == u"cancel" || verb == u"reply") {
        if (id == m_latestId && verb == u"cancel")
            m_latestStop.request_stop();
        else if (id == m_latestId && m_asking)
            m_reply = std::move(message);
        m_news.notify_all();
        return;
    }
    m_latestId = id;
    m_latestStop = std::stop_source();
    m_waiting = Request{std::move(message), id, m_latestStop};
    m_news.notify_all();
}

} // namespace diakinisi::worker
