#include "tests/app/server/office_fixture.h"

#include "server/ledger_sqlite/sqlite_store.h"
#include "server/office/stored_json.h"
#include "wire/command_json.h"
#include "wire/document_json.h"

#include <QFile>

#include <future>

namespace diakinisi::server {

using namespace domain;

namespace {

WorkerSettings workerOf(const QString& program)
{
    WorkerSettings worker;
    worker.program = program.isEmpty() ? QStringLiteral(DIAKINISI_BIN "/diakinisi-worker") : program;
    return signing::forSignatures(worker);
}

} // namespace

OfficeFixture::OfficeFixture(const QString& folder, const QString& worker)
    : judges(workerOf(worker), 2),
      m_folder(folder.isEmpty() ? m_temporary.path() : folder),
      m_logFile(std::tmpfile()),
      m_log(m_logFile)
{
    const bool isNew = !QFile::exists(m_folder + QStringLiteral("/ledger.sqlite"));
    store = openSqliteLedger(m_folder + QStringLiteral("/ledger.sqlite")).value();
    if (isNew) {
        LedgerWriter& writer = store->writer();
        const bool good = writer.begin() && writer.found(ids.make<LedgerId>(), 1) && writer.commit();
        if (!good)
            qFatal("the ledger could not be founded");
    }
    open();
    if (isNew)
        found();
}

OfficeFixture::~OfficeFixture()
{
    office->stop();
    m_work.reset();
    office.reset();
    std::fclose(m_logFile);
}

void OfficeFixture::open()
{
    files = FileStore::open(m_folder, clock, ids).value();
    m_work = std::make_unique<Lane>("work", 2U);
    office = Office::open({*store, *files, clock, ids, random, signatures, *m_work, m_log, metrics}).value();
}

void OfficeFixture::reopen()
{
    office->stop();
    m_work.reset();
    office.reset();
    store.reset();
    store = openSqliteLedger(m_folder + QStringLiteral("/ledger.sqlite")).value();
    open();
}

void OfficeFixture::found()
{
    std::vector<Command> commands{
        command(organisationDocument(), FoundOrganisation{QStringLiteral("Δήμος"), QStringLiteral("Europe/Athens")})};
    for (const Unit& unit : town.organisation.units)
        commands.push_back(command(organisationDocument(), DefineUnit{unit}));
    for (const Person& p : town.organisation.persons)
        commands.push_back(
            command(organisationDocument(), DefinePerson{p.id, p.login, p.name, p.title, p.roles, p.active}));
    for (const Outcome& outcome : submit(systemActor(), commands))
        if (outcome.refusal)
            qFatal("the organisation was refused: %s", qPrintable(errorWord(outcome.refusal->code)));
}

Actor OfficeFixture::actorOf(const PersonId& person)
{
    if (person == systemActor())
        return {person, std::nullopt};
    return {person, DeviceId(person.uuid())};
}

std::vector<Outcome> OfficeFixture::submit(const PersonId& by, std::vector<Command> commands)
{
    std::vector<Asked> asked;
    for (Command& each : commands)
        asked.push_back({each.id, wire::commandDigest(each), each});
    std::promise<std::vector<Outcome>> promise;
    office->submit(
        actorOf(by), std::move(asked),
        [&promise](std::vector<Outcome> outcomes) { promise.set_value(std::move(outcomes)); },
        [&promise, &commands](const Error& error) {
            std::vector<Outcome> failed(commands.size());
            for (Outcome& each : failed) {
                each.status = Outcome::Status::Refused;
                each.refusal = error;
            }
            promise.set_value(std::move(failed));
        });
    return promise.get_future().get();
}

Outcome OfficeFixture::submit(const PersonId& by, const Command& one)
{
    return submit(by, std::vector<Command>{one}).front();
}

Command OfficeFixture::command(const DocumentId& document, CommandBody body)
{
    return {ids.make<CommandId>(), document, 1, clock.instant, {}, std::nullopt, std::move(body)};
}

qint64 OfficeFixture::registerOne(const PersonId& by, const DocumentId& document, const QByteArray& file)
{
    Register form = town.incoming();
    form.items = {{ids.make<ItemId>(),
                   ids.make<VersionId>(),
                   ItemRole::Main,
                   QStringLiteral("Έγγραφο"),
                   {Sha256::of(file), file.size(), QStringLiteral("application/pdf"), QStringLiteral("letter.pdf")}}};
    const Outcome outcome = submit(by, command(document, form));
    return outcome.refusal ? 0 : numberOf(document);
}

std::unique_ptr<LedgerView> OfficeFixture::view()
{
    return store->view().value();
}

Document OfficeFixture::document(const DocumentId& id)
{
    const auto row = view()->document(id).value();
    return row ? wire::documentFromJson(storedObject(row->state).value()).value() : Document{};
}

qint64 OfficeFixture::numberOf(const DocumentId& id)
{
    const auto number = document(id).registration.number;
    return number ? number->number : 0;
}

Done OfficeFixture::upload(const PersonId& person, const QByteArray& bytes)
{
    const Sha256 digest = Sha256::of(bytes);
    const auto upload = files->begin({person, DeviceId(person.uuid()), digest, bytes.size(), {}});
    if (!upload)
        return fail(upload.error());
    {
        const auto appending = files->append(*upload);
        if (!appending)
            return fail(appending.error());
        if (const Done written = (*appending)->write(bytes); !written)
            return written;
        const auto complete = (*appending)->finish();
        if (!complete)
            return fail(complete.error());
    }
    std::promise<Done> promise;
    office->fileArrived(person, digest, bytes.size(), [&promise](Done done) { promise.set_value(std::move(done)); });
    return promise.get_future().get();
}

Result<QJsonObject> OfficeFixture::feed(const PersonId& person, const QString& cursor, qint64 limit)
{
    std::promise<Result<FeedBytes>> promise;
    office->feed(person, cursor, limit, {}, [&promise](Result<FeedBytes> page) { promise.set_value(std::move(page)); });
    const auto page = promise.get_future().get();
    if (!page)
        return fail(page.error());
    return storedObject(page->json);
}

QJsonArray OfficeFixture::allItems(const PersonId& person, QString& cursor, qint64 limit)
{
    QJsonArray all;
    for (;;) {
        const QJsonObject page = feed(person, cursor, limit).value();
        for (const QJsonValue& item : page.value(QStringLiteral("items")).toArray())
            all.append(item);
        cursor = page.value(QStringLiteral("cursor")).toString();
        if (!page.value(QStringLiteral("more")).toBool())
            return all;
    }
}

} // namespace diakinisi::server
