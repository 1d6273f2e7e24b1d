#include "pdf/drawn_text.h"

#include <algorithm>

namespace diakinisi::pdf {

namespace {

constexpr double padding = 3;
constexpr double leading = 1.25;
constexpr double smallestSize = 3;

QByteArray hex16(std::uint32_t n)
{
    return QByteArray::number(n, 16).rightJustified(4, '0');
}

QByteArray points(double d)
{
    QByteArray text;
    Value(d).write(text);
    return text;
}

} // namespace

EmbeddedFont::EmbeddedFont(const Font& font, const QStringList& texts) : m_font(font), m_glyphs{0}
{
    for (const QString& text : texts)
        for (const uint c : text.toUcs4())
            m_glyphs.insert(font.glyph(static_cast<char32_t>(c)));
    for (const QString& text : texts) {
        for (const uint c : text.toUcs4()) {
            const auto place = m_glyphs.find(font.glyph(static_cast<char32_t>(c)));
            m_numbers[static_cast<char32_t>(c)] = static_cast<std::uint16_t>(std::distance(m_glyphs.begin(), place));
        }
    }
}

QByteArray EmbeddedFont::shown(const QString& text) const
{
    QByteArray result("<");
    for (const uint c : text.toUcs4()) {
        const auto found = m_numbers.find(static_cast<char32_t>(c));
        result += hex16(found == m_numbers.end() ? 0 : found->second);
    }
    return result + ">";
}

namespace {

QByteArray toUnicode(const std::map<char32_t, std::uint16_t>& numbers)
{
    QByteArray map("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                   "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                   "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
                   "1 begincodespacerange <0000> <ffff> endcodespacerange\n");
    for (const auto& [character, number] : numbers) {
        QByteArray utf16;
        for (const QChar c : QString::fromUcs4(&character, 1))
            utf16 += hex16(c.unicode());
        map += "1 beginbfchar <" + hex16(number) + "> <" + utf16 + "> endbfchar\n";
    }
    return map + "endcmap CMapName currentdict /CMap defineresource pop end end\n";
}

} // namespace

Ref EmbeddedFont::addTo(IncrementalUpdate& update) const
{
    const Font::Metrics& m = m_font.metrics();
    const auto scaled = [&](int n) { return Value(n * 1000 / m.unitsPerEm); };
    const QByteArray file = m_font.subset(m_glyphs);
    const Ref fileRef = update.addStream(Dict{{"Length1", Value(static_cast<std::int64_t>(file.size()))}}, file);
    const Name name{"DIAKIN+DejaVuSans"};
    Dict descriptor{{"Type", Name{"FontDescriptor"}}, {"FontName", name}, {"Flags", 4}, {"ItalicAngle", 0}};
    descriptor.set("FontBBox", Array{scaled(m.box[0]), scaled(m.box[1]), scaled(m.box[2]), scaled(m.box[3])});
    descriptor.set("Ascent", scaled(m.ascent));
    descriptor.set("Descent", scaled(m.descent));
    descriptor.set("CapHeight", scaled(m.ascent));
    descriptor.set("StemV", 80);
    descriptor.set("FontFile2", fileRef);
    Array widths;
    for (const std::uint16_t glyph : m_glyphs)
        widths.emplace_back(m_font.advance(glyph));
    Dict descendant{{"Type", Name{"Font"}}, {"Subtype", Name{"CIDFontType2"}}, {"BaseFont", name}};
    descendant.set("CIDSystemInfo",
                   Dict{{"Registry", Text{"Adobe"}}, {"Ordering", Text{"Identity"}}, {"Supplement", 0}});
    descendant.set("FontDescriptor", update.add(descriptor));
    descendant.set("CIDToGIDMap", Name{"Identity"});
    descendant.set("W", Array{0, widths});
    Dict font{{"Type", Name{"Font"}}, {"Subtype", Name{"Type0"}}, {"BaseFont", name}, {"Encoding", Name{"Identity-H"}}};
    font.set("DescendantFonts", Array{update.add(descendant)});
    font.set("ToUnicode", update.addStream({}, toUnicode(m_numbers)));
    return update.add(font);
}

QStringList wrapped(const Font& font, const QStringList& lines, double size, double width)
{
    QStringList result;
    for (const QString& line : lines) {
        QString current;
        for (const QString& word : line.split(u' ', Qt::SkipEmptyParts)) {
            const QString longer = current.isEmpty() ? word : current + u' ' + word;
            if (!current.isEmpty() && font.width(longer, size) > width) {
                result += current;
                current = word;
            } else {
                current = longer;
            }
        }
        result += current;
    }
    return result;
}

QByteArray drawText(const Font& font, const EmbeddedFont& embedded, const TextBox& box)
{
    const double width = std::max(1.0, box.width - 2 * padding);
    const double height = std::max(1.0, box.height - padding);
    double size = box.largestSize;
    QStringList lines = wrapped(font, box.lines, size, width);
    const auto fits = [&] {
        return static_cast<double>(lines.size()) * size * leading <= height &&
               std::all_of(lines.begin(), lines.end(), [&](const QString& l) { return font.width(l, size) <= width; });
    };
    while (!fits() && size > smallestSize) {
        size -= 0.25;
        lines = wrapped(font, box.lines, size, width);
    }
    QByteArray drawn("q\n");
    if (box.frame)
        drawn +=
            "0.5 w 0.2 0.2 0.4 RG 0.25 0.25 " + points(box.width - 0.5) + ' ' + points(box.height - 0.5) + " re S\n";
    drawn += "BT /F " + points(size) + " Tf 0 g\n";
    drawn +=
        points(padding) + ' ' + points(box.height - padding / 2 - size) + " Td " + points(size * leading) + " TL\n";
    for (const QString& line : lines)
        drawn += embedded.shown(line) + " Tj T*\n";
    return drawn + "ET\nQ\n";
}

Value uprightOn(int pageRotation)
{
    const int cosine = pageRotation == 0 ? 1 : pageRotation == 180 ? -1 : 0;
    const int sine = pageRotation == 90 ? 1 : pageRotation == 270 ? -1 : 0;
    return Array{cosine, sine, -sine, cosine, 0, 0};
}

Ref addAppearance(IncrementalUpdate& update, const Font& font, const TextBox& box, int pageRotation)
{
    Dict form{{"Type", Name{"XObject"}}, {"Subtype", Name{"Form"}}};
    form.set("BBox", Array{0, 0, box.width, box.height});
    form.set("Matrix", uprightOn(pageRotation));
    Dict resources;
    QByteArray drawn;
    if (!box.lines.isEmpty()) {
        const EmbeddedFont embedded(font, box.lines);
        resources.set("Font", Dict{{"F", embedded.addTo(update)}});
        drawn = drawText(font, embedded, box);
    }
    form.set("Resources", resources);
    return update.addStream(form, drawn);
}

} // namespace diakinisi::pdf
