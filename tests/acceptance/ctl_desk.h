#pragma once
#include "tests/support/test_server.h"

#include <QJsonObject>
#include <QProcess>

namespace diakinisi::test {

/// A desk as the real diakinisictl program runs it, with a profile of its own in a folder that goes when this goes.
class CtlDesk
{
public:
    CtlDesk(const TestServer& server, QString login);

    struct Answer {
        int exit = -1; ///< -1: killed or never ended
        QJsonObject json;
        QByteArray said; ///< on standard error
    };

    /// Signs in, and waits until the desk has all that it may see.
    bool signIn();
    /// One act to its end.
    Answer run(const QStringList& act, int waitSeconds = 30);
    /// Begins an act, and kills the process -9 after so many milliseconds unless it has ended by then.
    Answer runAndKill(const QStringList& act, int milliseconds);
    /// Begins an act and leaves it running.
    std::unique_ptr<QProcess> begin(const QStringList& act, int waitSeconds);
    static Answer answerOf(QProcess& process);

    QString login() const { return m_login; }

private:
    QStringList words(const QStringList& act, int waitSeconds) const;

    const TestServer& m_server;
    QString m_login;
    QTemporaryDir m_folder;
};

/// A PKCS#12 key made by openssl for this login, with its PIN file beside it.
struct TestKey {
    QString file;
    QString pinFile;
    QString certificate; ///< PEM
};

/// RSA 2048, self-signed, into `folder`; empty paths where openssl could not.
TestKey makeKey(const QString& folder, const QString& login);

} // namespace diakinisi::test
