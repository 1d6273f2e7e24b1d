#pragma once
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace diakinisi::domain::policy {

// The words of the organisation's policy (SetPolicy). Each has a default that holds while nothing is set.
inline constexpr QLatin1StringView offlineDays{"offline-days"};            ///< days a desk opens without the server: 14
inline constexpr QLatin1StringView heldTextDays{"held-text-days"};         ///< days of page text on a desk: 90
inline constexpr QLatin1StringView fileQuotaMiB{"file-quota-mib"};         ///< files on a desk: 4096
inline constexpr QLatin1StringView unitsMayRegister{"units-may-register"}; ///< clerks outside the registry: true
inline constexpr QLatin1StringView uploadDays{"upload-days"}; ///< until an upload that no document names goes: 35
inline constexpr QLatin1StringView signatureLevel{"signature-level"}; ///< "B-B", "B-T", "B-LT", "B-LTA": B-B
inline constexpr QLatin1StringView timestampAuthorities{"timestamp-authorities"}; ///< http(s) addresses, in order: none
inline constexpr QLatin1StringView timestampPolicy{"timestamp-policy"};           ///< demanded, dotted; any when empty
inline constexpr QLatin1StringView privateAuthorities{
    "private-authorities"};                                         ///< revocation from private networks: false
inline constexpr QLatin1StringView timestampAway{"timestamp-away"}; ///< "sign-now" or "wait": sign-now

/// Is this a word that this version knows, with a value of the right type and range?
bool isValid(QStringView key, const QJsonValue& value);

/// The value in force.
qint64 number(const QJsonObject& policy, QLatin1StringView key);
bool flag(const QJsonObject& policy, QLatin1StringView key);
QString text(const QJsonObject& policy, QLatin1StringView key);
QStringList list(const QJsonObject& policy, QLatin1StringView key);

} // namespace diakinisi::domain::policy
