#include "ctl/worker_program.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace diakinisi::ctl {

QString findWorkerProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
    const QString beside = here + QStringLiteral("/diakinisi-worker");
    return QFileInfo::exists(beside) ? beside : here + QStringLiteral("/../libexec/diakinisi/diakinisi-worker");
}

} // namespace diakinisi::ctl
