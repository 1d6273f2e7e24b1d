#include "pdf/font.h"

#include "pdf/sfnt.h"

#include <QFile>

#include <algorithm>

namespace diakinisi::pdf {

namespace {

constexpr std::int64_t largestFont = 32 << 20;
// Flags of composite glyphs (OpenType 'glyf').
constexpr int wordArguments = 0x0001;
constexpr int scaled = 0x0008;
constexpr int moreParts = 0x0020;
constexpr int scaledBoth = 0x0040;
constexpr int matrix = 0x0080;

} // namespace

struct Font::Data {
    std::map<QByteArray, QByteArray> tables;
    std::map<char32_t, std::uint16_t> characters;
    Metrics metrics;
    int glyphs = 0;
    int longMetrics = 0;
    bool longOffsets = false;

    const QByteArray& table(const char* tag) const
    {
        static const QByteArray none;
        const auto found = tables.find(QByteArray(tag));
        return found == tables.end() ? none : found->second;
    }
    QByteArray outline(std::uint16_t glyph) const
    {
        const QByteArray& loca = table("loca");
        const std::int64_t from = longOffsets ? u32(loca, 4 * glyph) : 2 * u16(loca, 2 * glyph);
        const std::int64_t to = longOffsets ? u32(loca, 4 * glyph + 4) : 2 * u16(loca, 2 * glyph + 2);
        return glyph < glyphs && to > from ? table("glyf").mid(from, to - from) : QByteArray();
    }
};

Result<Font> Font::load(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    if (file.size() > largestFont)
        return fail(ErrorCode::FileTooLarge, path);
    Result<Font> font = fromBytes(file.readAll());
    if (!font)
        return fail(font.error().code, path, font.error().cause);
    return font;
}

Result<Font> Font::fromBytes(QByteArray bytes)
{
    auto data = std::make_shared<Data>();
    data->tables = readTables(bytes);
    for (const char* tag : {"head", "hhea", "hmtx", "maxp", "loca", "glyf", "cmap"})
        if (data->table(tag).isEmpty())
            return fail(ErrorCode::MalformedInput, {}, QStringLiteral("no TrueType font"));
    data->characters = readCharacterMap(data->table("cmap"));
    data->glyphs = u16(data->table("maxp"), 4);
    data->longMetrics = u16(data->table("hhea"), 34);
    const QByteArray& head = data->table("head");
    data->longOffsets = u16(head, 50) != 0;
    data->metrics = {u16(head, 18),
                     s16(data->table("hhea"), 4),
                     s16(data->table("hhea"), 6),
                     {s16(head, 36), s16(head, 38), s16(head, 40), s16(head, 42)}};
    if (data->metrics.unitsPerEm < 16 || data->longMetrics < 1 || data->characters.empty())
        return fail(ErrorCode::MalformedInput, {}, QStringLiteral("the font has no usable measures"));
    return Font(std::move(data));
}

std::uint16_t Font::glyph(char32_t character) const
{
    const auto found = m_data->characters.find(character);
    return found != m_data->characters.end() && found->second < m_data->glyphs ? found->second : std::uint16_t{0};
}

const Font::Metrics& Font::metrics() const
{
    return m_data->metrics;
}

int Font::advance(std::uint16_t glyph) const
{
    const int index = std::min<int>(glyph, m_data->longMetrics - 1);
    return u16(m_data->table("hmtx"), 4 * index) * 1000 / m_data->metrics.unitsPerEm;
}

QByteArray Font::file() const
{
    return writeTables(m_data->tables);
}

double Font::width(const QString& text, double size) const
{
    double sum = 0;
    for (const uint c : text.toUcs4())
        sum += advance(glyph(static_cast<char32_t>(c)));
    return sum * size / 1000;
}

namespace {

/// Calls `part` with the place of each part's glyph number in a composite outline.
template <class F>
void eachPart(const QByteArray& outline, F part)
{
    if (outline.isEmpty() || s16(outline, 0) >= 0)
        return;
    for (std::int64_t at = 10; at + 4 <= outline.size();) {
        const int flags = u16(outline, at);
        part(at + 2);
        at += 4 + (flags & wordArguments ? 4 : 2);
        at += flags & scaled ? 2 : flags & scaledBoth ? 4 : flags & matrix ? 8 : 0;
        if (!(flags & moreParts))
            return;
    }
}

} // namespace

QByteArray Font::subset(const std::set<std::uint16_t>& glyphs) const
{
    std::vector<std::uint16_t> order{0};
    std::map<std::uint16_t, std::uint16_t> renumbered{{std::uint16_t{0}, std::uint16_t{0}}};
    const auto take = [&](std::uint16_t glyph) {
        if (renumbered.emplace(glyph, static_cast<std::uint16_t>(order.size())).second)
            order.push_back(glyph);
    };
    for (const std::uint16_t glyph : glyphs)
        take(glyph);
    QByteArray glyf;
    QByteArray loca;
    QByteArray hmtx;
    for (std::size_t i = 0; i < order.size(); ++i) { // grows by the parts of composite glyphs
        QByteArray outline = m_data->outline(order[i]);
        std::vector<std::int64_t> places;
        eachPart(outline, [&](std::int64_t at) { places.push_back(at); });
        for (const std::int64_t at : places) {
            take(u16(outline, at));
            QByteArray number;
            put16(number, renumbered[u16(outline, at)]);
            outline.replace(at, 2, number);
        }
        put32(loca, static_cast<std::uint32_t>(glyf.size()));
        glyf += outline;
        while (glyf.size() % 4)
            glyf += '\0';
        const int index = std::min<int>(order[i], m_data->longMetrics - 1);
        put16(hmtx, u16(m_data->table("hmtx"), 4 * index));
        put16(hmtx, u16(outline, 2)); // the left side bearing is the outline's xMin
    }
    put32(loca, static_cast<std::uint32_t>(glyf.size()));
    std::map<QByteArray, QByteArray> tables{{"glyf", glyf}, {"loca", loca}, {"hmtx", hmtx}};
    for (const char* tag : {"cvt ", "fpgm", "prep"})
        if (!m_data->table(tag).isEmpty())
            tables[tag] = m_data->table(tag);
    QByteArray count;
    put16(count, static_cast<std::uint32_t>(order.size()));
    tables["maxp"] = QByteArray(m_data->table("maxp")).replace(4, 2, count);
    tables["hhea"] = QByteArray(m_data->table("hhea")).replace(34, 2, count);
    QByteArray head = m_data->table("head");
    head.replace(8, 4, QByteArray(4, '\0'));
    tables["head"] = head.replace(50, 2, QByteArray("\0\1", 2));
    return writeTables(std::move(tables));
}

} // namespace diakinisi::pdf
