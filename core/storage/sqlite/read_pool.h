#pragma once
#include "storage/sqlite/connection.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace diakinisi::storage {

/// Read-only connections to one database, lent out one at a time: a reader never waits for the writer (WAL), only for a
/// connection when all are lent. Thread-safe.
class ReadPool
{
public:
    /// A connection on loan, inside a read transaction of its own.
    class Loan
    {
    public:
        Loan(ReadPool& pool, std::unique_ptr<Connection> connection, std::stop_token stop);
        ~Loan();
        Loan(Loan&& other) noexcept;
        Loan& operator=(Loan&&) = delete;
        Loan(const Loan&) = delete;
        Connection& operator*() const { return *m_connection; }
        Connection* operator->() const { return m_connection.get(); }

    private:
        ReadPool* m_pool;
        std::unique_ptr<Connection> m_connection;
    };

    static Result<std::unique_ptr<ReadPool>> open(const QString& path, int connections);
    ReadPool() = default;

    /// Waits for a free connection; queries on it end with Cancelled once `stop` is asked.
    Result<Loan> borrow(std::stop_token stop = {});

private:
    void giveBack(std::unique_ptr<Connection> connection);

    std::mutex m_mutex;
    std::condition_variable_any m_free;
    std::vector<std::unique_ptr<Connection>> m_idle;
};

} // namespace diakinisi::storage
