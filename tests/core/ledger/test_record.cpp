#include "ledger/canonical_json.h"
#include "tests/core/ledger/sample_records.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::ledger;

namespace {

QJsonObject with(QJsonObject json, const QStringList& path, const QJsonValue& value)
{
    const QString name = path.first();
    json.insert(name, path.size() == 1 ? value : with(json.value(name).toObject(), path.mid(1), value));
    return json;
}

ErrorCode errorOf(const QJsonObject& json)
{
    const auto record = recordFromJson(json);
    return record ? ErrorCode::Cancelled : record.error().code;
}

} // namespace

class TestRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHashIsOfTheCanonicalBytesWithoutIt()
    {
        tests::SeededRandom random(1);
        for (const Record& record : test::sampleChain(12, random)) {
            QJsonObject json = toJson(record.envelope);
            QCOMPARE(toBytes(record.envelope), *canonicalBytes(json));
            json.remove(u"hash");
            QCOMPARE(hashedBytes(record.envelope), *canonicalBytes(json));
            QCOMPARE(record.envelope.hash, Sha256::of(*canonicalBytes(json)));
        }
        Envelope odd;
        odd.kind = QStringLiteral("no \"word\"");
        QVERIFY(hashedBytes(odd).isEmpty());
    }

    void aRecordComesBackAsItWas()
    {
        tests::SeededRandom random(2);
        for (const Record& record : test::sampleChain(12, random)) {
            QCOMPARE(toBytes(record), *canonicalBytes(toJson(record)));
            const auto again = recordFromJson(*canonicalObject(toBytes(record)));
            QVERIFY(again);
            QVERIFY(*again == record);
        }
    }

    void theDigestsAreThoseThatAreWrittenDown()
    {
        tests::SeededRandom random(3);
        const Payload payload = *sealed({{QStringLiteral("n"), 1}}, {}, {{QStringLiteral("p"), 2}}, random);
        QCOMPARE(payload.open->bytes, "{\"n\":1}");
        QCOMPARE(payload.open->salt.size(), 16);
        QVERIFY(payload.open->salt != payload.personal->salt);
        QVERIFY(!payload.restricted);
        QCOMPARE(payload.open->digest, Sha256::of(payload.open->salt + "{\"n\":1}"));
        QCOMPARE(payloadDigest(payload), Sha256::of("\1" + payload.open->digest.raw() + QByteArray(1, '\0') + "\1" +
                                                    payload.personal->digest.raw()));
    }

    void withheldPartsKeepThePayloadsDigestAndTheHash()
    {
        tests::SeededRandom random(4);
        const Record record = test::sampleChain(1, random).front();
        for (const bool restricted : {false, true})
            for (const bool personal : {false, true}) {
                const Record less{record.envelope, withheld(record.payload, restricted, personal)};
                QCOMPARE(payloadDigest(less.payload), record.envelope.payloadDigest);
                QCOMPARE(less.payload.restricted->isOpen(), !restricted);
                QCOMPARE(toBytes(less).contains("2101234567"), !personal);
                QCOMPARE(toBytes(less), *canonicalBytes(toJson(less)));
                const auto again = recordFromJson(toJson(less));
                QVERIFY(again);
                QVERIFY(*again == less);
            }
    }

    void everyChangeIsFound()
    {
        tests::SeededRandom random(5);
        const Record record = test::sampleChain(42, random).back(); // has every member of the envelope but a few
        const QJsonObject json = toJson(record);
        QCOMPARE(errorOf(json), ErrorCode::Cancelled);
        const QString otherId = test::sampleUuid(77).toString(QUuid::WithoutBraces);
        const QString otherDigest = Sha256::of("other").hex();
        const QString otherTime = QStringLiteral("2026-01-01T00:00:00.000Z");
        const std::vector<std::pair<const char*, QJsonValue>> changes{{"ledger", otherId},
                                                                      {"epoch", 9},
                                                                      {"seq", 9},
                                                                      {"id", otherId},
                                                                      {"document", otherId},
                                                                      {"kind", QStringLiteral("charged")},
                                                                      {"v", 2},
                                                                      {"at", otherTime},
                                                                      {"by", otherId},
                                                                      {"for", otherId},
                                                                      {"device", otherId},
                                                                      {"command", otherId},
                                                                      {"claimed", otherTime},
                                                                      {"prev", otherDigest},
                                                                      {"hash", otherDigest}};
        for (const auto& [name, value] : changes)
            QVERIFY2(errorOf(with(json, {QStringLiteral("envelope"), QString::fromLatin1(name)}, value)) ==
                         ErrorCode::ChainBroken,
                     name);
        QCOMPARE(errorOf(with(json, {QStringLiteral("envelope"), QStringLiteral("payloadDigest")}, otherDigest)),
                 ErrorCode::DigestMismatch);
        for (const char* part : {"public", "restricted", "personal"})
            QCOMPARE(errorOf(with(json, {QStringLiteral("payload"), QString::fromLatin1(part)},
                                  QJsonObject{{QStringLiteral("digest"), otherDigest}})),
                     ErrorCode::DigestMismatch);
        QCOMPARE(errorOf(with(json,
                              {QStringLiteral("payload"), QStringLiteral("public"), QStringLiteral("value"),
                               QStringLiteral("n")},
                              43)),
                 ErrorCode::DigestMismatch);
    }

    void aPartThatWasChangedInStoreIsNamed()
    {
        tests::SeededRandom random(6);
        Record record = test::sampleChain(1, random).front();
        record.payload.restricted->bytes.replace("1", "2");
        const Done done = check(record);
        QCOMPARE(done.error().code, ErrorCode::DigestMismatch);
        QCOMPARE(done.error().subject, QStringLiteral("restricted"));
    }

    void whatIsNoRecordIsMalformed_data()
    {
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char* path, const QJsonValue& value, const char* subject) {
            QTest::addRow("%s %s", path, qPrintable(value.toVariant().toString()))
                << QString::fromLatin1(path).split(u'/') << value << QString::fromLatin1(subject);
        };
        row("envelope", 1, "envelope");
        row("payload", QJsonValue::Null, "payload");
        row("envelope/seq", 0, "envelope.seq");
        row("envelope/seq", 1.5, "envelope.seq");
        row("envelope/epoch", QStringLiteral("1"), "envelope.epoch");
        row("envelope/v", qint64{1} << 40, "envelope.v");
        row("envelope/at", QStringLiteral("2026-11-23"), "envelope.at");
        row("envelope/by", QString(), "envelope.by");
        row("envelope/for", QJsonValue::Null, "envelope.for");
        row("envelope/kind", QStringLiteral("Note"), "envelope.kind");
        row("envelope/kind", QString(65, u'a'), "envelope.kind");
        row("envelope/hash", QStringLiteral("12"), "envelope.hash");
        row("payload/public", 1, "payload.public");
        row("payload/public", QJsonObject{}, "payload.public.salt");
        row("payload/public/salt", QStringLiteral("AAAAAAAAAAAAAAAAAAAAAB"), "payload.public.salt"); // stray bits
        row("payload/public/salt", QStringLiteral("AAAA"), "payload.public.salt");
        row("payload/public/value", 1, "payload.public.value");
        row("payload/public/digest", Sha256().hex(), "payload.public.digest"); // beside salt and value
        row("payload/public/value/n", 1.5, "payload.public");
    }

    void whatIsNoRecordIsMalformed()
    {
        QFETCH(QStringList, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, subject);
        tests::SeededRandom random(7);
        const auto record = recordFromJson(with(toJson(test::sampleChain(1, random).front()), path, value));
        QVERIFY(!record);
        QCOMPARE(record.error().code, ErrorCode::MalformedInput);
        QCOMPARE(record.error().subject, subject);
    }
};

QTEST_APPLESS_MAIN(TestRecord)
#include "test_record.moc"
