#include "desk/profile.h"

#include "sync/server_address.h"
#include "wire/json_reader.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

namespace diakinisi::desk {

namespace {

const QString fileKeyName = QStringLiteral("file-key");
constexpr qsizetype fileKeyBytes = 32;

Done makeFolder(const QString& path)
{
    constexpr auto mode = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QDir().mkpath(path) || !QFile::setPermissions(path, mode))
        return fail(ErrorCode::FileUnwritable, path);
    return {};
}

} // namespace

Result<Profile> Profile::open(const DeskSettings& settings, RandomSource& random)
{
    Profile profile;
    profile.m_folder = settings.folder;
    if (const Done made = makeFolder(settings.folder); !made)
        return fail(made.error());
    const auto known = profile.read();
    if (!known)
        return fail(known.error());
    if (!settings.server.isEmpty())
        profile.m_server = settings.server;
    if (!profile.m_server.isEmpty())
        if (const Done good = sync::checkAddress(profile.m_server); !good)
            return fail(good.error());
    if (!*known)
        profile.m_id = QString::fromLatin1(random.bytes(16).toHex());
    if (const Done chosen = profile.chooseKeys(*known ? KeyStoreChoice::AsBefore : settings.keyStore); !chosen)
        return fail(chosen.error());
    // The key before the profile's own file: a profile that exists has its key.
    if (const Done made = *known ? Done{} : profile.makeFileKey(random); !made)
        return fail(made.error());
    if (const Done written = profile.write(); !written)
        return fail(written.error());
    return profile;
}

Done Profile::chooseKeys(KeyStoreChoice choice)
{
    const bool asBefore = choice == KeyStoreChoice::AsBefore;
    if (asBefore ? m_system : choice == KeyStoreChoice::System)
        m_keys = makeSystemKeyStore(m_id);
    if (asBefore && m_system && !m_keys)
        return fail(ErrorCode::KeyUnreadable, QStringLiteral("key store"),
                    QStringLiteral("the key store that this profile uses does not answer"));
    m_system = m_keys != nullptr;
    if (!m_keys)
        m_keys = makeFileKeyStore(m_folder + QStringLiteral("/keys"));
    return {};
}

Result<bool> Profile::read()
{
    QFile file(m_folder + QStringLiteral("/profile.json"));
    if (!file.exists())
        return false;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.fileName(), file.errorString());
    const auto json = wire::readJsonObject(file.read(64 * 1024));
    m_id = json ? json->value(u"id").toString() : QString();
    if (m_id.isEmpty())
        return fail(ErrorCode::StoreBroken, file.fileName());
    m_server = QUrl(json->value(u"server").toString());
    m_system = json->value(u"keyStore").toString() == u"system";
    return true;
}

Done Profile::write() const
{
    QSaveFile file(m_folder + QStringLiteral("/profile.json"));
    const QJsonObject json{{QStringLiteral("id"), m_id},
                           {QStringLiteral("server"), m_server.toString()},
                           {QStringLiteral("keyStore"), m_system ? QStringLiteral("system") : QStringLiteral("file")}};
    const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Indented);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::FileUnwritable, file.fileName(), file.errorString());
    return {};
}

Done Profile::makeFileKey(RandomSource& random)
{
    const auto kept = m_keys->read(fileKeyName);
    if (!kept)
        return fail(kept.error());
    return *kept ? Done{} : m_keys->write(fileKeyName, random.bytes(fileKeyBytes));
}

Result<Secret> Profile::fileKey() const
{
    auto kept = m_keys->read(fileKeyName);
    if (!kept)
        return fail(kept.error());
    // Without its key the files of a store are worth nothing: a new one must not pretend otherwise.
    if (!*kept || (*kept)->size() != fileKeyBytes)
        return fail(ErrorCode::KeyUnreadable, QStringLiteral("key store"),
                    QStringLiteral("the key of this profile's files is gone"));
    return Secret(std::move(**kept));
}

} // namespace diakinisi::desk
