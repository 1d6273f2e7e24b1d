#pragma once
#include "base/digest.h"
#include "base/error.h"
#include "domain/ids.h"

#include <QVector>

#include <functional>
#include <optional>

namespace diakinisi::sync {

enum class Phase { SignedOut, Offline, Connecting, Syncing, Synced, SessionExpired, ServerUntrusted, Rewinding };

/// How a desk stands with its server.
struct Status {
    Phase phase = Phase::SignedOut;
    qint64 waiting = 0; ///< commands not yet confirmed
    int uploads = 0;    ///< files on their way
    std::optional<Instant> lastSynced;
    qint64 clockOffsetMs = 0;     ///< official minus own
    std::optional<Error> problem; ///< the last one, while it lasts
    friend bool operator==(const Status&, const Status&) = default;
};

/// What is told while synchronising, on the thread that synchronises; each must return soon.
struct News {
    std::function<void(const Status&)> status = [](const Status&) {};
    std::function<void(const QVector<domain::DocumentId>&)> documentsChanged = [](const auto&) {};
    std::function<void()> attentionChanged = [] {};
    std::function<void()> directoryChanged = [] {};
    std::function<void(const Sha256&)> fileArrived = [](const Sha256&) {};
    std::function<void(const Sha256&, const Error&)> fileRefused = [](const Sha256&, const Error&) {};
};

} // namespace diakinisi::sync
