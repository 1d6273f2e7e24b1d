#pragma once
#include "domain/commands.h"
#include "tests/support/domain_fixture.h"
#include "tests/support/https_client.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace diakinisi::test {

/// The real diakinisi-server program on a free port, with a new data folder of its own that goes when this goes.
/// Blocking; needs no event loop. Where something fails, the reason is in error() and the answers are empty.
class TestServer
{
public:
    /// `config`: further lines for diakinisi-server.conf ("silence-seconds = 1"). Rates are off unless given there.
    explicit TestServer(const QByteArrayList& config = {});
    ~TestServer();

    /// Starts the program; after stop() or kill() again, on the same port as before and over the same data.
    bool start();
    /// start() with other words before the program: "unshare", "-rm", ...
    bool startWithin(const QStringList& words);
    /// SIGTERM; true when it ended by itself with status 0.
    bool stop();
    /// SIGKILL: as when the machine loses its power.
    void kill();
    /// SIGHUP: takes the certificate anew.
    void reload();
    bool isRunning() const;
    /// Runs another verb over the data folder (the server must not run); its exit status.
    int run(const QString& verb, const QStringList& words = {}, QByteArray* output = nullptr);

    QString error() const { return m_error; }
    QString folder() const { return m_folder.path() + QStringLiteral("/data"); }
    quint16 port() const { return m_port; }
    QString url() const { return QStringLiteral("https://127.0.0.1:%1").arg(m_port); }
    QString caFile() const { return folder() + QStringLiteral("/tls/ca.crt"); }
    QByteArray ca() const;
    QByteArray log() const;

    /// The administrator whom init made.
    static QString administrator() { return QStringLiteral("administrator"); }
    /// The password that addOffice() gives to whoever has this login; the administrator's too.
    static QString passwordOf(const QString& login) { return QStringLiteral("password of ") + login; }

    /// Defines the fixture's units and persons, under the same ids, and gives everybody a password.
    bool addOffice(const Office& office);
    bool setPassword(const domain::PersonId& person, const QString& password);

    /// Not signed in.
    HttpsClient client() const { return HttpsClient(QStringLiteral("127.0.0.1"), m_port, ca()); }
    /// Signed in on a new device; without a token when that failed (reason in error()).
    HttpsClient signedIn(const QString& login);

    /// Commands as one message; the body of the answer.
    static HttpReply send(HttpsClient& client, const std::vector<domain::Command>& commands);
    static domain::Command command(const domain::DocumentId& document, domain::CommandBody body);
    template <class IdType>
    static IdType newId()
    {
        return IdType(QUuid::createUuid());
    }
    /// A whole upload in one piece; the status of the last answer (204 when it is there).
    static int upload(HttpsClient& client, const QByteArray& bytes);

private:
    bool init(const QByteArrayList& config);

    QTemporaryDir m_folder;
    QString m_program;
    QString m_error;
    quint16 m_port = 0;
    std::unique_ptr<QProcess> m_process;
};

} // namespace diakinisi::test
