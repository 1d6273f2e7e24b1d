#include "base/worker_process.h"

#include "base/child_process.h"
#include "base/worker_frames.h"

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace diakinisi {

using Io = ChildProcess::Io;
using std::chrono::steady_clock;

namespace {

/// What a caller gave to call() beside its request.
struct Caller {
    std::chrono::milliseconds patience;
    const std::stop_token& stop;
    const WorkerProcess::Part& part;
    const WorkerProcess::Answerer& answerer;
};

} // namespace

struct WorkerProcess::State {
    explicit State(WorkerSettings given) : settings(std::move(given)) {}

    const WorkerSettings settings;
    std::mutex mutex; // guards busy
    std::condition_variable_any turn;
    bool busy = false;
    std::atomic<std::int64_t> pid = 0;
    // Touched only by the caller whose turn it is.
    std::unique_ptr<ChildProcess> child;
    qint64 lastId = 0;

    Done ensureStarted();
    Result<WorkerMessage> talk(const WorkerMessage& request, const Caller& caller);
    Done send(QJsonObject head, const QByteArray& blob, std::chrono::milliseconds patience,
              const std::stop_token& stop);
    Result<WorkerMessage> answer(const Caller& caller);
    Done reply(const Result<WorkerMessage>& given);
    Result<WorkerMessage> receive(steady_clock::time_point deadline, const std::stop_token& stop);
    Result<WorkerMessage> settle(const Part& part);
    tl::unexpected<Error> giveUp(Io io);
    tl::unexpected<Error> giveUp(ErrorCode code, const QString& why, std::chrono::milliseconds grace = {});
};

namespace {

/// Holds the worker for one caller.
class Turn
{
public:
    Turn(std::mutex& mutex, std::condition_variable_any& turn, bool& busy, const std::stop_token& stop)
        : m_mutex(mutex),
          m_turn(turn),
          m_busy(busy)
    {
        std::unique_lock lock(m_mutex);
        m_held = m_turn.wait(lock, stop, [this] { return !m_busy; });
        if (m_held)
            m_busy = true;
    }
    ~Turn()
    {
        if (!m_held)
            return;
        {
            const std::lock_guard lock(m_mutex);
            m_busy = false;
        }
        m_turn.notify_one();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    bool held() const { return m_held; }

private:
    std::mutex& m_mutex;
    std::condition_variable_any& m_turn;
    bool& m_busy;
    bool m_held = false;
};

const QString idKey = QStringLiteral("id");
const QString verbKey = QStringLiteral("verb");

} // namespace

WorkerProcess::WorkerProcess(WorkerSettings settings) : m_state(std::make_unique<State>(std::move(settings))) {}

WorkerProcess::~WorkerProcess() = default;

Result<WorkerMessage> WorkerProcess::call(const WorkerMessage& request, std::chrono::milliseconds patience,
                                          std::stop_token stop, const Part& part, const Answerer& answerer)
{
    const Turn turn(m_state->mutex, m_state->turn, m_state->busy, stop);
    if (!turn.held() || stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    return m_state->talk(request, {patience, stop, part, answerer});
}

std::optional<std::int64_t> WorkerProcess::pid() const
{
    const std::int64_t pid = m_state->pid;
    return pid == 0 ? std::nullopt : std::optional(pid);
}

Done WorkerProcess::State::ensureStarted()
{
    if (child && !child->ended())
        return {};
    const QStringList arguments{QStringLiteral("--memory"),       QString::number(settings.memoryBytes),
                                QStringLiteral("--cpu"),          QString::number(settings.cpuSeconds),
                                QStringLiteral("--written-file"), QString::number(settings.writtenFileBytes)};
    auto started = ChildProcess::start(settings.program, arguments, settings.environment);
    if (!started)
        return fail(ErrorCode::WorkerDied, settings.program, started.error().cause);
    child = std::move(*started);
    pid = child->pid();
    return {};
}

Result<WorkerMessage> WorkerProcess::State::talk(const WorkerMessage& request, const Caller& caller)
{
    if (const Done started = ensureStarted(); !started)
        return fail(started.error());
    ++lastId;
    if (const Done sent = send(request.head, request.blob, caller.patience, caller.stop); !sent)
        return fail(sent.error());
    return answer(caller);
}

Done WorkerProcess::State::send(QJsonObject head, const QByteArray& blob, std::chrono::milliseconds patience,
                                const std::stop_token& stop)
{
    head.insert(idKey, lastId);
    const auto opening = workerframe::opening(head, blob.size());
    if (!opening)
        return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("request too large for the worker"));
    const auto deadline = steady_clock::now() + patience;
    Io io = child->write(*opening, deadline, stop);
    if (io == Io::Whole)
        io = child->write(blob, deadline, stop);
    if (io != Io::Whole)
        return giveUp(io);
    return {};
}

Result<WorkerMessage> WorkerProcess::State::answer(const Caller& caller)
{
    for (;;) {
        auto message = receive(steady_clock::now() + caller.patience, caller.stop);
        if (!message)
            return message.error().code == ErrorCode::Cancelled && child ? settle(caller.part) : message;
        const QString kind = message->head.value(u"kind").toString();
        if (message->head.value(idKey).toInteger() != lastId)
            return giveUp(ErrorCode::WorkerDied, QStringLiteral("answer to another request"));
        if (kind == u"answer")
            return message;
        if (kind == u"error")
            return fail(workerframe::toError(message->head));
        if (kind == u"ask" && caller.answerer) {
            const auto given = caller.answerer(*message);
            if (caller.stop.stop_requested())
                return settle(caller.part);
            if (const Done replied = reply(given); !replied)
                return fail(replied.error());
        } else if (kind != u"part")
            return giveUp(ErrorCode::WorkerDied, QStringLiteral("message of unknown kind"));
        else if (caller.part)
            caller.part(*message);
    }
}

/// Not stopped while it is being written, so that a cancel finds the stream in step: the worker takes it at once, as
/// its reading thread has nothing else to do.
Done WorkerProcess::State::reply(const Result<WorkerMessage>& given)
{
    constexpr std::chrono::seconds patience{10};
    if (!given && given.error().code == ErrorCode::MalformedInput)
        return giveUp(ErrorCode::WorkerDied, QStringLiteral("the worker asked nonsense: ") + given.error().cause);
    QJsonObject head = given ? given->head : workerframe::fromError(given.error());
    head.insert(verbKey, QStringLiteral("reply"));
    const Done sent = send(std::move(head), given ? given->blob : QByteArray(), patience, {});
    if (!sent && sent.error().code == ErrorCode::LimitExceeded)
        return giveUp(ErrorCode::InternalFault, QStringLiteral("reply too large for the worker"));
    return sent;
}

/// One whole message. A stop request is heeded only between messages: so Cancelled leaves the stream in step.
Result<WorkerMessage> WorkerProcess::State::receive(steady_clock::time_point deadline, const std::stop_token& stop)
{
    std::array<char, workerframe::prefixBytes> prefix{};
    Io io = child->read(prefix.data(), 1, deadline, stop);
    if (io == Io::Stopped)
        return fail(ErrorCode::Cancelled);
    if (io == Io::Whole)
        io = child->read(prefix.data() + 1, workerframe::prefixBytes - 1, deadline, {});
    if (io != Io::Whole)
        return giveUp(io);
    const auto lengths = workerframe::lengths(QByteArrayView(prefix.data(), workerframe::prefixBytes));
    if (!lengths || lengths->blob > settings.mostSpokenBytes)
        return giveUp(ErrorCode::WorkerDied, QStringLiteral("the worker spoke nonsense"));
    QByteArray headBytes(lengths->head, Qt::Uninitialized);
    WorkerMessage message{{}, QByteArray(lengths->blob, Qt::Uninitialized)};
    io = child->read(headBytes.data(), headBytes.size(), deadline, {});
    if (io == Io::Whole)
        io = child->read(message.blob.data(), message.blob.size(), deadline, {});
    if (io != Io::Whole)
        return giveUp(io);
    auto head = workerframe::head(headBytes);
    if (!head)
        return giveUp(ErrorCode::WorkerDied, QStringLiteral("the worker spoke nonsense"));
    message.head = std::move(*head);
    return message;
}

/// After a stop request: tells the worker, and gives it a moment to end the request itself (a scanner must be put back
/// into order), or kills it. What it still has to report is reported; what it still asks goes unanswered.
Result<WorkerMessage> WorkerProcess::State::settle(const Part& part)
{
    const auto deadline = steady_clock::now() + settings.cancelPatience;
    const QJsonObject head{{idKey, lastId}, {verbKey, QStringLiteral("cancel")}};
    if (const auto opening = workerframe::opening(head, 0); child->write(*opening, deadline, {}) != Io::Whole)
        return giveUp(ErrorCode::Cancelled, QStringLiteral("the worker was gone"));
    for (;;) {
        auto message = receive(deadline, {});
        if (!message)
            return fail(ErrorCode::Cancelled, {}, message.error().cause);
        const QString kind = message->head.value(u"kind").toString();
        if (kind != u"part" && kind != u"ask")
            return fail(ErrorCode::Cancelled);
        if (part && kind == u"part")
            part(*message);
    }
}

tl::unexpected<Error> WorkerProcess::State::giveUp(Io io)
{
    switch (io) {
    case Io::Stopped:
        return giveUp(ErrorCode::Cancelled, QStringLiteral("stopped while it was being asked"));
    case Io::TimedOut:
        return giveUp(ErrorCode::WorkerDied, QStringLiteral("no answer in time"));
    default:
        return giveUp(ErrorCode::WorkerDied, QStringLiteral("the worker ended"), std::chrono::milliseconds(200));
    }
}

tl::unexpected<Error> WorkerProcess::State::giveUp(ErrorCode code, const QString& why, std::chrono::milliseconds grace)
{
    const QString end = child->kill(grace);
    child.reset();
    pid = 0;
    return fail(code, {}, QStringLiteral("%1 (%2)").arg(why, end));
}

} // namespace diakinisi
