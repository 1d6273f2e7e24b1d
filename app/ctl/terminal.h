#pragma once
#include "base/result.h"
#include "base/secret.h"

namespace diakinisi::ctl {

/// Asks at the terminal without showing what is typed. NotSupported when there is no terminal.
Result<Secret> askSecret(const QString& question);

/// A secret from a file's first line. FileUnreadable.
Result<Secret> readSecretFile(const QString& path);

} // namespace diakinisi::ctl
