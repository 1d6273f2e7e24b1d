#include "base/lane.h"

#include <QTest>

#include <atomic>
#include <latch>

using namespace diakinisi;

class TestLane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneThreadKeepsTheOrder()
    {
        std::vector<int> order;
        std::latch last(1);
        Lane lane("store");
        for (int i = 0; i < 100; ++i)
            lane.post([&order, i](std::stop_token) { order.push_back(i); });
        lane.post([&last](std::stop_token) { last.count_down(); });
        last.wait();
        QCOMPARE(order.size(), std::size_t{100});
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void whatWaitsIsDroppedWhenTheLaneGoes()
    {
        std::atomic<int> ran = 0;
        {
            std::latch started(1);
            Lane lane("store");
            lane.post([&](std::stop_token stop) {
                started.count_down();
                while (!stop.stop_requested())
                    std::this_thread::yield();
                ++ran;
            });
            lane.post([&](std::stop_token) { ++ran; });
            started.wait();
        }
        QCOMPARE(ran.load(), 1);
    }

    void aResultReachesItsOwner()
    {
        Lane lane("images", 2);
        Task<int> task;
        int result = 0;
        task.start(
            lane, [](std::stop_token) { return 42; }, [&](int value) { result = value; });
        QVERIFY(task.running());
        QTRY_COMPARE(result, 42);
        QVERIFY(!task.running());
    }

    void onlyTheNewestRunIsDelivered()
    {
        Lane lane("images");
        Task<int> task;
        std::vector<int> results;
        std::latch go(1);
        task.start(
            lane,
            [&go](std::stop_token) {
                go.wait();
                return 1;
            },
            [&](int value) { results.push_back(value); });
        task.start(
            lane, [](std::stop_token) { return 2; }, [&](int value) { results.push_back(value); });
        go.count_down();
        QTRY_VERIFY(!results.empty());
        QCOMPARE(results, std::vector<int>{2});
    }

    void aTaskThatIsGoneGetsNothing()
    {
        Lane lane("images");
        bool delivered = false;
        {
            Task<int> task;
            task.start(
                lane, [](std::stop_token) { return 1; }, [&](int) { delivered = true; });
        }
        Task<int> after;
        bool done = false;
        after.start(
            lane, [](std::stop_token) { return 1; }, [&](int) { done = true; });
        QTRY_VERIFY(done);
        QVERIFY(!delivered);
    }
};

QTEST_GUILESS_MAIN(TestLane)
#include "test_lane.moc"
