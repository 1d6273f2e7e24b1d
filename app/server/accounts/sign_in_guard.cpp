#include "server/accounts/sign_in_guard.h"

#include <algorithm>
#include <array>

namespace diakinisi::server {
namespace {

// Wrong ones that cost nothing. A whole office may stand behind one address, and a user must not be locked out by
// somebody else's guesses too easily.
constexpr int freeForPair = 3;
constexpr int freeForUser = 20;
constexpr int freeForAddress = 60;
constexpr std::chrono::seconds longestDelay{300};
constexpr std::chrono::hours remembered{1};
constexpr qsizetype mostRemembered = 50'000;

QByteArray pairKey(const QByteArray& user, const QByteArray& address)
{
    return "p:" + address + '\n' + user;
}

std::array<std::pair<QByteArray, int>, 3> keysOf(const QByteArray& user, const QByteArray& address)
{
    return {{{pairKey(user, address), freeForPair}, {"u:" + user, freeForUser}, {"a:" + address, freeForAddress}}};
}

} // namespace

std::chrono::seconds SignInGuard::delay(const QByteArray& user, const QByteArray& address)
{
    const auto now = m_clock.steady();
    const std::lock_guard lock(m_mutex);
    std::chrono::steady_clock::duration longest{0};
    for (const auto& [key, free] : keysOf(user, address))
        if (const auto found = m_failures.constFind(key); found != m_failures.constEnd())
            longest = std::max(longest, found->until - now);
    return std::chrono::ceil<std::chrono::seconds>(longest);
}

void SignInGuard::failed(const QByteArray& user, const QByteArray& address)
{
    const std::lock_guard lock(m_mutex);
    if (m_failures.size() >= mostRemembered)
        forgetOld();
    for (const auto& [key, free] : keysOf(user, address))
        note(key, free);
}

void SignInGuard::succeeded(const QByteArray& user, const QByteArray& address)
{
    const std::lock_guard lock(m_mutex);
    m_failures.remove(pairKey(user, address));
}

void SignInGuard::note(const QByteArray& key, int free)
{
    constexpr int mostDoublings = 9;
    const auto now = m_clock.steady();
    if (m_failures.size() >= mostRemembered && !m_failures.contains(key))
        return;
    Failures& failures = m_failures[key];
    if (failures.count > 0 && now - failures.last > remembered)
        failures = {};
    failures.last = now;
    ++failures.count;
    if (failures.count < free)
        return;
    const int doublings = std::min(failures.count - free, mostDoublings);
    failures.until = now + std::min(longestDelay, std::chrono::seconds(1 << doublings));
}

void SignInGuard::forgetOld()
{
    const auto now = m_clock.steady();
    m_failures.removeIf([&](const auto& entry) {
        return entry.value().until < now && now - entry.value().last > std::chrono::minutes(1);
    });
}

} // namespace diakinisi::server
