#pragma once
#include <QByteArray>

#include <cstdint>
#include <map>

namespace diakinisi::pdf {

/// Big-endian numbers of a font file; zero outside of it.
inline std::uint16_t u16(const QByteArray& bytes, std::int64_t at)
{
    if (at < 0 || at + 2 > bytes.size())
        return 0;
    return static_cast<std::uint16_t>((static_cast<unsigned char>(bytes.at(at)) << 8) |
                                      static_cast<unsigned char>(bytes.at(at + 1)));
}
inline std::int16_t s16(const QByteArray& bytes, std::int64_t at)
{
    return static_cast<std::int16_t>(u16(bytes, at));
}
inline std::uint32_t u32(const QByteArray& bytes, std::int64_t at)
{
    return (static_cast<std::uint32_t>(u16(bytes, at)) << 16) | u16(bytes, at + 2);
}

void put16(QByteArray& to, std::uint32_t n);
void put32(QByteArray& to, std::uint32_t n);

/// The tables of a font file, by tag; empty when it is no TrueType file.
std::map<QByteArray, QByteArray> readTables(const QByteArray& file);
/// A font file of these tables, with the checksums that the format wants.
QByteArray writeTables(std::map<QByteArray, QByteArray> tables);
/// Which glyph each character has (cmap formats 4 and 12, Unicode).
std::map<char32_t, std::uint16_t> readCharacterMap(const QByteArray& cmap);

} // namespace diakinisi::pdf
