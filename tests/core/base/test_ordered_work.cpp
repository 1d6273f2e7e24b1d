#include "base/ordered_work.h"
#include "base/text_page.h"

#include <QTest>

#include <atomic>

using namespace diakinisi;

class TestOrderedWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thingsAreTakenInOrderAndNotMadeFarAhead()
    {
        std::atomic<int> held = 0;
        std::atomic<int> most = 0;
        std::vector<std::size_t> taken;
        const Done done = inOrder<std::size_t>(
            300, 4,
            [&](std::size_t index, std::stop_token) -> Result<std::size_t> {
                most = std::max(most.load(), ++held);
                if (index % 7 == 0)
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return index * 2;
            },
            [&](std::size_t index, Result<std::size_t> made) -> Done {
                --held;
                taken.push_back(index);
                return *made == index * 2 ? Done() : Done(fail(ErrorCode::InternalFault));
            },
            {});
        QVERIFY(done);
        QCOMPARE(taken.size(), std::size_t{300});
        QVERIFY(std::is_sorted(taken.begin(), taken.end()));
        QVERIFY2(most <= 9, qPrintable(QString::number(most))); // eight, and one that is being taken
    }

    void aRefusalReachesTheTakerAndItsErrorEndsTheRest()
    {
        std::atomic<int> made = 0;
        int good = 0;
        const Done done = inOrder<int>(
            1'000, 2,
            [&](std::size_t index, std::stop_token) -> Result<int> {
                ++made;
                if (index == 5)
                    return fail(ErrorCode::ImageUnreadable);
                return 1;
            },
            [&](std::size_t, Result<int> one) -> Done {
                if (!one)
                    return fail(one.error());
                ++good;
                return {};
            },
            {});
        QCOMPARE(done.error().code, ErrorCode::ImageUnreadable);
        QCOMPARE(good, 5);
        QVERIFY(made < 20);
    }

    void aStopEndsWhatIsBeingMade()
    {
        std::stop_source stop;
        std::atomic<int> stopped = 0;
        const Done done = inOrder<int>(
            50, 3,
            [&](std::size_t index, std::stop_token mine) -> Result<int> {
                if (index == 2)
                    stop.request_stop();
                while (!mine.stop_requested())
                    std::this_thread::yield();
                ++stopped;
                return fail(ErrorCode::Cancelled);
            },
            [](std::size_t, Result<int> one) -> Done { return one ? Done() : Done(fail(one.error())); },
            stop.get_token());
        QCOMPARE(done.error().code, ErrorCode::Cancelled);
        QCOMPARE(stopped.load(), 3);
    }

    void nothingToDoIsDone() { QVERIFY(inOrder<int>(0, 2, {}, {}, {})); }

    void aPageOfTextIsTheSameAfterItsBytes()
    {
        const TextPage page{{595, 842},
                            {{QStringLiteral("Θέμα:"), {10, 20, 30, 12}, true, false, 0.93},
                             {QStringLiteral("ὕδωρ"), {50, 20, 30, 12}, true, true, 0.5}}};
        QCOMPARE(TextPage::fromBytes(page.toBytes()), page);
        QCOMPARE(page.plainText(), QStringLiteral("Θέμα: ὕδωρ\n"));
        const QByteArray bytes = page.toBytes();
        for (qsizetype cut = 0; cut < bytes.size(); ++cut)
            QVERIFY(!TextPage::fromBytes(bytes.left(cut)));
        QVERIFY(!TextPage::fromBytes(bytes + '\0'));
    }
};

QTEST_GUILESS_MAIN(TestOrderedWork)
#include "test_ordered_work.moc"
