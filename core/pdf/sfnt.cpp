#include "pdf/sfnt.h"

namespace diakinisi::pdf {

void put16(QByteArray& to, std::uint32_t n)
{
    to += static_cast<char>((n >> 8) & 0xff);
    to += static_cast<char>(n & 0xff);
}

void put32(QByteArray& to, std::uint32_t n)
{
    put16(to, n >> 16);
    put16(to, n & 0xffff);
}

std::map<QByteArray, QByteArray> readTables(const QByteArray& file)
{
    std::map<QByteArray, QByteArray> tables;
    if (u32(file, 0) != 0x00010000 && u32(file, 0) != 0x74727565)
        return tables;
    const int count = u16(file, 4);
    for (int i = 0; i < count; ++i) {
        const std::int64_t at = 12 + 16 * std::int64_t{i};
        const std::int64_t offset = u32(file, at + 8);
        const std::int64_t length = u32(file, at + 12);
        if (at + 16 > file.size() || offset + length > file.size())
            return {};
        tables[file.mid(at, 4)] = file.mid(offset, length);
    }
    return tables;
}

namespace {

std::uint32_t checksum(const QByteArray& table)
{
    std::uint32_t sum = 0;
    QByteArray padded = table;
    while (padded.size() % 4)
        padded += '\0';
    for (qsizetype at = 0; at < padded.size(); at += 4)
        sum += u32(padded, at);
    return sum;
}

void readFormat4(const QByteArray& cmap, std::int64_t at, std::map<char32_t, std::uint16_t>& map)
{
    const int segments = u16(cmap, at + 6) / 2;
    const std::int64_t ends = at + 14;
    const std::int64_t starts = ends + 2 * segments + 2;
    const std::int64_t deltas = starts + 2 * segments;
    const std::int64_t ranges = deltas + 2 * segments;
    for (int i = 0; i < segments; ++i) {
        const std::uint32_t first = u16(cmap, starts + 2 * i);
        const std::uint32_t last = u16(cmap, ends + 2 * i);
        const std::uint32_t range = u16(cmap, ranges + 2 * i);
        for (std::uint32_t c = first; c <= last && c < 0xffff; ++c) {
            std::uint32_t glyph = c;
            if (range != 0) {
                glyph = u16(cmap, ranges + 2 * i + range + 2 * std::int64_t{c - first});
                if (glyph == 0)
                    continue;
            }
            map[c] = static_cast<std::uint16_t>((glyph + u16(cmap, deltas + 2 * i)) & 0xffff);
        }
    }
}

void readFormat12(const QByteArray& cmap, std::int64_t at, std::map<char32_t, std::uint16_t>& map)
{
    const std::uint32_t groups = u32(cmap, at + 12);
    for (std::uint32_t i = 0; i < groups && at + 16 + 12 * std::int64_t{i} < cmap.size(); ++i) {
        const std::int64_t group = at + 16 + 12 * std::int64_t{i};
        const std::uint32_t first = u32(cmap, group);
        const std::uint32_t last = u32(cmap, group + 4);
        const std::uint32_t glyph = u32(cmap, group + 8);
        for (std::uint32_t c = first; c <= last && c <= 0x10ffff; ++c)
            map[c] = static_cast<std::uint16_t>(glyph + c - first);
    }
}

} // namespace

QByteArray writeTables(std::map<QByteArray, QByteArray> tables)
{
    const auto count = static_cast<std::uint32_t>(tables.size());
    std::uint32_t power = 1;
    std::uint32_t log = 0;
    for (; power * 2 <= count; power *= 2)
        ++log;
    QByteArray head;
    put32(head, 0x00010000);
    for (const std::uint32_t n : {count, power * 16, log, (count - power) * 16})
        put16(head, n);
    QByteArray body;
    qsizetype headAt = -1;
    const qsizetype bodyAt = 12 + 16 * static_cast<qsizetype>(count);
    for (const auto& [tag, table] : tables) {
        if (tag == "head")
            headAt = bodyAt + body.size();
        head += tag;
        put32(head, checksum(table));
        put32(head, static_cast<std::uint32_t>(bodyAt + body.size()));
        put32(head, static_cast<std::uint32_t>(table.size()));
        body += table;
        while (body.size() % 4)
            body += '\0';
    }
    QByteArray file = head + body;
    if (headAt >= 0) {
        QByteArray adjustment;
        put32(adjustment, 0xb1b0afbaU - checksum(file));
        file.replace(headAt + 8, 4, adjustment);
    }
    return file;
}

std::map<char32_t, std::uint16_t> readCharacterMap(const QByteArray& cmap)
{
    std::map<char32_t, std::uint16_t> map;
    const int count = u16(cmap, 2);
    for (int i = 0; i < count; ++i) {
        const int platform = u16(cmap, 4 + 8 * i);
        const int encoding = u16(cmap, 6 + 8 * i);
        const std::int64_t at = u32(cmap, 8 + 8 * i);
        const bool unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
        if (unicode && u16(cmap, at) == 4)
            readFormat4(cmap, at, map);
        else if (unicode && u16(cmap, at) == 12)
            readFormat12(cmap, at, map);
    }
    return map;
}

} // namespace diakinisi::pdf
