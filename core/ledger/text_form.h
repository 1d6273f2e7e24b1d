#pragma once
#include <QByteArrayView>
#include <QString>

namespace diakinisi::ledger {

/// The most marks (accents and the like) on one character: Unicode's Stream-Safe Text Format (UAX #15, 13). Without a
/// bound, normalizing a hostile text of some megabytes takes hours.
inline constexpr int mostMarks = 30;

/// Does no character, taken apart, carry more than `mostMarks`?
bool hasFewMarks(QStringView text);
/// The text without the marks that are too many.
QString withFewMarks(const QString& text);

/// Is the text in Unicode's normalization form C, with few marks? Fast for Greek and Latin texts that are.
bool isNfc(QStringView text);

/// UTF-8 to text where every character counts, a byte order mark too (QString::fromUtf8 drops one at the beginning).
QString textFromUtf8(QByteArrayView bytes);

} // namespace diakinisi::ledger
