#include "wire/cursor.h"

#include <QStringList>

namespace diakinisi::wire {

QString toText(const FeedCursor& cursor)
{
    return QString::number(cursor.epoch) + u'.' + QString::number(cursor.position) + u'.' + cursor.hash.hex();
}

std::optional<FeedCursor> cursorFromText(QStringView text)
{
    const auto pieces = text.split(u'.');
    if (text.size() > 120 || pieces.size() != 3)
        return std::nullopt;
    const auto hash = Sha256::fromHex(pieces[2]);
    if (!hash)
        return std::nullopt;
    const FeedCursor cursor{pieces[0].toLongLong(), pieces[1].toLongLong(), *hash};
    if (cursor.epoch < 1 || cursor.position < 0 || toText(cursor) != text)
        return std::nullopt;
    return cursor;
}

} // namespace diakinisi::wire
