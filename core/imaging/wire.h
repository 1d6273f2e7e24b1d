#pragma once
#include "base/worker_process.h"
#include "imaging/prepare.h"

/// Pages being prepared on their way to and from a worker. What comes out of a worker is checked like anything from
/// outside: a hostile file may have taken it over.
namespace diakinisi::imaging::wire {

QJsonObject fromOptions(const PrepareOptions& options);
PrepareOptions toOptions(const QJsonObject& head);

QJsonObject fromFindings(const PageFindings& findings);
PageFindings toFindings(const QJsonObject& head);

/// All but the picture.
WorkerMessage fromPage(const PreparedPage& page);
/// WorkerDied when the message makes no sense.
Result<PreparedPage> toPage(WorkerMessage message);

} // namespace diakinisi::imaging::wire
