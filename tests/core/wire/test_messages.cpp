#include "base/limits.h"
#include "tests/core/wire/samples.h"
#include "wire/cursor.h"
#include "wire/json_reader.h"
#include "wire/messages.h"
#include "wire/problem.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::wire;

namespace {

template <class T>
bool comesBack(const T& message)
{
    const QByteArray bytes = test::canonical(toJson(message));
    const auto json = readJsonObject(bytes);
    const auto again = json ? fromJson<T>(*json) : Result<T>(fail(json.error()));
    return again && test::canonical(toJson(*again)) == bytes;
}

FeedPage samplePage()
{
    test::Filler filler;
    FeedPage page{{}, QStringLiteral("1.7."), true};
    for (const domain::EventBody& body : test::everyEvent())
        page.items.push_back(
            {static_cast<qint64>(page.items.size() + 1), FeedItemType::Event, test::recordOf(body), {}, {}});
    const auto document = filler.make<domain::Document>();
    page.items.push_back({100, FeedItemType::DocumentAppeared, {}, document, document.id});
    page.items.push_back({101, FeedItemType::DocumentWithdrawn, {}, {}, document.id});
    return page;
}

/// The page with one member of one item taken away, put in or changed.
Error errorWith(std::size_t item, const char16_t* name, const QJsonValue& value)
{
    QJsonObject json = toJson(samplePage());
    QJsonArray items = json.value(u"items").toArray();
    QJsonObject one = items.at(static_cast<qsizetype>(item)).toObject();
    one.insert(QStringView(name), value);
    items.replace(static_cast<qsizetype>(item), one);
    json.insert(u"items", items);
    const auto page = fromJson<FeedPage>(json);
    return page ? Error{ErrorCode::Cancelled, {}, {}} : page.error();
}

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageComesBackAsItWas()
    {
        test::Filler filler;
        QVERIFY(comesBack(filler.make<ServerInfo>()));
        QVERIFY(comesBack(filler.make<SignInRequest>()));
        QVERIFY(comesBack(filler.make<SignInAnswer>()));
        QVERIFY(comesBack(filler.make<RegisterPage>()));
        QVERIFY(comesBack(filler.make<UploadRequest>()));
        QVERIFY(comesBack(filler.make<UploadAnswer>()));
        QVERIFY(comesBack(samplePage()));
        DirectorySnapshot directory{42, {}};
        directory.organisation.name = QStringLiteral("Δήμος");
        QVERIFY(comesBack(directory));
        const ledger::Record record = test::recordOf(test::everyEvent().front());
        QVERIFY(comesBack(HistoryPage{{record, record}, true}));
        const auto id = filler.make<domain::CommandId>();
        const QJsonObject problem = problemOf({ErrorCode::StateChanged, QStringLiteral("version"), {}});
        QVERIFY(comesBack(CommandsAnswer{{{id, CommandStatus::Applied, {record, record}, {}},
                                          {id, CommandStatus::Repeated, {}, {}},
                                          {id, CommandStatus::Refused, {}, problem}}}));
    }

    void aSignInNamesTheDeviceOrItsSecret()
    {
        const auto fresh = fromJson<SignInRequest>(
            *readJsonObject("{\"user\":\"maria\",\"password\":\"x\",\"device\":{\"name\":\"Γραφείο 3\"}}"));
        QVERIFY(fresh && !fresh->device.id && fresh->device.name == QStringLiteral("Γραφείο 3"));
        QVERIFY(!fromJson<SignInRequest>(*readJsonObject("{\"user\":\"maria\",\"password\":\"x\"}")));
    }

    void aSignInIsReadWithinTheHousesLimits()
    {
        SignInRequest request{QStringLiteral("maria"), QString(limits::fieldCharacters, u'x'), {}};
        QVERIFY(fromJson<SignInRequest>(toJson(request)));
        request.password += u'x';
        QCOMPARE(fromJson<SignInRequest>(toJson(request)).error().subject, QStringLiteral("password"));
    }

    void anItemNeedsWhatItsTypeSays()
    {
        const std::size_t appeared = test::everyEvent().size();
        const QJsonValue away(QJsonValue::Undefined);
        QCOMPARE(errorWith(0, u"record", away).subject, QStringLiteral("items[0].record"));
        QCOMPARE(errorWith(0, u"type", QStringLiteral("rumour")).subject, QStringLiteral("items[0].type"));
        QCOMPARE(errorWith(0, u"position", away).subject, QStringLiteral("items[0].position"));
        const QString place = QStringLiteral("items[%1].").arg(appeared);
        QCOMPARE(errorWith(appeared, u"snapshot", away).subject, place + QStringLiteral("snapshot"));
        QCOMPARE(errorWith(appeared, u"document", away).subject, place + QStringLiteral("document"));
        QCOMPARE(errorWith(appeared, u"document", domain::systemActor().toString()).subject,
                 place + QStringLiteral("document"));
        QCOMPARE(errorWith(appeared + 1, u"document", away).code, ErrorCode::MalformedInput);
    }

    void aTamperedEventIsRefusedAsSuch()
    {
        QJsonObject record = ledger::toJson(test::recordOf(test::everyEvent().front()));
        QJsonObject envelope = record.value(u"envelope").toObject();
        envelope.insert(u"seq", 8);
        record.insert(u"envelope", envelope);
        QCOMPARE(errorWith(3, u"record", record).code, ErrorCode::ChainBroken);
        record.insert(u"payload", QJsonObject{});
        QCOMPARE(errorWith(3, u"record", record).code, ErrorCode::DigestMismatch);
        QCOMPARE(errorWith(3, u"record", record).subject, QStringLiteral("items[3].record.payload"));
    }

    void aCursorHasOneSpelling()
    {
        const FeedCursor cursor{3, 1234, Sha256::of("x")};
        const QString text = toText(cursor);
        QCOMPARE(text, QStringLiteral("3.1234.") + Sha256::of("x").hex());
        QVERIFY(cursorFromText(text) == cursor);
        QVERIFY(cursorFromText(toText({})) == FeedCursor{});
        const QString hash = cursor.hash.hex();
        for (const QString& wrong : {QString(), QStringLiteral("1"), QStringLiteral("1.2"), text + u'.', u' ' + text,
                                     QStringLiteral("0.1.") + hash, QStringLiteral("01.1.") + hash,
                                     QStringLiteral("1.-1.") + hash, QStringLiteral("+1.1.") + hash,
                                     QStringLiteral("1.1.") + hash.toUpper(), QStringLiteral("1.1.") + hash.left(63),
                                     QStringLiteral("99999999999999999999.1.") + hash, QString(100'000, u'1')})
            QVERIFY2(!cursorFromText(wrong), qPrintable(wrong.left(80)));
    }
};

QTEST_APPLESS_MAIN(TestMessages)
#include "test_messages.moc"
