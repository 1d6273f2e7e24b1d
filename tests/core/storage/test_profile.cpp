#include "tests/support/store_fixture.h"

#include "storage/sqlite/rows.h"

#include <QBuffer>
#include <QFileInfo>
#include <QTest>

#include <sys/resource.h>

#include <csignal>
#include <thread>

using namespace diakinisi;
using namespace diakinisi::domain;
using namespace diakinisi::test;

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProfileIsItsOwnersAlone()
    {
        StoreFixture desk;
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFileInfo(desk.folder()).permissions() & others, QFile::Permissions());
        desk.close();
        QVERIFY(QFile::setPermissions(desk.folder(), QFile::Permissions(0x7755)));
        desk.reopen();
        QCOMPARE(QFileInfo(desk.folder()).permissions() & others, QFile::Permissions());
    }

    void aProfileIsOpenOnce()
    {
        StoreFixture desk;
        QCOMPARE(storage::DeskStore::open(desk.settings()).error().code, ErrorCode::StoreInUse);
        desk.close();
        QVERIFY(storage::DeskStore::open(desk.settings()));
    }

    void aProfileBelongsToOnePerson()
    {
        StoreFixture desk;
        QVERIFY(desk->bindPerson(desk.person()));
        QCOMPARE(desk->bindPerson(desk.office.clerk).error().code, ErrorCode::NotPermitted);
        desk.reopen();
        QCOMPARE(desk->bindPerson(desk.office.clerk).error().code, ErrorCode::NotPermitted);
    }

    void aNewerStoreIsNotTouched()
    {
        StoreFixture desk;
        desk.close();
        {
            const auto connection = must(storage::Connection::open(desk.folder() + QStringLiteral("/desk.db")));
            QVERIFY(connection->execute("PRAGMA user_version=999"));
        }
        QCOMPARE(storage::DeskStore::open(desk.settings()).error().code, ErrorCode::StoreNewer);
    }

    void aBrokenStoreIsTold()
    {
        StoreFixture desk;
        desk.close();
        QFile file(desk.folder() + QStringLiteral("/desk.db"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(4096, 'x'));
        file.close();
        QCOMPARE(storage::DeskStore::open(desk.settings()).error().code, ErrorCode::StoreBroken);
    }

    void aFullDiskRefusesTheActAndKeepsWhatWas()
    {
        StoreFixture desk;
        const auto kept = desk.office.newId<DocumentId>();
        QVERIFY(desk.enqueue(desk.registration(kept, QStringLiteral("Πρώτη"))));
        // No file may grow beyond what the largest of the store has now.
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit tight = before;
        tight.rlim_cur = static_cast<rlim_t>(QFileInfo(desk.folder() + QStringLiteral("/desk.db-wal")).size());
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        const auto lost = desk.office.newId<DocumentId>();
        const Done done = desk.enqueue(desk.registration(lost, QStringLiteral("Δεύτερη")));
        QByteArray large(2'000'000, 'x');
        QBuffer buffer(&large);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const auto file = desk->files().put(buffer, QStringLiteral("application/pdf"), QStringLiteral("x.pdf"));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!done);
        // SQLite forgets that it was a limit and says 'cannot be written'; with a disk truly full it says so
        // (test_sqlite).
        QVERIFY(done.error().code == ErrorCode::DiskFull || done.error().code == ErrorCode::FileUnwritable);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::DiskFull);
        QVERIFY(!desk->views().document(lost));
        QVERIFY(desk->views().document(kept));
        QVERIFY(desk.enqueue(desk.registration(lost, QStringLiteral("Δεύτερη")))); // once there is room again
        desk.reopen();
        QVERIFY(desk->views().document(lost));
        QCOMPARE(must(desk->waitingCount()), 6);
    }

    void readersAndWritersWorkSideBySide()
    {
        StoreFixture desk;
        QVERIFY(desk.fill(100));
        std::atomic_bool stop = false;
        std::atomic_int reads = 0;
        std::vector<std::jthread> readers;
        for (int i = 0; i < 3; ++i)
            readers.emplace_back([&] {
                while (!stop) {
                    if (!desk->views().counts() || !desk->views().find(QStringLiteral("άδεια"), 20) ||
                        !desk->views().list({.list = storage::ViewList::Book, .limit = 20}))
                        qFatal("a reader failed");
                    ++reads;
                }
            });
        std::jthread files([&] {
            for (int i = 0; !stop; ++i)
                if (!desk->files().want(Sha256::of(QByteArray::number(i))) ||
                    !desk->memory().noteChosen(QStringLiteral("unit:a"), {}))
                    qFatal("a writer failed");
        });
        for (int i = 0; i < 30; ++i)
            QVERIFY(desk.enqueue(desk.registration(desk.office.newId<DocumentId>(), QStringLiteral("Άδεια"))));
        desk.synchronise();
        stop = true;
        files.join();
        readers.clear();
        QVERIFY(reads > 0);
        QCOMPARE(must(desk->views().counts()).of[storage::ViewList::Book].all, 130);
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "test_profile.moc"
