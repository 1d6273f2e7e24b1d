#pragma once
#include "test_people.h"
#include "tests/support/test_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace diakinisi::test {

/// What a command line answered.
struct CtlAnswer {
    int exitCode = -1;
    QByteArray out;
    QByteArray messages;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray list() const { return QJsonDocument::fromJson(out).array(); }
    QString text(const char* name) const { return json().value(QString::fromLatin1(name)).toString(); }
    QByteArray told() const { return QByteArray::number(exitCode) + ": " + out + messages; }
};

/// A real server with an office, and desks of its persons that are worked by the real command line.
class DeskBench
{
public:
    DeskBench();

    bool isReady() const { return m_ready; }
    TestServer& server() { return m_server; }
    const Office& office() const { return m_office; }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const;

    static CtlAnswer ctl(const QStringList& words);
    /// The whole command line of an act at the desk of the person with this login; --json always.
    QStringList deskWords(const QString& login, const QStringList& words) const;
    QStringList letterWords(const QString& subject, const QStringList& more = {}) const;
    CtlAnswer desk(const QString& login, const QStringList& words) const;
    CtlAnswer signIn(const QString& login) const;
    CtlAnswer admin(const QStringList& words) const;
    /// A key of this person's, registered at the server: "--key ... --pin-file ...".
    QStringList key(const QString& login);
    /// Registers a letter at the registry for the unit ΠΡΟΣ; the answer of `register`.
    CtlAnswer registerLetter(const QString& subject, const QStringList& more = {}) const;
    /// Brings a desk up to date.
    CtlAnswer sync(const QString& login) const { return desk(login, {QStringLiteral("sync")}); }

private:
    QTemporaryDir m_folder;
    TestServer m_server;
    Office m_office;
    samples::Authority m_authority;
    bool m_ready = false;
};

} // namespace diakinisi::test
