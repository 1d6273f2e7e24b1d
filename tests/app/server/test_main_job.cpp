#include "tests/support/test_server.h"

#include <QJsonArray>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using test::HttpReply;
using test::TestServer;

namespace {

QString status(const HttpReply& reply, int index = 0)
{
    return reply.json()
        .value(QStringLiteral("results"))
        .toArray()
        .at(index)
        .toObject()
        .value(QStringLiteral("status"))
        .toString();
}

QJsonArray items(const HttpReply& reply)
{
    return reply.json().value(QStringLiteral("items")).toArray();
}

} // namespace

/// The way of a letter through the real program over HTTPS.
class TestMainJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>();
        QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
        QVERIFY2(m_server->addOffice(m_office), qPrintable(m_server->error()));
    }

    void aLetterIsRegisteredChargedAndSeenByTheUnit()
    {
        auto registry = m_server->signedIn(m_office.organisation.person(m_office.registry)->login);
        auto clerk = m_server->signedIn(m_office.organisation.person(m_office.clerk)->login);
        QVERIFY2(!registry.token().isEmpty() && !clerk.token().isEmpty(), qPrintable(m_server->error()));

        const auto first = clerk.get("/api/v1/feed?limit=1000");
        QCOMPARE(first.status, 200);
        const QByteArray cursor = first.json().value(QStringLiteral("cursor")).toString().toLatin1();

        const QByteArray letter = "%PDF-1.7 the letter";
        QCOMPARE(TestServer::upload(registry, letter), 204);

        const auto document = TestServer::newId<DocumentId>();
        Register form = m_office.incoming();
        form.identity.unit = m_office.directorate;
        form.items.front().file.digest = Sha256::of(letter);
        form.items.front().file.size = letter.size();
        ChargeTo charge;
        charge.charge = TestServer::newId<ChargeId>();
        charge.unit = m_office.staffUnit;
        const auto reply =
            TestServer::send(registry, {TestServer::command(document, form), TestServer::command(document, charge)});
        QCOMPARE(reply.status, 200);
        QVERIFY2(status(reply, 0) == u"applied", reply.body.constData());
        QVERIFY2(status(reply, 1) == u"applied", reply.body.constData());

        const auto news = clerk.get("/api/v1/feed?after=" + cursor + "&wait=5");
        QCOMPARE(items(news).size(), 1);
        const QJsonObject appeared = items(news).at(0).toObject();
        QCOMPARE(appeared.value(QStringLiteral("type")).toString(), QStringLiteral("document-appeared"));
        QCOMPARE(appeared.value(QStringLiteral("document")).toString(), document.toString());

        const auto state = clerk.get("/api/v1/documents/" + document.toString().toLatin1());
        QCOMPARE(state.status, 200);
        const auto file = clerk.get("/api/v1/files/" + Sha256::of(letter).hex().toLatin1());
        QCOMPARE(file.status, 200);
        QCOMPARE(file.body, letter);
    }

private:
    test::Office m_office;
    std::unique_ptr<TestServer> m_server;
};

QTEST_GUILESS_MAIN(TestMainJob)
#include "test_main_job.moc"
