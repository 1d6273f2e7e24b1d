#pragma once
#include "ctl/scan_assembly.h"

namespace diakinisi::ctl {

/// The words of every page of a document, several pages at once.
Result<std::vector<TextPage>> readText(const QString& path, int pages, const recognition::RecognitionData& data,
                                       PageWorkers& workers);

/// {"file","pages":[{"page","width","height","text","words":[...]}]}
QJsonObject textToJson(const QString& path, const std::vector<TextPage>& pages);

/// The same into a file, whole or not at all. DiskFull, FileUnwritable.
Done writeText(const QString& to, const QString& path, const std::vector<TextPage>& pages);

} // namespace diakinisi::ctl
