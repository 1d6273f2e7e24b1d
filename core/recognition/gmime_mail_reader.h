#pragma once
#include "recognition/mail_file.h"

namespace diakinisi::recognition {

/// GMime in this process: for the worker, since it is foreign code fed with files from outside.
class GmimeMailReader final : public MailReader
{
public:
    GmimeMailReader();
    Result<MailFile> read(const QString& path, std::stop_token stop) override;
};

} // namespace diakinisi::recognition
