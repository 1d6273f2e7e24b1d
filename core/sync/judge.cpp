#include "sync/judge.h"

#include "wire/json_reader.h"
#include "wire/problem.h"

namespace diakinisi::sync {

namespace {

Error errorIn(const Response& response)
{
    const auto json = wire::readJsonObject(response.body);
    if (json && json->contains(u"type"))
        return wire::errorOf(*json);
    // Something between us and the server (a proxy) may answer without knowing our form of problems.
    const ErrorCode code = response.status == 401   ? ErrorCode::SessionExpired
                           : response.status == 404 ? ErrorCode::NotFound
                           : response.status == 429 ? ErrorCode::RateLimited
                           : response.status >= 500 ? ErrorCode::ServerBusy
                                                    : ErrorCode::ServerRefused;
    return {code, {}, QStringLiteral("HTTP %1").arg(response.status)};
}

std::optional<std::chrono::milliseconds> retryAfter(const Response& response)
{
    bool number = false;
    const qint64 seconds = response.header("retry-after").trimmed().toLongLong(&number);
    if (!number || seconds < 0)
        return std::nullopt;
    return std::min<std::chrono::milliseconds>(std::chrono::seconds(std::min<qint64>(seconds, 86'400)),
                                               longestRetryAfter);
}

Verdict verdictOf(int status, ErrorCode code)
{
    if (code == ErrorCode::LedgerRewound)
        return Verdict::Rewound;
    if (status == 401 || code == ErrorCode::DeviceRevoked || code == ErrorCode::SessionExpired)
        return Verdict::SignInAgain;
    if (status >= 500 || status == 408 || status == 425 || status == 429)
        return Verdict::Later;
    return Verdict::Refused;
}

} // namespace

Judgement judge(const Result<Response>& answer)
{
    if (!answer) {
        const bool untrusted = answer.error().code == ErrorCode::ServerUntrusted;
        return {untrusted ? Verdict::Untrusted : Verdict::Later, answer.error(), std::nullopt};
    }
    if (answer->status >= 200 && answer->status < 300)
        return {};
    Error error = errorIn(*answer);
    const Verdict verdict = verdictOf(answer->status, error.code);
    return {verdict, std::move(error), verdict == Verdict::Later ? retryAfter(*answer) : std::nullopt};
}

} // namespace diakinisi::sync
