#include "rendering/worker_renderer.h"

#include "rendering/wire.h"

namespace diakinisi::rendering {

WorkerRenderer::WorkerRenderer(WorkerProcess& worker, std::chrono::milliseconds patience)
    : m_worker(worker),
      m_patience(patience)
{
}

/// Bytes are sent once: the worker keeps those it got last, and says so when it has them no more.
Result<WorkerMessage> WorkerRenderer::ask(const PageSource& source, QJsonObject head, std::stop_token stop)
{
    if (!source.path.isEmpty()) {
        head.insert(QStringLiteral("path"), source.path);
        return m_worker.call({head, {}}, m_patience, stop);
    }
    if (source.bytes.size() > limits::fileBytes)
        return fail(ErrorCode::FileTooLarge);
    head.insert(QStringLiteral("digest"), source.digest.hex());
    auto answer = m_worker.call({head, {}}, m_patience, stop);
    if (answer && answer->head.value(u"wantsBytes").toBool())
        return m_worker.call({head, source.bytes}, m_patience, stop);
    return answer;
}

Result<DocumentInfo> WorkerRenderer::inspect(const PageSource& source, std::stop_token stop)
{
    const auto answer = ask(source, {{QStringLiteral("verb"), QStringLiteral("inspect")}}, stop);
    if (!answer)
        return fail(answer.error());
    return wire::toInfo(*answer);
}

Result<QImage> WorkerRenderer::render(const PageSource& source, const RenderRequest& request, std::stop_token stop)
{
    QJsonObject head = wire::fromRequest(request);
    head.insert(QStringLiteral("verb"), QStringLiteral("render"));
    auto answer = ask(source, head, stop);
    if (!answer)
        return fail(answer.error());
    return wire::toImage(std::move(*answer));
}

Result<TextPage> WorkerRenderer::text(const PageSource& source, int page, std::stop_token stop)
{
    const QJsonObject head{{QStringLiteral("verb"), QStringLiteral("text")}, {QStringLiteral("page"), page}};
    const auto answer = ask(source, head, stop);
    if (!answer)
        return fail(answer.error());
    return wire::toText(*answer);
}

} // namespace diakinisi::rendering
