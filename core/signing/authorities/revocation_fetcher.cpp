#include "signing/authorities/revocation_fetcher.h"

#include "signing/authorities/certificate_addresses.h"
#include "signing/cms/certificate_bag.h"
#include "signing/cms/revocation_answer.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t longestOcsp = 60 * minute;
constexpr std::int64_t unsaidOcsp = 5 * minute; ///< an answer without nextUpdate: newer information is always there
constexpr std::int64_t longestIssuer = 30LL * 24 * 60 * minute;
constexpr std::int64_t largestOcsp = 256 << 10;
constexpr std::int64_t largestCrl = 24 << 20;
constexpr std::int64_t largestIssuer = 256 << 10;

Instant after(Instant moment, std::int64_t milliseconds)
{
    return Instant{moment.milliseconds + milliseconds};
}

tl::unexpected<Error> stale()
{
    return fail(ErrorCode::MalformedInput, {}, QStringLiteral("the answer is out of date"));
}

} // namespace

Result<QByteArray> RevocationFetcher::first(const QList<QUrl>& urls, const FetchRequest& shape, const Check& check,
                                            const std::stop_token& stop)
{
    if (urls.isEmpty())
        return fail(ErrorCode::NotFound, {}, QStringLiteral("the certificate names no address"));
    Error last;
    for (const QUrl& url : urls) {
        const QByteArray key = url.toEncoded() + '\n' + shape.body;
        if (const auto known = m_cache.find(key, m_clock.now()))
            if (check(*known))
                return *known;
        FetchRequest request = shape;
        request.url = url;
        const Result<QByteArray> answer = m_fetcher.fetch(request, stop);
        const Result<Kept> good = answer ? check(*answer) : fail(answer.error());
        if (good) {
            m_cache.put(key, good->value, good->until);
            return good->value;
        }
        if (good.error().code == ErrorCode::Cancelled)
            return fail(good.error());
        last = good.error();
        last.subject = url.host();
    }
    return fail(ErrorCode::RevocationUnavailable, last.subject,
                last.cause.isEmpty() ? errorWord(last.code) : last.cause);
}

Result<QByteArray> RevocationFetcher::ocsp(const QByteArray& certificate, const QByteArray& issuer,
                                           std::stop_token stop)
{
    const FetchRequest shape{.url = {},
                             .body = ocspRequest(certificate, issuer),
                             .contentType = "application/ocsp-request",
                             .accept = "application/ocsp-response",
                             .largest = largestOcsp};
    const auto check = [&](const QByteArray& bytes) -> Result<Kept> {
        const Result<RevocationAnswer> answer = readOcspAnswer(bytes, certificate, issuer);
        if (!answer)
            return fail(answer.error());
        const Instant now = m_clock.now();
        if (answer->nextUpdate && !answer->covers(now))
            return stale();
        const Instant latest = after(now, longestOcsp);
        return Kept{bytes, answer->nextUpdate ? std::min(*answer->nextUpdate, latest) : after(now, unsaidOcsp)};
    };
    return first(readAddresses(certificate).ocsp, shape, check, stop);
}

Result<QByteArray> RevocationFetcher::crl(const QByteArray& certificate, const QByteArray& issuer, std::stop_token stop)
{
    const auto check = [&](const QByteArray& bytes) -> Result<Kept> {
        const QByteArray der = crlDer(bytes);
        const Result<RevocationAnswer> answer = readCrlAnswer(der, certificate, issuer);
        if (!answer)
            return fail(answer.error());
        if (!answer->covers(m_clock.now()))
            return stale();
        return Kept{der, answer->nextUpdate.value_or(m_clock.now())};
    };
    return first(readAddresses(certificate).crls, {.url = {}, .largest = largestCrl}, check, stop);
}

Result<QList<QByteArray>> RevocationFetcher::issuers(const QByteArray& certificate, std::stop_token stop)
{
    const auto check = [&](const QByteArray& bytes) -> Result<Kept> {
        for (const QByteArray& each : certificatesIn(bytes))
            if (isIssuedBy(certificate, each))
                return Kept{bytes, after(m_clock.now(), longestIssuer)};
        return fail(ErrorCode::MalformedInput, {}, QStringLiteral("not the issuer's certificate"));
    };
    const Result<QByteArray> bytes =
        first(readAddresses(certificate).issuers, {.url = {}, .largest = largestIssuer}, check, stop);
    if (!bytes)
        return fail(bytes.error());
    return certificatesIn(*bytes);
}

} // namespace diakinisi::signing
