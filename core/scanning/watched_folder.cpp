#include "scanning/watched_folder.h"

#include "scanning/taken_files.h"

#include <QDir>

namespace diakinisi::scanning {

namespace {

constexpr int patienceForAnEnd = 10;

/// Is the file itself to blame, and not this machine or the moment?
bool isOwnFault(ErrorCode code)
{
    return code != ErrorCode::Cancelled && code != ErrorCode::DiskFull && code != ErrorCode::FileUnwritable;
}

/// What Windows leaves in every folder that somebody opened.
bool isFurniture(const QString& name)
{
    return name.compare(u"Thumbs.db", Qt::CaseInsensitive) == 0 ||
           name.compare(u"desktop.ini", Qt::CaseInsensitive) == 0;
}

} // namespace

WatchedFolder::WatchedFolder(WatchedFolderSettings settings, const Clock& clock, Check check)
    : m_settings(std::move(settings)),
      m_clock(clock),
      m_check(std::move(check))
{
}

FolderLook WatchedFolder::look(const std::stop_token& stop)
{
    FolderLook look;
    const QFileInfo folder(m_settings.folder);
    if (!folder.isDir() || !folder.isReadable()) {
        m_seen.clear(); // what lies there when it is back may be another file of the same name
        look.trouble = Error{ErrorCode::FileUnreadable, m_settings.folder, QStringLiteral("no such folder")};
        return look;
    }
    auto recovered = TakenFiles(m_settings, m_clock).recover();
    if (!recovered) {
        look.trouble = recovered.error();
        return look;
    }
    look.arrived = std::move(*recovered);
    QHash<QString, Seen> before = std::exchange(m_seen, {});
    const QDir::Filters files = QDir::Files | QDir::NoSymLinks;
    for (const QFileInfo& file : QDir(m_settings.folder).entryInfoList(files, QDir::Time | QDir::Reversed)) {
        const QString name = file.fileName();
        if (name.startsWith(u'.') || isFurniture(name))
            continue;
        if (const auto known = before.constFind(name); known != before.constEnd())
            m_seen.insert(name, *known);
        const auto unchanged = unchangedFor(name, file.size(), file.lastModified().toMSecsSinceEpoch());
        const bool room = static_cast<int>(look.arrived.size() + look.refused.size()) < m_settings.atOnce;
        if (unchanged >= m_settings.stable && room && !look.trouble)
            takeOne(name, unchanged < patienceForAnEnd * m_settings.stable, look, stop);
        else
            ++look.waiting;
    }
    return look;
}

std::chrono::nanoseconds WatchedFolder::unchangedFor(const QString& name, qint64 size, qint64 changed)
{
    Seen& seen = m_seen[name];
    const auto now = m_clock.steady();
    if (seen.size != size || seen.changed != changed)
        seen = {size, changed, now};
    return now - seen.since;
}

void WatchedFolder::takeOne(const QString& name, bool endDemanded, FolderLook& look, const std::stop_token& stop)
{
    const TakenFiles steps(m_settings, m_clock);
    const auto ended = [&](const Error& error) {
        if (!isOwnFault(error.code))
            look.trouble = error;
        else if (const Done refused = steps.refuse(name, error); refused)
            look.refused.push_back({name, error});
        else
            look.trouble = refused.error();
    };
    const auto copied = steps.copy(name, endDemanded, stop);
    if (!copied)
        return ended(copied.error());
    const std::optional<TakenFiles::Copy>& copy = *copied;
    if (!copy) {
        ++look.waiting;
        return;
    }
    if (const Done good = m_check ? m_check(copy->file, copy->kind, stop) : Done(); !good) {
        TakenFiles::drop(*copy);
        return ended(good.error());
    }
    const auto ours = steps.claim(name, *copy);
    if (!ours || !*ours) {
        TakenFiles::drop(*copy);
        return ours ? void() : ended(ours.error());
    }
    const auto arrival = steps.publish(name, *copy);
    if (arrival)
        look.arrived.push_back(*arrival);
    else
        look.trouble = arrival.error();
}

} // namespace diakinisi::scanning
