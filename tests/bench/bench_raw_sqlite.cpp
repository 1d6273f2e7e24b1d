// The peer of the server's ledger: one writer, one commit a registration, nothing else. Counter and row in each
// transaction, WAL, synchronous=FULL.
//   bench_raw_sqlite FOLDER SECONDS [BYTES]     BYTES: of the row's content, as a record of the ledger has them
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace {

using Steady = std::chrono::steady_clock;

[[noreturn]] void die(sqlite3* database, const char* what)
{
    std::fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(database));
    std::exit(1);
}

void run(sqlite3* database, const char* sql)
{
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        die(database, sql);
}

sqlite3_stmt* prepared(sqlite3* database, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK)
        die(database, sql);
    return statement;
}

void step(sqlite3* database, sqlite3_stmt* statement)
{
    const int code = sqlite3_step(statement);
    if (code != SQLITE_DONE && code != SQLITE_ROW)
        die(database, "step");
    sqlite3_reset(statement);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "usage: bench_raw_sqlite FOLDER SECONDS [BYTES]\n");
        return 2;
    }
    const std::filesystem::path file = std::filesystem::path(argv[1]) / "raw.db";
    const double seconds = std::atof(argv[2]);
    const std::string content(argc > 3 ? static_cast<std::size_t>(std::atoi(argv[3])) : 1'000U, 'x');
    for (const char* end : {"", "-wal", "-shm"})
        std::filesystem::remove(file.string() + end);
    sqlite3* database = nullptr;
    if (sqlite3_open(file.c_str(), &database) != SQLITE_OK)
        die(database, "open");
    run(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                  "CREATE TABLE counter(year INTEGER PRIMARY KEY, next INTEGER NOT NULL);"
                  "INSERT INTO counter VALUES(2026, 1);"
                  "CREATE TABLE event(seq INTEGER PRIMARY KEY, content BLOB NOT NULL);");
    sqlite3_stmt* begin = prepared(database, "BEGIN IMMEDIATE");
    sqlite3_stmt* count = prepared(database, "UPDATE counter SET next = next + 1 WHERE year = 2026");
    sqlite3_stmt* insert =
        prepared(database, "INSERT INTO event(seq, content) SELECT next, ? FROM counter WHERE year = 2026");
    sqlite3_stmt* commit = prepared(database, "COMMIT");
    sqlite3_bind_blob(insert, 1, content.data(), static_cast<int>(content.size()), SQLITE_STATIC);
    long commits = 0;
    const auto begun = Steady::now();
    const auto elapsed = [&] { return std::chrono::duration<double>(Steady::now() - begun).count(); };
    while (elapsed() < seconds) {
        step(database, begin);
        step(database, count);
        step(database, insert);
        step(database, commit);
        ++commits;
    }
    std::printf("{\"row\":\"raw\",\"per_second\":%.3f}\n", static_cast<double>(commits) / elapsed());
    for (sqlite3_stmt* statement : {begin, count, insert, commit})
        sqlite3_finalize(statement);
    sqlite3_close(database);
    return 0;
}
