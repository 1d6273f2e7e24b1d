#pragma once
#include "desk/directory.h"
#include "desk/open_desk.h"
#include "desk/session.h"
#include "sample_pdf.h"
#include "tests/support/test_server.h"

#include <QFile>
#include <QTest>

namespace diakinisi::tests {

/// A real server with an office, and real desks in this process.
struct DeskFixture {
    test::TestServer server;
    test::Office office;
    QTemporaryDir folder;
    bool ready = false;
    QStringList tokenModules;                                                  ///< of the desks opened from then on
    QString trustFolder{};                                                     ///< likewise
    QString workerProgram = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker"); ///< likewise
    std::chrono::seconds owedPause{60};

    DeskFixture() { ready = server.isRunning() && server.addOffice(office) && folder.isValid(); }

    desk::DeskSettings settings(const QString& login) const
    {
        desk::DeskSettings settings;
        settings.folder = folder.filePath(login);
        settings.server = QUrl(server.url());
        settings.caFile = server.caFile();
        settings.workerProgram = workerProgram;
        settings.fontFolder = QStringLiteral("/usr/share/fonts/truetype/dejavu");
        settings.keyStore = desk::KeyStoreChoice::File;
        settings.undoSeconds = 0;
        settings.tokenModules = tokenModules;
        settings.owedPause = owedPause;
        settings.trustFolder = trustFolder;
        return settings;
    }
    static Done signIn(desk::Desk& desk, const QString& login)
    {
        return desk.session().signIn(login, Secret(test::TestServer::passwordOf(login).toUtf8()), {});
    }
    /// Signed in and up to date; null when that failed.
    std::unique_ptr<desk::Desk> open(const QString& login, int undoSeconds = 0)
    {
        desk::DeskSettings given = settings(login);
        given.undoSeconds = undoSeconds;
        auto opened = desk::openDesk(given);
        if (!opened || !signIn(**opened, login) || !synced(**opened))
            return nullptr;
        return std::move(*opened);
    }
    static bool synced(desk::Desk& desk)
    {
        return QTest::qWaitFor(
            [&desk] {
                const desk::SyncStatus status = desk.syncStatus();
                return status.state == desk::SyncStatus::State::Synced && status.waiting == 0 && status.uploads == 0;
            },
            60'000);
    }
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
};

} // namespace diakinisi::tests
