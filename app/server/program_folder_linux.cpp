#include "server/program_folder.h"

#include <QFileInfo>

namespace diakinisi::server {

QString programFolder()
{
    return QFileInfo(QFileInfo(QStringLiteral("/proc/self/exe")).symLinkTarget()).absolutePath();
}

} // namespace diakinisi::server
