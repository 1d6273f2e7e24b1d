#include "tests/support/store_fixture.h"

#include "wire/cursor.h"
#include "wire/event_json.h"
#include "wire/problem.h"

namespace diakinisi::test {

using namespace domain;

namespace {

class Numbers final : public NumberSource
{
public:
    explicit Numbers(qint64& last) : m_last(last) {}
    RegisterNumber next(const QString& series, int year) override { return {series, year, ++m_last}; }

private:
    qint64& m_last;
};

wire::CommandResult refusal(const CommandId& id, const Error& error)
{
    return {id, wire::CommandStatus::Refused, {}, wire::problemOf(error, QStringLiteral("test"))};
}

} // namespace

ledger::Record SmallServer::recordOf(const Command& command, const PersonId& by, const Decided& decided)
{
    const QString kind = wire::kindWord(decided.body);
    const wire::EventParts parts = wire::partsOf(decided.body);
    ledger::Record record;
    record.envelope.ledger = m_ledger;
    record.envelope.epoch = epoch;
    record.envelope.id = m_office.newId<EventId>();
    record.envelope.document = command.document;
    record.envelope.kind = kind;
    record.envelope.v = wire::versionOf(kind);
    record.envelope.at = m_office.now;
    record.envelope.by = by;
    record.envelope.onBehalfOf = decided.onBehalfOf;
    record.envelope.command = command.id;
    record.payload = ledger::sealed(parts.open, parts.restricted, parts.personal, m_random).value();
    ledger::seal(record, ++seq, m_head);
    m_head = record.envelope.hash;
    return record;
}

wire::CommandResult SmallServer::decideOne(const Command& command, const PersonId& by)
{
    if (const auto known = m_answers.find(command.id); known != m_answers.end()) {
        wire::CommandResult again = known->second;
        if (again.status == wire::CommandStatus::Applied)
            again.status = wire::CommandStatus::Repeated;
        return again;
    }
    Numbers numbers(m_office.counter);
    Context context;
    context.actor = by;
    context.authority = true;
    context.at = m_office.now;
    context.legalTime = m_office.legal();
    context.numbers = &numbers;
    context.organisation = &m_office.organisation;
    Document document = m_documents.contains(command.document) ? m_documents[command.document] : Document{};
    const auto decided = domain::decide(document, command, context);
    if (!decided)
        return refusal(command.id, decided.error());
    wire::CommandResult result{command.id, wire::CommandStatus::Applied, {}, std::nullopt};
    for (const Decided& each : *decided) {
        result.events.push_back(recordOf(command, by, each));
        apply(document, wire::eventOf(result.events.back()));
    }
    m_documents[command.document] = document;
    return result;
}

wire::CommandResult SmallServer::answer(const Command& command, const PersonId& by)
{
    return answer(std::vector{command}, by).front();
}

std::vector<wire::CommandResult> SmallServer::answer(const std::vector<Command>& commands, const PersonId& by)
{
    std::vector<wire::CommandResult> results;
    std::set<CommandId> refused;
    for (std::size_t from = 0; from < commands.size();) {
        std::size_t to = from + 1;
        while (to < commands.size() && commands[from].group && commands[to].group == commands[from].group)
            ++to;
        const auto documents = m_documents;
        const qint64 counter = m_office.counter;
        std::vector<wire::CommandResult> unit;
        bool anyRefused = false;
        for (std::size_t i = from; i < to; ++i) {
            const bool depends = std::any_of(commands[i].after.begin(), commands[i].after.end(),
                                             [&refused](const CommandId& id) { return refused.contains(id); });
            unit.push_back(depends ? refusal(commands[i].id, {ErrorCode::DependencyRefused, {}, {}})
                                   : decideOne(commands[i], by));
            anyRefused = anyRefused || unit.back().status == wire::CommandStatus::Refused;
        }
        if (anyRefused) {
            m_documents = documents;
            m_office.counter = counter;
            for (wire::CommandResult& each : unit)
                if (each.status != wire::CommandStatus::Refused)
                    each = refusal(each.id, {ErrorCode::GroupRefused, {}, {}});
        }
        for (wire::CommandResult& each : unit) {
            if (each.status == wire::CommandStatus::Refused)
                refused.insert(each.id);
            m_answers[each.id] = each;
            results.push_back(std::move(each));
        }
        from = to;
    }
    return results;
}

std::vector<ledger::Record> SmallServer::act(const DocumentId& document, const PersonId& by, CommandBody body)
{
    const auto result = answer(m_office.command(document, std::move(body)), by);
    if (result.status != wire::CommandStatus::Applied)
        qFatal("refused: %s", qPrintable(errorWord(wire::errorOf(*result.problem).code)));
    return result.events;
}

wire::FeedItem SmallServer::event(const ledger::Record& record)
{
    return {record.envelope.seq, wire::FeedItemType::Event, record, std::nullopt, std::nullopt};
}

wire::FeedItem SmallServer::appeared(const DocumentId& document) const
{
    return {seq, wire::FeedItemType::DocumentAppeared, std::nullopt, m_documents.at(document), document};
}

wire::FeedItem SmallServer::withdrawn(const DocumentId& document) const
{
    return {seq, wire::FeedItemType::DocumentWithdrawn, std::nullopt, std::nullopt, document};
}

wire::FeedPage SmallServer::page(std::vector<wire::FeedItem> items, bool more)
{
    const Sha256 hash = Sha256::of(QByteArray::number(++m_pages));
    return {std::move(items), wire::toText({epoch, seq, hash}), more};
}

} // namespace diakinisi::test
