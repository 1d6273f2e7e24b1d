#pragma once
#include "office_desk.h"

#include "desk/open_desk.h"

#include <QElapsedTimer>

namespace diakinisi::bench {

/// The profile of a desk: --profile DIR --worker FILE --fonts DIR, beside ServerOptions.
void addDeskOptions(QCommandLineParser& parser);
desk::DeskSettings deskSettings(const QCommandLineParser& parser, const QString& folder);

/// Turns the application's loop until `done()` holds; TimedOut after `limit`.
Done turnUntil(const std::function<bool()>& done, std::chrono::milliseconds limit);

/// Runs `work` on a lane, as a window does, while the application's loop turns.
template <class T>
Result<T> onLane(Lane& lane, std::function<Result<T>(std::stop_token)> work)
{
    Task<Result<T>> task;
    std::optional<Result<T>> result;
    task.start(lane, std::move(work), [&result](Result<T> done) { result = std::move(done); });
    if (const Done in = turnUntil([&result] { return result.has_value(); }, std::chrono::minutes(2)); !in)
        return fail(in.error());
    return std::move(*result);
}

double millisecondsOf(const QElapsedTimer& timer);

/// Signs in and waits for the first synchronisation's end.
Done signInDesk(desk::Desk& desk, const QString& user, const QString& password);

} // namespace diakinisi::bench
