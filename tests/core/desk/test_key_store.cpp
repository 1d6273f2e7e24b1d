#include "desk/key_store.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::desk;

class TestKeyStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadByTheNextProgram()
    {
        QTemporaryDir folder;
        const QString keys = folder.filePath(QStringLiteral("keys"));
        const QByteArray secret("\0binary\xff", 8);
        QVERIFY(makeFileKeyStore(keys)->write(QStringLiteral("token"), secret));
        QCOMPARE(*makeFileKeyStore(keys)->read(QStringLiteral("token")), secret);
        QVERIFY(makeFileKeyStore(keys)->write(QStringLiteral("token"), "newer"));
        QCOMPARE(*makeFileKeyStore(keys)->read(QStringLiteral("token")), QByteArray("newer"));
        QVERIFY(makeFileKeyStore(keys)->remove(QStringLiteral("token")));
        QVERIFY(makeFileKeyStore(keys)->remove(QStringLiteral("token")));
        QVERIFY(!*makeFileKeyStore(keys)->read(QStringLiteral("token")));
    }

    void nobodyElseMayRead()
    {
        QTemporaryDir folder;
        const QString keys = folder.filePath(QStringLiteral("keys"));
        QVERIFY(makeFileKeyStore(keys)->write(QStringLiteral("token"), "secret"));
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(keys) & others));
        QVERIFY(!(QFile::permissions(keys + QStringLiteral("/token")) & others));
    }

    void aBusWithoutAKeyStoreIsNoticedSoon()
    {
        if (qEnvironmentVariableIsSet("DIAKINISI_INSIDE_BUS")) {
            QVERIFY(!makeSystemKeyStore(QStringLiteral("profile")));
            return;
        }
        QProcess inside; // on a bus of its own, on which nobody keeps secrets
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DIAKINISI_INSIDE_BUS"), QStringLiteral("1"));
        inside.setProcessEnvironment(environment);
        inside.start(QStringLiteral("dbus-run-session"), {QStringLiteral("--"), QCoreApplication::applicationFilePath(),
                                                          QStringLiteral("aBusWithoutAKeyStoreIsNoticedSoon")});
        QVERIFY(inside.waitForFinished(30'000));
        QVERIFY2(inside.exitCode() == 0, inside.readAllStandardOutput().constData());
    }

    void withoutABusNobodyIsAsked()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!environment.contains(QStringLiteral("DBUS_SESSION_BUS_ADDRESS")) &&
            !QFile::exists(environment.value(QStringLiteral("XDG_RUNTIME_DIR")) + QStringLiteral("/bus")))
            QVERIFY(!makeSystemKeyStore(QStringLiteral("profile")));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("keys")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Done written = makeFileKeyStore(file.fileName())->write(QStringLiteral("token"), "secret");
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
    }
};

QTEST_GUILESS_MAIN(TestKeyStore)
#include "test_key_store.moc"
