#include "storage/private_folder.h"

#include <QDir>
#include <QFile>

namespace diakinisi::storage {

Done makePrivateFolder(const QString& path)
{
    constexpr auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                            QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    const QFileInfo info(path);
    if (info.isDir()) {
        if ((info.permissions() & others) && !QFile::setPermissions(path, owner))
            return fail(ErrorCode::FileUnwritable, path, QStringLiteral("permissions"));
        return {};
    }
    if (!QDir().mkpath(info.absolutePath()) || !QDir(info.absolutePath()).mkdir(info.fileName(), owner)) {
        if (QFileInfo(path).isDir())
            return {}; // another thread was faster
        return fail(ErrorCode::FileUnwritable, path);
    }
    return {};
}

} // namespace diakinisi::storage
