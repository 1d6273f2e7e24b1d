#include "pdf/icc_profile.h"

#include "pdf/sfnt.h"

#include <cmath>

namespace diakinisi::pdf {

namespace {

constexpr int curvePoints = 1024;
constexpr std::uint32_t version = 0x02100000;

// The primaries of sRGB adapted to D50 (Bradford), as ICC's own sRGB profiles have them; and D50 itself.
constexpr std::array<double, 3> red{0.43607, 0.22249, 0.01392};
constexpr std::array<double, 3> green{0.38515, 0.71687, 0.09708};
constexpr std::array<double, 3> blue{0.14307, 0.06061, 0.71410};
constexpr std::array<double, 3> d50{0.9642, 1.0, 0.8249};

void putFixed(QByteArray& to, double value)
{
    put32(to, static_cast<std::uint32_t>(std::lround(value * 65536)));
}

QByteArray xyz(const std::array<double, 3>& value)
{
    QByteArray tag("XYZ \0\0\0\0", 8);
    for (const double part : value)
        putFixed(tag, part);
    return tag;
}

/// From the value in the file to linear light.
QByteArray curve()
{
    QByteArray tag("curv\0\0\0\0", 8);
    put32(tag, curvePoints);
    for (int i = 0; i < curvePoints; ++i) {
        const double v = static_cast<double>(i) / (curvePoints - 1);
        const double linear = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        put16(tag, static_cast<std::uint32_t>(std::lround(linear * 65535)));
    }
    return tag;
}

QByteArray text(const QByteArray& words)
{
    return QByteArray("text\0\0\0\0", 8) + words + '\0';
}

QByteArray description(const QByteArray& words)
{
    QByteArray tag("desc\0\0\0\0", 8);
    put32(tag, static_cast<std::uint32_t>(words.size() + 1));
    tag += words + '\0';
    return tag + QByteArray(4 + 4 + 2 + 1 + 67, '\0'); // no Unicode and no Macintosh name
}

QByteArray header(std::uint32_t size)
{
    QByteArray head;
    put32(head, size);
    put32(head, 0); // no preferred colour engine
    put32(head, version);
    head += "mntrRGB XYZ ";
    for (const std::uint32_t part : {2026U, 1U, 1U, 0U, 0U, 0U})
        put16(head, part);
    head += "acsp";
    head += QByteArray(28, '\0'); // platform, flags, maker, model, attributes, perceptual intent
    for (const double part : d50)
        putFixed(head, part);
    return head + QByteArray(48, '\0');
}

} // namespace

QByteArray srgbProfile()
{
    const std::array<std::pair<const char*, QByteArray>, 7> tags{{{"desc", description("sRGB IEC61966-2.1")},
                                                                  {"cprt", text("No rights reserved (CC0)")},
                                                                  {"wtpt", xyz(d50)},
                                                                  {"rXYZ", xyz(red)},
                                                                  {"gXYZ", xyz(green)},
                                                                  {"bXYZ", xyz(blue)},
                                                                  {"rTRC", curve()}}};
    constexpr std::uint32_t entries = 9; // the three colours share one curve
    QByteArray table;
    QByteArray body;
    put32(table, entries);
    const auto enter = [&table](const char* name, qsizetype at, qsizetype size) {
        table += name;
        put32(table, static_cast<std::uint32_t>(at));
        put32(table, static_cast<std::uint32_t>(size));
    };
    for (const auto& [name, tag] : tags) {
        const qsizetype at = 128 + 4 + 12 * entries + body.size();
        enter(name, at, tag.size());
        if (QByteArrayView(name) == "rTRC")
            for (const char* other : {"gTRC", "bTRC"})
                enter(other, at, tag.size());
        body += tag;
        while (body.size() % 4 != 0)
            body += '\0';
    }
    return header(static_cast<std::uint32_t>(128 + table.size() + body.size())) + table + body;
}

} // namespace diakinisi::pdf
