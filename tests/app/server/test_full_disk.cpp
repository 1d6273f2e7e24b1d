#include "base/digest.h"
#include "tests/support/test_server.h"

#include <QJsonObject>
#include <QTest>

using namespace diakinisi;
using test::HttpReply;
using test::HttpsClient;
using test::TestServer;

namespace {

/// Puts a disk of 3 MB below the uploads of the program that is started behind these words, and of nobody else.
QStringList onSmallDisk(const TestServer& server)
{
    return {QStringLiteral("unshare"),
            QStringLiteral("-rm"),
            QStringLiteral("sh"),
            QStringLiteral("-c"),
            QStringLiteral("mount -t tmpfs -o size=3m none \"$0/uploads\" && exec \"$@\""),
            server.folder()};
}

HttpReply append(HttpsClient& client, const QByteArray& upload, qsizetype offset, const QByteArray& bytes)
{
    return client.request(
        "PATCH", "/api/v1/uploads/" + upload, bytes,
        {{"Upload-Offset", QByteArray::number(offset)}, {"Content-Type", "application/offset+octet-stream"}});
}

} // namespace

class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUploadIsToldAndGoesOnOnceThereIsRoom()
    {
        TestServer server;
        test::Office office;
        QVERIFY2(server.isRunning() && server.addOffice(office), qPrintable(server.error()));
        QVERIFY(server.stop());
        if (QProcess::execute(QStringLiteral("unshare"), {QStringLiteral("-rm"), QStringLiteral("true")}) != 0)
            QSKIP("this machine lets nobody mount a small disk of his own");
        QVERIFY2(server.startWithin(onSmallDisk(server)), qPrintable(server.error()));
        auto registry = server.signedIn(QStringLiteral("registry"));
        const QByteArray scan = QByteArray("%PDF-1.7 ") + QByteArray(5 << 20, 'x');

        const HttpReply begun =
            registry.post("/api/v1/uploads", {{QStringLiteral("length"), scan.size()},
                                              {QStringLiteral("sha256"), Sha256::of(scan).hex()},
                                              {QStringLiteral("type"), QStringLiteral("application/pdf")}});
        QCOMPARE(begun.status, 201);
        const QByteArray upload = begun.json().value(QStringLiteral("upload")).toString().toLatin1();
        QCOMPARE(append(registry, upload, 0, scan.first(1 << 20)).status, 204);
        const HttpReply full = append(registry, upload, 1 << 20, scan.mid(1 << 20));
        QCOMPARE(full.status, 507);
        QCOMPARE(full.problem(), QStringLiteral("disk-full"));

        // The rest of the server goes on.
        QCOMPARE(registry.get("/api/v1/directory").status, 200);
        QVERIFY(server.isRunning());

        // With room again, what was refused can be sent, and nothing half-written was taken for a file.
        QVERIFY(server.stop());
        QVERIFY2(server.start(), qPrintable(server.error()));
        auto again = server.signedIn(QStringLiteral("registry"));
        QCOMPARE(TestServer::upload(again, scan), 204);
        QVERIFY(server.stop());
        QCOMPARE(server.run(QStringLiteral("check")), 0);
    }
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "test_full_disk.moc"
