#pragma once
#include <QJsonObject>
#include <QString>

namespace diakinisi::domain::policy {

// The words of the organisation's policy (SetPolicy). Each has a default that holds while nothing is set.
inline constexpr QLatin1StringView offlineDays{"offline-days"};            ///< days a desk opens without the server: 14
inline constexpr QLatin1StringView heldTextDays{"held-text-days"};         ///< days of page text on a desk: 90
inline constexpr QLatin1StringView fileQuotaMiB{"file-quota-mib"};         ///< files on a desk: 4096
inline constexpr QLatin1StringView unitsMayRegister{"units-may-register"}; ///< clerks outside the registry: true
inline constexpr QLatin1StringView uploadDays{"upload-days"}; ///< until an upload that no document names goes: 35

/// Is this a word that this version knows, with a value of the right type and range?
bool isValid(QStringView key, const QJsonValue& value);

/// The value in force.
qint64 number(const QJsonObject& policy, QLatin1StringView key);
bool flag(const QJsonObject& policy, QLatin1StringView key);

} // namespace diakinisi::domain::policy
