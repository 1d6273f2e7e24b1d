#include "server/ledger_sqlite/sqlite_store.h"
#include "storage/sqlite/connection.h"

#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using namespace diakinisi::server;

namespace {

using Open = std::function<Result<std::unique_ptr<LedgerStore>>(const QString& folder)>;

Result<std::unique_ptr<LedgerStore>> openSqlite(const QString& folder)
{
    return openSqliteLedger(folder + QStringLiteral("/ledger.sqlite"));
}

/// Every implementation by its name.
std::map<QString, Open> stores()
{
    return {{QStringLiteral("sqlite"), &openSqlite}};
}

} // namespace

/// What every LedgerStore promises; each implementation is a row.
class TestLedgerStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QFETCH_GLOBAL(QString, store);
        m_open = stores().at(store);
        m_store = m_open(m_folder->path()).value();
        QVERIFY(writer().begin() && writer().found(m_ledger, 1) && writer().commit());
    }
    void initTestCase_data()
    {
        QTest::addColumn<QString>("store");
        for (const auto& [name, open] : stores())
            QTest::newRow(qPrintable(name)) << name;
    }

    void whatIsCommittedIsThereAfterReopening()
    {
        append(newDocument(), 3);
        m_store.reset();
        m_store = m_open(m_folder->path()).value();
        const auto head = writer().head().value();
        QCOMPARE(head.position, 3);
        QCOMPARE(head.ledger, m_ledger);
        QCOMPARE(head.hash, Sha256::of("3"));
        QCOMPARE(head.at, Instant{3'000});
        QCOMPARE(writer().records(2, 10).value().size(), std::size_t{2});
        QCOMPARE(writer().hashAt(4).value(), std::optional<Sha256>());
    }

    void viewsDoNotSeeWhatIsNotCommitted()
    {
        const auto before = m_store->view().value();
        QVERIFY(writer().begin());
        const DocumentId id(QUuid::createUuid());
        QVERIFY(writer().addDocument(id));
        QVERIFY(!m_store->view().value()->document(id).value());
        QVERIFY(writer().document(id).value());
        QVERIFY(writer().commit());
        QVERIFY(m_store->view().value()->document(id).value());
        QVERIFY(!before->document(id).value()); // as of its own moment
    }

    void whatIsUndoneOrRolledBackNeverWas()
    {
        QVERIFY(writer().begin() && writer().mark());
        QCOMPARE(writer().nextNumber(mainSeries, 2026).value(), 1);
        QVERIFY(writer().undo());
        QVERIFY(writer().mark());
        QCOMPARE(writer().nextNumber(mainSeries, 2026).value(), 1);
        QVERIFY(writer().release());
        QCOMPARE(writer().nextNumber(mainSeries, 2027).value(), 1);
        writer().rollback();
        QVERIFY(writer().begin());
        QCOMPARE(writer().nextNumber(mainSeries, 2026).value(), 1);
        QCOMPARE(writer().nextNumber(mainSeries, 2026).value(), 2);
        QVERIFY(writer().commit());
    }

    void sightFollowsGrantsAndMemberships()
    {
        const PersonId maria(QUuid::createUuid());
        const qint64 document = newDocument();
        QVERIFY(writer().begin());
        QVERIFY(writer().changeGrants(document, {}, {QStringLiteral("unit:a")}, 1));
        QVERIFY(!writer().maySee(maria, document).value());
        QVERIFY(writer().changeMemberships(maria, {}, {QStringLiteral("unit:a"), QStringLiteral("unit:b")}, 2));
        QVERIFY(writer().maySee(maria, document).value());
        QVERIFY(writer().changeGrants(document, {QStringLiteral("unit:a")}, {QStringLiteral("unit:b")}, 3));
        QVERIFY(writer().maySee(maria, document).value());
        QVERIFY(writer().changeMemberships(maria, {QStringLiteral("unit:a"), QStringLiteral("unit:b")}, {}, 4));
        QVERIFY(!writer().maySee(maria, document).value());
        QVERIFY(writer().commit());
        QCOMPARE(writer().openGrants(document).value(), std::set<Principal>{QStringLiteral("unit:b")});
        const FeedPlace atTwo{2, FeedPlace::End, 0, 0};
        QCOMPARE(writer().withdrawnFor(maria, atTwo, 4, 9).value().size(), std::size_t{1});
        QCOMPARE(writer().withdrawnFor(maria, FeedPlace{}, 4, 9).value().size(), std::size_t{0});
    }

    void filesAreReadOnlyThroughAnEntitledReference()
    {
        const PersonId maria(QUuid::createUuid());
        const Sha256 file = Sha256::of("file");
        const qint64 document = newDocument();
        QVERIFY(writer().begin());
        QVERIFY(writer().changeGrants(document, {}, {QStringLiteral("unit:a")}, 1));
        QVERIFY(writer().changeMemberships(maria, {}, {QStringLiteral("unit:a")}, 1));
        QVERIFY(writer().putFileReference(document, {file, maria, false}));
        QVERIFY(!writer().mayReadFile(maria, file).value());
        QCOMPARE(writer().entitle(maria, file).value().size(), std::size_t{1});
        QVERIFY(writer().mayReadFile(maria, file).value());
        QCOMPARE(writer().entitle(maria, file).value().size(), std::size_t{0});
        QVERIFY(writer().putFileReference(document, {file, maria, false})); // once entitled, always
        QVERIFY(writer().mayReadFile(maria, file).value());
        QVERIFY(writer().commit());
    }

    void anAnswerIsKeptOnceAndForAll()
    {
        const CommandId id(QUuid::createUuid());
        QVERIFY(writer().begin());
        const PersonId maria(QUuid::createUuid());
        QVERIFY(writer().putAnswer(id, {Sha256::of("c"), maria, 0, 0, QByteArray("{}")}));
        QVERIFY(!writer().putAnswer(id, {Sha256::of("d"), maria, 0, 0, std::nullopt}));
        QVERIFY(writer().commit());
        const auto answer = writer().answer(id).value();
        QCOMPARE(answer->digest, Sha256::of("c"));
        QCOMPARE(answer->problem, std::optional(QByteArray("{}")));
    }

    void aStoreOfANewerProgramIsLeftAlone()
    {
        m_store.reset();
        {
            const auto connection = storage::Connection::open(m_folder->filePath(QStringLiteral("ledger.sqlite")));
            QVERIFY((*connection)->execute("PRAGMA user_version=999"));
        }
        const auto store = m_open(m_folder->path());
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::StoreNewer);
    }

    void rubbishIsNoStore()
    {
        QFile file(m_folder->filePath(QStringLiteral("ledger.sqlite")));
        m_store.reset();
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray(8'192, '?'));
        file.close();
        const auto store = m_open(m_folder->path());
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::StoreBroken);
    }

private:
    LedgerWriter& writer() { return m_store->writer(); }
    qint64 newDocument()
    {
        if (!writer().begin())
            return 0;
        const qint64 key = writer().addDocument(DocumentId(QUuid::createUuid())).value();
        return writer().commit() ? key : 0;
    }
    void append(qint64 document, int count)
    {
        QVERIFY(writer().begin());
        for (int i = 1; i <= count; ++i)
            QVERIFY(writer().append({m_ledger, 1, i, Sha256::of(QByteArray::number(i)), Instant{i * 1'000}}, document,
                                    "{}"));
        QVERIFY(writer().commit());
    }

    const LedgerId m_ledger{QUuid::createUuid()};
    Open m_open;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LedgerStore> m_store;
};

QTEST_GUILESS_MAIN(TestLedgerStore)
#include "test_ledger_store.moc"
