#pragma once
#include "base/result.h"
#include "domain/commands.h"
#include "domain/organisation.h"
#include "domain/rights.h"

#include <QByteArray>
#include <QHash>

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace diakinisi::server {

/// Who acts: from the session alone.
struct Actor {
    domain::PersonId person;
    std::optional<domain::DeviceId> device;
};

/// A command as it came: readable or not, it has an id and a digest.
struct Asked {
    domain::CommandId id;
    Sha256 digest;
    Result<domain::Command> command;
};

/// What was found about one rendition before the command was put before the appender (files are read elsewhere).
struct Finding {
    Result<void> proved;                 ///< SignatureNotAccepted and its kin when it is not
    std::optional<Sha256> certificate;   ///< of the new signature
    std::optional<QString> filledNumber; ///< what the number field says now, when it was filled

    /// Nobody could judge it: nothing is known yet.
    bool isOpen() const { return !proved && proved.error().code == ErrorCode::WorkerDied; }
};
/// By former and renewed file.
using Findings = std::map<std::pair<Sha256, Sha256>, Finding>;

/// What became of a command.
struct Outcome {
    enum class Status { Applied, Repeated, Refused };

    domain::CommandId id;
    Status status = Status::Applied;
    std::vector<QByteArray> records; ///< canonical bytes of its events
    std::optional<Error> refusal;
    bool retryLater = false; ///< the same command may be sent again: this refusal was not kept
};

/// The organisation as of a position, with what follows from it.
struct OrganisationView {
    qint64 position = 0;
    domain::Organisation organisation;
    QHash<domain::PersonId, std::set<domain::Principal>> principals;
    QByteArray json; ///< of wire::toJson(Organisation)
};

/// What a commit touched, for waking those who wait.
struct Touched {
    bool organisation = false;
    std::set<domain::Principal> principals;
};

} // namespace diakinisi::server
