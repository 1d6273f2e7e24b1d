#pragma once
#include "base/result.h"

namespace diakinisi::storage {

/// Makes the folder, with its parents, for its owner alone (0700), and takes away what others may do in one that is
/// there already. FileUnwritable.
Done makePrivateFolder(const QString& path);

} // namespace diakinisi::storage
