#include "desk/scan_profiles.h"

#include "imaging/encode.h"
#include "wire/json_reader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace diakinisi::desk {

namespace {

constexpr qsizetype mostProfiles = 100;
const QString profilesKey = QStringLiteral("profiles");
const QString chosenKey = QStringLiteral("chosen");

QString fileIn(const QString& folder)
{
    return folder + QStringLiteral("/scan-profiles.json");
}

Result<QJsonObject> read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    const wire::JsonLimits limits{.bytes = limits::miB};
    const QByteArray bytes = file.read(limits.bytes + 1);
    auto json = wire::readJsonObject(bytes, limits);
    if (!json)
        return fail(json.error().code, path, json.error().cause);
    return json;
}

} // namespace

ScanProfiles readScanProfiles(const QString& folder)
{
    ScanProfiles found;
    if (!QFile::exists(fileIn(folder)))
        return found;
    const auto json = read(fileIn(folder));
    if (!json) {
        found.trouble = json.error();
        return found;
    }
    if (!json->value(profilesKey).isArray())
        found.trouble = Error{ErrorCode::MalformedInput, fileIn(folder), QStringLiteral("no list of profiles")};
    found.chosen = json->value(chosenKey).toString();
    QSet<QString> names;
    for (const QJsonValue entry : json->value(profilesKey).toArray()) {
        const auto profile = scanning::scanProfileFrom(entry.toObject());
        if (!profile)
            found.trouble = profile.error();
        else if (names.contains(profile->name) || names.size() == mostProfiles)
            found.trouble = Error{ErrorCode::MalformedInput, fileIn(folder), profile->name};
        else
            found.profiles.push_back(*profile);
        if (profile)
            names.insert(profile->name);
    }
    return found;
}

Done writeScanProfiles(const QString& folder, const std::vector<scanning::ScanProfile>& profiles, const QString& chosen)
{
    QJsonArray list;
    QSet<QString> names;
    for (const scanning::ScanProfile& profile : profiles) {
        if (const auto again = scanning::scanProfileFrom(toJson(profile)); !again)
            return fail(again.error());
        if (names.contains(profile.name))
            return fail(ErrorCode::AlreadyExists, profile.name);
        names.insert(profile.name);
        list.append(toJson(profile));
    }
    if (list.size() > mostProfiles)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("profiles"));
    const QString path = fileIn(folder);
    if (readScanProfiles(folder).trouble) {
        QFile::remove(path + QStringLiteral(".unread"));
        QFile::rename(path, path + QStringLiteral(".unread"));
    }
    const QJsonObject json{{profilesKey, list}, {chosenKey, chosen}};
    return imaging::writeWhole(path, QJsonDocument(json).toJson());
}

} // namespace diakinisi::desk
