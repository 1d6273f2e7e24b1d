#include "tests/support/domain_fixture.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using diakinisi::test::Office;

class TestRoute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stagesWaitForEachOtherAndApprovalsStandSideBySide()
    {
        Office office;
        Document document = office.started();
        const VersionId version = document.mainItem()->newest().id;
        auto steps = office.chain(
            {{office.head, StepKind::Approve}, {office.treasurer, StepKind::Approve}, {office.mayor, StepKind::Sign}});
        steps[1].stage = 0;
        steps[2].stage = 1;
        QVERIFY(office.act(document, office.clerk, Submit{version, steps}));
        QCOMPARE(document.route.current().size(), std::size_t{2});
        QVERIFY(office.act(document, office.treasurer, Approve{steps[1].id, version}));
        QCOMPARE(office.act(document, office.treasurer, Approve{steps[1].id, version}).error().code,
                 ErrorCode::StateChanged);
        QCOMPARE(document.route.current().size(), std::size_t{1});
        QVERIFY(office.act(document, office.head, Approve{steps[0].id, version}));
        QCOMPARE(document.route.current().front()->person, office.mayor);
    }

    void anObjectionDoesNotBlockAndStaysVisible()
    {
        Office office;
        Document document = office.registered();
        const VersionId version = document.mainItem()->newest().id;
        const auto steps = office.chain({{office.head, StepKind::Approve}, {office.director, StepKind::Approve}});
        QVERIFY(office.act(document, office.registry, Submit{version, steps}));
        QCOMPARE(office.act(document, office.head, ApproveWithObjection{steps[0].id, version, {}}).error().code,
                 ErrorCode::ReasonMissing);
        QVERIFY(office.act(document, office.head,
                           ApproveWithObjection{steps[0].id, version, QStringLiteral("λείπει η εισήγηση")}));
        QCOMPARE(document.step(steps[0].id)->state, StepState::ApprovedWithObjection);
        QCOMPARE(document.step(steps[0].id)->reason, QStringLiteral("λείπει η εισήγηση"));
        QVERIFY(office.act(document, office.director, Approve{steps[1].id, version}));
        QCOMPARE(document.route.state, RouteState::Completed);
    }

    void approvalsBindToTheVersionThatWasSeen()
    {
        Office office;
        Document document = office.started();
        const VersionId version = document.mainItem()->newest().id;
        const auto steps = office.chain({{office.head, StepKind::Approve}, {office.mayor, StepKind::Sign}});
        QVERIFY(office.act(document, office.clerk, Submit{version, steps}));
        QCOMPARE(office.act(document, office.head, Approve{steps[0].id, office.newId<VersionId>()}).error().code,
                 ErrorCode::StateChanged);
        NewItem next = office.mainItem("changed");
        next.id = document.mainItem()->id;
        QCOMPARE(office.act(document, office.clerk, AddFile{next}).error().code, ErrorCode::StateChanged);
    }

    void sendingBackOpensTheDraftForANewVersion()
    {
        Office office;
        Document document = office.started();
        const auto steps = office.chain({{office.head, StepKind::Approve}, {office.mayor, StepKind::Sign}});
        QVERIFY(office.act(document, office.clerk, Submit{document.mainItem()->newest().id, steps}));
        QCOMPARE(office.act(document, office.head, SendBack{steps[0].id, {}}).error().code, ErrorCode::ReasonMissing);
        QVERIFY(office.act(document, office.head, SendBack{steps[0].id, QStringLiteral("διορθώστε το ποσό")}));
        QCOMPARE(document.route.state, RouteState::SentBack);
        NewItem next = office.mainItem("changed");
        next.id = document.mainItem()->id;
        QVERIFY(office.act(document, office.clerk, AddFile{next}));
        QCOMPARE(document.mainItem()->versions.size(), std::size_t{2});
        office.arriveAll(document);
        QVERIFY(office.act(document, office.clerk,
                           Submit{document.mainItem()->newest().id, office.chain({{office.mayor, StepKind::Sign}})}));
    }

    void withdrawalUntilTheNextOneHasActed()
    {
        Office office;
        Document document = office.started();
        const VersionId version = document.mainItem()->newest().id;
        const auto steps = office.chain({{office.head, StepKind::Approve}, {office.mayor, StepKind::Sign}});
        QVERIFY(office.act(document, office.clerk, Submit{version, steps}));
        QCOMPARE(office.act(document, office.head, Withdraw{}).error().code, ErrorCode::NotPermitted);
        QVERIFY(office.act(document, office.clerk, Withdraw{}));
        const auto again = office.chain({{office.head, StepKind::Approve}, {office.mayor, StepKind::Sign}});
        QVERIFY(office.act(document, office.clerk, Submit{version, again}));
        QVERIFY(office.act(document, office.head, Approve{again[0].id, version}));
        QCOMPARE(office.act(document, office.clerk, Withdraw{}).error().code, ErrorCode::StateChanged);
    }

    void approvalIsDelegatedASignatureNever()
    {
        Office office;
        Document document = office.started();
        const VersionId version = document.mainItem()->newest().id;
        const auto steps = office.chain({{office.head, StepKind::Approve}, {office.mayor, StepKind::Sign}});
        QVERIFY(office.act(document, office.clerk, Submit{version, steps}));
        QVERIFY(office.define(office.admin,
                              SetReplacement{{office.head, office.director, office.now + -1000, office.now + 1000}}));
        QVERIFY(office.define(office.admin,
                              SetReplacement{{office.mayor, office.director, office.now + -1000, office.now + 1000}}));
        QVERIFY(office.act(document, office.director, Approve{steps[0].id, version}));
        QCOMPARE(document.step(steps[0].id)->actedBy, office.director);
        QCOMPARE(document.step(steps[0].id)->person, office.head);
        const Reserve reserve{steps[1].id, document.mainItem()->newest().newest().file.digest};
        QCOMPARE(office.act(document, office.director, reserve).error().code, ErrorCode::NotPermitted);
    }

    void anIncomingDocumentIsApprovedAndSignedUnderItsNumber()
    {
        Office office;
        Document document = office.registered();
        const VersionId version = document.mainItem()->newest().id;
        const auto steps = office.chain({{office.head, StepKind::Approve}, {office.head, StepKind::Sign}});
        QVERIFY(office.act(document, office.registry, Submit{version, steps}));
        QCOMPARE(office.act(document, office.head, Sign{steps[1].id, {office.signedFrom(document, "s")}}).error().code,
                 ErrorCode::NotYourTurn);
        QVERIFY(office.act(document, office.head, Approve{steps[0].id, version}));
        QVERIFY(office.act(document, office.head, Sign{steps[1].id, {office.signedFrom(document, "s")}}));
        QCOMPARE(document.route.state, RouteState::Completed);
        const Version& newest = document.mainItem()->newest();
        QCOMPARE(newest.renditions.front().role, RenditionRole::Original); // the received file is never altered
        QCOMPARE(newest.newest().derivedFrom, newest.renditions.front().file.digest);
    }

    void whoeverLostTheRaceIsTold()
    {
        Office office;
        Document document = office.registered();
        const auto steps = office.chain({{office.head, StepKind::Sign}, {office.director, StepKind::Sign}});
        QVERIFY(office.act(document, office.registry, Submit{document.mainItem()->newest().id, steps}));
        const NewRendition early = office.signedFrom(document, "the director was quick");
        QVERIFY(office.act(document, office.head, Sign{steps[0].id, {office.signedFrom(document, "head's")}}));
        QCOMPARE(office.act(document, office.director, Sign{steps[1].id, {early}}).error().code,
                 ErrorCode::RenditionSuperseded);
    }

    void theServerSubmitsOnlyWhatHasArrived()
    {
        Office office;
        Document document;
        QVERIFY(office.act(document, office.registry, office.incoming()));
        const Submit submit{document.mainItem()->newest().id, office.chain({{office.head, StepKind::Approve}})};
        QCOMPARE(office.act(document, office.registry, submit).error().code, ErrorCode::FilesNotArrived);
        QVERIFY(office.tryOut(document, office.registry, submit, false)); // a desk lets it wait
    }
};

QTEST_GUILESS_MAIN(TestRoute)
#include "test_route.moc"
