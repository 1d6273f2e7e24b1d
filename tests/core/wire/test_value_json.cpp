#include "base/limits.h"
#include "tests/core/wire/samples.h"
#include "wire/document_json.h"
#include "wire/organisation_json.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::wire;

namespace {

domain::Organisation sampleOrganisation()
{
    test::Filler filler;
    domain::Organisation organisation;
    filler.fill(organisation.name);
    filler.fill(organisation.zone);
    for (int i = 0; i < 700; ++i) { // more than a command may carry
        const auto unit = filler.make<domain::Unit>();
        const auto person = filler.make<domain::Person>();
        organisation.units.insert(unit.id, unit);
        organisation.persons.insert(person.id, person);
    }
    filler.fill(organisation.replacements);
    filler.fill(organisation.policy);
    return organisation;
}

template <class T>
QString subjectOf(const QJsonValue& json, ReadRules rules = ReadRules::wide())
{
    const auto value = fromJson<T>(json, {}, rules);
    return value ? QStringLiteral("taken") : value.error().subject;
}

} // namespace

class TestValueJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDocumentComesBackAsItWas()
    {
        auto document = test::Filler().make<domain::Document>();
        document.notes.assign(900, document.notes.front()); // more than a command may carry
        document.notes.back().text = QString(9000, u'ω');
        const QJsonObject json = toJson(document);
        const auto again = documentFromJson(*ledger::canonicalObject(test::canonical(json)));
        QVERIFY(again);
        QVERIFY(*again == document);
    }

    void aDocumentThatHasLittleComesBackToo()
    {
        domain::Document document;
        document.id = domain::DocumentId(QUuid::createUuidV5(QUuid(), QStringLiteral("d")));
        const QJsonObject json = toJson(document);
        QVERIFY(!json.contains(u"createdBy")); // nobody: no key
        const auto again = documentFromJson(json);
        QVERIFY(again && *again == document);
    }

    void aSnapshotOfAnotherVersionIsReadAsFarAsItGoes()
    {
        const auto document = test::Filler().make<domain::Document>();
        QJsonObject json = toJson(document);
        json.insert(u"mood", QStringLiteral("good"));
        json.remove(u"notes");
        json.remove(u"newerKind");
        const auto again = documentFromJson(json);
        QVERIFY(again);
        domain::Document expected = document;
        expected.notes.clear();
        expected.newerKind = false;
        QVERIFY(*again == expected);
    }

    void aSnapshotThatCannotBeIsRefused()
    {
        const QJsonObject json = toJson(test::Filler().make<domain::Document>());
        const auto subject = [&json](const char16_t* name, const QJsonValue& value) {
            QJsonObject changed = json;
            changed.insert(QStringView(name), value);
            const auto read = documentFromJson(changed);
            return read ? QStringLiteral("taken") : read.error().subject;
        };
        QCOMPARE(subject(u"id", QJsonValue(QJsonValue::Undefined)), QStringLiteral("id"));
        QCOMPARE(subject(u"revision", 1.5), QStringLiteral("revision"));
        QCOMPARE(subject(u"items", QJsonArray{QJsonObject{}}), QStringLiteral("items"));
        QCOMPARE(subject(u"items", QJsonArray{QJsonObject{{QStringLiteral("versions"), QJsonArray{QJsonObject{}}}}}),
                 QStringLiteral("items"));
        QCOMPARE(subject(u"route", QJsonObject{{QStringLiteral("steps"), QJsonArray{QJsonObject{}, 1}}}),
                 QStringLiteral("route.steps[1]"));
        QVERIFY(!documentFromJson({}));
    }

    void theOrganisationComesBackAsItWas()
    {
        const domain::Organisation organisation = sampleOrganisation();
        const QJsonObject json = toJson(organisation);
        const auto again = organisationFromJson(*ledger::canonicalObject(test::canonical(json)));
        QVERIFY(again);
        QVERIFY(again->units == organisation.units && again->persons == organisation.persons);
        QVERIFY(again->replacements == organisation.replacements && again->policy == organisation.policy);
        QCOMPARE(again->name, organisation.name);
        QCOMPARE(again->zone, organisation.zone);
        QVERIFY(organisationFromJson({})->units.isEmpty());
    }

    void anIdTwiceInTheDirectoryIsRefused()
    {
        QJsonObject json = toJson(sampleOrganisation());
        QJsonArray units = json.value(u"units").toArray();
        units.append(units.first());
        json.insert(u"units", units);
        QCOMPARE(organisationFromJson(json).error().subject, QStringLiteral("units"));
        json.insert(u"units", QJsonArray{QJsonObject{}});
        QCOMPARE(organisationFromJson(json).error().subject, QStringLiteral("units"));
        json.insert(u"units", 1);
        QCOMPARE(organisationFromJson(json).error().subject, QStringLiteral("units"));
    }

    void theFirstMisfitIsNamedByItsPath()
    {
        QJsonObject json = toJson(test::Filler().make<domain::NewItem>());
        QJsonObject file = json.value(u"file").toObject();
        file.insert(u"size", QStringLiteral("big"));
        json.insert(u"file", file);
        QCOMPARE(subjectOf<std::vector<domain::NewItem>>(QJsonArray{json}), QStringLiteral("[0].file.size"));
        const auto read = fromJson<std::vector<domain::NewItem>>(QJsonArray{json}, u"items");
        QCOMPARE(read.error(), (Error{ErrorCode::MalformedInput, QStringLiteral("items[0].file.size"),
                                      QStringLiteral("not an integer")}));
    }

    void valuesOfAnotherShapeAreRefused()
    {
        const qint64 big = qint64{1} << 31;
        for (const QJsonValue& wrong :
             {QJsonValue(big), QJsonValue(-big - 1), QJsonValue(1.5), QJsonValue(true), QJsonValue(QStringLiteral("1")),
              QJsonValue(), QJsonValue(QJsonValue::Undefined)})
            QVERIFY(!fromJson<int>(wrong));
        QCOMPARE(*fromJson<int>(big - 1), std::numeric_limits<int>::max());
        QVERIFY(!fromJson<qint64>((qint64{1} << 53) + 1));
        QVERIFY(!fromJson<bool>(1));
        QVERIFY(!fromJson<Instant>(QStringLiteral("2026-11-23T07:01:05Z")));
        QVERIFY(!fromJson<Sha256>(QStringLiteral("00")));
        QVERIFY(!fromJson<domain::PersonId>(QStringLiteral("00000000-0000-0000-0000-000000000000")));
        QVERIFY(!fromJson<domain::PersonId>(domain::systemActor().toString().toUpper()));
        QVERIFY(!fromJson<domain::Direction>(QStringLiteral("Incoming")));
        QVERIFY(!fromJson<std::optional<domain::UnitId>>(QJsonValue::Null));
        QVERIFY(!fromJson<QJsonValue>(QJsonArray{1.5}));
    }

    void tooManyMarksAreRefusedAndNeverWritten()
    {
        const QString hostile = u'a' + QString(1'000'000, QChar(0x323)) + QChar(0x301);
        QVERIFY(!fromJson<QString>(hostile));
        QVERIFY(!fromJson<QJsonValue>(QJsonArray{hostile}));
        QCOMPARE(encode(hostile).toString().size(), 30); // the first mark goes into its letter
        QVERIFY(fromJson<QString>(encode(hostile)));
        QVERIFY(fromJson<QString>(QString(u'a') + QString(30, QChar(0x344)).left(15)));
    }

    void aTextThatGrowsInNfcIsMeasuredThen()
    {
        const QString text(limits::fieldCharacters, QChar(0x958)); // two characters each in NFC
        QVERIFY(!fromJson<QString>(text, {}, ReadRules::strict()));
        QVERIFY(fromJson<QString>(text.left(limits::fieldCharacters / 2), {}, ReadRules::strict()));
    }

    void textsAreMadeFitOnBothWays()
    {
        const QString decomposed = QStringLiteral("Α\u0301θηνα");
        QCOMPARE(*fromJson<QString>(decomposed), QStringLiteral("Άθηνα"));
        QCOMPARE(encode(decomposed), QJsonValue(QStringLiteral("Άθηνα")));
        const QString unfit = QString(u'a') + QChar(0xd83d) + u'b' + QChar(u'\0') + QChar(0xde00);
        QCOMPARE(encode(unfit).toString(), QStringLiteral(u"a\ufffdb\ufffd\ufffd"));
        QCOMPARE(encode(QStringLiteral(u"\U0001f600")).toString(), QStringLiteral(u"\U0001f600"));
        QVERIFY(ledger::canonicalBytes({{QStringLiteral("a"), encode(unfit)}}));
        const QJsonValue free = QJsonObject{{decomposed, QJsonArray{1.5, 1e300, 2, unfit}}};
        QVERIFY(ledger::canonicalBytes(encode(free).toObject()));
        QCOMPARE(encode(free).toObject().begin().value().toArray().at(0), QJsonValue(QJsonValue::Null));
        QCOMPARE(encode(free).toObject().begin().value().toArray().at(2), QJsonValue(2));
    }
};

QTEST_APPLESS_MAIN(TestValueJson)
#include "test_value_json.moc"
