#pragma once
#include "base/ids.h"
#include "base/secret.h"
#include "ctl/arguments.h"
#include "ctl/command_line.h"
#include "domain/commands.h"
#include "sync/server_address.h"
#include "wire/messages.h"

#include <memory>

namespace diakinisi::ctl {

/// --server and --ca. FieldInvalid, FieldMissing, FileUnreadable.
Result<sync::ServerAddress> serverOf(const Arguments& arguments);

/// An administrator's session for one command: signed in when made; ended, and its device revoked, when it goes.
class AdminClient
{
public:
    /// By --user and --password-file (or asked for at the terminal).
    static Result<std::unique_ptr<AdminClient>> signIn(Context& context, const Arguments& arguments);
    ~AdminClient();
    AdminClient(const AdminClient&) = delete;
    AdminClient& operator=(const AdminClient&) = delete;

    const domain::Organisation& organisation() const { return m_organisation; }
    IdSource& ids() { return m_ids; }
    RandomSource& random() { return m_random; }
    /// Acts on the organisation, in order, each for itself; the first refusal ends it, with its reason.
    Done act(const std::vector<domain::CommandBody>& bodies);
    Done setPassword(const domain::PersonId& person, const Secret& password);
    /// One page of who opened restricted documents, behind number `after`, as the server tells it. For auditors.
    Result<QJsonObject> accessLog(qint64 after, const QString& document) const;

private:
    AdminClient(Context& context, sync::ServerAddress server);
    Result<QByteArray> ask(const QByteArray& method, const QString& path, const QByteArray& body = {}) const;
    Done begin(const QString& user, const Secret& password);
    Done readDirectory();
    Done send(const std::vector<domain::Command>& commands);

    Context& m_context;
    SystemRandom m_random;
    IdSource m_ids;
    sync::ServerAddress m_server;
    QByteArray m_token;
    std::optional<domain::DeviceId> m_device;
    domain::Organisation m_organisation;
};

/// The group's options and flags, for every admin command.
QStringList adminOptions();

} // namespace diakinisi::ctl
