#include "signing/cms/signing_digest.h"
#include "signing/validation/timestamp_trust.h"
#include "test_authorities.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;

/// Timestamps while signing: which authority is believed, and that the next one is asked when it is not.
class TestTimestampTrust : public QObject
{
    Q_OBJECT

    samples::TestAuthorities m_first;
    samples::TestAuthorities m_second;

    struct Help {
        Help(const std::vector<QUrl>& urls, const QList<QByteArray>& anchors, bool online = true)
            : timestamps(fetcher, clock, random, listOf(urls),
                         timestampTrust(anchors, online ? &revocation : nullptr, clock))
        {
        }
        static std::vector<TimestampAuthority> listOf(const std::vector<QUrl>& urls)
        {
            std::vector<TimestampAuthority> list;
            for (const QUrl& url : urls)
                list.push_back({url});
            return list;
        }
        /// Of which of them in the list it came; -1: of none.
        int stamped()
        {
            const auto algorithm = DigestAlgorithm::Sha256;
            const auto timestamp = timestamps.stamp(algorithm, SigningDigest::of(algorithm, "what is stamped"), {});
            if (!timestamp)
                return -1;
            const auto health = timestamps.health();
            for (std::size_t i = 0; i < health.size(); ++i)
                if (health[i].lastGood && !health[i].problem)
                    return static_cast<int>(i);
            return -1;
        }
        QString problemOf(std::size_t index) const
        {
            const auto health = timestamps.health();
            return health[index].problem ? health[index].problem->cause : QString();
        }

        SystemClock clock;
        SystemRandom random;
        HttpFetcher fetcher{{.privateAddresses = true}};
        RevocationCache cache;
        RevocationFetcher revocation{fetcher, cache, clock};
        TimestampAuthorities timestamps;
    };
    std::vector<QUrl> both() const { return {m_first.url(QStringLiteral("tsa")), m_second.url(QStringLiteral("tsa"))}; }

private Q_SLOTS:
    void initTestCase()
    {
        m_first.publish();
        m_second.publish();
    }

    void withoutAnchorsNobodyIsRefused() { QCOMPARE(Help(both(), {}).stamped(), 0); }

    void oneThatLeadsToAnAnchorIsTakenAndAskedAboutOnce()
    {
        Help help(both(), {m_first.authority().root()});
        const int before = m_first.count(QStringLiteral("ocsp"));
        QCOMPARE(help.stamped(), 0);
        QCOMPARE(help.stamped(), 0);
        QCOMPARE(m_first.count(QStringLiteral("ocsp")), before + 1);
    }

    void oneThatLeadsToNoAnchorIsPassedOver()
    {
        Help help(both(), {m_second.authority().root()});
        QCOMPARE(help.stamped(), 1);
        QVERIFY2(help.problemOf(0).contains(QStringLiteral("not trusted")), qPrintable(help.problemOf(0)));
        Help alone({m_first.url(QStringLiteral("tsa"))}, {m_second.authority().root()});
        QCOMPARE(alone.stamped(), -1);
    }

    void oneWhoseCertificateHasEndedIsPassedOver()
    {
        Help help({m_first.url(QStringLiteral("tsa/expired")), m_second.url(QStringLiteral("tsa"))},
                  {m_first.authority().root(), m_second.authority().root()});
        QCOMPARE(help.stamped(), 1);
        QVERIFY(!help.problemOf(0).isEmpty());
    }

    void thatRevocationCannotBeLearntRefusesNothing()
    {
        QCOMPARE(Help(both(), {m_first.authority().root()}, false).stamped(), 0);
    }

    void oneWhoseCertificateWasRevokedIsPassedOver()
    {
        m_first.authority().revokeTimestampUnit();
        m_first.publish();
        Help help(both(), {m_first.authority().root(), m_second.authority().root()});
        QCOMPARE(help.stamped(), 1);
        QVERIFY2(help.problemOf(0).contains(QStringLiteral("revoked")), qPrintable(help.problemOf(0)));
    }
};

QTEST_GUILESS_MAIN(TestTimestampTrust)
#include "test_timestamp_trust.moc"
