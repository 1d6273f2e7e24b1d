#pragma once
#include "ctl/command_line.h"

namespace diakinisi::ctl {

/// scan list, run, assemble, read: from paper, or pictures of it, to a PDF.
CommandGroup scanCommands();

Exit scanList(Context& context, const QStringList& words);
Exit scanRun(Context& context, const QStringList& words);
Exit scanAssemble(Context& context, const QStringList& words);
Exit scanRead(Context& context, const QStringList& words);

} // namespace diakinisi::ctl
