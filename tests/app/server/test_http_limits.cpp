#include "tests/support/test_server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpSocket>
#include <QTest>

using namespace diakinisi;
using test::HttpReply;
using test::HttpsClient;
using test::TestServer;

namespace {

QByteArray statusLine(const QByteArray& answer)
{
    return answer.left(answer.indexOf("\r\n"));
}

} // namespace

/// The real program against requests that are malformed, oversized, slow or not TLS at all.
class TestHttpLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>(
            QByteArrayList{"silence-seconds = 2", "handshake-seconds = 2", "connections-per-address = 30"});
        QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
    }

    void cleanup() { QVERIFY(m_server->client().get("/healthz").status == 200); }

    void malformedRequestsAreRefusedWithAProblem_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("status");
        const QByteArray head = " HTTP/1.1\r\nHost: x\r\n";
        QTest::newRow("no request") << QByteArray("\x01\x02\x03\r\n\r\n") << QByteArray("400");
        QTest::newRow("bad version") << QByteArray("GET / HTTP/9.9\r\n\r\n") << QByteArray("400");
        QTest::newRow("no path") << QByteArray("GET x" + head + "\r\n") << QByteArray("400");
        QTest::newRow("bad field") << QByteArray("GET /healthz" + head + "a b: c\r\n\r\n") << QByteArray("400");
        QTest::newRow("bad length") << QByteArray("POST /api/v1/sessions" + head + "Content-Length: -5\r\n\r\n")
                                    << QByteArray("400");
        QTest::newRow("two lengths") << QByteArray("POST /api/v1/sessions" + head +
                                                   "Content-Length: 5\r\nContent-Length: 6\r\n\r\n123456")
                                     << QByteArray("400");
        QTest::newRow("bad chunk") << QByteArray("POST /api/v1/sessions" + head +
                                                 "Transfer-Encoding: chunked\r\n\r\nzz\r\n")
                                   << QByteArray("400");
        QTest::newRow("unknown coding") << QByteArray("POST /api/v1/sessions" + head +
                                                      "Transfer-Encoding: gzip\r\n\r\n")
                                        << QByteArray("400");
        QTest::newRow("large header") << QByteArray("GET /healthz" + head + "X: " + QByteArray(20'000, 'x') +
                                                    "\r\n\r\n")
                                      << QByteArray("431");
        QTest::newRow("large body said") << QByteArray("POST /api/v1/sessions" + head +
                                                       "Content-Length: 99999999\r\n\r\n")
                                         << QByteArray("413");
        QTest::newRow("large body in chunks")
            << QByteArray("POST /api/v1/sessions" + head + "Transfer-Encoding: chunked\r\n\r\n" + "8000\r\n" +
                          QByteArray(0x8000, 'x') + "\r\n0\r\n\r\n")
            << QByteArray("413");
    }
    void malformedRequestsAreRefusedWithAProblem()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, status);
        HttpsClient client = m_server->client();
        const QByteArray answer = client.raw(bytes);
        QVERIFY2(statusLine(answer).contains(' ' + status + ' '), answer.left(300).constData());
        QVERIFY(answer.contains("application/problem+json"));
        QVERIFY(answer.contains("\"instance\""));
    }

    void wrongPathsAndMethodsAreTold()
    {
        HttpsClient client = m_server->client();
        QCOMPARE(client.get("/nothing").status, 404);
        QCOMPARE(client.request("DELETE", "/healthz").status, 405);
        QCOMPARE(client.get("/api/v1/feed").status, 401);
        QCOMPARE(client.get("/api/v1/feed").problem(), QStringLiteral("session-expired"));
        client.setToken(QStringLiteral("nonsense"));
        QCOMPARE(client.get("/api/v1/directory").status, 401);
        const HttpReply described = client.get("/api/v1/openapi.json");
        QCOMPARE(described.json().value(QStringLiteral("openapi")).toString(), QStringLiteral("3.1.0"));
    }

    void badJsonIsRefusedWithoutHarm_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("twice") << QByteArray("{\"user\":\"a\",\"user\":\"b\"}");
        QTest::newRow("deep") << QByteArray(QByteArray("{\"a\":").repeated(500) + "1" + QByteArray("}").repeated(500));
        QTest::newRow("bad UTF-8") << QByteArray("{\"user\":\"\xff\"}");
        QTest::newRow("wrong types") << QByteArray("{\"user\":1,\"password\":2,\"device\":3}");
    }
    void badJsonIsRefusedWithoutHarm()
    {
        QFETCH(QByteArray, body);
        HttpsClient client = m_server->client();
        const HttpReply reply = client.request("POST", "/api/v1/sessions", body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.problem(), QStringLiteral("malformed-input"));
    }

    void aConnectionWithoutAByteEnds()
    {
        HttpsClient client = m_server->client();
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(client.raw("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{"), QByteArray());
        QVERIFY2(timer.elapsed() > 1'500 && timer.elapsed() < 8'000, "not ended after two seconds of silence");
    }

    void whoDoesNotSpeakTlsIsPutOut()
    {
        QTcpSocket plain;
        plain.connectToHost(QStringLiteral("127.0.0.1"), m_server->port());
        QVERIFY(plain.waitForConnected(5'000));
        plain.write("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        while (plain.waitForReadyRead(5'000))
            QVERIFY(!plain.readAll().startsWith("HTTP"));
        QCOMPARE(plain.state(), QAbstractSocket::UnconnectedState);

        QTcpSocket silent;
        silent.connectToHost(QStringLiteral("127.0.0.1"), m_server->port());
        QVERIFY(silent.waitForConnected(5'000));
        QVERIFY2(silent.waitForDisconnected(8'000), "a handshake that never begins holds its connection");
    }

    void theServersCertificateIsFromItsOwnCaOnly()
    {
        HttpsClient stranger(QStringLiteral("127.0.0.1"), m_server->port(), QByteArray());
        QCOMPARE(stranger.get("/healthz").status, 0);
        QVERIFY(!stranger.errorString().isEmpty());
    }

    void bothTlsVersionsAreSpokenAndNoOlder()
    {
        for (const auto protocol : {QSsl::TlsV1_2, QSsl::TlsV1_3}) {
            HttpsClient client = m_server->client();
            client.setProtocol(protocol);
            QCOMPARE(client.get("/healthz").status, 200);
        }
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        HttpsClient old = m_server->client();
        old.setProtocol(QSsl::TlsV1_1);
        QCOMPARE(old.get("/healthz").status, 0);
        QT_WARNING_POP
    }

    void manyConnectionsOfOneAddressAreBounded()
    {
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        int open = 0;
        for (int i = 0; i < 60; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(QStringLiteral("127.0.0.1"), m_server->port());
            sockets.back()->waitForConnected(2'000);
        }
        QTest::qWait(200);
        for (const auto& socket : sockets) {
            socket->waitForReadyRead(1);
            open += socket->state() == QAbstractSocket::ConnectedState ? 1 : 0;
        }
        QVERIFY2(open <= 30, qPrintable(QString::number(open)));
        sockets.clear();
        QTest::qWait(300);
    }

    void keepAliveAndGzipWork()
    {
        HttpsClient client = m_server->client();
        for (int i = 0; i < 20; ++i)
            QCOMPARE(client.get("/api/v1/server").status, 200);
        const HttpReply packed = client.get("/api/v1/openapi.json", {{"Accept-Encoding", "gzip"}});
        QCOMPARE(packed.header("content-encoding"), QByteArray("gzip"));
        QVERIFY(packed.body.startsWith("\x1f\x8b"));
        const HttpReply plain = client.get("/api/v1/openapi.json");
        QVERIFY(plain.body.size() > packed.body.size() * 3);
    }

    void metricsAreThereAndSaySo()
    {
        HttpsClient client = m_server->client();
        const HttpReply reply = client.get("/metrics");
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.contains("diakinisi_ledger_position"));
        QVERIFY(reply.body.contains("route=\"/api/v1/server\""));
        QCOMPARE(client.get("/readyz").status, 200);
    }

    void theLogCarriesTheRequestsIdAndNothingPersonal()
    {
        HttpsClient client = m_server->client();
        const HttpReply reply =
            client.post("/api/v1/sessions",
                        {{QStringLiteral("user"), QStringLiteral("geheimnis")},
                         {QStringLiteral("password"), QStringLiteral("mystikos kodikos")},
                         {QStringLiteral("device"), QJsonObject{{QStringLiteral("name"), QStringLiteral("d")}}}});
        QCOMPARE(reply.status, 401);
        const QString instance = reply.json().value(QStringLiteral("instance")).toString();
        QTRY_VERIFY(m_server->log().contains(instance.toLatin1()));
        QVERIFY(!m_server->log().contains("geheimnis"));
        QVERIFY(!m_server->log().contains("kodikos"));
    }

    void wrongSignInsAreDelayedMoreAndMore()
    {
        HttpsClient client = m_server->client();
        QList<int> statuses;
        for (int i = 0; i < 5; ++i)
            statuses << client
                            .post("/api/v1/sessions", {{QStringLiteral("user"), TestServer::administrator()},
                                                       {QStringLiteral("password"), QStringLiteral("wrong password")},
                                                       {QStringLiteral("device"),
                                                        QJsonObject{{QStringLiteral("name"), QStringLiteral("d")}}}})
                            .status;
        QCOMPARE(statuses, (QList<int>{401, 401, 401, 429, 429}));
    }

    void tooManyRequestsAreToldToComeLater()
    {
        TestServer server({"requests-per-second-per-address = 1", "request-burst-per-address = 5"});
        HttpsClient client = server.client();
        QList<int> statuses;
        for (int i = 0; i < 8; ++i)
            statuses << client.get("/healthz").status;
        QCOMPARE(statuses.mid(0, 5), QList<int>(5, 200));
        QVERIFY(statuses.contains(429));
        QTest::qWait(1'500);
        QCOMPARE(client.get("/healthz").status, 200);
    }

    void aRenewedCertificateIsTakenWithoutARestart()
    {
        TestServer server;
        TestServer other; // whose certificate is the renewed one
        HttpsClient before = server.client();
        QCOMPARE(before.get("/healthz").status, 200);
        for (const char* name : {"server.crt", "server.key"}) {
            const QString to = server.folder() + QStringLiteral("/tls/") + QString::fromLatin1(name);
            QVERIFY(QFile::remove(to));
            QVERIFY(QFile::copy(other.folder() + QStringLiteral("/tls/") + QString::fromLatin1(name), to));
        }
        server.reload();
        HttpsClient after(QStringLiteral("127.0.0.1"), server.port(), other.ca());
        QTRY_COMPARE(after.get("/healthz").status, 200);
        QCOMPARE(before.get("/healthz").status, 200); // the old connection goes on
        HttpsClient anew = server.client();
        QCOMPARE(anew.get("/healthz").status, 0); // the old CA no longer fits
        QVERIFY(QFile::remove(server.folder() + QStringLiteral("/tls/server.key")));
        server.reload();
        QTRY_VERIFY(server.log().contains("certificate-not-reloaded"));
        QCOMPARE(after.get("/healthz").status, 200);
    }

private:
    std::unique_ptr<TestServer> m_server;
};

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "test_http_limits.moc"
