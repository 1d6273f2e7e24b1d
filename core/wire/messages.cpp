#include "wire/messages.h"

namespace diakinisi::wire {

QJsonValue Codec<ledger::Record>::encode(const ledger::Record& value)
{
    return ledger::toJson(value);
}

bool Codec<ledger::Record>::decode(const QJsonValue& json, ledger::Record& into, const Place& place, Reading& reading)
{
    if (!json.isObject())
        return reading.refuse(place, "not an object");
    auto record = ledger::recordFromJson(json.toObject());
    if (!record) {
        reading.error = std::move(record.error()); // its code tells a digest from a shape that does not fit
        const QString inner = reading.error.subject;
        reading.error.subject = place.toString() + (inner.isEmpty() ? QString() : u'.' + inner);
        return false;
    }
    into = std::move(*record);
    return true;
}

QJsonValue Codec<FeedItem>::encode(const FeedItem& value)
{
    return toJson(value);
}

bool Codec<FeedItem>::decode(const QJsonValue& json, FeedItem& into, const Place& place, Reading& reading)
{
    if (!takeFields(json, into, place, reading))
        return false;
    switch (into.type) {
    case FeedItemType::Event:
        return into.record || reading.refuse(Place{&place, u"record"}, "missing");
    case FeedItemType::DocumentAppeared:
        if (!into.snapshot)
            return reading.refuse(Place{&place, u"snapshot"}, "missing");
        return (into.document && *into.document == into.snapshot->id) ||
               reading.refuse(Place{&place, u"document"}, "not the snapshot's document");
    case FeedItemType::DocumentWithdrawn:
        return into.document || reading.refuse(Place{&place, u"document"}, "missing");
    }
    return false;
}

#define DIAKINISI_MESSAGE(Type)                                                                                        \
    template QJsonObject toJson(const Type&);                                                                          \
    template Result<Type> fromJson<Type>(const QJsonValue&, QStringView, ReadRules)
DIAKINISI_MESSAGE(CommandsAnswer);
DIAKINISI_MESSAGE(FeedPage);
DIAKINISI_MESSAGE(HistoryPage);
DIAKINISI_MESSAGE(RegisterPage);
DIAKINISI_MESSAGE(UploadRequest);
DIAKINISI_MESSAGE(UploadAnswer);
DIAKINISI_MESSAGE(DirectorySnapshot);
DIAKINISI_MESSAGE(ServerInfo);
DIAKINISI_MESSAGE(SignInRequest);
DIAKINISI_MESSAGE(SignInAnswer);

} // namespace diakinisi::wire
