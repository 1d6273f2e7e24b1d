#pragma once
#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <array>
#include <compare>
#include <optional>

class QIODevice;

namespace diakinisi {

/// A SHA-256 value: the name of every file, event and part in the house.
class Sha256
{
public:
    static constexpr std::size_t size = 32;

    Sha256() = default;
    /// Of these bytes.
    static Sha256 of(QByteArrayView bytes);
    /// From 32 raw bytes or 64 lower-case hexadecimal digits; nothing else.
    static std::optional<Sha256> fromRaw(QByteArrayView raw);
    static std::optional<Sha256> fromHex(QStringView hex);

    QByteArray raw() const;
    QString hex() const;
    bool isZero() const { return *this == Sha256{}; }

    friend auto operator<=>(const Sha256&, const Sha256&) = default;
    friend size_t qHash(const Sha256& d, size_t seed = 0) { return qHashBits(d.m_bytes.data(), size, seed); }

private:
    std::array<std::uint8_t, size> m_bytes{};
};

/// SHA-256 taken piece by piece, for streams that must not be held in memory.
class Sha256Stream
{
public:
    Sha256Stream();
    ~Sha256Stream();
    Sha256Stream(Sha256Stream&&) noexcept;
    Sha256Stream& operator=(Sha256Stream&&) noexcept;

    void add(QByteArrayView bytes);
    /// The digest of what was added so far; more may be added afterwards.
    Sha256 value() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The digest of all that `device` still has to give, read in pieces of 1 MiB. FileUnreadable when reading fails.
Result<Sha256> digestOf(QIODevice& device);

} // namespace diakinisi
