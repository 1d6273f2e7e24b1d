#include "storage/sqlite/migrations.h"
#include "storage/sqlite/read_pool.h"
#include "storage/sqlite/rows.h"
#include "storage/writer.h"
#include "tests/support/store_fixture.h"

#include <QTest>

#include <sqlite3.h>

#include <thread>

using namespace diakinisi;
using namespace diakinisi::storage;
using namespace diakinisi::test;

namespace {

struct Database {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("x.db"));
    std::unique_ptr<Connection> connection = must(Connection::open(path));

    void step(const QString& name, const QByteArray& sql) const
    {
        QDir(folder.path()).mkpath(QStringLiteral("steps"));
        QFile file(folder.filePath(QStringLiteral("steps/") + name));
        if (!file.open(QIODevice::WriteOnly) || file.write(sql) != sql.size())
            qFatal("not written");
    }
    Done migrate() const { return storage::migrate(*connection, folder.filePath(QStringLiteral("steps"))); }
    qint64 number(const QByteArray& sql) const { return must(oneInteger(*connection, sql, -1)); }
};

} // namespace

class TestSqlite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesComeBackAsTheyWere()
    {
        Database d;
        QVERIFY(d.connection->execute("CREATE TABLE t(a, b, c, d, e, f, g, h)"));
        const auto id = domain::PersonId(QUuid::createUuid());
        const QString text = QStringLiteral("άδεια\u0000τέλος 😀");
        QVERIFY(d.connection->run("INSERT INTO t VALUES (?,?,?,?,?,?,?,?)", text, QByteArray("\0x", 2), true,
                                  qint64{1} << 60, Instant{-5}, Sha256::of("a"), id, std::optional<QString>()));
        auto s = must(d.connection->prepare("SELECT * FROM t"));
        QVERIFY(must(s.step()));
        QCOMPARE(s.text(0), text);
        QCOMPARE(s.blob(1), QByteArray("\0x", 2));
        QVERIFY(s.boolean(2));
        QCOMPARE(s.integer(3), qint64{1} << 60);
        QCOMPARE(s.instant(4), Instant{-5});
        QCOMPARE(s.digest(5), Sha256::of("a"));
        QCOMPARE(s.id<domain::PersonId>(6), id);
        QVERIFY(s.isNull(7) && !s.optionalId<domain::PersonId>(7));
        QVERIFY(!must(s.step()));
    }

    void everyCommitIsFlushedAndForeignKeysHold()
    {
        Database d;
        QCOMPARE(d.number("PRAGMA synchronous"), 2);
        QCOMPARE(d.number("PRAGMA foreign_keys"), 1);
        const auto mode =
            must(firstRow(*d.connection, "PRAGMA journal_mode", [](const Statement& s) { return s.text(0); }));
        QCOMPARE(*mode, QStringLiteral("wal"));
    }

    void aTransactionWithoutCommitNeverWas()
    {
        Database d;
        QVERIFY(d.connection->execute("CREATE TABLE t(a UNIQUE)"));
        {
            const auto transaction = must(Transaction::begin(*d.connection));
            QVERIFY(d.connection->run("INSERT INTO t VALUES (1)"));
        }
        QCOMPARE(d.number("SELECT count(*) FROM t"), 0);
        Writer writer(std::move(d.connection));
        QVERIFY(!writer.write([](Connection& c) -> Done {
            if (auto ok = c.run("INSERT INTO t VALUES (1)"); !ok)
                return ok;
            return fail(ErrorCode::Cancelled);
        }));
        QVERIFY(writer.run("INSERT INTO t VALUES (1)"));
        QCOMPARE(writer.run("INSERT INTO t VALUES (1)").error().code, ErrorCode::InternalFault);
    }

    void missingStepsAreTakenAllTogetherOrNotAtAll()
    {
        Database d;
        d.step(QStringLiteral("0001_a.sql"), "CREATE TABLE a(x);");
        QVERIFY(d.migrate());
        QCOMPARE(d.number("PRAGMA user_version"), 1);
        d.step(QStringLiteral("0002_b.sql"), "CREATE TABLE b(x); INSERT INTO b VALUES (7);");
        d.step(QStringLiteral("0003_c.sql"), "CREATE TABLE c(x); nonsense;");
        QCOMPARE(d.migrate().error().code, ErrorCode::InternalFault);
        QCOMPARE(d.number("PRAGMA user_version"), 1);
        QCOMPARE(d.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('b', 'c')"), 0);
        d.step(QStringLiteral("0003_c.sql"), "CREATE TABLE c(x);");
        QVERIFY(d.migrate());
        QVERIFY(d.migrate());
        QCOMPARE(d.number("SELECT x FROM b"), 7);
        QCOMPARE(d.number("PRAGMA user_version"), 3);
    }

    void aNewerDatabaseAndAGapAreToldApart()
    {
        Database d;
        d.step(QStringLiteral("0001_a.sql"), "CREATE TABLE a(x);");
        QVERIFY(d.connection->execute("PRAGMA user_version=2"));
        QCOMPARE(d.migrate().error().code, ErrorCode::StoreNewer);
        d.step(QStringLiteral("0003_c.sql"), "CREATE TABLE c(x);");
        QCOMPARE(d.migrate().error().code, ErrorCode::InternalFault);
    }

    void whatIsNoDatabaseIsBroken()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("x.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        QCOMPARE(Connection::open(file.fileName()).error().code, ErrorCode::StoreBroken);
        const auto missing = Connection::open(folder.filePath(QStringLiteral("none.db")),
                                              {.access = ConnectionSettings::Access::ReadOnly});
        QCOMPARE(missing.error().code, ErrorCode::FileUnreadable);
    }

    void aFullDiskIsToldAndNothingIsLost()
    {
        Database d;
        QVERIFY(d.connection->execute("CREATE TABLE t(a); PRAGMA max_page_count=20"));
        Writer writer(std::move(d.connection));
        QVERIFY(writer.run("INSERT INTO t VALUES ('kept')"));
        QCOMPARE(writer.run("INSERT INTO t VALUES (zeroblob(200000))").error().code, ErrorCode::DiskFull);
        QVERIFY(writer.run("INSERT INTO t VALUES ('after')"));
        const auto other = must(Connection::open(d.path));
        QCOMPARE(must(oneInteger(*other, "SELECT count(*) FROM t", 0)), 2);
    }

    void anotherWriterIsWaitedForAndThenTold()
    {
        Database d;
        QVERIFY(d.connection->execute("CREATE TABLE t(a)"));
        const auto other = must(Connection::open(d.path, {.busyMilliseconds = 20}));
        const auto mine = must(Transaction::begin(*d.connection));
        QCOMPARE(Transaction::begin(*other).error().code, ErrorCode::StoreInUse);
    }

    void readersDoNotWriteAndDoNotWait()
    {
        Database d;
        QVERIFY(d.connection->execute("CREATE TABLE t(a); INSERT INTO t VALUES (1)"));
        const auto pool = must(ReadPool::open(d.path, 2));
        auto first = must(pool->borrow());
        QVERIFY(!first->run("INSERT INTO t VALUES (2)"));
        QCOMPARE(must(oneInteger(*first, "SELECT count(*) FROM t", 0)), 1);
        QVERIFY(d.connection->run("INSERT INTO t VALUES (2)"));
        QCOMPARE(must(oneInteger(*first, "SELECT count(*) FROM t", 0)), 1); // one state until the loan ends
        auto second = must(pool->borrow());
        QCOMPARE(must(oneInteger(*second, "SELECT count(*) FROM t", 0)), 2);
        std::stop_source stop;
        std::jthread later([&stop] {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            stop.request_stop();
        });
        QCOMPARE(pool->borrow(stop.get_token()).error().code, ErrorCode::Cancelled);
    }

    void aRunningQueryCanBeStopped()
    {
        Database d;
        const auto pool = must(ReadPool::open(d.path, 1));
        std::stop_source stop;
        std::jthread later([&stop] {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            stop.request_stop();
        });
        const QByteArray endless =
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n";
        {
            auto loan = must(pool->borrow(stop.get_token()));
            QCOMPARE(oneInteger(*loan, endless, 0).error().code, ErrorCode::Cancelled);
        }
        QCOMPARE(must(oneInteger(*must(pool->borrow()), "SELECT 5", 0)), 5); // the connection is as good as before
    }
};

QTEST_GUILESS_MAIN(TestSqlite)
#include "test_sqlite.moc"
