#include "base/digest.h"
#include "base/ids.h"
#include "base/time.h"

#include <QBuffer>
#include <QSet>
#include <QTest>

using namespace diakinisi;

namespace {

struct ThingTag;
using ThingId = Id<ThingTag>;

class FixedClock final : public Clock
{
public:
    Instant now() const override { return instant; }
    std::chrono::steady_clock::time_point steady() const override { return {}; }
    Instant instant{1'795'417'265'123};
};

} // namespace

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorCodeHasItsOwnWord()
    {
        QSet<QString> words;
        for (const ErrorCode code : allErrorCodes()) {
            words.insert(errorWord(code));
            QCOMPARE(errorCode(errorWord(code)), code);
        }
        QCOMPARE(words.size(), static_cast<qsizetype>(allErrorCodes().size()));
        QCOMPARE(errorCode(u"no-such-word"), ErrorCode::InternalFault);
    }

    void anInstantHasOneSpelling()
    {
        const Instant instant{1'795'417'265'120};
        QCOMPARE(toIso(instant), QStringLiteral("2026-11-23T07:01:05.120Z"));
        QCOMPARE(*instantFromIso(toIso(instant)), instant);
        for (const char* other :
             {"2026-11-23T07:01:05Z", "2026-11-23T07:01:05.12Z", "2026-11-23T07:01:05.120+00:00",
              "2026-11-23 07:01:05.120Z", "2026-13-23T07:01:05.120Z", "2026-11-23T24:00:00.000Z", ""})
            QVERIFY2(!instantFromIso(QString::fromLatin1(other)), other);
    }

    void idsGrowWithTimeAndCarryVersion7()
    {
        FixedClock clock;
        SystemRandom random;
        IdSource source(clock, random);
        const auto first = source.make<ThingId>();
        clock.instant = clock.instant + 1;
        const auto second = source.make<ThingId>();
        QVERIFY(first < second);
        QCOMPARE(first.toString().at(14), u'7');
        QCOMPARE(*ThingId::fromString(first.toString()), first);
        QVERIFY(!ThingId::fromString(first.toString().toUpper()));
        QVERIFY(!ThingId::fromString(u"00000000-0000-0000-0000-000000000000"));
    }

    void aDigestIsReadOnlyInItsOwnForm()
    {
        const Sha256 digest = Sha256::of("abc");
        QCOMPARE(digest.hex(), QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(*Sha256::fromHex(digest.hex()), digest);
        QVERIFY(!Sha256::fromHex(digest.hex().toUpper()));
        QVERIFY(!Sha256::fromRaw("short"));

        QByteArray large(3'000'000, 'x');
        QBuffer buffer(&large);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QCOMPARE(digestOf(buffer).value(), Sha256::of(large));
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "test_values.moc"
