#pragma once
#include "base/worker_process.h"
#include "rendering/page_renderer.h"

namespace diakinisi::rendering {

/// Renders through a worker process: what a broken or hostile file does, it does there. One request at a time; a caller
/// that wants the visible page first keeps its row short. Any thread.
class WorkerRenderer final : public PageRenderer
{
public:
    /// `worker` must outlive this and may be shared.
    explicit WorkerRenderer(WorkerProcess& worker, std::chrono::milliseconds patience = std::chrono::seconds(60));

    Result<DocumentInfo> inspect(const PageSource& source, std::stop_token stop) override;
    Result<QImage> render(const PageSource& source, const RenderRequest& request, std::stop_token stop) override;
    Result<TextPage> text(const PageSource& source, int page, std::stop_token stop) override;

private:
    Result<WorkerMessage> ask(const PageSource& source, QJsonObject head, std::stop_token stop);

    WorkerProcess& m_worker;
    std::chrono::milliseconds m_patience;
};

} // namespace diakinisi::rendering
