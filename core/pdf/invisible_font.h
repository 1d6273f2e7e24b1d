#pragma once
#include "pdf/object_writer.h"

#include <map>

namespace diakinisi::pdf {

/// The font of a text layer that lies unseen over a page's picture: one empty glyph, as wide for every character, and a
/// ToUnicode map of the characters that were used (ISO 32000-1, 9.10.3), so that what is selected and searched is the
/// text itself whatever its script.
class InvisibleFont
{
public:
    /// Of the size, per character.
    static constexpr double advance = 0.5;
    static constexpr double ascent = 0.8;
    static constexpr double descent = 0.2;

    /// The text as the operand of Tj, "<...>"; characters that mean nothing on a page (controls, U+FFFE ...) are left
    /// out. `count` gets the characters that it holds.
    QByteArray codes(const QString& text, int& count);
    bool isUsed() const { return !m_characters.empty(); }
    Done write(ObjectWriter& writer, Ref font) const;

private:
    QByteArray toUnicode() const;

    std::map<char32_t, std::uint16_t> m_characters; ///< and their codes
    std::uint16_t m_nextPrivate = 0xE000;           ///< for what is beyond 16 bits
};

} // namespace diakinisi::pdf
