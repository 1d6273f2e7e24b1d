#include "server/accounts/accounts.h"
#include "server/accounts/password.h"
#include "tests/fakes/fake_random.h"
#include "tests/fakes/manual_clock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::server;

namespace {

Secret secret(const char* text)
{
    return Secret(QByteArray(text));
}

DeviceClaim newDevice()
{
    return {std::nullopt, Secret(), QStringLiteral("θέση 3")};
}

} // namespace

/// Passwords, devices, sessions and the delays after wrong ones.
class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_accounts =
            Accounts::open(m_folder->filePath(QStringLiteral("accounts.sqlite")), m_clock, m_ids, m_random).value();
        QVERIFY(m_accounts->setPassword(m_person, secret("correct horse battery")));
    }

    void theRightPasswordOpensASessionUntilItIsOver()
    {
        const auto signedIn = m_accounts->signIn(m_person, secret("correct horse battery"), newDevice());
        QVERIFY(signedIn);
        const QByteArray token = signedIn->token.toLatin1();
        QCOMPARE(m_accounts->session(token)->person, m_person);
        QCOMPARE(m_accounts->session(token)->device, signedIn->device);
        m_clock.advance(std::chrono::hours(13));
        QCOMPARE(m_accounts->session(token).error().code, ErrorCode::SessionExpired);
    }

    void aSignedOutTokenIsDeadAtOnce()
    {
        const QByteArray token =
            m_accounts->signIn(m_person, secret("correct horse battery"), newDevice())->token.toLatin1();
        QVERIFY(m_accounts->signOut(token));
        QCOMPARE(m_accounts->session(token).error().code, ErrorCode::SessionExpired);
    }

    void wrongPasswordAndUnknownUserAreAnsweredAlikeAfterTheSameWork()
    {
        QElapsedTimer timer;
        timer.start();
        const auto wrong = m_accounts->signIn(m_person, secret("wrong horse battery"), newDevice());
        const qint64 wrongTook = timer.nsecsElapsed();
        timer.start();
        const auto unknown = m_accounts->signIn(std::nullopt, secret("wrong horse battery"), newDevice());
        const qint64 unknownTook = timer.nsecsElapsed();
        QCOMPARE(wrong.error(), unknown.error());
        QCOMPARE(wrong.error().code, ErrorCode::SignInFailed);
        QVERIFY2(unknownTook * 10 > wrongTook, "an unknown user is told apart by the time it takes");
    }

    void aDeviceIsKnownByItsSecretAndCanBeRevoked()
    {
        const auto first = m_accounts->signIn(m_person, secret("correct horse battery"), newDevice());
        DeviceClaim known{first->device, Secret(first->deviceSecret.toLatin1()), {}};
        const auto second = m_accounts->signIn(m_person, secret("correct horse battery"), known);
        QCOMPARE(second->device, first->device);
        QVERIFY(second->deviceSecret.isEmpty());
        DeviceClaim guessed{first->device, secret("guessed"), {}};
        QCOMPARE(m_accounts->signIn(m_person, secret("correct horse battery"), guessed).error().code,
                 ErrorCode::SignInFailed);
        QVERIFY(m_accounts->revoke(first->device));
        QCOMPARE(m_accounts->session(second->token.toLatin1()).error().code, ErrorCode::SessionExpired);
        QCOMPARE(m_accounts->signIn(m_person, secret("correct horse battery"), known).error().code,
                 ErrorCode::DeviceRevoked);
    }

    void aNewPasswordEndsTheSessions()
    {
        const QByteArray token =
            m_accounts->signIn(m_person, secret("correct horse battery"), newDevice())->token.toLatin1();
        QVERIFY(m_accounts->setPassword(m_person, secret("another horse battery")));
        QCOMPARE(m_accounts->session(token).error().code, ErrorCode::SessionExpired);
        QVERIFY(!m_accounts->signIn(m_person, secret("correct horse battery"), newDevice()));
        QVERIFY(m_accounts->signIn(m_person, secret("another horse battery"), newDevice()));
        QCOMPARE(m_accounts->setPassword(m_person, secret("short")).error().code, ErrorCode::FieldInvalid);
    }

    void nothingSecretIsInTheDatabase()
    {
        const auto signedIn = m_accounts->signIn(m_person, secret("correct horse battery"), newDevice());
        m_accounts.reset(); // all of it in one file
        QFile file(m_folder->filePath(QStringLiteral("accounts.sqlite")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QVERIFY(all.contains("$argon2id$"));
        QVERIFY(!all.contains("correct horse"));
        QVERIFY(!all.contains(signedIn->token.toLatin1()));
        QVERIFY(!all.contains(signedIn->deviceSecret.toLatin1()));
    }

    void delaysGrowWithWrongOnesAndEndWithARightOne()
    {
        SignInGuard guard(m_clock);
        QCOMPARE(guard.delay("maria", "10.0.0.1").count(), 0);
        std::chrono::seconds before{0};
        for (int i = 0; i < 8; ++i) {
            guard.failed("maria", "10.0.0.1");
            const auto now = guard.delay("maria", "10.0.0.1");
            QVERIFY(i < 2 ? now.count() == 0 : now > before);
            before = now;
        }
        QCOMPARE(guard.delay("nikos", "10.0.0.1").count(), 0);
        QCOMPARE(guard.delay("maria", "10.0.0.2").count(), 0);
        m_clock.advance(before);
        QCOMPARE(guard.delay("maria", "10.0.0.1").count(), 0);
        guard.succeeded("maria", "10.0.0.1");
        guard.failed("maria", "10.0.0.1");
        QCOMPARE(guard.delay("maria", "10.0.0.1").count(), 0);
    }

    void manyAddressesAgainstOneUserAreDelayedToo()
    {
        SignInGuard guard(m_clock);
        for (int i = 0; i < 25; ++i)
            guard.failed("maria", QByteArray::number(i));
        QVERIFY(guard.delay("maria", "elsewhere").count() > 0);
    }

private:
    tests::ManualClock m_clock;
    tests::SeededRandom m_random{7};
    IdSource m_ids{m_clock, m_random};
    domain::PersonId m_person{QUuid::createUuid()};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Accounts> m_accounts;
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "test_accounts.moc"
