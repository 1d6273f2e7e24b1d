#include "sync/ask.h"
#include "sync/sync_loop.h"
#include "tests/core/sync/tls_fixture.h"
#include "tests/fakes/fake_doors.h"
#include "tests/fakes/fake_random.h"

#include <QElapsedTimer>

#include <thread>

using namespace diakinisi;
using namespace diakinisi::sync;
using namespace diakinisi::tests;
using namespace std::chrono_literals;

namespace {

QByteArray http(const QByteArray& status, const QByteArray& body, qsizetype length = -1)
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(length < 0 ? body.size() : length) +
           "\r\nX-Word: Value\r\n\r\n" + body;
}

} // namespace

/// The real transport over real sockets, with a server that misbehaves.
class TestNetworkTransport : public QObject
{
    Q_OBJECT

    TlsIdentity m_ours;
    std::unique_ptr<TlsServer> m_server;

    ServerAddress address() const { return {m_server->url(), {m_ours.certificate}}; }
    /// Waits in this thread's loop, in which the server lives too.
    static Result<Response> exchange(NetworkTransport& transport, Request request)
    {
        std::optional<Result<Response>> outcome;
        transport.begin(std::move(request), [&outcome](Result<Response> answer) { outcome = std::move(answer); });
        [&outcome] { QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 20'000); }();
        return outcome ? std::move(*outcome) : fail(ErrorCode::InternalFault);
    }
    static Request get(std::chrono::milliseconds silence = 10s)
    {
        Request request;
        request.path = QStringLiteral("/api/v1/feed?after=1.2.ab%2Bcd");
        request.silence = silence;
        request.headers["Authorization"] = "Bearer secret";
        return request;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_ours = TlsIdentity::make("IP:127.0.0.1");
        QVERIFY(!m_ours.certificate.isNull() && !m_ours.key.isNull());
    }
    void init() { m_server = std::make_unique<TlsServer>(m_ours); }

    void anAnswerComesWithItsHeadersAndThePathAsItWasGiven()
    {
        m_server->answer = http("200 OK", "{}");
        NetworkTransport transport(address());
        const auto answer = exchange(transport, get());
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().cause));
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->header("x-word"), QByteArray("Value"));
        QCOMPARE(answer->body, QByteArray("{}"));
        QVERIFY(m_server->requests.first().startsWith("GET /api/v1/feed?after=1.2.ab%2Bcd HTTP/1.1"));
        QVERIFY(m_server->requests.first().contains("Authorization: Bearer secret"));
    }

    void aRefusalIsAnAnswer()
    {
        m_server->answer = http("409 Conflict", "{\"type\":\"urn:diakinisi:problem:state-changed\"}");
        NetworkTransport transport(address());
        const auto answer = exchange(transport, get());
        QVERIFY(answer);
        QCOMPARE(answer->status, 409);
        QVERIFY(answer->body.contains("state-changed"));
    }

    void aStrangersCertificateEndsItBeforeAnythingIsSaid()
    {
        const TlsIdentity stranger = TlsIdentity::make("IP:127.0.0.1");
        m_server->answer = http("200 OK", "{}");
        NetworkTransport transport(ServerAddress{m_server->url(), {stranger.certificate}});
        const auto answer = exchange(transport, get());
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::ServerUntrusted);
        QVERIFY(m_server->requests.isEmpty());
        NetworkTransport systems(ServerAddress{m_server->url(), {}});
        QCOMPARE(exchange(systems, get()).error().code, ErrorCode::ServerUntrusted);
        QVERIFY(m_server->requests.isEmpty());
    }

    void aCertificateForAnotherNameIsNotTrustedAlthoughPinned()
    {
        const TlsIdentity other = TlsIdentity::make("DNS:docs.example");
        TlsServer server(other);
        server.answer = http("200 OK", "{}");
        NetworkTransport transport(ServerAddress{server.url(), {other.certificate}});
        QCOMPARE(exchange(transport, get()).error().code, ErrorCode::ServerUntrusted);
        QVERIFY(server.requests.isEmpty());
    }

    void lookingShowsTheCertificateWithoutTrust()
    {
        m_server->answer = http("200 OK", "{}");
        NetworkTransport transport(ServerAddress{m_server->url(), {}}, NetworkTransport::Trust::Look);
        QVERIFY(exchange(transport, get()));
        QCOMPARE(transport.chain().value(0), m_ours.certificate);
        QVERIFY(!transport.complaints().isEmpty());
    }

    void halfAnAnswerIsAnError()
    {
        m_server->answer = http("200 OK", "half of it", 1000);
        m_server->closeAfter = true;
        NetworkTransport transport(address());
        const auto answer = exchange(transport, get());
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::ServerUnreachable);
    }

    void aSinkKeepsWhatCameBeforeTheBreak()
    {
        m_server->answer = http("206 Partial Content", "half of it", 1000);
        m_server->closeAfter = true;
        NetworkTransport transport(address());
        QByteArray taken;
        Request request = get();
        request.sink = [&taken](const Response& head, QByteArrayView piece) -> Done {
            if (head.status == 206)
                taken.append(piece);
            return {};
        };
        QVERIFY(!exchange(transport, std::move(request)));
        QCOMPARE(taken, QByteArray("half of it"));
    }

    void silenceEndsInTime()
    {
        NetworkTransport transport(address());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(exchange(transport, get(300ms)).error().code, ErrorCode::TimedOut);
        QVERIFY(timer.elapsed() < 10'000);
    }

    void anEndlessAnswerIsCutOff()
    {
        m_server->answer = http("200 OK", QByteArray(300'000, 'x'), 1'000'000'000);
        NetworkTransport transport(address());
        Request request = get();
        request.mostBytes = 100'000;
        QCOMPARE(exchange(transport, std::move(request)).error().code, ErrorCode::LimitExceeded);
    }

    void nobodyThereIsUnreachable()
    {
        NetworkTransport transport(ServerAddress{QUrl(QStringLiteral("https://127.0.0.1:1")), {}});
        QCOMPARE(exchange(transport, get()).error().code, ErrorCode::ServerUnreachable);
    }

    void aCancelledExchangeIsNeverHeardOf()
    {
        m_server->answer = http("200 OK", "{}");
        NetworkTransport transport(address());
        bool heard = false;
        transport.cancel(transport.begin(get(), [&heard](const Result<Response>&) { heard = true; }));
        QVERIFY(exchange(transport, get())); // a later one is answered, the first never
        QVERIFY(!heard);
    }

    void redirectsAreNotFollowed()
    {
        m_server->answer = "HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n";
        NetworkTransport transport(address());
        const auto answer = exchange(transport, get());
        QVERIFY(answer);
        QCOMPARE(answer->status, 302);
    }

    void anAddressIsHttpsWithHostAndPortOnly_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("good");
        QTest::newRow("good") << QStringLiteral("https://docs.example:8443") << true;
        QTest::newRow("slash") << QStringLiteral("https://docs.example/") << true;
        QTest::newRow("http") << QStringLiteral("http://docs.example") << false;
        QTest::newRow("user") << QStringLiteral("https://a:b@docs.example") << false;
        QTest::newRow("path") << QStringLiteral("https://docs.example/x") << false;
        QTest::newRow("query") << QStringLiteral("https://docs.example?x=1") << false;
        QTest::newRow("no host") << QStringLiteral("https:///") << false;
        QTest::newRow("nonsense") << QStringLiteral("docs.example:8443") << false;
    }
    void anAddressIsHttpsWithHostAndPortOnly()
    {
        QFETCH(QString, url);
        QFETCH(bool, good);
        QCOMPARE(checkAddress(QUrl(url)).has_value(), good);
    }

    void theLoopEndsAtOnceWhileTheServerIsSilent()
    {
        FakeOutbox outbox;
        FakeFeed feed;
        FakeFiles files;
        const SystemClock clock;
        SeededRandom random(5);
        QElapsedTimer timer;
        {
            SyncLoop loop(
                {outbox, feed, files}, [this] { return std::make_unique<NetworkTransport>(address()); }, clock, random,
                News{});
            loop.signIn({domain::PersonId(QUuid::createUuid()), "token", std::nullopt});
            QTRY_VERIFY_WITH_TIMEOUT(!m_server->requests.isEmpty(), 20'000);
            QVERIFY(m_server->requests.first().startsWith("GET /api/v1/server"));
            timer.start();
        }
        QVERIFY(timer.elapsed() < 2'000);
    }

    void aQuestionIsStoppedFromOutside()
    {
        std::stop_source stop;
        std::optional<Result<Response>> outcome;
        std::jthread asking([&] { outcome = ask(address(), get(60s), stop.get_token()); });
        QTRY_VERIFY_WITH_TIMEOUT(!m_server->requests.isEmpty(), 20'000);
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        asking.join();
        QVERIFY(timer.elapsed() < 2'000);
        QCOMPARE(outcome->error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestNetworkTransport)
#include "test_network_transport.moc"
