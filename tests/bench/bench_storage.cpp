// The desk's store by itself: first synchronisation by snapshot, an act written down, lists, counts and search while
// typing.
//   bench_storage [DOCUMENTS] [RUNS]       100,000 documents and 5 runs unless said otherwise
#include "tests/support/store_fixture.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <cstdio>

using namespace diakinisi;
using namespace diakinisi::storage;
using namespace diakinisi::test;

namespace {

/// Times of one kind of call, in milliseconds.
class Timing
{
public:
    template <class Call>
    void measure(Call&& call)
    {
        QElapsedTimer timer;
        timer.start();
        m_rows += static_cast<qint64>(call());
        m_milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    void print(const char* what)
    {
        std::sort(m_milliseconds.begin(), m_milliseconds.end());
        const auto at = [this](double part) {
            return m_milliseconds[static_cast<std::size_t>(part * static_cast<double>(m_milliseconds.size() - 1))];
        };
        std::printf("{\"row\":\"%s\",\"asked\":%zu,\"rows\":%lld,\"median_ms\":%.3f,\"p95_ms\":%.3f}\n", what,
                    m_milliseconds.size(), static_cast<long long>(m_rows), at(0.5), at(0.95));
        std::fflush(stdout);
    }

private:
    std::vector<double> m_milliseconds;
    qint64 m_rows = 0;
};

void fill(StoreFixture& desk, int documents)
{
    QElapsedTimer timer;
    timer.start();
    if (const auto done = desk.fill(documents); !done)
        qFatal("fill: %s", qPrintable(done.error().cause));
    std::printf("{\"row\":\"first synchronisation\",\"documents\":%d,\"seconds\":%.2f,\"database_mib\":%.1f}\n",
                documents, static_cast<double>(timer.elapsed()) / 1e3,
                static_cast<double>(QFileInfo(desk.folder() + QStringLiteral("/desk.db")).size()) / 1048576);
}

void searches(StoreFixture& desk, int runs)
{
    constexpr int shown = 50;
    Timing typing;
    Timing common;
    Timing numbers;
    for (int run = 0; run < runs; ++run) {
        for (const char16_t* typed : {u"θεσσαλονίκη", u"άδειες", u"προμηθειών", u"παπαδόπουλου", u"υδροδότηση χανια"}) {
            const QString word = QString::fromUtf16(typed);
            for (qsizetype letters = 2; letters <= word.size(); ++letters)
                typing.measure([&] { return must(desk->views().find(word.first(letters), shown)).size(); });
        }
        for (const char16_t* typed : {u"άδεια ", u"για ", u"2026", u"απάντηση έγγραφο άδεια "})
            common.measure([&] { return must(desk->views().find(QString::fromUtf16(typed), shown)).size(); });
        for (int i = 1; i < 10; ++i)
            numbers.measure([&] {
                return must(desk->views().find(QString::number(i * 997) + QStringLiteral("/2025"), shown)).size();
            });
    }
    typing.print("search at each key");
    common.print("search for common words");
    numbers.print("search for a number");
}

void lists(StoreFixture& desk, int runs)
{
    Timing all;
    Timing counts;
    Timing filtered;
    for (int run = 0; run < runs; ++run) {
        for (int list = 0; list < viewListCount; ++list)
            all.measure([&] { return must(desk->views().list({.list = static_cast<ViewList>(list)})).size(); });
        for (const char16_t* words : {u"άδεια", u"χανιων υδροδότηση", u"παπαδο"})
            filtered.measure([&] {
                return must(desk->views().list(
                                {.list = ViewList::Book, .text = QString::fromUtf16(words), .limit = 100}))
                    .size();
            });
        for (int i = 0; i < 10; ++i)
            counts.measure([&] { return must(desk->views().counts()).of.size(); });
    }
    all.print("list of 500");
    filtered.print("book with filter words");
    counts.print("counts of all lists");
}

void acts(StoreFixture& desk, int runs)
{
    Timing register3;
    Timing settle;
    for (int i = 0; i < runs * 10; ++i) {
        const auto group = desk.registration(desk.office.newId<domain::DocumentId>(), StoreFixture::subjectOf(i));
        register3.measure([&] {
            if (!desk.enqueue(group))
                qFatal("refused");
            return group.size();
        });
        const auto answers = desk.server.answer(must(desk->ready(desk.person(), 50)), desk.person());
        settle.measure([&] {
            if (!desk->settle(answers))
                qFatal("not settled");
            return answers.size();
        });
    }
    register3.print("register, charge and note written down");
    settle.print("their answers taken");
}

} // namespace

int main(int argc, char** argv)
{
    const int documents = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
    if (documents < 1 || runs < 1) {
        std::fprintf(stderr, "usage: bench_storage [DOCUMENTS] [RUNS]\n");
        return 2;
    }
    StoreFixture desk;
    fill(desk, documents);
    desk.close();
    QElapsedTimer timer;
    timer.start();
    desk.reopen();
    std::printf("{\"row\":\"open\",\"milliseconds\":%lld}\n", static_cast<long long>(timer.elapsed()));
    searches(desk, runs);
    lists(desk, runs);
    acts(desk, runs);
    return 0;
}
