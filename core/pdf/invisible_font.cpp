#include "pdf/invisible_font.h"

#include "pdf/sfnt.h"

#include <QChar>

namespace diakinisi::pdf {

namespace {

constexpr int unitsAnEm = 1000;
constexpr int width = 500;
constexpr int ascentUnits = 800;
constexpr int descentUnits = -200;
const QByteArray fontName("DiakinisiInvisible");

QByteArray halves(std::initializer_list<int> numbers)
{
    QByteArray bytes;
    for (const int number : numbers)
        put16(bytes, static_cast<std::uint32_t>(number) & 0xFFFF);
    return bytes;
}

/// A TrueType font (ISO/IEC 14496-22) of two empty glyphs: 0, which may not be shown, and 1, which is.
QByteArray fontFile()
{
    const QByteArray head =
        halves({1,     0,           1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, unitsAnEm, 0, 0, 0, 0, 0, 0, 0, 0, 0, descentUnits,
                width, ascentUnits, 0, 8, 2, 0, 0});
    const QByteArray hhea = halves({1, 0, ascentUnits, descentUnits, 0, width, 0, 0, width, 1, 0, 0, 0, 0, 0, 0, 0, 2});
    const QByteArray maxp = halves({1, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0});
    const QByteArray post = halves({3, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0});
    return writeTables({{"glyf", QByteArray(4, '\0')},
                        {"head", head},
                        {"hhea", hhea},
                        {"hmtx", halves({width, 0, width, 0})},
                        {"loca", halves({0, 0, 0})},
                        {"maxp", maxp},
                        {"post", post}});
}

bool meansSomething(char32_t c)
{
    return c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0) && c != 0xFEFF && (c & 0xFFFE) != 0xFFFE &&
           !QChar::isSurrogate(c);
}

QByteArray hex(std::uint32_t number, int digits)
{
    return QByteArray::number(number, 16).rightJustified(digits, '0').toUpper();
}

QByteArray utf16Hex(char32_t character)
{
    if (!QChar::requiresSurrogates(character))
        return hex(character, 4);
    return hex(QChar::highSurrogate(character), 4) + hex(QChar::lowSurrogate(character), 4);
}

} // namespace

QByteArray InvisibleFont::codes(const QString& text, int& count)
{
    QByteArray operand("<");
    count = 0;
    for (const uint each : text.toUcs4()) {
        const auto character = static_cast<char32_t>(each);
        if (!meansSomething(character) || (character > 0xFFFF && m_nextPrivate > 0xF8FE))
            continue;
        auto known = m_characters.find(character);
        if (known == m_characters.end()) {
            const std::uint16_t code = character > 0xFFFF ? m_nextPrivate++ : static_cast<std::uint16_t>(character);
            known = m_characters.emplace(character, code).first;
        }
        operand += hex(known->second, 4);
        ++count;
    }
    return operand + '>';
}

QByteArray InvisibleFont::toUnicode() const
{
    QByteArray map("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                   "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                   "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                   "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    constexpr std::size_t mostAtOnce = 100; // 9.7.5.3 of the CMap's own specification
    std::size_t left = m_characters.size();
    std::size_t inBlock = 0;
    for (const auto& [character, code] : m_characters) {
        if (inBlock == 0) {
            inBlock = std::min(left, mostAtOnce);
            left -= inBlock;
            map += QByteArray::number(qulonglong{inBlock}) + " beginbfchar\n";
        }
        map += '<' + hex(code, 4) + "> <" + utf16Hex(character) + ">\n";
        if (--inBlock == 0)
            map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

Done InvisibleFont::write(ObjectWriter& writer, Ref font) const
{
    const Ref descendant = writer.reserve();
    const Ref descriptor = writer.reserve();
    const Ref file = writer.reserve();
    const Ref glyphs = writer.reserve();
    const Ref unicode = writer.reserve();
    const auto name = [](const char* text) { return Value(Name{text}); };
    const Dict system{{"Registry", Text{"Adobe"}}, {"Ordering", Text{"Identity"}}, {"Supplement", 0}};
    const Array box{0, descentUnits, width, ascentUnits};
    const QByteArray bytes = fontFile();
    QByteArray everyCodeIsGlyphOne;
    for (int i = 0; i < 65536; ++i)
        everyCodeIsGlyphOne += QByteArray("\0\1", 2);

    Done done = writer.write(font, Dict{{"Type", name("Font")},
                                        {"Subtype", name("Type0")},
                                        {"BaseFont", Name{fontName}},
                                        {"Encoding", name("Identity-H")},
                                        {"DescendantFonts", Array{descendant}},
                                        {"ToUnicode", unicode}});
    if (done)
        done = writer.write(descendant, Dict{{"Type", name("Font")},
                                             {"Subtype", name("CIDFontType2")},
                                             {"BaseFont", Name{fontName}},
                                             {"CIDSystemInfo", system},
                                             {"FontDescriptor", descriptor},
                                             {"DW", width},
                                             {"CIDToGIDMap", glyphs}});
    if (done)
        done = writer.write(descriptor, Dict{{"Type", name("FontDescriptor")},
                                             {"FontName", Name{fontName}},
                                             {"Flags", 5}, // fixed pitch, symbolic
                                             {"FontBBox", box},
                                             {"ItalicAngle", 0},
                                             {"Ascent", ascentUnits},
                                             {"Descent", descentUnits},
                                             {"CapHeight", ascentUnits},
                                             {"StemV", 80},
                                             {"FontFile2", file}});
    if (done)
        done = writer.writeDeflated(file, Dict{{"Length1", std::int64_t{bytes.size()}}}, bytes);
    if (done)
        done = writer.writeDeflated(glyphs, {}, everyCodeIsGlyphOne);
    return done ? writer.writeDeflated(unicode, {}, toUnicode()) : done;
}

} // namespace diakinisi::pdf
