#pragma once
#include "ctl/arguments.h"
#include "ctl/command_line.h"
#include "signing/trust/trust_material.h"

namespace diakinisi::ctl {

/// Options with a value that readTrust() understands.
QStringList trustOptions();

/// What `--trust DIR|system`, `--trusted-list FILE|URL` and `--trusted-list-signers DIR` name; remarks go to the
/// context's messages. `offline`: lists from files only. Errors of readTrustFolder and gatherTrustedLists.
Result<signing::TrustMaterial> readTrust(Context& context, const Arguments& arguments, bool offline);

} // namespace diakinisi::ctl
