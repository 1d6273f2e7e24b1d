#include "base/child_process.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <poll.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

extern char** environ; // NOLINT: POSIX wants it so

namespace diakinisi {

namespace {

/// A file descriptor with an owner.
class Descriptor
{
public:
    explicit Descriptor(int fd = -1) : m_fd(fd) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int get() const { return m_fd; }
    void reset(int fd)
    {
        close();
        m_fd = fd;
    }
    void close()
    {
        if (m_fd >= 0)
            ::close(m_fd);
        m_fd = -1;
    }

private:
    int m_fd;
};

/// Pointers for exec's argv and envp, which keep their strings alive.
class CStrings
{
public:
    void add(const QByteArray& text) { m_texts.push_back(text); }
    char** data()
    {
        m_pointers.clear();
        for (QByteArray& text : m_texts)
            m_pointers.push_back(text.data());
        m_pointers.push_back(nullptr);
        return m_pointers.data();
    }

private:
    std::vector<QByteArray> m_texts;
    std::vector<char*> m_pointers;
};

CStrings environmentWith(const QStringList& more)
{
    CStrings all;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const QByteArray text(*variable);
        const QByteArray name = text.left(text.indexOf('=') + 1);
        const bool replaced = std::any_of(more.begin(), more.end(),
                                          [&](const QString& ours) { return ours.toLocal8Bit().startsWith(name); });
        if (!replaced)
            all.add(text);
    }
    for (const QString& variable : more)
        all.add(variable.toLocal8Bit());
    return all;
}

/// posix_spawn's actions and attributes: our socket as input and output, every other descriptor closed, signals as a
/// fresh program expects them, a process group of its own.
class SpawnPlan
{
public:
    explicit SpawnPlan(int socket)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_adddup2(&m_actions, socket, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&m_actions, socket, STDOUT_FILENO);
        posix_spawn_file_actions_addclosefrom_np(&m_actions, STDERR_FILENO + 1);
        posix_spawnattr_init(&m_attributes);
        sigset_t none;
        sigemptyset(&none);
        sigset_t all;
        sigfillset(&all);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setsigdefault(&m_attributes, &all);
        posix_spawnattr_setpgroup(&m_attributes, 0);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnPlan()
    {
        posix_spawn_file_actions_destroy(&m_actions);
        posix_spawnattr_destroy(&m_attributes);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    const posix_spawn_file_actions_t* actions() const { return &m_actions; }
    const posix_spawnattr_t* attributes() const { return &m_attributes; }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

QString endOf(int status)
{
    return WIFSIGNALED(status) ? QStringLiteral("signal %1").arg(WTERMSIG(status))
                               : QStringLiteral("exit %1").arg(WEXITSTATUS(status));
}

} // namespace

struct ChildProcess::State {
    Descriptor socket;
    Descriptor wake; ///< an eventfd that a stop request makes readable
    pid_t pid = 0;
    std::optional<QString> end;

    Io waitFor(short events, Moment deadline);
    void clearWake()
    {
        eventfd_t value = 0;
        eventfd_read(wake.get(), &value);
    }
};

ChildProcess::Io ChildProcess::State::waitFor(short events, Moment deadline)
{
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return Io::TimedOut;
        std::array<pollfd, 2> polled{pollfd{socket.get(), events, 0}, pollfd{wake.get(), POLLIN, 0}};
        const auto timeout = static_cast<int>(std::min<std::int64_t>(left.count(), 3'600'000));
        const int count = poll(polled.data(), polled.size(), timeout);
        if (count < 0 && errno != EINTR)
            return Io::Closed;
        if (count > 0)
            return polled[1].revents != 0 ? Io::Stopped : Io::Whole;
    }
}

ChildProcess::ChildProcess(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Result<std::unique_ptr<ChildProcess>> ChildProcess::start(const QString& program, const QStringList& arguments,
                                                          const QStringList& environment)
{
    auto state = std::make_unique<State>();
    std::array<int, 2> pair{-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()) != 0)
        return fail(ErrorCode::InternalFault, program, QString::fromLocal8Bit(std::strerror(errno)));
    state->socket.reset(pair[0]);
    const Descriptor theirs(pair[1]);
    state->wake.reset(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (state->wake.get() < 0)
        return fail(ErrorCode::InternalFault, program, QString::fromLocal8Bit(std::strerror(errno)));
    // Our side never blocks in send or recv; waiting is poll's, where a stop request and the deadline are seen.
    CStrings argv;
    argv.add(QFile::encodeName(program));
    for (const QString& argument : arguments)
        argv.add(argument.toLocal8Bit());
    CStrings envp = environmentWith(environment);
    const SpawnPlan plan(theirs.get());
    const int error = posix_spawn(&state->pid, QFile::encodeName(program).constData(), plan.actions(),
                                  plan.attributes(), argv.data(), envp.data());
    if (error != 0)
        return fail(ErrorCode::FileUnreadable, program, QString::fromLocal8Bit(std::strerror(error)));
    return std::unique_ptr<ChildProcess>(new ChildProcess(std::move(state)));
}

ChildProcess::~ChildProcess()
{
    m_state->socket.close();
    kill(std::chrono::seconds(1));
}

ChildProcess::Io ChildProcess::write(QByteArrayView bytes, Moment deadline, const std::stop_token& stop)
{
    m_state->clearWake();
    const std::stop_callback wake(stop, [this] { eventfd_write(m_state->wake.get(), 1); });
    while (!bytes.isEmpty()) {
        if (const Io io = m_state->waitFor(POLLOUT, deadline); io != Io::Whole)
            return io;
        const ssize_t sent = send(m_state->socket.get(), bytes.data(), static_cast<std::size_t>(bytes.size()),
                                  MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0)
            bytes = bytes.sliced(sent);
        else if (sent < 0 && errno != EAGAIN && errno != EINTR)
            return Io::Closed;
    }
    return Io::Whole;
}

ChildProcess::Io ChildProcess::read(char* to, qsizetype count, Moment deadline, const std::stop_token& stop)
{
    m_state->clearWake();
    const std::stop_callback wake(stop, [this] { eventfd_write(m_state->wake.get(), 1); });
    while (count > 0) {
        if (const Io io = m_state->waitFor(POLLIN, deadline); io != Io::Whole)
            return io;
        const ssize_t got = recv(m_state->socket.get(), to, static_cast<std::size_t>(count), MSG_DONTWAIT);
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
            return Io::Closed;
        if (got > 0) {
            to += got;
            count -= got;
        }
    }
    return Io::Whole;
}

std::int64_t ChildProcess::pid() const
{
    return m_state->pid;
}

std::optional<QString> ChildProcess::ended()
{
    int status = 0;
    if (!m_state->end && waitpid(m_state->pid, &status, WNOHANG) == m_state->pid)
        m_state->end = endOf(status);
    return m_state->end;
}

QString ChildProcess::kill(std::chrono::milliseconds grace)
{
    const auto deadline = std::chrono::steady_clock::now() + grace;
    while (!ended() && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    if (const auto end = ended())
        return *end;
    ::kill(m_state->pid, SIGKILL);
    int status = 0;
    pid_t reaped = 0;
    while ((reaped = waitpid(m_state->pid, &status, 0)) < 0 && errno == EINTR) {
    }
    m_state->end = reaped == m_state->pid ? endOf(status) : QStringLiteral("gone");
    return *m_state->end;
}

} // namespace diakinisi
