#pragma once
#include "storage/sqlite/connection.h"

namespace diakinisi::storage {

/// A write transaction (BEGIN IMMEDIATE): rolled back when it goes out of scope without commit().
class Transaction
{
public:
    static Result<Transaction> begin(Connection& connection);
    ~Transaction();
    Transaction(Transaction&& other) noexcept : m_connection(other.m_connection) { other.m_connection = nullptr; }
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;

    /// On disk when it returns without error (see ConnectionSettings::Flush); rolled back otherwise.
    Done commit();

private:
    explicit Transaction(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
};

/// A read transaction: every query until it ends sees the same state.
class Snapshot
{
public:
    static Result<Snapshot> begin(Connection& connection);
    ~Snapshot();
    Snapshot(Snapshot&& other) noexcept : m_connection(other.m_connection) { other.m_connection = nullptr; }
    Snapshot& operator=(Snapshot&&) = delete;
    Snapshot(const Snapshot&) = delete;

private:
    explicit Snapshot(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
};

} // namespace diakinisi::storage
