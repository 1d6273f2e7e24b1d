#include "recognition/worker_mail_reader.h"

#include "recognition/mail_wire.h"

namespace diakinisi::recognition {

namespace {

constexpr std::chrono::minutes patience(1);

} // namespace

Result<MailFile> WorkerMailReader::read(const QString& path, std::stop_token stop)
{
    const QJsonObject head{{QStringLiteral("verb"), QStringLiteral("mail")}, {QStringLiteral("path"), path}};
    const auto answer = m_worker.call({head, {}}, patience, std::move(stop));
    if (!answer)
        return fail(answer.error().code, answer.error().subject.isEmpty() ? path : answer.error().subject,
                    answer.error().cause);
    auto mail = wire::toMail(answer->blob);
    if (!mail)
        return fail(ErrorCode::WorkerDied, {}, QStringLiteral("the worker's answer makes no sense"));
    return std::move(*mail);
}

} // namespace diakinisi::recognition
