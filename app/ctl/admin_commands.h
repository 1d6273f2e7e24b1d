#pragma once
#include "ctl/command_line.h"

namespace diakinisi::ctl {

/// Administration of the organisation over HTTPS, as an administrator.
CommandGroup adminCommands();

Exit adminOrganisation(Context& context, const QStringList& words); ///< org import
Exit adminAccessLog(Context& context, const QStringList& words);    ///< access-log
Exit adminPerson(Context& context, const QStringList& words); ///< person add, disable, role, password, certificate

} // namespace diakinisi::ctl
