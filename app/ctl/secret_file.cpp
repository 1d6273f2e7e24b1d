#include "ctl/terminal.h"

#include <QFile>

namespace diakinisi::ctl {

Result<Secret> readSecretFile(const QString& path)
{
    constexpr qint64 longest = 4096;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    QByteArray bytes = file.read(longest);
    const qsizetype end = bytes.indexOf('\n');
    if (end >= 0)
        bytes.truncate(end);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    return Secret(std::move(bytes));
}

} // namespace diakinisi::ctl
