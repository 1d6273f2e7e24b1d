#include "tests/core/wire/samples.h"

#include <QSet>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::wire;
using domain::EventBody;
using domain::UnknownEvent;

namespace {

bool same(const EventParts& a, const EventParts& b)
{
    return a.open == b.open && a.restricted == b.restricted && a.personal == b.personal;
}

} // namespace

class TestEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindComesBackAsItWas()
    {
        QSet<QString> kinds;
        for (const EventBody& body : test::everyEvent()) {
            const EventParts parts = partsOf(body);
            const EventBody again = bodyOf(kindWord(body), versionOf(kindWord(body)), parts);
            QCOMPARE(again.index(), body.index());
            QVERIFY(same(partsOf(again), parts));
            kinds.insert(kindWord(body));
        }
        QCOMPARE(kinds.size(), static_cast<qsizetype>(std::variant_size_v<EventBody>) - 1);
        QCOMPARE(static_cast<qsizetype>(eventKinds().size()), kinds.size());
        for (const QString& kind : eventKinds())
            QVERIFY(kinds.contains(kind) && versionOf(kind) >= 1);
    }

    void everyKindComesBackFromTheLedger()
    {
        for (const EventBody& body : test::everyEvent()) {
            const ledger::Record record = test::recordOf(body);
            QVERIFY(ledger::check(record));
            const domain::Event event = eventOf(record);
            QVERIFY(same(partsOf(event.body), partsOf(body)));
            QCOMPARE(event.id, record.envelope.id);
            QCOMPARE(event.document, record.envelope.document);
            QCOMPARE(event.at, record.envelope.at);
            QCOMPARE(event.by, record.envelope.by);
            QVERIFY(event.onBehalfOf == record.envelope.onBehalfOf);
        }
    }

    void eachFieldGoesIntoItsPart()
    {
        const EventParts parts = partsOf(test::Filler().make<domain::DocumentRegistered>());
        QCOMPARE(parts.open.keys().join(u' '), QStringLiteral("claimed identity legalTime number"));
        QCOMPARE(parts.restricted.keys().join(u' '), QStringLiteral("access items particulars"));
        QCOMPARE(parts.personal.keys().join(u' '), QStringLiteral("contacts"));
    }

    void withheldPartsLeaveDefaults()
    {
        const auto full = test::Filler().make<domain::DocumentRegistered>();
        ledger::Record record = test::recordOf(full);
        record.payload = ledger::withheld(record.payload, true, true);
        const auto event = eventOf(record);
        const auto& seen = std::get<domain::DocumentRegistered>(event.body);
        QVERIFY(seen.identity == full.identity);
        QVERIFY(seen.number == full.number);
        QVERIFY(seen.particulars == domain::Particulars{});
        QVERIFY(seen.contacts.empty() && seen.items.empty());
        for (const EventBody& body : test::everyEvent()) {
            ledger::Record other = test::recordOf(body);
            other.payload = ledger::withheld(other.payload, true, true);
            QCOMPARE(eventOf(other).body.index(), body.index());
        }
    }

    void whatIsNewerOrBrokenIsUnknownNotGuessed()
    {
        const auto unknown = [](const EventBody& body, const QString& kind) {
            const auto* event = std::get_if<UnknownEvent>(&body);
            return event && event->kindWord == kind && kindWord(body) == kind;
        };
        for (const char* word : {"", "document-flown", "Charged"}) {
            const QString kind = QString::fromLatin1(word);
            QVERIFY(unknown(bodyOf(kind, 1, {}), kind));
            QCOMPARE(versionOf(kind), 0);
        }
        for (const EventBody& body : test::everyEvent()) {
            const QString kind = kindWord(body);
            const EventParts parts = partsOf(body);
            QVERIFY(unknown(bodyOf(kind, versionOf(kind) + 1, parts), kind));
            QVERIFY(unknown(bodyOf(kind, 0, parts), kind));
            EventParts broken = parts;
            for (QJsonObject* part : {&broken.open, &broken.restricted, &broken.personal})
                for (const QString& name : part->keys()) {
                    const QJsonValue right = part->value(name);
                    part->insert(name, QJsonArray{QJsonArray{}});
                    if (!std::holds_alternative<domain::PolicySet>(body)) // its value may be anything
                        QVERIFY2(unknown(bodyOf(kind, versionOf(kind), broken), kind), qPrintable(kind + u' ' + name));
                    part->insert(name, right);
                }
        }
        ledger::Record record = test::recordOf(test::everyEvent().front());
        record.payload.open->bytes = "no JSON";
        QVERIFY(unknown(eventOf(record).body, record.envelope.kind));
    }

    void olderVersionsAreRaisedStepByStep()
    {
        const std::array<UpCaster, 2> casters{
            // Version 2 calls the text "text", version 3 puts it into the restricted part.
            UpCaster{QLatin1StringView("note-added"), 1,
                     [](EventParts& parts) { parts.open.insert(u"text", parts.open.take(u"words")); }},
            UpCaster{QLatin1StringView("note-added"), 2,
                     [](EventParts& parts) { parts.restricted.insert(u"text", parts.open.take(u"text")); }}};
        const QString kind = QStringLiteral("note-added");
        QCOMPARE(versionOf(kind, casters), 3);
        QCOMPARE(versionOf(QStringLiteral("charged"), casters), 1);
        const QString text = QStringLiteral("Παρατήρηση");
        const std::array<EventParts, 3> written{EventParts{{{QStringLiteral("words"), text}}, {}, {}},
                                                EventParts{{{QStringLiteral("text"), text}}, {}, {}},
                                                EventParts{{}, {{QStringLiteral("text"), text}}, {}}};
        for (int v = 1; v <= 3; ++v) {
            const EventBody body = bodyOf(kind, v, written[static_cast<std::size_t>(v - 1)], casters);
            QVERIFY(std::holds_alternative<domain::NoteAdded>(body));
            QCOMPARE(std::get<domain::NoteAdded>(body).text, text);
        }
        QVERIFY(std::holds_alternative<UnknownEvent>(bodyOf(kind, 4, written[2], casters)));
        const std::span<const UpCaster> gap(casters.data() + 1, 1); // nothing raises version 1
        QVERIFY(std::holds_alternative<UnknownEvent>(bodyOf(kind, 1, written[0], gap)));
    }
};

QTEST_APPLESS_MAIN(TestEvents)
#include "test_events.moc"
