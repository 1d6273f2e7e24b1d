#pragma once
#include "ctl/command_line.h"

namespace diakinisi::ctl {

/// pdf sign, raise, tokens, verify, signed-version, stamp, info: the face of core/pdf and core/signing for scripts.
CommandGroup pdfCommands();

Exit pdfSign(Context& context, const QStringList& words);
Exit pdfRaise(Context& context, const QStringList& words);
Exit pdfTokens(Context& context, const QStringList& words);
Exit pdfVerify(Context& context, const QStringList& words);
Exit pdfSignedVersion(Context& context, const QStringList& words);
Exit pdfStamp(Context& context, const QStringList& words);
Exit pdfInfo(Context& context, const QStringList& words);

} // namespace diakinisi::ctl
