#pragma once
#include "base/clock.h"

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <mutex>

namespace diakinisi::server {

/// Growing delays after wrong sign-ins: by user and address together, by user, and by address, each with its patience.
/// Says the same for users that do not exist. Thread-safe; memory is bounded.
class SignInGuard
{
public:
    explicit SignInGuard(const Clock& clock) : m_clock(clock) {}

    /// How long this user from this address has still to wait; zero: may try now.
    std::chrono::seconds delay(const QByteArray& user, const QByteArray& address);
    void failed(const QByteArray& user, const QByteArray& address);
    void succeeded(const QByteArray& user, const QByteArray& address);

private:
    struct Failures {
        int count = 0;
        std::chrono::steady_clock::time_point until;
        std::chrono::steady_clock::time_point last;
    };
    void note(const QByteArray& key, int free);
    void forgetOld();

    const Clock& m_clock;
    std::mutex m_mutex;
    QHash<QByteArray, Failures> m_failures;
};

} // namespace diakinisi::server
