#include "signing/cms/timestamp_query.h"

#include "signing/der.h"
#include "signing/openssl_handles.h"

#include <cstdlib>

namespace diakinisi::signing {

namespace {

constexpr std::int64_t clockTolerance = 15 * 60 * 1000; ///< milliseconds

using ResponseHandle = std::unique_ptr<TS_RESP, Freed<TS_RESP_free>>;

tl::unexpected<Error> refused(const QString& why)
{
    ERR_clear_error();
    return fail(ErrorCode::TimestampUnavailable, {}, why);
}

/// The token's own bytes inside the answer: SEQUENCE { PKIStatusInfo, ContentInfo }.
QByteArray tokenIn(const QByteArray& answer)
{
    const auto* at = reinterpret_cast<const unsigned char*>(answer.constData());
    const unsigned char* end = at + answer.size();
    long length = 0;
    int tag = 0;
    int kind = 0;
    if ((ASN1_get_object(&at, &length, &tag, &kind, answer.size()) & 0x80) != 0 || at + length != end)
        return {};
    if ((ASN1_get_object(&at, &length, &tag, &kind, end - at) & 0x80) != 0)
        return {};
    at += length;
    return {reinterpret_cast<const char*>(at), end - at};
}

Done checkStatus(TS_RESP* response)
{
    TS_STATUS_INFO* info = TS_RESP_get_status_info(response);
    const long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(info));
    if (status == TS_STATUS_GRANTED || status == TS_STATUS_GRANTED_WITH_MODS)
        return {};
    const ASN1_BIT_STRING* failure = TS_STATUS_INFO_get0_failure_info(info);
    for (int bit = 0; failure && bit < 32; ++bit)
        if (ASN1_BIT_STRING_get_bit(failure, bit) == 1)
            return refused(QStringLiteral("refused with status %1, failure %2").arg(status).arg(bit));
    return refused(QStringLiteral("refused with status %1").arg(status));
}

QString problemOf(const TimestampToken& token, const TimestampQuery& query, Instant now)
{
    if (token.imprintDigest != der::digestName(query.digest) || token.imprint != query.imprint)
        return QStringLiteral("it stamps something else");
    if (token.nonce != query.nonce)
        return QStringLiteral("it answers another question");
    if (!query.policy.isEmpty() && token.policy != query.policy)
        return QStringLiteral("it was given under another policy: ") + token.policy;
    if (!token.signatureHolds)
        return QStringLiteral("its signature does not hold");
    if (!token.namesCertificate || !token.mayTimestamp)
        return QStringLiteral("its certificate is not for timestamps");
    if (!token.certificateWasInForce)
        return QStringLiteral("its certificate was not in force");
    if (std::abs(token.time.milliseconds - now.milliseconds) > clockTolerance + token.accuracy)
        return QStringLiteral("its time is far from ours: ") + toIso(token.time);
    return {};
}

} // namespace

QByteArray TimestampQuery::request() const
{
    const QByteArray algorithm = der::sequence(der::oid(der::digestOid(digest)) + der::null());
    QByteArray content = der::small(1) + der::sequence(algorithm + der::octets(imprint));
    if (!policy.isEmpty())
        content += der::oid(policy.toLatin1().constData());
    if (!nonce.isEmpty())
        content += der::positive(nonce);
    return der::sequence(content + der::element(0x01, "\xff")); // certReq TRUE
}

Result<Timestamp> readTimestampAnswer(const QByteArray& answer, const TimestampQuery& query, Instant now)
{
    const auto* in = reinterpret_cast<const unsigned char*>(answer.constData());
    const ResponseHandle response(d2i_TS_RESP(nullptr, &in, static_cast<long>(answer.size())));
    if (!response)
        return refused(QStringLiteral("no RFC 3161 answer"));
    if (const Done granted = checkStatus(response.get()); !granted)
        return fail(granted.error());
    Timestamp timestamp{tokenIn(answer), {}};
    Result<TimestampToken> token = readTimestampToken(timestamp.der);
    if (!token)
        return refused(token.error().cause);
    timestamp.token = std::move(*token);
    if (const QString problem = problemOf(timestamp.token, query, now); !problem.isEmpty())
        return refused(problem);
    return timestamp;
}

} // namespace diakinisi::signing
