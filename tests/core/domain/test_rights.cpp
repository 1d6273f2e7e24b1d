#include "domain/rights.h"
#include "tests/support/domain_fixture.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using diakinisi::test::Office;

class TestRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRegisteredDocumentIsSeenOnItsWayByRegistryAndAuditor()
    {
        Office office;
        const Document document = office.registered(); // addressed to the staff unit
        const auto sees = [&](const PersonId& person) { return maySee(document, office.organisation, person); };
        for (const PersonId& person :
             {office.registry, office.registryHead, office.head, office.clerk, office.director, office.auditor})
            QVERIFY(sees(person));
        for (const PersonId& person : {office.treasurer, office.payer, office.mayor, office.admin})
            QVERIFY(!sees(person));
    }

    void chargingGivesSightAndReturningDoesNotTakeIt()
    {
        Office office;
        Document document = office.registered();
        const ChargeId charge = office.charge(document, office.finance);
        QVERIFY(maySee(document, office.organisation, office.payer));
        QVERIFY(office.act(document, office.payer, ReturnCharge{charge, QStringLiteral("αναρμοδιότητα")}));
        QVERIFY(maySee(document, office.organisation, office.payer)); // units it passed through keep sight
    }

    void aDraftIsItsAuthorsUntilSubmitted()
    {
        Office office;
        Document document = office.started();
        const auto sees = [&](const PersonId& person) { return maySee(document, office.organisation, person); };
        QVERIFY(sees(office.clerk));
        QVERIFY(!sees(office.head));
        QVERIFY(!sees(office.registry));
        QVERIFY(office.act(document, office.clerk,
                           Submit{document.mainItem()->newest().id, office.chain({{office.mayor, StepKind::Sign}})}));
        QVERIFY(sees(office.head));
        QVERIFY(sees(office.mayor));
        QVERIFY(!sees(office.registry));
    }

    void aRestrictedDocumentIsSeenByThoseNamedOnly()
    {
        Office office;
        Document document = office.registered();
        office.charge(document, office.staffUnit);
        QVERIFY(office.act(document, office.registry, SetAccess{{true, {office.mayor}}}));
        const auto sees = [&](const PersonId& person) { return maySee(document, office.organisation, person); };
        QVERIFY(sees(office.mayor));
        QVERIFY(sees(office.registry)); // registered it
        QVERIFY(sees(office.head));     // head of exactly the charged unit
        for (const PersonId& person :
             {office.clerk, office.director, office.auditor, office.registryHead, office.payer})
            QVERIFY(!sees(person));
    }

    void whoIsNoLongerActiveSeesNothing()
    {
        Office office;
        const Document document = office.registered();
        office.organisation.persons[office.head].active = false;
        QVERIFY(principalsOf(office.organisation, office.head).empty());
        QVERIFY(!maySee(document, office.organisation, office.head));
    }

    void aSubstituteSeesWhatTheAbsentSeesUntilTheEnd()
    {
        Office office;
        const Document document = office.registered();
        QVERIFY(
            office.define(office.admin, SetReplacement{{office.registry, office.payer, office.now, office.now + 10}}));
        QVERIFY(maySee(document, office.organisation, office.payer, office.now));
        QVERIFY(!maySee(document, office.organisation, office.payer, office.now + 10));
    }
};

QTEST_GUILESS_MAIN(TestRights)
#include "test_rights.moc"
