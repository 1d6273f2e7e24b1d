#include "sync/judge.h"
#include "wire/problem.h"

#include <QJsonDocument>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::sync;

namespace {

Response answer(int status, ErrorCode code, std::map<QByteArray, QByteArray> headers = {})
{
    return {status, std::move(headers),
            QJsonDocument(wire::problemOf(Error{code, {}, {}}, status, {})).toJson(QJsonDocument::Compact)};
}

} // namespace

class TestJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerHasOneMeaning_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<Verdict>("verdict");
        QTest::newRow("token over") << 401 << ErrorCode::SessionExpired << Verdict::SignInAgain;
        QTest::newRow("device revoked") << 403 << ErrorCode::DeviceRevoked << Verdict::SignInAgain;
        QTest::newRow("rewound") << 409 << ErrorCode::LedgerRewound << Verdict::Rewound;
        QTest::newRow("another conflict") << 409 << ErrorCode::StateChanged << Verdict::Refused;
        QTest::newRow("not permitted") << 403 << ErrorCode::NotPermitted << Verdict::Refused;
        QTest::newRow("malformed") << 400 << ErrorCode::MalformedInput << Verdict::Refused;
        QTest::newRow("too large") << 413 << ErrorCode::LimitExceeded << Verdict::Refused;
        QTest::newRow("busy") << 503 << ErrorCode::ServerBusy << Verdict::Later;
        QTest::newRow("rates") << 429 << ErrorCode::RateLimited << Verdict::Later;
        QTest::newRow("fault") << 500 << ErrorCode::InternalFault << Verdict::Later;
        QTest::newRow("disk full") << 507 << ErrorCode::DiskFull << Verdict::Later;
    }
    void everyAnswerHasOneMeaning()
    {
        QFETCH(int, status);
        QFETCH(ErrorCode, code);
        QFETCH(Verdict, verdict);
        const Judgement judgement = judge(answer(status, code));
        QCOMPARE(judgement.verdict, verdict);
        QCOMPARE(judgement.error->code, code);
    }

    void anAnswerOfSomethingInBetweenIsUnderstoodByItsStatus()
    {
        const Judgement gateway = judge(Response{502, {}, "<html>Bad Gateway</html>"});
        QCOMPARE(gateway.verdict, Verdict::Later);
        QCOMPARE(gateway.error->code, ErrorCode::ServerBusy);
        QCOMPARE(judge(Response{401, {}, {}}).verdict, Verdict::SignInAgain);
        QCOMPARE(judge(Response{302, {}, {}}).verdict, Verdict::Refused);
        QCOMPARE(judge(Response{204, {}, {}}).verdict, Verdict::Good);
    }

    void noAnswerIsLaterButAStrangerIsNotTrusted()
    {
        QCOMPARE(judge(fail(ErrorCode::ServerUnreachable)).verdict, Verdict::Later);
        QCOMPARE(judge(fail(ErrorCode::TimedOut)).verdict, Verdict::Later);
        QCOMPARE(judge(fail(ErrorCode::ServerUntrusted)).verdict, Verdict::Untrusted);
    }

    void theServersWishToWaitIsObeyedWithinReason()
    {
        using namespace std::chrono_literals;
        QCOMPARE(*judge(answer(503, ErrorCode::ServerBusy, {{"retry-after", " 20 "}})).retryAfter, 20s);
        QCOMPARE(*judge(answer(503, ErrorCode::ServerBusy, {{"retry-after", "99999999"}})).retryAfter, 3600s);
        QVERIFY(!judge(answer(503, ErrorCode::ServerBusy, {{"retry-after", "-5"}})).retryAfter);
        QVERIFY(!judge(answer(503, ErrorCode::ServerBusy, {{"retry-after", "soon"}})).retryAfter);
        QVERIFY(!judge(answer(400, ErrorCode::MalformedInput, {{"retry-after", "20"}})).retryAfter);
    }
};

QTEST_GUILESS_MAIN(TestJudge)
#include "test_judge.moc"
