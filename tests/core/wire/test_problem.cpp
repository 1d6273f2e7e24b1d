#include "wire/problem.h"
#include "wire/problem_table.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::wire;

class TestProblem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasOneRow()
    {
        for (const ErrorCode code : allErrorCodes()) {
            const auto rows = std::count_if(problemRows.begin(), problemRows.end(),
                                            [code](const ProblemRow& row) { return row.code == code; });
            QVERIFY2(rows == 1,
                     qPrintable(errorWord(code) + QStringLiteral(": give it its row in wire/problem_table.h")));
            QVERIFY(httpStatusOf(code) >= 400 && httpStatusOf(code) < 600);
        }
    }

    void everyErrorComesBackWithItsCode()
    {
        for (const ErrorCode code : allErrorCodes()) {
            const Error error{code, QStringLiteral("subject"), QStringLiteral("cause")};
            const QJsonObject problem = problemOf(error, QStringLiteral("req-1"));
            QCOMPARE(errorOf(problem).code, code);
            QCOMPARE(instanceOf(problem), QStringLiteral("req-1"));
            QCOMPARE(problem.value(u"status").toInt(), httpStatusOf(code));
            QCOMPARE(problem.value(u"retry").toString(), domain::word(retryOf(code)));
            if (httpStatusOf(code) < 500)
                QCOMPARE(errorOf(problem), error);
        }
    }

    void aProblemLooksAsTheStandardSays()
    {
        const QJsonObject problem =
            problemOf({ErrorCode::AlreadyRegistered, QStringLiteral("123/2026"), {}}, 409, QStringLiteral("r7"));
        const QJsonObject expected{{QStringLiteral("type"), QStringLiteral("urn:diakinisi:problem:already-registered")},
                                   {QStringLiteral("title"), QStringLiteral("Already registered")},
                                   {QStringLiteral("status"), 409},
                                   {QStringLiteral("subject"), QStringLiteral("123/2026")},
                                   {QStringLiteral("instance"), QStringLiteral("r7")},
                                   {QStringLiteral("retry"), QStringLiteral("never")}};
        QCOMPARE(problem, expected);
    }

    void theMachinesOwnFaultsTellNothingOutside()
    {
        for (const ErrorCode code : {ErrorCode::InternalFault, ErrorCode::StoreBroken, ErrorCode::FileUnreadable,
                                     ErrorCode::DiskFull, ErrorCode::WorkerDied}) {
            const QJsonObject problem = problemOf({code, QStringLiteral("/srv/ledger.db"), QStringLiteral("SQL ...")});
            QVERIFY(!problem.contains(u"subject") && !problem.contains(u"detail"));
            QCOMPARE(retryOf(code), Retry::Later);
        }
    }

    void whatIsNoProblemOfOursIsARefusal()
    {
        QCOMPARE(errorOf({}).code, ErrorCode::ServerRefused);
        QCOMPARE(errorOf({{QStringLiteral("type"), 7}}).code, ErrorCode::ServerRefused);
        const Error foreign = errorOf({{QStringLiteral("type"), QStringLiteral("about:blank")},
                                       {QStringLiteral("title"), QStringLiteral("Bad Gateway")}});
        QCOMPARE(foreign, (Error{ErrorCode::ServerRefused, {}, QStringLiteral("Bad Gateway")}));
        QCOMPARE(errorOf({{QStringLiteral("type"), QStringLiteral("urn:diakinisi:problem:from-the-future")}}).code,
                 ErrorCode::ServerRefused);
    }
};

QTEST_APPLESS_MAIN(TestProblem)
#include "test_problem.moc"
