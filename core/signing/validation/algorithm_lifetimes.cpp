#include "signing/validation/algorithm_lifetimes.h"

#include <QDateTime>

namespace diakinisi::signing {

namespace {

Instant day(int year, int month, int dayOfMonth)
{
    return toInstant(QDateTime(QDate(year, month, dayOfMonth), QTime(0, 0), Qt::UTC));
}

std::optional<Instant> digestUntil(const QString& name)
{
    if (name == u"SHA-256" || name == u"SHA-384" || name == u"SHA-512" || name.startsWith(u"SHA3-"))
        return std::nullopt;
    if (name == u"SHA-224")
        return day(2029, 1, 1);
    if (name == u"SHA-1")
        return day(2012, 8, 1);
    if (name == u"RIPEMD160")
        return day(2014, 8, 1);
    if (name == u"MD5")
        return day(2004, 8, 1);
    return Instant{};
}

std::optional<Instant> rsaUntil(int bits)
{
    if (bits >= 1900)
        return std::nullopt;
    if (bits >= 1024)
        return day(2019, 10, 1);
    return bits >= 786 ? day(2010, 8, 1) : Instant{};
}

std::optional<Instant> curveUntil(int bits)
{
    if (bits >= 256)
        return std::nullopt;
    if (bits >= 224)
        return day(2021, 10, 1);
    return bits >= 160 ? day(2012, 8, 1) : Instant{};
}

std::optional<Instant> dsaUntil(int bits)
{
    return bits >= 2048 ? day(2029, 1, 1) : bits >= 1024 ? day(2015, 12, 1) : Instant{};
}

} // namespace

std::optional<Instant> reliableUntil(const QString& algorithm)
{
    const int bits = algorithm.section(u'-', -1).toInt();
    if (algorithm.startsWith(u"RSA-"))
        return rsaUntil(bits);
    if (algorithm.startsWith(u"ECDSA-"))
        return curveUntil(bits);
    if (algorithm.startsWith(u"DSA-") || algorithm.startsWith(u"dsaEncryption"))
        return dsaUntil(bits);
    if (algorithm == u"ED25519" || algorithm == u"ED448")
        return std::nullopt;
    return digestUntil(algorithm);
}

} // namespace diakinisi::signing
