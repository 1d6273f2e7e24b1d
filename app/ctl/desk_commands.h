#pragma once
#include "ctl/command_line.h"

namespace diakinisi::ctl {

/// A desk without a screen: the same tasks as the windows', for scripts and tests.
CommandGroup deskCommands();

// One file for each kind of act.
std::vector<Command> deskSessionCommands();  ///< sign-in, sign-out, sync, status
std::vector<Command> deskRegisterCommands(); ///< register, draft, add-file
std::vector<Command> deskActCommands();      ///< assign, accept, ..., sign
std::vector<Command> deskReadingCommands();  ///< list, show, search, file

} // namespace diakinisi::ctl
