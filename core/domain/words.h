#pragma once
#include <QString>

#include <array>
#include <optional>

namespace diakinisi::domain {

/// The words that an enum's values have in commands, events and stores, in the order of the values, which run from 0
/// without a gap. Each enum of the domain specialises this beside its own definition. A word never changes its meaning.
template <class Enum>
struct EnumWords;

template <class Enum>
QString word(Enum value)
{
    return EnumWords<Enum>::words[static_cast<std::size_t>(value)];
}

/// Nothing for a word that this version does not know.
template <class Enum>
std::optional<Enum> fromWord(QStringView text)
{
    for (std::size_t i = 0; i < EnumWords<Enum>::words.size(); ++i)
        if (EnumWords<Enum>::words[i] == text)
            return static_cast<Enum>(i);
    return std::nullopt;
}

/// Which part of an event's payload a field belongs to: a part can be withheld from a viewer or erased later while the
/// chain of envelopes still holds.
enum class Part { Public, Restricted, Personal };

} // namespace diakinisi::domain

#define DIAKINISI_ENUM_WORDS(Enum, ...)                                                                                \
    template <>                                                                                                        \
    struct diakinisi::domain::EnumWords<Enum> {                                                                        \
        static constexpr std::array words{__VA_ARGS__};                                                                \
    }
