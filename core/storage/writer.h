#pragma once
#include "storage/sqlite/transaction.h"

#include <mutex>
#include <type_traits>

namespace diakinisi::storage {

/// The one connection that writes; writers take turns. Thread-safe.
class Writer
{
public:
    explicit Writer(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}

    /// Runs `work(Connection&)`, which returns a Result, in a transaction: kept when it succeeds, else as if it never
    /// was.
    template <class Work>
    std::invoke_result_t<Work, Connection&> write(Work&& work)
    {
        const std::lock_guard turn(m_mutex);
        auto transaction = Transaction::begin(*m_connection);
        if (!transaction)
            return fail(transaction.error());
        auto result = work(*m_connection);
        if (!result)
            return result;
        if (auto ok = transaction->commit(); !ok)
            return fail(ok.error());
        return result;
    }

    /// One statement in a transaction of its own.
    template <class... Values>
    Done run(const QByteArray& sql, const Values&... values)
    {
        return write([&](Connection& connection) { return connection.run(sql, values...); });
    }

private:
    std::mutex m_mutex;
    std::unique_ptr<Connection> m_connection;
};

} // namespace diakinisi::storage
