#include "storage/sqlite/read_pool.h"

namespace diakinisi::storage {

ReadPool::Loan::Loan(ReadPool& pool, std::unique_ptr<Connection> connection, std::stop_token stop)
    : m_pool(&pool),
      m_connection(std::move(connection))
{
    m_connection->setStop(std::move(stop));
}

ReadPool::Loan::~Loan()
{
    if (!m_connection)
        return;
    m_connection->setStop({});
    if (m_connection->inTransaction())
        (void)m_connection->run("COMMIT");
    m_pool->giveBack(std::move(m_connection));
}

ReadPool::Loan::Loan(Loan&& other) noexcept : m_pool(other.m_pool), m_connection(std::move(other.m_connection)) {}

Result<std::unique_ptr<ReadPool>> ReadPool::open(const QString& path, int connections)
{
    auto pool = std::make_unique<ReadPool>();
    for (int i = 0; i < connections; ++i) {
        auto connection = Connection::open(path, {.access = ConnectionSettings::Access::ReadOnly});
        if (!connection)
            return fail(connection.error());
        pool->m_idle.push_back(std::move(*connection));
    }
    return pool;
}

Result<ReadPool::Loan> ReadPool::borrow(std::stop_token stop)
{
    std::unique_ptr<Connection> connection;
    {
        std::unique_lock lock(m_mutex);
        if (!m_free.wait(lock, stop, [this] { return !m_idle.empty(); }) || stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        connection = std::move(m_idle.back());
        m_idle.pop_back();
    }
    Loan loan(*this, std::move(connection), std::move(stop));
    if (auto ok = loan->run("BEGIN"); !ok)
        return fail(ok.error());
    return loan;
}

void ReadPool::giveBack(std::unique_ptr<Connection> connection)
{
    {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(connection));
    }
    m_free.notify_one();
}

} // namespace diakinisi::storage
