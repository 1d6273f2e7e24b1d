#pragma once
#include <QDir>
#include <QFile>

#include <csignal>
#include <unistd.h>
#include <vector>

namespace diakinisi::test {

/// The workers that this process has started and that still run.
inline std::vector<pid_t> workerChildren()
{
    std::vector<pid_t> found;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& entry : entries) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(entry));
        if (entry.toInt() == 0 || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray stat = file.readAll(); // "12 (diakinisi-worke) S PARENT ..."
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (stat.contains("(diakinisi-worke") && fields.value(0) != "Z" && fields.value(1).toInt() == getpid())
            found.push_back(entry.toInt());
    }
    return found;
}

inline void signalAll(const std::vector<pid_t>& processes, int signal)
{
    for (const pid_t process : processes)
        ::kill(process, signal);
}

} // namespace diakinisi::test
