#pragma once
#include "domain/events.h"
#include "ledger/record.h"

#include <QJsonObject>

#include <span>
#include <vector>

namespace diakinisi::wire {

/// What an event says, by the parts that may be withheld; an empty object is a part that is not there.
struct EventParts {
    QJsonObject open, restricted, personal;
};

EventParts partsOf(const domain::EventBody& body);

/// Total: UnknownEvent for a kind or version that this program does not know, and for parts that do not read as that
/// kind. Fields of a part that is not there keep their defaults. Older versions are raised first.
domain::EventBody bodyOf(QStringView kind, int v, const EventParts& parts);

/// The version in which this program writes events of this kind; 0 for a kind that it does not know.
int versionOf(QStringView kind);
/// The kinds that this program knows, in the order of EventBody, without the unknown one.
std::vector<QString> eventKinds();
QString kindWord(const domain::EventBody& body);

/// What the ledger kept, as apply() takes it. Total, as bodyOf.
domain::Event eventOf(const ledger::Record& record);

/// Raises the parts of one kind from version `from` to the next. Pure; a part that is withheld stays empty.
struct UpCaster {
    QLatin1StringView kind;
    int from;
    void (*raise)(EventParts& parts);
};
/// The same as above with other up-casters than the program's own, so that the mechanism itself can be tested.
domain::EventBody bodyOf(QStringView kind, int v, EventParts parts, std::span<const UpCaster> upCasters);
int versionOf(QStringView kind, std::span<const UpCaster> upCasters);

} // namespace diakinisi::wire
