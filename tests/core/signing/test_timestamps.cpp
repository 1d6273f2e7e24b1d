#include "signed_files.h"
#include "test_authorities.h"

#include "signing/cms/signing_digest.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;
using samples::SigningHelp;

namespace {

const QByteArray stamped = "what is stamped";

Result<Timestamp> stamp(SigningHelp& help, DigestAlgorithm algorithm = DigestAlgorithm::Sha256)
{
    return help.timestamps.stamp(algorithm, SigningDigest::of(algorithm, stamped), {});
}

/// A clock that stands where it is put.
class SetClock final : public Clock
{
public:
    Instant now() const override { return time; }
    std::chrono::steady_clock::time_point steady() const override { return std::chrono::steady_clock::now(); }
    Instant time = samples::now();
};

} // namespace

class TestTimestamps : public QObject
{
    Q_OBJECT

private:
    samples::TestAuthorities m_authorities;

private Q_SLOTS:
    void initTestCase() { m_authorities.publish(); }

    void aTokenIsGivenAndOpensslAgrees_data()
    {
        QTest::addColumn<int>("algorithm");
        QTest::newRow("SHA-256") << static_cast<int>(DigestAlgorithm::Sha256);
        QTest::newRow("SHA-384") << static_cast<int>(DigestAlgorithm::Sha384);
        QTest::newRow("SHA-512") << static_cast<int>(DigestAlgorithm::Sha512);
    }

    void aTokenIsGivenAndOpensslAgrees()
    {
        QFETCH(int, algorithm);
        SigningHelp help(m_authorities);
        const Result<Timestamp> timestamp = stamp(help, static_cast<DigestAlgorithm>(algorithm));
        QVERIFY2(timestamp, timestamp ? "" : qPrintable(timestamp.error().cause));
        QVERIFY(timestamp->token.holds());
        QVERIFY(timestamp->token.stamps(stamped));
        QVERIFY(!timestamp->token.stamps("something else"));
        QCOMPARE(timestamp->token.policy, QStringLiteral("1.2.3.4.1"));
        QCOMPARE(timestamp->token.accuracy, 1000);
        QVERIFY(timestamp->token.certificates.size() >= 2); // the issuing authority's came along
        QVERIFY(std::abs(timestamp->token.time.milliseconds - samples::now().milliseconds) < 60'000);
        const samples::ProgramResult judge =
            samples::opensslTs(timestamp->der, stamped, m_authorities.authority().root());
        QVERIFY2(judge.exitCode == 0, judge.output.constData());
    }

    void whatABadAuthorityAnswersIsNotBelieved_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("reason");
        for (const auto& [path, reason] : {std::pair{"tsa/other-nonce", "another question"},
                                           {"tsa/other-imprint", "something else"},
                                           {"tsa/refuses", "refused"},
                                           {"tsa/expired", "not in force"},
                                           {"tsa/unfit", "not for timestamps"},
                                           {"tsa/broken", "does not hold"},
                                           {"tsa/wrong-type", "another type"},
                                           {"status/503", "503"},
                                           {"garbage", "no HTTP"},
                                           {"redirect/file", "http"},
                                           {"cut", "too early"}})
            QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(reason);
    }

    void whatABadAuthorityAnswersIsNotBelieved()
    {
        QFETCH(QString, path);
        SigningHelp help(m_authorities, {path});
        const Result<Timestamp> timestamp = stamp(help);
        QVERIFY(!timestamp);
        QCOMPARE(timestamp.error().code, ErrorCode::TimestampUnavailable);
        QFETCH(QString, reason);
        QVERIFY2(timestamp.error().cause.contains(reason), qPrintable(timestamp.error().cause));
    }

    void theDemandedPolicyIsHeld()
    {
        SigningHelp good(m_authorities, {QStringLiteral("tsa")}, QStringLiteral("1.2.3.4.1"));
        QVERIFY(stamp(good));
        SigningHelp other(m_authorities, {QStringLiteral("tsa/other-policy")});
        QVERIFY(stamp(other));
        SigningHelp demanding(m_authorities, {QStringLiteral("tsa/other-policy")}, QStringLiteral("1.2.3.4.1"));
        QVERIFY(!stamp(demanding));
    }

    void theNextAuthorityIsAskedAndAFailedOneLeftOutForAWhile()
    {
        SetClock clock;
        SigningHelp help(m_authorities);
        TimestampAuthorities list(
            help.fetcher, clock, help.random,
            {{m_authorities.url(QStringLiteral("status/500"))}, {m_authorities.url(QStringLiteral("tsa"))}});
        const QByteArray imprint = SigningDigest::of(DigestAlgorithm::Sha256, stamped);
        const auto bad = [&] { return m_authorities.count(QStringLiteral("status/500")); };
        const int before = bad();
        QVERIFY(list.stamp(DigestAlgorithm::Sha256, imprint, {}));
        QCOMPARE(bad(), before + 1);
        QVERIFY(list.stamp(DigestAlgorithm::Sha256, imprint, {}));
        QCOMPARE(bad(), before + 1); // left out
        const std::vector<TimestampHealth> health = list.health();
        QCOMPARE(health[0].failures, 1);
        QVERIFY(health[0].problem && health[0].askedAgain && !health[0].lastGood);
        QVERIFY(health[1].lastGood && !health[1].problem);
        clock.time.milliseconds += 16'000;
        QVERIFY(list.stamp(DigestAlgorithm::Sha256, imprint, {}));
        QCOMPARE(bad(), before + 2); // its time had come
        clock.time.milliseconds += 16'000;
        QVERIFY(list.stamp(DigestAlgorithm::Sha256, imprint, {}));
        QCOMPARE(bad(), before + 2); // but the second pause is longer
        list.forgive();
        QVERIFY(list.stamp(DigestAlgorithm::Sha256, imprint, {}));
        QCOMPARE(bad(), before + 3);
    }

    void aTimeFarFromOursIsNotBelieved()
    {
        SetClock clock;
        clock.time.milliseconds += 3600'000;
        SigningHelp help(m_authorities);
        TimestampAuthorities list(help.fetcher, clock, help.random, {{m_authorities.url(QStringLiteral("tsa"))}});
        QVERIFY(!list.stamp(DigestAlgorithm::Sha256, SigningDigest::of(DigestAlgorithm::Sha256, stamped), {}));
    }

    void damagedTokensNeverCrashNorHold()
    {
        SigningHelp help(m_authorities);
        const QByteArray good = stamp(help)->der;
        QVERIFY(readTimestampToken(good + QByteArray(10, '\0')));
        QVERIFY(!readTimestampToken(good + "x"));
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x41);
            if (const Result<TimestampToken> token = readTimestampToken(bad); token && token->holds())
                QVERIFY(token->stamps(stamped)); // only what nobody signed may have changed
            static_cast<void>(readTimestampToken(good.left(at)));
        }
    }
};

QTEST_GUILESS_MAIN(TestTimestamps)
#include "test_timestamps.moc"
