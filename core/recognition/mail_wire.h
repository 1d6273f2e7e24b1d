#pragma once
#include "recognition/mail_file.h"

/// A message's particulars on their way from a worker.
namespace diakinisi::recognition::wire {

QByteArray fromMail(const MailFile& mail);
/// Nothing for bytes that hold none.
std::optional<MailFile> toMail(const QByteArray& bytes);

} // namespace diakinisi::recognition::wire
