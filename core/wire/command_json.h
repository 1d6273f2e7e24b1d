#pragma once
#include "base/result.h"
#include "domain/commands.h"

#include <QJsonObject>

#include <vector>

namespace diakinisi::wire {

/// {"id","document","kind","v","at","after"?,"group"?,"body":{...}}
QJsonObject toJson(const domain::Command& command);
/// UnknownKind (the kind as subject) for a kind or version that this program does not know; MalformedInput with the
/// path of the field as subject for what cannot be read or exceeds the limits of base/limits.h.
Result<domain::Command> commandFromJson(const QJsonObject& json);

/// SHA-256 of the canonical bytes of toJson(): whether a command sent again is the same one.
Sha256 commandDigest(const domain::Command& command);

/// The body alone, as an outbox keeps it.
QJsonObject bodyToJson(const domain::CommandBody& body);
Result<domain::CommandBody> commandBodyFromJson(QStringView kind, const QJsonObject& json);

/// The kinds that this program knows, in the order of CommandBody.
std::vector<QString> commandKinds();

/// One of many commands in one message: its id, and the command or why it cannot be read.
struct ReadCommand {
    domain::CommandId id;
    Result<domain::Command> command;
};
/// The most commands in one message.
inline constexpr qsizetype mostCommands = 200;
/// {"commands": [...]}
QJsonObject toJson(const std::vector<domain::Command>& commands);
/// MalformedInput when the message as a whole is unreadable: no list, an entry without an id. LimitExceeded above 200.
Result<std::vector<ReadCommand>> commandsFromJson(const QJsonObject& json);

} // namespace diakinisi::wire
