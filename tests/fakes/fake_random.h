#pragma once
#include "base/random.h"

#include <mutex>
#include <random>

namespace diakinisi::tests {

/// Repeatable randomness; thread-safe.
class SeededRandom final : public RandomSource
{
public:
    explicit SeededRandom(std::uint64_t seed) : m_engine(seed) {}
    QByteArray bytes(qsizetype count) override
    {
        const std::lock_guard lock(m_mutex);
        QByteArray bytes(count, '\0');
        for (char& byte : bytes)
            byte = static_cast<char>(m_engine() & 0xff);
        return bytes;
    }

private:
    std::mutex m_mutex;
    std::mt19937_64 m_engine;
};

} // namespace diakinisi::tests
