#include "signing/trust/trust_folder.h"

#include "signing/trust/trusted_lists.h"

#include <QDateTime>
#include <QDir>

namespace diakinisi::signing {

namespace {

const QString signersFolder = QStringLiteral("list-signers");

QStringList stampOf(const QString& folder)
{
    QStringList stamp;
    for (const QString& place : {folder, QDir(folder).filePath(signersFolder)})
        for (const QFileInfo& file : QDir(place).entryInfoList(QDir::Files, QDir::Name))
            stamp += QStringLiteral("%1 %2 %3")
                         .arg(file.filePath(), QString::number(file.size()),
                              QString::number(file.lastModified().toMSecsSinceEpoch()));
    return stamp;
}

/// One list that does not hold takes nothing from what the others give.
void readLists(const QString& folder, Instant now, TrustFolder::Reading& reading)
{
    const QStringList lists = QDir(folder).entryList({QStringLiteral("*.xml")}, QDir::Files, QDir::Name);
    if (lists.isEmpty())
        return;
    const Result<TrustMaterial> signers = readTrustFolder(QDir(folder).filePath(signersFolder));
    for (const QString& name : lists) {
        const Result<GatheredLists> gathered = gatherTrustedLists(
            {QDir(folder).filePath(name)}, signers ? signers->anchors : QList<QByteArray>(), nullptr, now);
        if (!gathered) {
            reading.remarks +=
                QStringLiteral("%1: %2 %3").arg(name, errorWord(gathered.error().code), gathered.error().cause);
            continue;
        }
        std::vector<TrustService>& services = reading.material.services;
        services.insert(services.end(), gathered->services.begin(), gathered->services.end());
        reading.remarks += gathered->remarks;
    }
}

} // namespace

Result<std::shared_ptr<const TrustFolder::Reading>> TrustFolder::read(Instant now)
{
    const std::lock_guard lock(m_mutex);
    if (m_folder.isEmpty()) {
        if (!m_reading)
            m_reading = std::make_shared<const Reading>();
        return m_reading;
    }
    QStringList stamp = stampOf(m_folder);
    if (m_reading && stamp == m_stamp && QDir(m_folder).exists())
        return m_reading;
    Result<TrustMaterial> material = readTrustFolder(m_folder);
    if (!material)
        return fail(material.error());
    auto reading = std::make_shared<Reading>();
    reading->material = std::move(*material);
    readLists(m_folder, now, *reading);
    m_stamp = std::move(stamp);
    m_reading = std::move(reading);
    return m_reading;
}

} // namespace diakinisi::signing
