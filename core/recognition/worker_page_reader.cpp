#include "recognition/worker_page_reader.h"

#include "recognition/wire.h"

namespace diakinisi::recognition {

WorkerSettings forPages(WorkerSettings settings)
{
    settings.environment.append(QStringLiteral("OMP_THREAD_LIMIT=1"));
    return settings;
}

WorkerPageReader::WorkerPageReader(WorkerPool& pool, std::chrono::milliseconds patience)
    : m_pool(pool),
      m_patience(patience)
{
}

Result<PageRead> WorkerPageReader::read(const PageRequest& request, std::stop_token stop)
{
    QJsonObject head = wire::fromRequest(request);
    head.insert(QStringLiteral("verb"), QStringLiteral("page"));
    auto answer = m_pool.call({head, {}}, m_patience, std::move(stop));
    if (!answer)
        return fail(answer.error().code, answer.error().subject.isEmpty() ? request.path : answer.error().subject,
                    answer.error().cause);
    return wire::toRead(std::move(*answer));
}

Result<TextPage> WorkerPageReader::words(const QString& path, int page, const RecognitionData& data,
                                         std::stop_token stop)
{
    QJsonObject head = wire::fromData(data);
    head.insert(QStringLiteral("verb"), QStringLiteral("words"));
    head.insert(QStringLiteral("path"), path);
    head.insert(QStringLiteral("page"), page);
    const auto answer = m_pool.call({head, {}}, m_patience, std::move(stop));
    if (!answer)
        return fail(answer.error());
    auto text = TextPage::fromBytes(answer->blob);
    if (!text)
        return fail(ErrorCode::WorkerDied, {}, QStringLiteral("the worker's answer makes no sense"));
    return std::move(*text);
}

} // namespace diakinisi::recognition
