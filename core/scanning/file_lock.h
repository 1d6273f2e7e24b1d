#pragma once
class QFile;

namespace diakinisi::scanning {

/// Does another program hold this opened file against readers? Where such a file cannot even be opened, no is right.
/// The platform's part is in file_lock_<platform>.cpp.
bool isLockedByAnother(const QFile& file);

} // namespace diakinisi::scanning
