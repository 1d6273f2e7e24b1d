#include "server/init.h"

#include "server/accounts/password.h"
#include "server/local_ca.h"
#include "server/office/durable.h"
#include "server/server_core.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <future>

namespace diakinisi::server {
namespace {

Done writeFile(const QString& path, const QByteArray& bytes, bool secret)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    if (secret)
        keepPrivate(path);
    if (file.write(bytes) != bytes.size())
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    return flushToDisk(file);
}

Done makeFolders(const DataFolder& data)
{
    for (const QString& name : {data.path, QFileInfo(data.headKey()).path(), QFileInfo(data.certificate()).path()}) {
        if (!QDir().mkpath(name))
            return fail(ErrorCode::FileUnwritable, name);
        keepPrivate(name);
    }
    return {};
}

/// The fingerprint of the CA.
Result<QString> makeCertificates(const InitRequest& request, Instant now)
{
    const DataFolder& data = request.settings.data;
    const auto ca = makeLocalCa(request.organisation, now);
    if (!ca)
        return fail(ca.error());
    const auto server = makeServerCertificate(*ca, request.hosts, now);
    if (!server)
        return fail(server.error());
    const std::tuple<QString, QByteArray, bool> files[] = {{data.caKey(), ca->key, true},
                                                           {data.caCertificate(), ca->certificate, false},
                                                           {data.certificateKey(), server->key, true},
                                                           {data.certificate(), server->certificate, false}};
    for (const auto& [path, bytes, secret] : files)
        if (const Done done = writeFile(path, bytes, secret); !done)
            return fail(done.error());
    return fingerprintOf(ca->certificate);
}

template <class Body>
Asked asked(IdSource& ids, Instant at, Body body)
{
    domain::Command command;
    command.id = ids.make<domain::CommandId>();
    command.document = domain::organisationDocument();
    command.at = at;
    command.body = std::move(body);
    return {command.id, Sha256::of(command.id.toString().toLatin1()), command};
}

Done submitAndWait(Office& office, std::vector<Asked> commands)
{
    std::promise<Done> promise;
    office.submit(
        {domain::systemActor(), std::nullopt}, std::move(commands),
        [&promise](const std::vector<Outcome>& outcomes) {
            for (const Outcome& outcome : outcomes)
                if (outcome.refusal)
                    return promise.set_value(fail(*outcome.refusal));
            promise.set_value({});
        },
        [&promise](const Error& error) { promise.set_value(fail(error)); });
    return promise.get_future().get();
}

Done foundOrganisation(const InitRequest& request, const Secret& password, Log& log)
{
    auto core = ServerCore::open(request.settings, log);
    if (!core)
        return fail(core.error());
    IdSource& ids = (*core)->ids();
    const Instant now = (*core)->clock().now();
    domain::DefinePerson administrator;
    administrator.id = ids.make<domain::PersonId>();
    administrator.login = request.login;
    administrator.name = request.name;
    administrator.roles = {{domain::Role::Administrator, std::nullopt}};
    const Done done = submitAndWait((*core)->office(),
                                    {asked(ids, now, domain::FoundOrganisation{request.organisation, request.zone}),
                                     asked(ids, now, administrator)});
    if (!done)
        return done;
    return (*core)->accounts().setPassword(administrator.id, password);
}

Secret madeUpPassword()
{
    constexpr qsizetype bytes = 18;
    return Secret(SystemRandom().bytes(bytes).toBase64(QByteArray::Base64UrlEncoding));
}

/// What can be judged before anything is written.
Done checkRequest(const InitRequest& request)
{
    if (QFile::exists(request.settings.data.ledger()))
        return fail(ErrorCode::AlreadyExists, request.settings.data.ledger());
    if (request.organisation.trimmed().isEmpty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("organisation"));
    if (!OfficialTime::knowsZone(request.zone))
        return fail(ErrorCode::FieldInvalid, QStringLiteral("zone"));
    if (!request.password.isEmpty())
        return acceptablePassword(request.password);
    return {};
}

} // namespace

Result<InitResult> initServer(const InitRequest& request, Log& log)
{
    if (const Done good = checkRequest(request); !good)
        return fail(good.error());
    const DataFolder& data = request.settings.data;
    if (const Done made = makeFolders(data); !made)
        return fail(made.error());
    InitResult result{data.config(), {}, {}};
    if (request.settings.http.certificateChain.isEmpty()) {
        const auto fingerprint = makeCertificates(request, SystemClock().now());
        if (!fingerprint)
            return fail(fingerprint.error());
        result.fingerprint = *fingerprint;
    }
    const Secret password = request.password.isEmpty() ? madeUpPassword() : request.password.clone();
    if (request.password.isEmpty()) {
        result.passwordFile = data.path + QStringLiteral("/administrator-password");
        if (const Done done = writeFile(result.passwordFile, password.view().toByteArray() + '\n', true); !done)
            return fail(done.error());
    }
    if (const Done done = writeFile(data.config(), configText(request.settings), false); !done)
        return fail(done.error());
    if (const Done founded = foundLedger(data); !founded)
        return fail(founded.error());
    if (const Done done = foundOrganisation(request, password, log); !done)
        return fail(done.error());
    return result;
}

} // namespace diakinisi::server
