#pragma once
#include "base/result.h"

#include <QByteArrayView>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

namespace diakinisi {

/// A child process whose standard input and output we hold; its error output is ours. Blocking, from one thread at a
/// time, no event loop. The platform's part is in child_process_<platform>.cpp.
class ChildProcess
{
public:
    using Moment = std::chrono::steady_clock::time_point;
    enum class Io { Whole, TimedOut, Stopped, Closed };

    /// `environment`: "NAME=value" in addition to ours. The child inherits nothing else of us: no open file, no signal
    /// mask, and no Ctrl+C of our terminal. FileUnreadable when the program cannot be started.
    static Result<std::unique_ptr<ChildProcess>> start(const QString& program, const QStringList& arguments,
                                                       const QStringList& environment);
    /// Closes its input, waits up to a second, then kills it; in every case it is gone afterwards.
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// All of `bytes`, or why not.
    Io write(QByteArrayView bytes, Moment deadline, const std::stop_token& stop);
    /// Exactly `count` bytes, or why not.
    Io read(char* to, qsizetype count, Moment deadline, const std::stop_token& stop);

    std::int64_t pid() const;
    /// How it ended ("exit 1", "signal 9"), if it has.
    std::optional<QString> ended();
    /// Kills it, and says how it ended; an end of its own, before that or within `grace`, is what is told.
    QString kill(std::chrono::milliseconds grace = {});

private:
    struct State;
    explicit ChildProcess(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace diakinisi
