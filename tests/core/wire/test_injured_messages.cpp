#include "tests/core/wire/samples.h"
#include "tests/support/mutation.h"
#include "wire/document_json.h"
#include "wire/json_reader.h"
#include "wire/messages.h"
#include "wire/organisation_json.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::wire;

namespace {

/// Reads a message of one type out of an object and writes it again; nothing when it is refused.
using ReadAndWrite = std::function<std::optional<QJsonObject>(const QJsonObject&)>;

template <class Read>
ReadAndWrite again(Read read)
{
    return [read](const QJsonObject& json) -> std::optional<QJsonObject> {
        const auto value = read(json);
        return value ? std::optional(toJson(*value)) : std::nullopt;
    };
}

std::vector<ReadAndWrite> readers()
{
    return {again([](const QJsonObject& json) { return commandFromJson(json); }),
            again([](const QJsonObject& json) { return ledger::recordFromJson(json); }),
            again([](const QJsonObject& json) { return documentFromJson(json); }),
            again([](const QJsonObject& json) { return organisationFromJson(json); }),
            again([](const QJsonObject& json) { return fromJson<FeedPage>(json); }),
            again([](const QJsonObject& json) { return fromJson<SignInAnswer>(json); }),
            again([](const QJsonObject& json) { return fromJson<CommandsAnswer>(json); })};
}

std::vector<QByteArray> goodMessages()
{
    test::Filler filler;
    std::vector<QByteArray> messages;
    for (const domain::Command& command : test::everyCommand())
        messages.push_back(test::canonical(toJson(command)));
    for (const domain::EventBody& body : test::everyEvent())
        messages.push_back(ledger::toBytes(test::recordOf(body)));
    const auto document = filler.make<domain::Document>();
    messages.push_back(test::canonical(toJson(document)));
    domain::Organisation organisation;
    for (int i = 0; i < 3; ++i) {
        const auto person = filler.make<domain::Person>();
        organisation.persons.insert(person.id, person);
    }
    messages.push_back(test::canonical(toJson(organisation)));
    messages.push_back(test::canonical(toJson(
        FeedPage{{{5, FeedItemType::DocumentAppeared, {}, document, document.id}}, QStringLiteral("c"), false})));
    messages.push_back(test::canonical(toJson(filler.make<SignInAnswer>())));
    return messages;
}

} // namespace

class TestInjuredMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTakenIsUnderstoodTheSameWayEverAfter()
    {
        test::Mutator mutator(20261123);
        const auto messages = goodMessages();
        const auto all = readers();
        int taken = 0;
        for (int i = 0; i < 12'000; ++i) {
            const auto& message =
                messages[static_cast<std::size_t>(mutator.below(static_cast<qsizetype>(messages.size())))];
            const auto json = readJsonObject(mutator.injured(message));
            if (!json)
                continue;
            for (const ReadAndWrite& reader : all) {
                const auto written = reader(*json);
                if (!written)
                    continue;
                ++taken;
                QVERIFY(ledger::canonicalBytes(*written)); // so it can be stored and digested
                const auto twice = reader(*written);
                QVERIFY(twice);
                QCOMPARE(*twice, *written);
            }
        }
        QVERIFY(taken > 100);
    }

    void injuredPartsOfAnEventNeverBreakItsReading()
    {
        test::Mutator mutator(7);
        for (int round = 0; round < 100; ++round)
            for (const domain::EventBody& body : test::everyEvent()) {
                ledger::Record record = test::recordOf(body);
                for (auto* part : {&record.payload.open, &record.payload.restricted, &record.payload.personal})
                    if (*part)
                        (*part)->bytes = mutator.injured((*part)->bytes);
                const domain::Event event = eventOf(record);
                QVERIFY(kindWord(event.body) == record.envelope.kind);
            }
    }
};

QTEST_APPLESS_MAIN(TestInjuredMessages)
#include "test_injured_messages.moc"
