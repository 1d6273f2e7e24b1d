#pragma once
#include "scanning/scanner.h"

#include <QJsonObject>

/// Scanners, options and pages on their way to and from a worker. What makes no sense on the worker's side is left out;
/// what makes no sense on the caller's side is WorkerDied.
namespace diakinisi::scanning::wire {

QJsonObject fromScanners(const std::vector<ScannerInfo>& scanners);
std::vector<ScannerInfo> toScanners(const QJsonObject& head);

QJsonObject fromCapabilities(const ScannerCapabilities& capabilities);
ScannerCapabilities toCapabilities(const QJsonObject& head);

QJsonObject fromOptions(const ScanOptions& options);
/// NotSupported for a source or colour of a newer version.
Result<ScanOptions> toOptions(const QJsonObject& head);

QJsonObject fromPage(const ScannedPage& page);
std::optional<ScannedPage> toPage(const QJsonObject& head);

QJsonObject fromProgress(std::int64_t done, std::int64_t total);
std::optional<std::pair<std::int64_t, std::int64_t>> toProgress(const QJsonObject& head);

QJsonObject fromCount(int pages);
int toCount(const QJsonObject& head);

} // namespace diakinisi::scanning::wire
