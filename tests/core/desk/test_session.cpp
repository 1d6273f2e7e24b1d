#include "desk_fixture.h"

#include "tests/fakes/fake_random.h"
#include "tests/fakes/manual_clock.h"

#include <QDir>
#include <QElapsedTimer>

using namespace diakinisi;
using namespace diakinisi::tests;
using desk::SyncStatus;

namespace {

const QString registry = QStringLiteral("registry");

/// The real clock, moved on.
class ShiftedClock final : public Clock
{
public:
    Instant now() const override { return SystemClock().now() + shift; }
    std::chrono::steady_clock::time_point steady() const override { return std::chrono::steady_clock::now(); }
    std::int64_t shift = 0;
};

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

    std::unique_ptr<DeskFixture> m_fixture;

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<DeskFixture>();
        QVERIFY2(m_fixture->ready, qPrintable(m_fixture->server.error()));
    }

    void aServerIsLookedAtConfirmedAndThenTrusted()
    {
        desk::DeskSettings settings = m_fixture->settings(QStringLiteral("pinned"));
        settings.caFile.clear();
        auto desk = desk::openDesk(settings);
        QVERIFY(desk);
        desk::Session& session = (*desk)->session();
        const Secret password(test::TestServer::passwordOf(registry).toUtf8());
        const Done untrusted = session.signIn(registry, password, {});
        QVERIFY(!untrusted);
        QCOMPARE(untrusted.error().code, ErrorCode::ServerUntrusted);
        const auto seen = session.lookAtServer({});
        QVERIFY(seen);
        QVERIFY(!seen->trusted);
        QCOMPARE(seen->organisation, QStringLiteral("Δήμος Δοκιμής"));
        QVERIFY(seen->caFingerprint.size() == 95 && !seen->chain.isEmpty());
        QVERIFY(session.trustServer(*seen));
        QVERIFY(session.lookAtServer({})->trusted);
        const Done signedIn = session.signIn(registry, password, {});
        QVERIFY2(signedIn, qPrintable(signedIn ? QString() : signedIn.error().cause));
        QVERIFY(DeskFixture::synced(**desk));
        QCOMPARE((*desk)->directory().organisation()->persons.size(),
                 m_fixture->office.organisation.persons.size() + 1);
    }

    void aSessionGoesOnAfterARestartAndEndsWhenSignedOut()
    {
        QVERIFY(m_fixture->open(registry));
        {
            auto again = desk::openDesk(m_fixture->settings(registry));
            QVERIFY(again);
            QVERIFY(!(*again)->session().signedIn());
            QVERIFY((*again)->session().resume());
            QCOMPARE((*again)->session().login(), registry);
            QCOMPARE((*again)->session().organisationName(), QStringLiteral("Δήμος Δοκιμής"));
            QVERIFY(DeskFixture::synced(**again));
            QVERIFY((*again)->session().signOut({}));
            QVERIFY(!(*again)->session().signedIn());
            QTRY_COMPARE((*again)->syncStatus().state, SyncStatus::State::SignedOut);
        }
        auto last = desk::openDesk(m_fixture->settings(registry));
        QVERIFY(last);
        QCOMPARE((*last)->session().resume().error().code, ErrorCode::SessionExpired);
        QVERIFY((*last)->session().person()); // whose profile it is stays
    }

    void whoHasBeenAwayTooLongSignsInAgain()
    {
        const QString login = QStringLiteral("clerk");
        QVERIFY(m_fixture->open(login));
        ShiftedClock clock;
        SeededRandom random(1);
        clock.shift = std::int64_t{13} * 86'400'000;
        {
            auto desk = desk::openDesk(m_fixture->settings(login), clock, random);
            QVERIFY(desk && (*desk)->session().resume());
        }
        clock.shift = std::int64_t{15} * 86'400'000 + 86'400'000 * 14;
        auto desk = desk::openDesk(m_fixture->settings(login), clock, random);
        QVERIFY(desk);
        QCOMPARE((*desk)->session().resume().error().code, ErrorCode::SessionExpired);
    }

    void oneProcessAtATimeHasAProfile()
    {
        auto desk = desk::openDesk(m_fixture->settings(QStringLiteral("payer")));
        QVERIFY(desk);
        const auto second = desk::openDesk(m_fixture->settings(QStringLiteral("payer")));
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::StoreInUse);
    }

    void aProfileWithoutItsKeyDoesNotPretend()
    {
        const QString login = QStringLiteral("treasurer");
        QVERIFY(desk::openDesk(m_fixture->settings(login)));
        QVERIFY(QDir(m_fixture->folder.filePath(login) + QStringLiteral("/keys")).removeRecursively());
        const auto desk = desk::openDesk(m_fixture->settings(login));
        QVERIFY(!desk);
        QCOMPARE(desk.error().code, ErrorCode::KeyUnreadable);
    }

    void settingsThatMakeNoSenseAreRefused()
    {
        desk::DeskSettings settings = m_fixture->settings(QStringLiteral("nowhere"));
        settings.server = QUrl(QStringLiteral("http://127.0.0.1"));
        QCOMPARE(desk::openDesk(settings).error().code, ErrorCode::FieldInvalid);
        settings = m_fixture->settings(QStringLiteral("nowhere"));
        settings.caFile = QStringLiteral("/no/such/file");
        QCOMPARE(desk::openDesk(settings).error().code, ErrorCode::FileUnreadable);
        settings.caFile = m_fixture->write(QStringLiteral("no-ca"), "nothing");
        QCOMPARE(desk::openDesk(settings).error().code, ErrorCode::MalformedInput);
    }

    void secretsDoNotLieInTheStore()
    {
        const QString login = QStringLiteral("director");
        QVERIFY(m_fixture->open(login));
        QFile token(m_fixture->folder.filePath(login) + QStringLiteral("/keys/session-token"));
        QVERIFY(token.open(QIODevice::ReadOnly));
        const QByteArray secret = token.readAll();
        QVERIFY(secret.size() > 20);
        for (const QString& name :
             {QStringLiteral("/desk.db"), QStringLiteral("/desk.db-wal"), QStringLiteral("/profile.json")}) {
            QFile file(m_fixture->folder.filePath(login) + name);
            if (file.open(QIODevice::ReadOnly))
                QVERIFY2(!file.readAll().contains(secret), qPrintable(name));
        }
    }

    void closingADeskThatListensTakesNoTime()
    {
        auto desk = m_fixture->open(QStringLiteral("mayor"));
        QVERIFY(desk);
        QElapsedTimer timer;
        timer.start();
        desk.reset();
        QVERIFY2(timer.elapsed() < 3'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "test_session.moc"
