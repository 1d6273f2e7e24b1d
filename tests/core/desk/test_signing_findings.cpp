#include "desk/signing_findings.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::desk;

namespace {

constexpr qint64 day = 24LL * 3600 * 1000;
constexpr Instant now{1'790'000'000'000};

signing::TokenCertificate certificate(const char* name, bool commits, qint64 daysLeft)
{
    signing::TokenCertificate made;
    made.facts.commonName = QString::fromLatin1(name);
    made.facts.fingerprint = Sha256::of(name);
    made.facts.maySign = true;
    made.facts.nonRepudiation = commits;
    made.facts.notBefore = now + -day;
    made.facts.notAfter = now + daysLeft * day + 1;
    made.uri = QStringLiteral("pkcs11:object=") + made.facts.commonName;
    return made;
}

/// A good module with a good token that holds a certificate of the person's.
Examination good()
{
    Examination about;
    about.now = now;
    about.clockOffsetMs = 1500;
    about.person = domain::PersonId(QUuid::createUuid());
    signing::TokenListing token;
    token.facts.label = QStringLiteral("token");
    token.certificates = {certificate("maria", true, 400)};
    about.modules = {{QStringLiteral("/a.so"), QStringLiteral("Maker"), {}, {token}}};
    auto organisation = std::make_shared<domain::Organisation>();
    domain::Person person;
    person.id = *about.person;
    person.certificates = {Sha256::of("maria")};
    organisation->persons[person.id] = person;
    about.organisation = organisation;
    return about;
}

/// The one finding of a kind; a finding without words where there is none or more.
Finding only(const Examination& about, Examined what)
{
    std::vector<Finding> found = findingsOf(about);
    std::erase_if(found, [what](const Finding& each) { return each.what != what; });
    return found.size() == 1 ? found.front() : Finding{what, Condition::Bad, FindingCause::Fine};
}

} // namespace

class TestSigningFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereAllIsGoodEverythingIsToldAsGoodInOrder()
    {
        const std::vector<Finding> found = findingsOf(good());
        QCOMPARE(found.size(), std::size_t{7});
        for (std::size_t i = 0; i < found.size(); ++i) {
            QCOMPARE(static_cast<std::size_t>(found[i].what), i);
            QCOMPARE(found[i].condition, Condition::Good);
            QCOMPARE(found[i].cause, FindingCause::Fine);
        }
        QCOMPARE(only(good(), Examined::Clock).seconds, 1);
        QCOMPARE(only(good(), Examined::Validity).days, 400);
        QCOMPARE(only(good(), Examined::Validity).keyUri, QStringLiteral("pkcs11:object=maria"));
    }

    void timestampAuthoritiesAreToldWherePolicyWantsThem()
    {
        Examination about = good();
        about.wantsTimestamps = true;
        QCOMPARE(only(about, Examined::Timestamps).cause, FindingCause::NoTimestampAuthority);
        signing::TimestampHealth away{QUrl(QStringLiteral("https://a.example.gr/tsa")), {}, now, {}, {}, 1, {}};
        away.problem = Error{ErrorCode::TimestampUnavailable, {}, QStringLiteral("refused")};
        about.timestamps = {away};
        const Finding alone = only(about, Examined::Timestamps);
        QCOMPARE(alone.condition, Condition::Bad);
        QCOMPARE(alone.cause, FindingCause::TimestampUnavailable);
        QCOMPARE(alone.subject, QStringLiteral("a.example.gr"));
        QCOMPARE(alone.detail, QStringLiteral("refused"));
        signing::TimestampHealth second{QUrl(QStringLiteral("https://b.example.gr/tsa")), now, {}, {}, {}, 0, {}};
        signing::TimestampHealth notAsked{QUrl(QStringLiteral("https://c.example.gr/tsa")), {}, {}, {}, {}, 0, {}};
        about.timestamps = {away, second, notAsked};
        const std::vector<Finding> found = findingsOf(about);
        QCOMPARE(found.size(), std::size_t{9});
        QCOMPARE(found[7].condition, Condition::Warning); // another answers
        QCOMPARE(found[8].condition, Condition::Good);
        QCOMPARE(found[8].subject, QStringLiteral("b.example.gr"));
    }

    void theStateOfThePinIsTold_data()
    {
        QTest::addColumn<signing::PinTries>("tries");
        QTest::addColumn<FindingCause>("cause");
        QTest::addColumn<Condition>("condition");
        QTest::newRow("few") << signing::PinTries::Few << FindingCause::FewTries << Condition::Warning;
        QTest::newRow("last") << signing::PinTries::Last << FindingCause::LastTry << Condition::Warning;
        QTest::newRow("locked") << signing::PinTries::None << FindingCause::PinLocked << Condition::Bad;
    }
    void theStateOfThePinIsTold()
    {
        QFETCH(signing::PinTries, tries);
        QFETCH(FindingCause, cause);
        QFETCH(Condition, condition);
        Examination about = good();
        about.modules[0].tokens[0].facts.tries = tries;
        QCOMPARE(only(about, Examined::PinTries).cause, cause);
        QCOMPARE(only(about, Examined::PinTries).condition, condition);
    }

    void expiryIsToldInTime_data()
    {
        QTest::addColumn<qint64>("days");
        QTest::addColumn<FindingCause>("cause");
        const auto row = [](const char* name, qint64 days, FindingCause cause) {
            QTest::newRow(name) << days << cause;
        };
        row("30", 30, FindingCause::Fine);
        row("29", 29, FindingCause::ExpiresWithin30Days);
        row("15", 15, FindingCause::ExpiresWithin30Days);
        row("14", 14, FindingCause::ExpiresWithin15Days);
        row("7", 7, FindingCause::ExpiresWithin15Days);
        row("6", 6, FindingCause::ExpiresWithin7Days);
        row("today", 0, FindingCause::ExpiresWithin7Days);
        row("yesterday", -1, FindingCause::Expired);
    }
    void expiryIsToldInTime()
    {
        QFETCH(qint64, days);
        QFETCH(FindingCause, cause);
        Examination about = good();
        about.modules[0].tokens[0].certificates = {certificate("maria", true, days)};
        const Finding found = only(about, Examined::Validity);
        QCOMPARE(found.cause, cause);
        QCOMPARE(found.days, days);
        const Condition expected = cause == FindingCause::Fine      ? Condition::Good
                                   : cause == FindingCause::Expired ? Condition::Bad
                                                                    : Condition::Warning;
        QCOMPARE(found.condition, expected);
        about.modules[0].tokens[0].certificates[0].facts.notBefore = now + 1;
        about.modules[0].tokens[0].certificates[0].facts.notAfter = now + day;
        QCOMPARE(only(about, Examined::Validity).cause, FindingCause::NotYetValid);
    }

    void whoseCertificateItIsIsTold()
    {
        Examination about = good();
        about.person = domain::PersonId(QUuid::createUuid());
        QCOMPARE(only(about, Examined::Registration).cause, FindingCause::RegisteredToAnother);
        about.organisation = std::make_shared<domain::Organisation>();
        QCOMPARE(only(about, Examined::Registration).cause, FindingCause::NotRegistered);
        QCOMPARE(only(about, Examined::Registration).condition, Condition::Bad);
    }

    void aCertificateForLoggingInCountsOnlyWhereThereIsNoneElse()
    {
        Examination about = good();
        about.modules[0].tokens[0].certificates.push_back(certificate("login", false, 400));
        QCOMPARE(only(about, Examined::Certificate).subject, QStringLiteral("maria"));
        about.modules[0].tokens[0].certificates = {certificate("login", false, 400)};
        QCOMPARE(only(about, Examined::Certificate).cause, FindingCause::NotForCommitments);
        about.modules[0].tokens[0].certificates.clear();
        QCOMPARE(only(about, Examined::Certificate).cause, FindingCause::NoCertificate);
    }

    void aModuleThatFailsIsBadOnlyWhileNoOtherShowsAToken_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<FindingCause>("cause");
        QTest::newRow("died") << ErrorCode::WorkerDied << FindingCause::ModuleDied;
        QTest::newRow("silent") << ErrorCode::TimedOut << FindingCause::ModuleSilent;
        QTest::newRow("missing") << ErrorCode::FileUnreadable << FindingCause::ModuleNotLoaded;
        QTest::newRow("broken") << ErrorCode::TokenModuleFailed << FindingCause::ModuleNotLoaded;
    }
    void aModuleThatFailsIsBadOnlyWhileNoOtherShowsAToken()
    {
        QFETCH(ErrorCode, code);
        QFETCH(FindingCause, cause);
        Examination about = good();
        const signing::ModuleListing broken{QStringLiteral("/b.so"), {}, Error{code, {}, QStringLiteral("why")}, {}};
        about.modules.push_back(broken);
        const std::vector<Finding> found = findingsOf(about);
        QCOMPARE(found[1].cause, cause);
        QCOMPARE(found[1].detail, QStringLiteral("why"));
        QCOMPARE(found[1].condition, Condition::Warning);
        about.modules = {broken};
        QCOMPARE(findingsOf(about)[0].condition, Condition::Bad);
        QCOMPARE(only(about, Examined::Token).cause, FindingCause::NoToken);
    }

    void whoSignsWithAKeyFileNeedsNoToken()
    {
        Examination about = good();
        about.modules.clear();
        QCOMPARE(only(about, Examined::Module).cause, FindingCause::NoModule);
        QCOMPARE(only(about, Examined::Module).condition, Condition::Bad);
        about.elsewhere = {{QStringLiteral("p12:/a"), QStringLiteral("maria"), Sha256::of("maria"), now, now + day}};
        QCOMPARE(only(about, Examined::Module).condition, Condition::Warning);
        QCOMPARE(only(about, Examined::Validity).cause, FindingCause::ExpiresWithin7Days);
    }

    void aTokenThatIsNotReadyIsToldAsThat()
    {
        Examination about = good();
        about.modules[0].tokens[0].facts.pinSet = false;
        QCOMPARE(only(about, Examined::Token).cause, FindingCause::PinNotSet);
        about.modules[0].tokens[0].problem = Error{ErrorCode::TokenFailed, {}, QStringLiteral("CKR_DEVICE_ERROR")};
        QCOMPARE(only(about, Examined::Token).cause, FindingCause::TokenFailed);
        QCOMPARE(only(about, Examined::Token).detail, QStringLiteral("CKR_DEVICE_ERROR"));
    }

    void whoIsTrustedIsTold()
    {
        Examination about = good();
        about.trust = Examination::Trust{true, {}, {}};
        QCOMPARE(only(about, Examined::Trust).condition, Condition::Good);
        about.trust->remarks = {QStringLiteral("el.xml: signature-broken"), QStringLiteral("a newer one was due")};
        QCOMPARE(only(about, Examined::Trust).cause, FindingCause::TrustedListDoubtful);
        QVERIFY(only(about, Examined::Trust).detail.contains(QStringLiteral("el.xml")));
        about.trust = Examination::Trust{false, {}, {}};
        QCOMPARE(only(about, Examined::Trust).cause, FindingCause::NobodyTrusted);
        about.trust->problem = Error{ErrorCode::FileUnreadable, {}, {}};
        QCOMPARE(only(about, Examined::Trust).cause, FindingCause::TrustUnreadable);
    }

    void aWrongClockIsTold()
    {
        Examination about = good();
        about.clockOffsetMs = -121'000;
        QCOMPARE(only(about, Examined::Clock).cause, FindingCause::ClockWrong);
        QCOMPARE(only(about, Examined::Clock).seconds, -121);
        about.clockOffsetMs.reset();
        QCOMPARE(only(about, Examined::Clock).cause, FindingCause::ClockUnknown);
    }
};

QTEST_GUILESS_MAIN(TestSigningFindings)
#include "test_signing_findings.moc"
