#pragma once
#include "base/worker_process.h"
#include "rendering/page_renderer.h"

/// Pages, pictures and words on their way to and from a worker. What comes out of a worker is checked like anything
/// from outside: a hostile file may have taken it over.
namespace diakinisi::rendering::wire {

QJsonObject fromRequest(const RenderRequest& request);
RenderRequest toRequest(const QJsonObject& head);

WorkerMessage fromImage(const QImage& image);
/// WorkerDied when the message does not hold the picture that it promises.
Result<QImage> toImage(WorkerMessage message);

WorkerMessage fromInfo(const DocumentInfo& info);
Result<DocumentInfo> toInfo(const WorkerMessage& message);

WorkerMessage fromText(const TextPage& page);
Result<TextPage> toText(const WorkerMessage& message);

} // namespace diakinisi::rendering::wire
