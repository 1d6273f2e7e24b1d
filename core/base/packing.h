#pragma once
#include "base/digest.h"
#include "base/time.h"

#include <QString>
#include <QtEndian>

#include <chrono>
#include <concepts>
#include <cstring>
#include <tuple>
#include <utility>

/// Plain values as bytes and back, for what goes between our own processes (never onto a disk: there is no version). A
/// structure takes part with one list of its members for both directions; as a structured binding names them all, a
/// member that is forgotten does not compile:
///
///     template <> struct packing::Members<Point> {
///         static auto of(auto& point) { auto& [x, y] = point; return std::tie(x, y); }
///     };
///
/// An enumeration takes part with its last value: `template <> inline constexpr Colour packing::last<Colour> = ...`.
namespace diakinisi::packing {

template <class T>
struct Members;
template <class E>
inline constexpr E last = E{-1}; // of an enumeration that has none: nothing fits

template <class T>
concept Optional = requires(T value) {
    value.has_value();
    *value;
    value.emplace();
};
template <class T>
concept List = requires(T value, typename T::value_type element) {
    value.size();
    value.push_back(element);
};

class Packer
{
public:
    template <class T>
    void put(const T& value)
    {
        if constexpr (std::same_as<T, bool>)
            m_bytes.append(value ? '\1' : '\0');
        else if constexpr (std::is_enum_v<T>)
            m_bytes.append(static_cast<char>(value));
        else if constexpr (std::integral<T>)
            number(static_cast<qint64>(value));
        else if constexpr (std::same_as<T, std::chrono::milliseconds>)
            number(qint64{value.count()});
        else if constexpr (std::same_as<T, Instant>)
            number(value.milliseconds);
        else if constexpr (std::same_as<T, Sha256>)
            m_bytes.append(value.raw());
        else if constexpr (std::same_as<T, QByteArray>)
            run(value.constData(), value.size());
        else if constexpr (std::same_as<T, QString>)
            run(reinterpret_cast<const char*>(value.utf16()), value.size() * 2);
        else if constexpr (Optional<T>) {
            put(value.has_value());
            if (value)
                put(*value);
        } else if constexpr (List<T>) {
            number(static_cast<qint64>(value.size()));
            for (const auto& element : value)
                put(element);
        } else
            std::apply([this](const auto&... members) { (put(members), ...); }, Members<T>::of(value));
    }
    QByteArray take() { return std::move(m_bytes); }

private:
    void number(qint64 value)
    {
        const qint64 little = qToLittleEndian(value);
        m_bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
    }
    void run(const char* from, qsizetype count)
    {
        number(count);
        m_bytes.append(from, count);
    }

    QByteArray m_bytes;
};

/// Believes nothing: what does not fit its type, or promises more than is there or than `mostMemory` holds, is refused.
class Unpacker
{
public:
    explicit Unpacker(QByteArrayView bytes, std::int64_t mostMemory) : m_left(bytes), m_memory(mostMemory) {}

    template <class T>
    void get(T& value)
    {
        if constexpr (std::same_as<T, bool>)
            value = upTo(1) == 1;
        else if constexpr (std::is_enum_v<T>)
            value = static_cast<T>(upTo(static_cast<int>(last<T>)));
        else if constexpr (std::integral<T>) {
            const qint64 read = number();
            m_good = m_good && std::in_range<T>(read);
            value = static_cast<T>(m_good ? read : 0);
        } else if constexpr (std::same_as<T, std::chrono::milliseconds>)
            value = std::chrono::milliseconds(number());
        else if constexpr (std::same_as<T, Instant>)
            value = {number()};
        else if constexpr (std::same_as<T, Sha256>)
            value = Sha256::fromRaw(next(qsizetype{Sha256::size})).value_or(Sha256());
        else if constexpr (std::same_as<T, QByteArray>)
            value = run().toByteArray();
        else if constexpr (std::same_as<T, QString>)
            text(value);
        else if constexpr (Optional<T>) {
            value.reset();
            if (upTo(1) == 1)
                get(value.emplace());
        } else if constexpr (List<T>) {
            const qint64 count = number();
            for (qint64 i = 0; i < count && take(sizeof(typename T::value_type)); ++i) {
                typename T::value_type element{};
                get(element);
                value.push_back(std::move(element));
            }
            m_good = m_good && count >= 0;
        } else
            std::apply([this](auto&... members) { (get(members), ...); }, Members<T>::of(value));
    }
    /// All was read, all of it fitted, and nothing is left.
    bool isWhole() const { return m_good && m_left.isEmpty(); }

private:
    QByteArrayView next(qsizetype count)
    {
        m_good = m_good && count >= 0 && count <= m_left.size();
        if (!m_good)
            return {};
        const QByteArrayView bytes = m_left.first(count);
        m_left = m_left.sliced(count);
        return bytes;
    }
    qint64 number()
    {
        const QByteArrayView bytes = next(sizeof(qint64));
        return m_good ? qFromLittleEndian<qint64>(bytes.data()) : 0;
    }
    int upTo(int most)
    {
        const QByteArrayView bytes = next(1);
        const int value = m_good ? static_cast<unsigned char>(bytes.front()) : 0;
        m_good = m_good && value <= most;
        return m_good ? value : 0;
    }
    /// False once all that may be taken has been.
    bool take(std::int64_t bytes)
    {
        m_memory -= bytes;
        m_good = m_good && m_memory >= 0;
        return m_good;
    }
    QByteArrayView run()
    {
        const qint64 count = number();
        return take(std::max<qint64>(count, 0)) ? next(count) : QByteArrayView();
    }
    void text(QString& value)
    {
        const QByteArrayView bytes = run();
        m_good = m_good && bytes.size() % 2 == 0;
        value = QString(m_good ? bytes.size() / 2 : 0, Qt::Uninitialized);
        if (!value.isEmpty())
            std::memcpy(value.data(), bytes.data(), static_cast<std::size_t>(bytes.size()));
    }

    QByteArrayView m_left;
    std::int64_t m_memory;
    bool m_good = true;
};

} // namespace diakinisi::packing
