#pragma once
#include "base/worker_process.h"
#include "recognition/page_reader.h"

/// Pages to be read and their words on their way to and from a worker.
namespace diakinisi::recognition::wire {

QJsonObject fromData(const RecognitionData& data);
RecognitionData toData(const QJsonObject& head);

QJsonObject fromRequest(const PageRequest& request);
PageRequest toRequest(const QJsonObject& head);

WorkerMessage fromRead(const PageRead& read);
/// WorkerDied when the message makes no sense.
Result<PageRead> toRead(WorkerMessage message);

} // namespace diakinisi::recognition::wire
