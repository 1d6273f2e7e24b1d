#pragma once
#include "ledger/canonical_json.h"
#include "wire/command_json.h"
#include "wire/event_json.h"
#include "wire/value_json.h"

#include <QJsonArray>

namespace diakinisi::test {

/// Fills a value so that no field keeps its default and no two texts, numbers or ids are alike. The same each time: the
/// golden files are made so.
class Filler
{
public:
    template <class T>
    T make()
    {
        T value{};
        fill(value);
        return value;
    }

    void fill(QString& value) { value = QStringLiteral("Κείμενο %1").arg(++m_count); }
    void fill(bool& value) { value = !value; }
    void fill(int& value) { value = ++m_count; }
    void fill(qint64& value) { value = 1'000'000'000'000 + ++m_count; }
    void fill(Instant& value) { value = {1'795'417'265'123 + ++m_count}; }
    void fill(Sha256& value) { value = Sha256::of(QByteArray::number(++m_count)); }
    void fill(QJsonObject& value)
    {
        value = {{QStringLiteral("days"), ++m_count},
                 {QStringLiteral("kinds"), QJsonArray{QStringLiteral("ναι"), true}}};
    }
    void fill(QJsonValue& value) { value = make<QJsonObject>(); }
    template <class Tag>
    void fill(Id<Tag>& value)
    {
        value = Id<Tag>(QUuid(static_cast<uint>(++m_count), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    }
    template <class T>
        requires std::is_enum_v<T>
    void fill(T& value)
    {
        value = static_cast<T>(domain::EnumWords<T>::words.size() - 1);
    }
    template <class T>
    void fill(std::optional<T>& value)
    {
        fill(value.emplace());
    }
    template <class T>
    void fill(std::vector<T>& value)
    {
        fill(value.emplace_back());
        fill(value.emplace_back());
    }
    template <wire::HasFields T>
    void fill(T& value)
    {
        T::fields(value, [this](QStringView, auto& field, domain::Part = domain::Part::Public) { fill(field); });
    }

private:
    int m_count = 0;
};

/// One filled value of every alternative of a variant.
template <class Variant>
std::vector<Variant> oneOfEach()
{
    return []<std::size_t... I>(std::index_sequence<I...>) {
        return std::vector<Variant>{Variant(Filler().make<std::variant_alternative_t<I, Variant>>())...};
    }(std::make_index_sequence<std::variant_size_v<Variant>>{});
}

inline std::vector<domain::Command> everyCommand()
{
    std::vector<domain::Command> commands;
    for (domain::CommandBody& body : oneOfEach<domain::CommandBody>()) {
        Filler filler;
        domain::Command command;
        filler.fill(command.id);
        filler.fill(command.document);
        filler.fill(command.at);
        filler.fill(command.after);
        filler.fill(command.group);
        command.body = std::move(body);
        commands.push_back(std::move(command));
    }
    return commands;
}

/// Every kind that the ledger keeps; not UnknownEvent, which is never written.
inline std::vector<domain::EventBody> everyEvent()
{
    auto bodies = oneOfEach<domain::EventBody>();
    std::erase_if(bodies, [](const auto& body) { return std::holds_alternative<domain::UnknownEvent>(body); });
    return bodies;
}

/// 0, 1, 2, ... : salts that are always the same.
class CountingBytes final : public RandomSource
{
public:
    QByteArray bytes(qsizetype count) override
    {
        QByteArray result;
        while (result.size() < count)
            result.append(static_cast<char>(m_next++));
        return result;
    }

private:
    unsigned char m_next = 0;
};

/// The event as the ledger keeps it, at place 7 of a chain.
inline ledger::Record recordOf(const domain::EventBody& body)
{
    Filler filler;
    CountingBytes random;
    const wire::EventParts parts = wire::partsOf(body);
    ledger::Record record;
    filler.fill(record.envelope.ledger);
    filler.fill(record.envelope.id);
    filler.fill(record.envelope.document);
    filler.fill(record.envelope.at);
    filler.fill(record.envelope.by);
    filler.fill(record.envelope.onBehalfOf);
    filler.fill(record.envelope.device);
    filler.fill(record.envelope.command);
    filler.fill(record.envelope.claimed);
    record.envelope.kind = wire::kindWord(body);
    record.envelope.v = wire::versionOf(record.envelope.kind);
    record.payload = ledger::sealed(parts.open, parts.restricted, parts.personal, random).value_or(ledger::Payload{});
    ledger::seal(record, 7, Sha256::of("the event before"));
    return record;
}

inline QByteArray canonical(const QJsonObject& json)
{
    return ledger::canonicalBytes(json).value_or("cannot be made canonical");
}

} // namespace diakinisi::test
