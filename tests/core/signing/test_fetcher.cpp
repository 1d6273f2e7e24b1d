#include "test_authorities.h"

#include "base/http_answer.h"
#include "signing/authorities/authority_address.h"

#include <QTest>

#include <thread>

using namespace diakinisi;
using namespace diakinisi::signing;
using namespace std::chrono_literals;

class TestFetcher : public QObject
{
    Q_OBJECT

private:
    samples::TestAuthorities m_authorities;
    HttpFetcher m_open{{.privateAddresses = true}};

    /// The code of the failure, with short patience and little room.
    ErrorCode failure(const QString& path)
    {
        const Result<QByteArray> answer =
            m_open.fetch({.url = m_authorities.url(path), .largest = 100'000, .total = 3s, .idle = 700ms}, {});
        return answer ? ErrorCode::InternalFault : answer.error().code;
    }

private Q_SLOTS:
    void addressesOfOurOwnNetworksAreKnown_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<bool>("isPublic");
        QTest::newRow("8.8.8.8") << QByteArray("08080808") << true;
        QTest::newRow("195.134.1.1") << QByteArray("c3860101") << true;
        for (const char* own : {"7f000001", "7f010203", "0a000001", "ac100001", "ac1fffff", "c0a80101", "a9fea9fe",
                                "64400001", "00000000", "e0000001", "ffffffff", "c6120001"})
            QTest::newRow(own) << QByteArray(own) << false;
        QTest::newRow("after 172.16/12") << QByteArray("ac200001") << true;
        QTest::newRow("2001:648::1") << QByteArray("20010648000000000000000000000001") << true;
        for (const char* own : {"00000000000000000000000000000001", "00000000000000000000000000000000",
                                "00000000000000000000ffff7f000001", "fe800000000000000000000000000001",
                                "fd000000000000000000000000000001", "ff020000000000000000000000000001",
                                "0064ff9b00000000000000007f000001", "20027f00000100000000000000000001",
                                "20010db8000000000000000000000001"})
            QTest::newRow(own) << QByteArray(own) << false;
        QTest::newRow("no address") << QByteArray("0102") << false;
    }

    void addressesOfOurOwnNetworksAreKnown()
    {
        QFETCH(QByteArray, hex);
        QTEST(isPublicAddress(QByteArray::fromHex(hex)), "isPublic");
    }

    void whatIsThereIsBrought()
    {
        m_authorities.publish();
        const Result<QByteArray> root = m_open.fetch({.url = m_authorities.url(QStringLiteral("file/root.cer"))}, {});
        QVERIFY2(root, root ? "" : qPrintable(root.error().cause));
        QCOMPARE(*root, m_authorities.authority().root());
        QCOMPARE(m_open.fetch({.url = m_authorities.url(QStringLiteral("chunked/one-two-three"))}, {}).value(),
                 QByteArray("onetwothree"));
        QCOMPARE(m_open.fetch({.url = m_authorities.url(QStringLiteral("redirect/good"))}, {}).value(), *root);
    }

    void anAddressOutOfACertificateNeverLeadsIntoOurOwnNetwork()
    {
        HttpFetcher closed;
        QUrl url = m_authorities.url(QStringLiteral("file/root.cer"));
        QCOMPARE(closed.fetch({.url = url}, {}).error().code, ErrorCode::NotPermitted);
        const int before = m_authorities.count(QStringLiteral("file/root.cer"));
        url.setHost(QStringLiteral("localhost")); // a name is looked up first, and what it means is looked at
        QCOMPARE(closed.fetch({.url = url}, {}).error().code, ErrorCode::NotPermitted);
        for (const char* sly :
             {"http://[::1]/", "http://0/", "http://2130706433/", "http://127.1/", "file:///etc/passwd",
              "ftp://example.org/", "http://user:word@example.org/", "http:///", "gopher://x/"})
            QCOMPARE(closed.fetch({.url = QUrl(QString::fromLatin1(sly)), .total = 3s}, {}).error().code,
                     ErrorCode::NotPermitted);
        QCOMPARE(m_authorities.count(QStringLiteral("file/root.cer")), before); // nobody was asked
        // Somebody here wrote this one down; where it sends us to, nobody did.
        const auto configured = [&](const char* path) {
            return closed.fetch({.url = m_authorities.url(QString::fromLatin1(path)), .configured = true, .total = 3s},
                                {});
        };
        QVERIFY(configured("file/root.cer"));
        QVERIFY(configured("redirect/good"));
        QCOMPARE(configured("redirect/loopback").error().code, ErrorCode::NotPermitted);
        QCOMPARE(configured("redirect/private").error().code, ErrorCode::NotPermitted);
        QCOMPARE(configured("redirect/file").error().code, ErrorCode::NotPermitted);
    }

    void aServerThatMisbehavesCostsNeitherTimeNorMemory()
    {
        QCOMPARE(failure(QStringLiteral("silent")), ErrorCode::TimedOut);
        QCOMPARE(failure(QStringLiteral("drips")), ErrorCode::TimedOut); // never idle for long, but never done
        QCOMPARE(failure(QStringLiteral("endless")), ErrorCode::LimitExceeded);
        QCOMPARE(failure(QStringLiteral("endless-head")), ErrorCode::MalformedInput);
        QCOMPARE(failure(QStringLiteral("garbage")), ErrorCode::MalformedInput);
        QCOMPARE(failure(QStringLiteral("cut")), ErrorCode::MalformedInput);
        QCOMPARE(failure(QStringLiteral("redirect/self")), ErrorCode::NotPermitted);
        QCOMPARE(failure(QStringLiteral("redirect/file")), ErrorCode::NotPermitted);
        QCOMPARE(failure(QStringLiteral("status/404")), ErrorCode::ServerUnreachable);
        QCOMPARE(failure(QStringLiteral("status/500")), ErrorCode::ServerUnreachable);
        QCOMPARE(m_open.fetch({.url = QUrl(QStringLiteral("http://127.0.0.1:1/"))}, {}).error().code,
                 ErrorCode::ServerUnreachable);
        const QUrl page = m_authorities.url(QStringLiteral("chunked/x"));
        QCOMPARE(m_open.fetch({.url = page, .accept = "application/ocsp-response"}, {}).error().code,
                 ErrorCode::MalformedInput);
    }

    void tlsIsAskedOfServersThatAreTrusted()
    {
        // Speaks no TLS at all.
        QUrl url = m_authorities.url(QStringLiteral("file/root.cer"));
        url.setScheme(QStringLiteral("https"));
        QVERIFY(!m_open.fetch({.url = url, .total = 3s, .idle = 1s}, {}));
    }

    void aStopIsSeen()
    {
        std::stop_source stop;
        std::jthread later([&] {
            std::this_thread::sleep_for(200ms);
            stop.request_stop();
        });
        const Result<QByteArray> answer =
            m_open.fetch({.url = m_authorities.url(QStringLiteral("silent"))}, stop.get_token());
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    }

    void anAnswerIsReadByteByByteAsWell()
    {
        const QByteArray whole =
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-type: Text/Plain; charset=x\r\n"
            "Transfer-Encoding: chunked\r\n\r\n4;x=y\r\nabcd\r\n2\r\nef\r\n0\r\nTrailer: x\r\n\r\n";
        HttpAnswer answer(100);
        for (const char byte : whole)
            QVERIFY(answer.add(QByteArrayView(&byte, 1)));
        QVERIFY(answer.isComplete());
        QCOMPARE(answer.body(), QByteArray("abcdef"));
        QCOMPARE(answer.contentType(), QByteArray("text/plain"));
        for (const char* bad : {"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
                                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", "HTTP/2 200\r\n\r\n",
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n"})
            QVERIFY(!HttpAnswer(100).add(QByteArrayView(bad)));
        QCOMPARE(HttpAnswer(100).add("HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\nx").error().code,
                 ErrorCode::LimitExceeded);
    }
};

QTEST_GUILESS_MAIN(TestFetcher)
#include "test_fetcher.moc"
