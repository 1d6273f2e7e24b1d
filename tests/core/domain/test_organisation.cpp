#include "tests/support/domain_fixture.h"

#include "domain/policy.h"

#include <QJsonArray>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using diakinisi::test::Office;

class TestOrganisation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAnAdministratorDefines()
    {
        Office office;
        const DefineUnit unit{{office.newId<UnitId>(), office.finance, QStringLiteral("ΤΑΜ"), QStringLiteral("Ταμείο"),
                               UnitKind::Office, true}};
        QCOMPARE(office.define(office.mayor, unit).error().code, ErrorCode::NotPermitted);
        QVERIFY(office.define(office.admin, unit));
        QVERIFY(office.organisation.unitByCode(u"ΤΑΜ"));
    }

    void theTreeNeverClosesIntoACircle()
    {
        Office office;
        Unit root = *office.organisation.unit(office.municipality);
        root.parent = office.staffUnit;
        QCOMPARE(office.define(office.admin, DefineUnit{root}).error().subject, QStringLiteral("parent"));
        Organisation broken = office.organisation; // and if one came from elsewhere, nobody hangs
        broken.units[office.municipality].parent = office.staffUnit;
        QVERIFY(!broken.isWithin(office.finance, office.registryUnit));
        QVERIFY(!broken.headOf(UnitId(QUuid(u"018f3c1e-0000-7000-8000-000000000009"))));
    }

    void codesAndLoginsAreUnique()
    {
        Office office;
        const DefineUnit twin{{office.newId<UnitId>(), office.finance, QStringLiteral("ΠΡΟΣ"), QStringLiteral("Άλλο"),
                               UnitKind::Office, true}};
        QCOMPARE(office.define(office.admin, twin).error().subject, QStringLiteral("code"));
        const DefinePerson other{
            office.newId<PersonId>(), QStringLiteral("clerk"), QStringLiteral("Άλλος"), {}, {}, true};
        QCOMPARE(office.define(office.admin, other).error().subject, QStringLiteral("login"));
    }

    void theNearestHeadAboveIsFound()
    {
        Office office;
        QCOMPARE(office.organisation.headOf(office.staffUnit)->id, office.head);
        QCOMPARE(office.organisation.headOf(office.registryUnit)->id, office.director);
        office.organisation.persons[office.head].active = false;
        QCOMPARE(office.organisation.headOf(office.staffUnit)->id, office.director);
        QVERIFY(!office.organisation.headOf(office.municipality));
    }

    void aCertificateBelongsToOnePerson()
    {
        Office office;
        const Sha256 certificate = Sha256::of("certificate");
        QVERIFY(office.define(office.admin, RegisterCertificate{office.head, certificate}));
        QCOMPARE(office.organisation.personWithCertificate(certificate), office.head);
        QCOMPARE(office.define(office.admin, RegisterCertificate{office.mayor, certificate}).error().code,
                 ErrorCode::AlreadyExists);
        QVERIFY(office.define(office.admin, RegisterCertificate{office.head, certificate})); // again is no harm
        QCOMPARE(office.organisation.person(office.head)->certificates.size(), std::size_t{1});
    }

    void aReplacementHoldsFromToAndTheNewestCounts()
    {
        Office office;
        QVERIFY(office.define(office.head, SetReplacement{{office.head, office.clerk, office.now, office.now + 10}}));
        QVERIFY(office.organisation.replaces(office.clerk, office.head, office.now));
        QVERIFY(!office.organisation.replaces(office.clerk, office.head, office.now + 10));
        QCOMPARE(office.define(office.clerk, SetReplacement{{office.head, office.clerk, office.now, office.now + 10}})
                     .error()
                     .code,
                 ErrorCode::NotPermitted);
        QVERIFY(
            office.define(office.head, SetReplacement{{office.head, office.director, office.now, office.now + 10}}));
        QVERIFY(!office.organisation.replaces(office.clerk, office.head, office.now));
        QVERIFY(office.define(office.head, SetReplacement{{office.head, office.director, office.now, office.now}}));
        QVERIFY(office.organisation.replacements.empty());
    }

    void policyTakesKnownWordsInTheirRangeOnly()
    {
        Office office;
        QVERIFY(office.define(office.admin, SetPolicy{QStringLiteral("offline-days"), 7}));
        QCOMPARE(office.organisation.policy.value(u"offline-days").toInteger(), 7);
        for (const QJsonValue& value : {QJsonValue(0), QJsonValue(1000), QJsonValue(QStringLiteral("7")), QJsonValue()})
            QCOMPARE(office.define(office.admin, SetPolicy{QStringLiteral("offline-days"), value}).error().code,
                     ErrorCode::FieldInvalid);
        QCOMPARE(office.define(office.admin, SetPolicy{QStringLiteral("no-such-word"), 7}).error().code,
                 ErrorCode::FieldInvalid);
    }

    void timestampAuthoritiesAndLevelArePolicy()
    {
        Office office;
        const auto set = [&](const char* key, const QJsonValue& value) {
            return office.define(office.admin, SetPolicy{QString::fromLatin1(key), value}).has_value();
        };
        using namespace policy;
        QCOMPARE(text(office.organisation.policy, signatureLevel), QStringLiteral("B-B"));
        QCOMPARE(text(office.organisation.policy, timestampAway), QStringLiteral("sign-now"));
        QVERIFY(set("signature-level", QStringLiteral("B-LTA")));
        QVERIFY(!set("signature-level", QStringLiteral("B-X")));
        QVERIFY(!set("signature-level", QString()));
        const QJsonArray list{QStringLiteral("https://tsa.example.gr/"), QStringLiteral("http://10.0.0.5:8080/tsa")};
        QVERIFY(set("timestamp-authorities", list));
        QCOMPARE(policy::list(office.organisation.policy, timestampAuthorities).size(), 2);
        for (const QJsonValue& bad :
             {QJsonValue(QStringLiteral("https://x/")), QJsonValue(QJsonArray{QStringLiteral("ftp://x/")}),
              QJsonValue(QJsonArray{QStringLiteral("https://u:p@x/")}), QJsonValue(QJsonArray{1})})
            QVERIFY(!set("timestamp-authorities", bad));
        QVERIFY(set("timestamp-policy", QStringLiteral("1.2.3.4")) && set("timestamp-policy", QString()));
        QVERIFY(!set("timestamp-policy", QStringLiteral("1..2")));
        QVERIFY(set("timestamp-away", QStringLiteral("wait")) && !set("timestamp-away", QStringLiteral("later")));
        QVERIFY(set("private-authorities", true) && !set("private-authorities", 1));
        QVERIFY(set("timestamp-authorities", QJsonArray()));
    }

    void actsOnDocumentsAreNoActsOnTheOrganisation()
    {
        Office office;
        QCOMPARE(office.define(office.admin, AddNote{QStringLiteral("x")}).error().subject, QStringLiteral("document"));
        Document document = office.registered();
        QCOMPARE(
            office.act(document, office.registry, FoundOrganisation{QStringLiteral("Άλλος"), QStringLiteral("UTC")})
                .error()
                .subject,
            QStringLiteral("document"));
    }
};

QTEST_GUILESS_MAIN(TestOrganisation)
#include "test_organisation.moc"
