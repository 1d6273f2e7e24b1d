#pragma once
#include <QFile>
#include <QTemporaryDir>

namespace diakinisi::test {

/// A program (a script of /bin/sh) that becomes another one under the same name, for whoever starts it next.
class ChangingProgram
{
public:
    explicit ChangingProgram(const QByteArray& script) { becomes(script); }

    QString path() const { return m_folder.filePath(QStringLiteral("program")); }
    void becomes(const QByteArray& script)
    {
        const QString next = m_folder.filePath(QStringLiteral("next"));
        QFile file(next);
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + script + '\n') < 0)
            qFatal("the program cannot be written");
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QFile::remove(path());
        QFile::rename(next, path());
    }

private:
    QTemporaryDir m_folder;
};

} // namespace diakinisi::test
