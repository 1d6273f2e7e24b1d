#include "storage/desk_store.h"

#include "ledger/canonical_json.h"
#include "storage/desk_store_parts.h"
#include "storage/private_folder.h"
#include "storage/profile.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/rows.h"
#include "wire/json_reader.h"
#include "wire/organisation_json.h"

#include <QFile>

static void initialiseResources()
{
    Q_INIT_RESOURCE(desk_migrations);
}

namespace diakinisi::storage {

namespace {

/// The profile belongs to one process while this connection holds its write transaction; the operating system lets go
/// of it however the process ends.
Result<std::unique_ptr<Connection>> lockProfile(const QString& folder)
{
    auto lock = Connection::open(folder + QLatin1StringView("/lock.db"), {.busyMilliseconds = 0});
    if (!lock)
        return lock;
    if (auto ok = (*lock)->run("BEGIN IMMEDIATE"); !ok)
        return fail(Error{ok.error().code, folder, ok.error().cause});
    return lock;
}

Result<domain::Organisation> organisationFrom(const QByteArray& blob)
{
    const auto json = wire::readJsonObject(blob, {.bytes = 64 * limits::miB});
    if (!json)
        return fail(ErrorCode::StoreBroken, {}, json.error().cause);
    return wire::organisationFromJson(*json);
}

/// What stands in the tables of earlier runs, brought into memory.
Result<std::optional<domain::Organisation>> readProfile(Connection& connection, domain::PersonId& person,
                                                        qint64& lastOutboxRow)
{
    const auto personThere = profile::value(connection, profile::person);
    const auto directory = profile::value(connection, profile::directory);
    const auto last = oneInteger(connection, "SELECT max(seq) FROM outbox", 0);
    if (!personThere || !directory || !last)
        return fail(!personThere ? personThere.error() : !directory ? directory.error() : last.error());
    if (*personThere)
        person = domain::PersonId::fromString(QString::fromUtf8(**personThere)).value_or(domain::PersonId());
    lastOutboxRow = *last;
    if (!*directory)
        return std::nullopt;
    auto organisation = organisationFrom(**directory);
    if (!organisation)
        return fail(organisation.error());
    return std::move(*organisation);
}

} // namespace

DeskStore::DeskStore(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
DeskStore::~DeskStore() = default;

Result<std::unique_ptr<DeskStore>> DeskStore::open(StoreSettings settings)
{
    initialiseResources();
    auto parts = std::make_unique<Parts>(*settings.clock, *settings.random);
    if (auto ok = makePrivateFolder(settings.folder); !ok)
        return fail(ok.error());
    auto lock = lockProfile(settings.folder);
    if (!lock)
        return fail(lock.error());
    parts->profileLock = std::move(*lock);
    const QString path = settings.folder + QLatin1StringView("/desk.db");
    auto connection = Connection::open(path);
    if (!connection)
        return fail(connection.error());
    if (auto ok = migrate(**connection, QStringLiteral(":/migrations/desk")); !ok)
        return fail(ok.error());
    parts->writer = std::make_unique<Writer>(std::move(*connection));
    auto pool = ReadPool::open(path, std::max(1, settings.readers));
    if (!pool)
        return fail(pool.error());
    parts->pool = std::move(*pool);
    auto fileStore =
        FileStore::open(settings.folder + QLatin1StringView("/files"), std::move(settings.fileKey), *settings.random);
    if (!fileStore)
        return fail(fileStore.error());
    parts->fileStore = std::move(*fileStore);
    std::unique_ptr<DeskStore> store(new DeskStore(std::move(parts)));
    if (auto ok = store->m_parts->begin(); !ok)
        return fail(ok.error());
    return store;
}

/// What is built on the open database and file store.
Done DeskStore::Parts::begin()
{
    const auto arrived = [this](const Sha256& digest) { tell({.filesArrived = {digest}}); };
    const auto refused = [this](const Sha256& digest, const Error& why) { tell({.filesRefused = {{digest, why}}}); };
    files = std::make_unique<HeldFiles>(*writer, *pool, *fileStore, clock, arrived, refused);
    memory = std::make_unique<DeskMemory>(*writer, *pool);
    views = std::make_unique<DeskViews>(*pool, [this] { return organisationNow(); });
    auto directory =
        writer->write([this](Connection& connection) { return readProfile(connection, person, lastOfEarlierRun); });
    if (!directory)
        return fail(directory.error());
    if (*directory)
        organisation = std::make_shared<domain::Organisation>(std::move(**directory));
    lens = lensOf(*organisation, person, clock.now());
    StoreNews nobodyListensYet;
    const std::lock_guard taken(turn);
    if (auto ok = putInForce(person, organisation, {}, nobodyListensYet); !ok)
        return ok;
    return files->dropRestricted(); // sweeps too
}

void DeskStore::listen(std::function<void(const StoreNews&)> listener)
{
    m_parts->listener = std::move(listener);
}

std::optional<domain::PersonId> DeskStore::person() const
{
    const domain::PersonId person = m_parts->personNow();
    return person.isNull() ? std::nullopt : std::optional(person);
}

std::shared_ptr<const domain::Organisation> DeskStore::organisation() const
{
    return m_parts->organisationNow();
}

DeskViews& DeskStore::views() const
{
    return *m_parts->views;
}

DeskMemory& DeskStore::memory() const
{
    return *m_parts->memory;
}

HeldFiles& DeskStore::files() const
{
    return *m_parts->files;
}

} // namespace diakinisi::storage
