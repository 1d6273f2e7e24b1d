#pragma once
#include "base/result.h"

class QFile;

namespace diakinisi::storage {

/// What was written lies on the disk and not only in the machine's memory. DiskFull, FileUnwritable.
Done flushToDisk(QFile& file);
/// The same for the names in a folder.
Done flushFolder(const QString& folder);

} // namespace diakinisi::storage
