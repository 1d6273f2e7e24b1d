#pragma once
#include "base/clock.h"
#include "base/random.h"
#include "base/secret.h"
#include "domain/organisation.h"
#include "storage/desk_memory.h"
#include "storage/desk_views.h"
#include "storage/held_files.h"
#include "sync/doors.h"

#include <functional>
#include <memory>

namespace diakinisi::storage {

/// Where a profile lies and what it needs from outside; clock and random outlive the store.
struct StoreSettings {
    QString folder; ///< made with mode 0700 when it is not there
    Secret fileKey; ///< 32 bytes, from the key store of the operating system: files are encrypted with it
    const Clock* clock = nullptr;
    RandomSource* random = nullptr;
    int readers = 3; ///< connections for reading
};

/// What has changed, for those who show it: told after the commit, from the thread that wrote, with no lock held.
struct StoreNews {
    QVector<domain::DocumentId> documents{}; ///< also those that are gone
    bool attention = false;
    bool directory = false;
    std::vector<Sha256> filesArrived{};
    std::vector<std::pair<Sha256, Error>> filesRefused{};
};

/// The store of one desk: one profile a (server, person), one process at a time. Confirmed events and what waits in the
/// outbox, folded together into the views, each change in one transaction. Every method blocks, may be called from any
/// thread, and writers take turns; reading goes through views() and never waits for a writer.
class DeskStore final : public sync::OutboxDoor, public sync::FeedDoor
{
public:
    /// StoreInUse when another process has the profile, StoreNewer when a newer version wrote it, StoreBroken,
    /// DiskFull, FileUnwritable.
    static Result<std::unique_ptr<DeskStore>> open(StoreSettings settings);
    ~DeskStore() override;

    /// Before the first change; called until the store goes.
    void listen(std::function<void(const StoreNews&)> listener);

    /// Whose profile this is, once somebody has signed in.
    std::optional<domain::PersonId> person() const;
    /// At the first sign-in. NotPermitted when the profile belongs to somebody else.
    Done bindPerson(const domain::PersonId& person);
    /// At once; a snapshot that never changes under the reader, empty before the first directory.
    std::shared_ptr<const domain::Organisation> organisation() const;
    /// Recomputes what concerns this person when time alone has changed it (replacements begin and end); cheap
    /// otherwise.
    Done refreshForPerson();

    /// Decides the commands in their order over the views and, when none is refused, stores all: outbox and views in
    /// one transaction. Give the commands of one group in one call. Held back until `notBefore`, so long undo() works.
    /// A refusal is returned and nothing is stored. `person` is the actor. Files that they name and that are here will
    /// be uploaded.
    Done enqueue(const domain::PersonId& person, const std::vector<domain::Command>& commands, Instant notBefore = {});
    /// Takes a command (with its group) back that has not been handed out yet; StateChanged when it has, or when
    /// something waits behind it.
    Done undo(const domain::CommandId& command);
    /// A refused command and its dependents once more, under new ids, decided anew; its error when it is refused here.
    Done tryAgain(const domain::CommandId& command);
    /// Takes a refused command and its dependents out of sight into the profile's journal.
    Done dismiss(const domain::CommandId& command);
    Done markRead(const domain::DocumentId& document, bool read);
    /// Older events of a document, fetched on request; changes its history only.
    Done takeHistory(const domain::DocumentId& document, const std::vector<ledger::Record>& records);
    /// Confirmed before the ledger was rewound and not come again since, oldest first: to be handed back to the server.
    Result<std::vector<ledger::Record>> handback(int limit);
    /// Official minus own time, as last measured; nothing before the first measurement.
    Result<std::optional<std::pair<qint64, Instant>>> clockOffset();

    DeskViews& views() const;
    DeskMemory& memory() const;
    HeldFiles& files() const;

    Result<std::vector<domain::Command>> ready(const domain::PersonId& person, int limit) override;
    Done settle(const std::vector<wire::CommandResult>& answers) override;
    Result<qint64> waitingCount() override;

    Result<QString> cursor() override;
    Done take(const wire::FeedPage& page) override;
    Done takeDirectory(const wire::DirectorySnapshot& directory) override;
    Result<qint64> directoryPosition() override;
    Done rewind(qint64 newEpoch) override;
    Done noteClockOffset(qint64 milliseconds, Instant measuredAt) override;

private:
    struct Parts;
    explicit DeskStore(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace diakinisi::storage
