#include "server/office/feed.h"

#include "wire/cursor.h"

#include <QStringList>

#include <algorithm>

namespace diakinisi::server {
namespace {

/// How many positions one page looks at: bounds the time that a page takes for a desk that was long away.
constexpr qint64 window = 50'000;

QString cursorAt(const LedgerHead& head, const Sha256& hash, const FeedPlace& place)
{
    QString text = wire::toText(wire::FeedCursor{head.epoch, place.position, hash});
    if (place.rank != FeedPlace::End)
        text +=
            QStringLiteral(".%1.%2.%3")
                .arg(QString::number(place.rank), QString::number(place.grantedAt), QString::number(place.document));
    return text;
}

/// The finer part of a cursor, where it stopped within a position.
bool readFiner(const QStringList& parts, FeedPlace& place)
{
    bool rankRead = false;
    bool grantedRead = false;
    bool documentRead = false;
    place.rank = parts[3].toInt(&rankRead);
    place.grantedAt = parts[4].toLongLong(&grantedRead);
    place.document = parts[5].toLongLong(&documentRead);
    return rankRead && grantedRead && documentRead && place.rank >= FeedPlace::Event && place.rank < FeedPlace::End &&
           place.position > 0;
}

void appendItem(QByteArray& json, const FeedCandidate& item, const QByteArray& state, qint64 statePosition)
{
    const auto head = [&](qint64 position, const char* type) {
        json += "{\"position\":" + QByteArray::number(position) + ",\"type\":\"" + type + "\",";
    };
    switch (item.place.rank) {
    case FeedPlace::Event:
        head(item.place.position, "event");
        json += "\"record\":" + item.bytes + '}';
        return;
    case FeedPlace::Withdrawn:
        head(item.place.position, "document-withdrawn");
        json += "\"document\":\"" + item.document.toString().toLatin1() + "\"}";
        return;
    default:
        head(statePosition, "document-appeared");
        json += "\"document\":\"" + item.document.toString().toLatin1() + "\",\"snapshot\":" + state + '}';
    }
}

/// All three kinds after `place`, in order; one more than `limit` where there is more.
Result<std::vector<FeedCandidate>> candidates(LedgerView& view, const domain::PersonId& person, const FeedPlace& place,
                                              qint64 upTo, qint64 limit)
{
    auto events = view.eventsFor(person, place, upTo, limit + 1);
    if (!events)
        return events;
    const auto withdrawn = view.withdrawnFor(person, place, upTo, limit + 1);
    if (!withdrawn)
        return withdrawn;
    const auto appeared = view.appearedFor(person, place, upTo, limit + 1);
    if (!appeared)
        return appeared;
    events->insert(events->end(), withdrawn->begin(), withdrawn->end());
    events->insert(events->end(), appeared->begin(), appeared->end());
    std::sort(events->begin(), events->end(), [](const auto& a, const auto& b) { return a.place < b.place; });
    return events;
}

} // namespace

Result<FeedPlace> placeOf(LedgerView& view, const QString& cursor)
{
    if (cursor.isEmpty())
        return FeedPlace{};
    constexpr qsizetype plain = 3;
    constexpr qsizetype finer = 6;
    const QStringList parts = cursor.split(u'.');
    const auto read = wire::cursorFromText(QStringList(parts.mid(0, plain)).join(u'.'));
    FeedPlace place;
    if (!read || (parts.size() != plain && parts.size() != finer))
        return fail(ErrorCode::MalformedInput, QStringLiteral("after"));
    place.position = read->position;
    if (parts.size() == finer && !readFiner(parts, place))
        return fail(ErrorCode::MalformedInput, QStringLiteral("after"));
    const auto head = view.head();
    if (!head)
        return fail(head.error());
    const auto hash = view.hashAt(place.position);
    if (!hash)
        return fail(hash.error());
    const bool fits = place.position == 0 ? read->hash.isZero() : *hash == read->hash;
    if (read->epoch != head->epoch || !fits)
        return fail(ErrorCode::LedgerRewound);
    return place;
}

Result<FeedBytes> feedPage(LedgerView& view, const domain::PersonId& person, const FeedPlace& place, qint64 limit)
{
    const auto head = view.head();
    if (!head)
        return fail(head.error());
    const qint64 upTo = place.done() == 0 ? head->position : std::min(head->position, place.done() + window);
    auto items = candidates(view, person, place, upTo, limit);
    if (!items)
        return fail(items.error());
    const bool cut = static_cast<qint64>(items->size()) > limit;
    if (cut)
        items->resize(static_cast<std::size_t>(limit));
    FeedBytes page{"{\"items\":[", items->empty() && upTo == head->position};
    for (std::size_t i = 0; i < items->size(); ++i) {
        const FeedCandidate& item = (*items)[i];
        StoredDocument document;
        if (item.place.rank == FeedPlace::Appeared) {
            auto found = view.documentByKey(item.place.document);
            if (!found)
                return fail(found.error());
            document = std::move(*found);
        }
        if (i > 0)
            page.json += ',';
        appendItem(page.json, item, document.state, document.position);
    }
    const FeedPlace last = cut ? items->back().place : FeedPlace{upTo, FeedPlace::End, 0, 0};
    const auto hash = view.hashAt(last.position);
    if (!hash)
        return fail(hash.error());
    page.json += "],\"cursor\":\"" + cursorAt(*head, hash->value_or(Sha256{}), last).toLatin1() +
                 "\",\"more\":" + (cut || upTo < head->position ? "true}" : "false}");
    return page;
}

} // namespace diakinisi::server
