#include "wire/command_json.h"

#include "ledger/canonical_json.h"
#include "wire/value_json.h"

#include <type_traits>
#include <utility>

namespace diakinisi::wire {

using domain::Command;
using domain::CommandBody;

namespace {

/// The version in which this program writes, and the newest that it reads, of every kind.
constexpr int commandVersion = 1;

template <std::size_t... I>
bool readBody(QStringView kind, const QJsonValue& json, CommandBody& into, const Place& place, Reading& reading,
              bool& known, std::index_sequence<I...>)
{
    bool good = false;
    const auto tryOne = [&]<class Body>(std::type_identity<Body>) {
        known = kind == Body::kind;
        if (known)
            good = Codec<Body>::decode(json, into.emplace<Body>(), place, reading);
        return known;
    };
    (tryOne(std::type_identity<std::variant_alternative_t<I, CommandBody>>{}) || ...);
    return good;
}

Result<CommandBody> readBody(QStringView kind, const QJsonValue& json)
{
    Reading reading{ReadRules::strict()};
    CommandBody body;
    bool known = false;
    const bool good = readBody(kind, json, body, Place{nullptr, u"body"}, reading, known,
                               std::make_index_sequence<std::variant_size_v<CommandBody>>{});
    if (!known)
        return fail(ErrorCode::UnknownKind, kind.left(64).toString());
    if (!good)
        return fail(std::move(reading.error));
    return body;
}

} // namespace

QJsonObject bodyToJson(const CommandBody& body)
{
    return std::visit([](const auto& one) { return toJson(one); }, body);
}

Result<CommandBody> commandBodyFromJson(QStringView kind, const QJsonObject& json)
{
    return readBody(kind, json);
}

QJsonObject toJson(const Command& command)
{
    QJsonObject json;
    put(json, u"id", command.id);
    put(json, u"document", command.document);
    json.insert(u"kind", std::visit([](const auto& one) { return QString(one.kind); }, command.body));
    put(json, u"v", command.v);
    put(json, u"at", command.at);
    if (!command.after.empty())
        put(json, u"after", command.after);
    put(json, u"group", command.group);
    json.insert(u"body", bodyToJson(command.body));
    return json;
}

Result<Command> commandFromJson(const QJsonObject& json)
{
    Reading reading{ReadRules::strict()};
    const Place top;
    Command command;
    QString kind;
    const bool good = take(json, u"id", command.id, top, reading) &&
                      take(json, u"document", command.document, top, reading) &&
                      take(json, u"kind", kind, top, reading) && take(json, u"v", command.v, top, reading) &&
                      take(json, u"at", command.at, top, reading) &&
                      (!json.contains(u"after") || take(json, u"after", command.after, top, reading)) &&
                      take(json, u"group", command.group, top, reading);
    if (!good)
        return fail(std::move(reading.error));
    if (command.v < 1)
        return fail(ErrorCode::MalformedInput, QStringLiteral("v"));
    if (command.v > commandVersion)
        return fail(ErrorCode::UnknownKind, kind.left(64), QStringLiteral("version %1").arg(command.v));
    auto body = readBody(kind, json.value(u"body"));
    if (!body)
        return fail(std::move(body.error()));
    command.body = std::move(*body);
    return command;
}

Sha256 commandDigest(const Command& command)
{
    // What toJson writes can always be made canonical (value_json.h), so there is always something to digest.
    return Sha256::of(ledger::canonicalBytes(toJson(command)).value_or(QByteArray()));
}

std::vector<QString> commandKinds()
{
    return []<std::size_t... I>(std::index_sequence<I...>) {
        return std::vector<QString>{QString(std::variant_alternative_t<I, CommandBody>::kind)...};
    }(std::make_index_sequence<std::variant_size_v<CommandBody>>{});
}

QJsonObject toJson(const std::vector<Command>& commands)
{
    QJsonArray array;
    for (const Command& command : commands)
        array.append(toJson(command));
    return {{QStringLiteral("commands"), array}};
}

Result<std::vector<ReadCommand>> commandsFromJson(const QJsonObject& json)
{
    const QJsonValue list = json.value(u"commands");
    if (!list.isArray())
        return fail(ErrorCode::MalformedInput, QStringLiteral("commands"), QStringLiteral("not a list"));
    const QJsonArray array = list.toArray();
    if (array.size() > mostCommands)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("commands"),
                    QStringLiteral("%1 commands").arg(array.size()));
    std::vector<ReadCommand> commands;
    commands.reserve(static_cast<std::size_t>(array.size()));
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonObject one = array.at(i).toObject();
        const auto id = domain::CommandId::fromString(one.value(u"id").toString());
        if (!id)
            return fail(ErrorCode::MalformedInput, QStringLiteral("commands[%1].id").arg(i));
        commands.push_back({*id, commandFromJson(one)});
    }
    return commands;
}

} // namespace diakinisi::wire
