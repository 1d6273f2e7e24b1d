#pragma once
#include "storage/sqlite/connection.h"

namespace diakinisi::storage::profile {

// The table profile: small things by key. Within a transaction.
inline constexpr QLatin1StringView person{"store.person"};
inline constexpr QLatin1StringView cursor{"store.cursor"};
inline constexpr QLatin1StringView epoch{"store.epoch"};
inline constexpr QLatin1StringView resyncing{"store.resyncing"};
inline constexpr QLatin1StringView directory{"store.directory"};
inline constexpr QLatin1StringView directoryPosition{"store.directory-position"};
inline constexpr QLatin1StringView lens{"store.lens"};
inline constexpr QLatin1StringView clockOffset{"store.clock-offset"};
inline constexpr QLatin1StringView clockMeasured{"store.clock-measured"};

Result<std::optional<QByteArray>> value(Connection& connection, const QString& key);
Done setValue(Connection& connection, const QString& key, const QByteArray& value);
Done remove(Connection& connection, const QString& key);
/// A number; `otherwise` when there is none.
Result<qint64> number(Connection& connection, const QString& key, qint64 otherwise = 0);
Done setNumber(Connection& connection, const QString& key, qint64 value);

} // namespace diakinisi::storage::profile
