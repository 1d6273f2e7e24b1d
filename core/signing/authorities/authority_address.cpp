#include "signing/authorities/authority_address.h"

#include <algorithm>
#include <array>

namespace diakinisi::signing {

namespace {

struct Range4 {
    std::array<unsigned, 4> first;
    int bits;
};

/// IANA's special-purpose registry (RFC 6890 and its successors), multicast and reserved.
constexpr std::array special4{
    Range4{{0, 0, 0, 0}, 8},      Range4{{10, 0, 0, 0}, 8},     Range4{{100, 64, 0, 0}, 10},
    Range4{{127, 0, 0, 0}, 8},    Range4{{169, 254, 0, 0}, 16}, Range4{{172, 16, 0, 0}, 12},
    Range4{{192, 0, 0, 0}, 24},   Range4{{192, 0, 2, 0}, 24},   Range4{{192, 88, 99, 0}, 24},
    Range4{{192, 168, 0, 0}, 16}, Range4{{198, 18, 0, 0}, 15},  Range4{{198, 51, 100, 0}, 24},
    Range4{{203, 0, 113, 0}, 24}, Range4{{224, 0, 0, 0}, 4},    Range4{{240, 0, 0, 0}, 4},
};

unsigned byteAt(const QByteArray& raw, qsizetype i)
{
    return static_cast<unsigned char>(raw[i]);
}

bool isPublic4(const QByteArray& raw)
{
    const auto number = [](unsigned a, unsigned b, unsigned c, unsigned d) { return a << 24 | b << 16 | c << 8 | d; };
    const unsigned address = number(byteAt(raw, 0), byteAt(raw, 1), byteAt(raw, 2), byteAt(raw, 3));
    return std::ranges::none_of(special4, [&](const Range4& range) {
        const unsigned mask = ~0U << (32 - range.bits);
        return (address & mask) == number(range.first[0], range.first[1], range.first[2], range.first[3]);
    });
}

} // namespace

bool isPublicAddress(const QByteArray& raw)
{
    if (raw.size() == 4)
        return isPublic4(raw);
    if (raw.size() != 16)
        return false;
    // Only global unicast (2000::/3) is public at all; the translated prefix 64:ff9b::/96 is as public as what it
    // holds.
    if (raw.startsWith(QByteArray::fromHex("0064ff9b0000000000000000")))
        return isPublic4(raw.right(4));
    if ((byteAt(raw, 0) & 0xe0U) != 0x20)
        return false;
    if (raw.startsWith(QByteArray::fromHex("2002"))) // 6to4
        return isPublic4(raw.mid(2, 4));
    const bool protocolOrTeredo = raw.startsWith(QByteArray::fromHex("2001")) && byteAt(raw, 2) < 0x02;
    const bool documentation = raw.startsWith(QByteArray::fromHex("20010db8"));
    return !protocolOrTeredo && !documentation;
}

Done checkAuthorityUrl(const QUrl& url)
{
    const bool web = url.scheme() == u"http" || url.scheme() == u"https";
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty() || url.port(80) == 0)
        return fail(ErrorCode::NotPermitted, url.host(), QStringLiteral("only http and https addresses are asked"));
    return {};
}

} // namespace diakinisi::signing
