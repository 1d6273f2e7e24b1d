#include "signing/keys/module_paths.h"

#include <QFileInfo>
#include <QSet>

namespace diakinisi::signing {

QStringList modulePaths(const QStringList& configured)
{
    QStringList paths;
    QSet<QString> files;
    const auto add = [&](const QString& path, bool expected) {
        const QString file = QFileInfo(path).canonicalFilePath();
        if ((file.isEmpty() && !expected) || files.contains(file.isEmpty() ? path : file))
            return;
        files += file.isEmpty() ? path : file;
        paths += path;
    };
    for (const QString& path : configured)
        add(path, true);
    for (const QString& path : knownModulePaths())
        add(path, false);
    return paths;
}

} // namespace diakinisi::signing
