#include "desk/key_store.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace diakinisi::desk {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr qint64 mostBytes = 64 * 1024;

class FileKeyStore final : public KeyStore
{
public:
    explicit FileKeyStore(QString folder) : m_folder(std::move(folder)) {}

    Result<std::optional<QByteArray>> read(const QString& name) override
    {
        QFile file(pathOf(name));
        if (!file.exists())
            return std::nullopt;
        if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes)
            return fail(ErrorCode::KeyUnreadable, file.fileName(), file.errorString());
        return file.readAll();
    }

    Done write(const QString& name, const QByteArray& secret) override
    {
        if (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, ownerOnly | QFileDevice::ExeOwner))
            return fail(ErrorCode::FileUnwritable, m_folder);
        QSaveFile file(pathOf(name));
        // The mode is set while the file is still empty and under its temporary name.
        if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) ||
            file.write(secret) != secret.size() || !file.commit())
            return fail(ErrorCode::FileUnwritable, file.fileName(), file.errorString());
        return {};
    }

    Done remove(const QString& name) override
    {
        QFile file(pathOf(name));
        if (file.exists() && !file.remove())
            return fail(ErrorCode::FileUnwritable, file.fileName(), file.errorString());
        return {};
    }

private:
    QString pathOf(const QString& name) const { return m_folder + u'/' + name; }

    QString m_folder;
};

} // namespace

std::unique_ptr<KeyStore> makeFileKeyStore(const QString& folder)
{
    return std::make_unique<FileKeyStore>(folder);
}

} // namespace diakinisi::desk
