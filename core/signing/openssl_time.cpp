#include "signing/openssl_time.h"

#include "signing/openssl_handles.h"

#include <QDateTime>

namespace diakinisi::signing {

std::optional<Instant> instantOf(const asn1_string_st* time)
{
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return std::nullopt;
    const QDateTime utc(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                        QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
    const QByteArray text(reinterpret_cast<const char*>(ASN1_STRING_get0_data(time)), ASN1_STRING_length(time));
    const qsizetype dot = text.indexOf('.');
    int milliseconds = 0;
    for (qsizetype i = dot + 1, scale = 100; dot >= 0 && scale > 0; ++i, scale /= 10)
        milliseconds +=
            i < text.size() && text[i] >= '0' && text[i] <= '9' ? (text[i] - '0') * static_cast<int>(scale) : 0;
    if (!utc.isValid())
        return std::nullopt;
    return Instant{utc.toMSecsSinceEpoch() + milliseconds};
}

} // namespace diakinisi::signing
