#pragma once
#include <QByteArray>

#include <cstdint>

namespace diakinisi {

/// Where a program gets randomness. Tests give a seeded one and print the seed.
class RandomSource
{
public:
    virtual ~RandomSource() = default;
    /// `count` random bytes; thread-safe.
    virtual QByteArray bytes(qsizetype count) = 0;
};

/// The operating system's generator (OpenSSL RAND_bytes): fit for keys, salts and tokens.
class SystemRandom final : public RandomSource
{
public:
    QByteArray bytes(qsizetype count) override;
};

} // namespace diakinisi
