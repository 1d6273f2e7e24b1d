#include "sync/back_off.h"
#include "sync/plan.h"
#include "tests/fakes/fake_random.h"

#include <QTest>

using namespace diakinisi::sync;
using namespace std::chrono_literals;

namespace {

const Moment now{1h};

/// Signed in, the server known, nothing to do but to listen.
Situation calm()
{
    return {.now = now, .signedIn = true, .serverKnown = true, .retryAt = now, .askAgainAt = now + 15min};
}

struct Row {
    const char* name;
    Situation situation;
    Plan expected;
};

using S = Situation&;

Row row(const char* name, void (*change)(S), Plan expected)
{
    Situation situation = calm();
    change(situation);
    return {name, situation, std::move(expected)};
}

const std::vector<Row> table{
    row("signed out: nothing at all",
        [](S s) {
            s.signedIn = false;
            s.commandsAt = now;
        },
        {{}, {}}),
    row("calm: listen, and compare the clocks later", [](S) {}, {{Job::Pull}, now + 15min}),
    row("listening already: sleep until the clocks", [](S s) { s.running = {Job::Pull}; }, {{}, now + 15min}),
    row("server unknown: ask it and nothing else",
        [](S s) {
            s.serverKnown = false;
            s.commandsAt = s.uploadsAt = s.downloadsAt = now;
            s.directoryStale = true;
        },
        {{Job::AskServer}, {}}),
    row("being asked: wait for the answer",
        [](S s) {
            s.serverKnown = false;
            s.running = {Job::AskServer};
            s.commandsAt = now;
        },
        {{}, {}}),
    row("backing off: wake at the end of it",
        [](S s) {
            s.serverKnown = false;
            s.retryAt = now + 3s;
            s.commandsAt = now;
        },
        {{}, now + 3s}),
    row("backing off although the server is known",
        [](S s) {
            s.retryAt = now + 2s;
            s.commandsAt = now;
        },
        {{}, now + 2s}),
    row("all at once, side by side",
        [](S s) {
            s.commandsAt = s.uploadsAt = s.downloadsAt = s.askAgainAt = now;
            s.directoryStale = true;
        },
        {{Job::Push, Job::Directory, Job::Pull, Job::Download, Job::Upload, Job::AskServer}, {}}),
    row("nothing runs twice",
        [](S s) {
            s.commandsAt = s.uploadsAt = now;
            s.running = {Job::Push, Job::Upload, Job::Pull};
        },
        {{}, now + 15min}),
    row("a command in its undo time: look again then",
        [](S s) {
            s.commandsAt = now + 1s;
            s.running = {Job::Pull};
        },
        {{}, now + 1s}),
    row("a job in trouble does not hold up the others",
        [](S s) {
            s.commandsAt = s.uploadsAt = now;
            s.heldUntil[Job::Push] = now + 8s;
        },
        {{Job::Pull, Job::Upload}, now + 8s}),
    row("trouble that is over",
        [](S s) {
            s.commandsAt = now;
            s.heldUntil[Job::Push] = now - 1s;
        },
        {{Job::Push, Job::Pull}, now + 15min}),
    row("the question itself in trouble",
        [](S s) {
            s.serverKnown = false;
            s.heldUntil[Job::AskServer] = now + 4s;
        },
        {{}, now + 4s}),
    row("a stale directory is fetched while listening",
        [](S s) {
            s.directoryStale = true;
            s.running = {Job::Pull};
        },
        {{Job::Directory}, now + 15min})};

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSituationHasItsPlan_data()
    {
        QTest::addColumn<int>("index");

        for (std::size_t i = 0; i < table.size(); ++i)
            QTest::newRow(table[i].name) << static_cast<int>(i);
    }
    void eachSituationHasItsPlan()
    {
        QFETCH(int, index);
        const Row& tried = table[static_cast<std::size_t>(index)];
        const Plan made = plan(tried.situation);
        QCOMPARE(made.begin, tried.expected.begin);
        QCOMPARE(made.wakeAt, tried.expected.wakeAt);
    }

    void whatNeitherBeginsNorRunsHasATimeToWake()
    {
        // Whatever the situation: signed in, it never sleeps for ever with nothing under way.
        for (int bits = 0; bits < 256; ++bits) {
            Situation s = calm();
            s.serverKnown = bits & 1;
            s.retryAt = bits & 2 ? now + 5s : now;
            s.directoryStale = bits & 4;
            s.commandsAt = bits & 8 ? std::optional(now + 1s) : std::nullopt;
            if (bits & 16)
                s.heldUntil[Job::Pull] = now + 9s;
            if (bits & 32)
                s.running.insert(Job::Pull);
            if (bits & 64)
                s.running.insert(Job::AskServer);
            s.askAgainAt = bits & 128 ? now : now + 15min;
            const Plan made = plan(s);
            QVERIFY2(!made.begin.empty() || made.wakeAt || !s.running.empty(), qPrintable(QString::number(bits)));
            for (const Job job : made.begin)
                QVERIFY(!s.running.contains(job));
            if (made.wakeAt)
                QVERIFY(*made.wakeAt > now);
        }
    }

    void backingOffGrowsToAMinuteAndIsNeverTheSameForAll()
    {
        diakinisi::tests::SeededRandom random(7);
        std::chrono::milliseconds full = 1s;
        for (int failures = 1; failures < 40; ++failures) {
            const auto wait = backOffAfter(failures, random);
            QVERIFY(wait <= full && wait > full / 2 - 1ms);
            full = std::min<std::chrono::milliseconds>(full * 2, 60s);
        }
        QVERIFY(backOffAfter(9, random) != backOffAfter(9, random));
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "test_plan.moc"
