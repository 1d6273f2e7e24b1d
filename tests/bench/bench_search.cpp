// Search while typing, lists and counts on a desk whose profile bench_profile has made; nothing asks the server. Beside
// it SQLite's own full-text search (unicode61, no Greek stems) over the very same subjects.
//   bench_search --server URL --ca FILE --profile DIR --runs N
#include "desk_bench.h"
#include "sample_documents.h"

#include "desk/document_finder.h"
#include "desk/document_lists.h"
#include "desk/session.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace diakinisi::bench {
namespace {

constexpr int shown = 50; ///< rows that the window asks for

/// What stands in the box after each key from the second on.
QStringList typing()
{
    QStringList typed;
    for (const QString& word : SampleDocuments::typedWords())
        for (qsizetype letters = 2; letters <= word.size(); ++letters)
            typed << word.first(letters);
    return typed;
}

/// Two words of one subject, the second half typed.
QStringList twoWords()
{
    QStringList typed;
    for (const char16_t* act : {u"αιτηση", u"αποφάσεις", u"Βεβαίωση", u"πρόσκληση", u"εγκρισεων"})
        for (const QString& word : SampleDocuments::typedWords())
            typed << QString::fromUtf16(act) + u' ' + word.first(4);
    return typed;
}

struct Timing {
    std::vector<double> milliseconds;
    qint64 rows = 0;
    double most = 0;
    QString slowest; ///< what was typed then

    void add(const QElapsedTimer& timer, std::size_t found, const QString& typed = {})
    {
        milliseconds.push_back(millisecondsOf(timer));
        rows += static_cast<qint64>(found);
        if (milliseconds.back() > most) {
            most = milliseconds.back();
            slowest = typed;
        }
    }
    void print(const char* what) const
    {
        printRow({{QStringLiteral("row"), QString::fromLatin1(what)},
                  {QStringLiteral("asked"), static_cast<qint64>(milliseconds.size())},
                  {QStringLiteral("rows"), rows},
                  {QStringLiteral("slowest"), slowest},
                  {QStringLiteral("most_ms"), most},
                  {QStringLiteral("median_ms"), quantile(milliseconds, 0.5)},
                  {QStringLiteral("p95_ms"), quantile(milliseconds, 0.95)}});
    }
};

Result<Timing> searches(desk::Desk& desk, const QStringList& typed, int runs)
{
    Timing timing;
    for (int run = 0; run < runs; ++run)
        for (const QString& text : typed) {
            QElapsedTimer timer;
            timer.start();
            const auto found = desk.finder().find(text, shown, {});
            if (!found)
                return fail(found.error());
            timing.add(timer, found->size(), text);
        }
    return timing;
}

Result<Timing> lists(desk::Desk& desk, int runs)
{
    using Kind = desk::ListKind;
    Timing timing;
    for (int run = 0; run < runs; ++run)
        for (const Kind kind : {Kind::ForAction, Kind::ForApproval, Kind::Unassigned, Kind::Book, Kind::Outgoing}) {
            QElapsedTimer timer;
            timer.start();
            desk::ListQuery query;
            query.kind = kind;
            const auto rows = desk.lists().list(query);
            if (!rows)
                return fail(rows.error());
            timing.add(timer, rows->size());
        }
    return timing;
}

Result<Timing> counts(desk::Desk& desk, int runs)
{
    Timing timing;
    for (int run = 0; run < runs * 5; ++run) {
        QElapsedTimer timer;
        timer.start();
        const auto counted = desk.lists().counts();
        if (!counted)
            return fail(counted.error());
        timing.add(timer, counted->of.size());
    }
    return timing;
}

/// SQLite's own search, in memory: what one gets without a tokenizer of one's own.
class PlainSearch
{
public:
    PlainSearch()
    {
        sqlite3_open(":memory:", &m_database);
        run("CREATE VIRTUAL TABLE t USING fts5(subject, tokenize='unicode61 remove_diacritics 2', prefix='2 3'); "
            "BEGIN");
        sqlite3_prepare_v2(m_database, "INSERT INTO t(subject) VALUES(?)", -1, &m_insert, nullptr);
        sqlite3_prepare_v2(m_database, "SELECT rowid, subject FROM t WHERE t MATCH ? ORDER BY rowid DESC LIMIT 50", -1,
                           &m_find, nullptr);
    }
    ~PlainSearch()
    {
        sqlite3_finalize(m_insert);
        sqlite3_finalize(m_find);
        sqlite3_close(m_database);
    }
    PlainSearch(const PlainSearch&) = delete;
    PlainSearch& operator=(const PlainSearch&) = delete;

    void add(const QString& subject) { step(m_insert, subject.toUtf8()); }
    void finish() { run("COMMIT"); }
    std::size_t find(const QString& word) { return step(m_find, '"' + word.toUtf8() + "\"*"); }

private:
    void run(const char* sql) { sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr); }
    static std::size_t step(sqlite3_stmt* statement, const QByteArray& text)
    {
        sqlite3_bind_text(statement, 1, text.constData(), static_cast<int>(text.size()), SQLITE_STATIC);
        std::size_t rows = 0;
        while (sqlite3_step(statement) == SQLITE_ROW)
            ++rows;
        sqlite3_reset(statement);
        return rows;
    }

    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_insert = nullptr;
    sqlite3_stmt* m_find = nullptr;
};

Result<Timing> plainSearches(desk::Desk& desk, int runs)
{
    PlainSearch plain;
    desk::ListQuery query;
    query.kind = desk::ListKind::Book;
    query.order = desk::ListQuery::Order::OldestFirst;
    query.limit = 5'000;
    for (;; query.offset += query.limit) {
        const auto rows = desk.lists().list(query);
        if (!rows)
            return fail(rows.error());
        for (const desk::DocumentRow& row : *rows)
            plain.add(row.subject);
        if (rows->empty())
            break;
    }
    plain.finish();
    Timing timing;
    for (int run = 0; run < runs; ++run)
        for (const QString& text : typing()) {
            QElapsedTimer timer;
            timer.start();
            const std::size_t found = plain.find(text);
            timing.add(timer, found);
        }
    return timing;
}

Done runAll(const QCommandLineParser& parser)
{
    const auto desk = desk::openDesk(deskSettings(parser, parser.value(QStringLiteral("profile"))));
    if (!desk)
        return fail(desk.error());
    if (const Done resumed = (*desk)->session().resume(); !resumed)
        return resumed;
    const int runs = std::clamp(parser.value(QStringLiteral("runs")).toInt(), 1, 1'000);
    const std::vector<std::pair<const char*, Result<Timing>>> timings{
        {"search", searches(**desk, typing(), runs)},
        {"search-two-words", searches(**desk, twoWords(), runs)},
        {"lists", lists(**desk, runs)},
        {"counts", counts(**desk, runs)},
        {"plain-search", plainSearches(**desk, runs)}};
    for (const auto& [what, timing] : timings) {
        if (!timing)
            return fail(timing.error());
        if (timing->rows == 0)
            return fail(ErrorCode::NotFound, QString::fromLatin1(what));
        timing->print(what);
    }
    return {};
}

} // namespace
} // namespace diakinisi::bench

int main(int argc, char** argv)
{
    using namespace diakinisi::bench;
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    ServerOptions::addTo(parser);
    addDeskOptions(parser);
    parser.addOption({QStringLiteral("profile"), {}, QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("runs"), {}, QStringLiteral("N"), QStringLiteral("5")});
    parser.process(application);
    const auto done = runAll(parser);
    return done ? 0 : complain(done.error());
}
