#include "tests/support/store_fixture.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using namespace diakinisi::test;

class TestMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formsAreFoundAgainAfterACrash()
    {
        StoreFixture desk;
        const QUuid first = QUuid::createUuid();
        const QUuid second = QUuid::createUuid();
        QVERIFY(desk->memory().saveForm({first, Instant{1}, "{\"a\":1}"}));
        QVERIFY(desk->memory().saveForm({second, Instant{2}, {}}));
        QVERIFY(desk->memory().saveForm({first, Instant{3}, "{\"a\":2}"}));
        desk.reopen();
        const auto forms = must(desk->memory().forms());
        QCOMPARE(forms.size(), std::size_t{2});
        QCOMPARE(forms[0].id, first);
        QCOMPARE(forms[0].content, QByteArray("{\"a\":2}"));
        QVERIFY(desk->memory().removeForm(first));
        QCOMPARE(must(desk->memory().forms()).size(), std::size_t{1});
    }

    void whatIsChosenOftenComesFirst()
    {
        StoreFixture desk;
        QVERIFY(desk->memory().noteChosen(QStringLiteral("unit:a"), Instant{1}));
        QVERIFY(desk->memory().noteChosen(QStringLiteral("unit:b"), Instant{2}));
        QVERIFY(desk->memory().noteChosen(QStringLiteral("unit:b"), Instant{3}));
        const auto chosen = must(desk->memory().chosen());
        QCOMPARE(chosen[0].what, QStringLiteral("unit:b"));
        QCOMPARE(chosen[0].count, 2);
        QCOMPARE(chosen[0].last, Instant{3});
        QCOMPARE(chosen[1].count, 1);
    }

    void sendersUsedBeforeAreSuggestedByTheBeginningOfAnyName()
    {
        StoreFixture desk;
        for (const char16_t* name : {u"Παπαδόπουλος Νικόλαος", u"Ιωάννου Μαρία", u"Ιωάννου Μαρία", u"100% Α.Ε."})
            QVERIFY(desk->memory().noteParty({PartyKind::Citizen, QString::fromUtf16(name), false}, Instant{1}));
        const auto names = [&](const QString& letters) {
            QStringList found;
            for (const Party& party : must(desk->memory().parties(letters, 10)))
                found << party.name;
            return found;
        };
        QCOMPARE(names(QStringLiteral("παπ")), QStringList(QStringLiteral("Παπαδόπουλος Νικόλαος")));
        QCOMPARE(names(QStringLiteral("ΝΙΚ")), QStringList(QStringLiteral("Παπαδόπουλος Νικόλαος")));
        QCOMPARE(names(QStringLiteral("Mαρ")), QStringList(QStringLiteral("Ιωάννου Μαρία"))); // with a Latin M
        QVERIFY(names(QStringLiteral("όπουλος")).isEmpty());
        QVERIFY(names(QStringLiteral("%")).isEmpty());
        QCOMPARE(names(QString()).front(), QStringLiteral("Ιωάννου Μαρία"));
        QVERIFY(desk.enqueue(desk.registration(desk.office.newId<DocumentId>(), QStringLiteral("Αίτηση"))));
        QCOMPARE(names(QStringLiteral("ιωάννου")),
                 QStringList({QStringLiteral("Ιωάννου Μαρία"), QStringLiteral("Μαρία Ιωάννου")}));
    }

    void smallThingsAreKeptByKey()
    {
        StoreFixture desk;
        QVERIFY(!must(desk->memory().value(QStringLiteral("login"))));
        QVERIFY(desk->memory().setValue(QStringLiteral("login"), "maria"));
        QVERIFY(desk->memory().setValue(QStringLiteral("store.person"), "no way"));
        desk.reopen();
        QCOMPARE(must(desk->memory().value(QStringLiteral("login"))), std::optional(QByteArray("maria")));
        QCOMPARE(desk->person(), std::optional(desk.person())); // the store's own keys are apart
        QVERIFY(desk->memory().removeValue(QStringLiteral("login")));
        QVERIFY(!must(desk->memory().value(QStringLiteral("login"))));
    }

    void keyFilesAndSeenRenditionsAreRemembered()
    {
        StoreFixture desk;
        QVERIFY(desk->memory().saveKeyFile({QStringLiteral("/keys/maria.p12"), "{}"}));
        QVERIFY(desk->memory().saveKeyFile({QStringLiteral("/keys/maria.p12"), "{\"n\":1}"}));
        QCOMPARE(must(desk->memory().keyFiles()).size(), std::size_t{1});
        QCOMPARE(must(desk->memory().keyFiles()).front().about, QByteArray("{\"n\":1}"));
        QVERIFY(desk->memory().removeKeyFile(QStringLiteral("/keys/maria.p12")));
        QVERIFY(must(desk->memory().keyFiles()).empty());
        QVERIFY(!must(desk->memory().seen(Sha256::of("a"))));
        QVERIFY(desk->memory().markSeen(Sha256::of("a"), Instant{1}));
        QVERIFY(desk->memory().markSeen(Sha256::of("a"), Instant{2}));
        QVERIFY(must(desk->memory().seen(Sha256::of("a"))));
    }
};

QTEST_GUILESS_MAIN(TestMemory)
#include "test_memory.moc"
