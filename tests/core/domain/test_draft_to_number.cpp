#include "tests/support/domain_fixture.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using diakinisi::test::Office;

namespace {

/// A draft of the clerk, approved by his head, waiting for the mayor's signature.
Document beforeTheMayor(Office& office)
{
    Document document = office.started();
    const auto steps = office.chain({{office.head, StepKind::Approve}, {office.mayor, StepKind::Sign}});
    const VersionId version = document.mainItem()->newest().id;
    office.mustAct(document, office.clerk, Submit{version, steps});
    office.mustAct(document, office.head, Approve{steps[0].id, version});
    return document;
}

Reserve reserve(const Document& document)
{
    return {document.route.steps.back().id, document.mainItem()->newest().newest().file.digest};
}

Confirm confirm(Office& office, const Document& document)
{
    const NewRendition numbered{office.file("numbered"), RenditionRole::Numbered,
                                document.mainItem()->newest().newest().file.digest};
    const NewRendition isSigned{office.file("signed"), RenditionRole::Signed, numbered.file.digest};
    return {document.route.steps.back().id, {numbered, isSigned}};
}

} // namespace

class TestDraftToNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFinalSignatureReservesThenConfirms()
    {
        Office office;
        Document document = beforeTheMayor(office);
        QVERIFY(office.act(document, office.mayor, reserve(document)));
        QCOMPARE(document.registration.state, NumberState::Reserved);
        QCOMPARE(document.registration.number->number, 1);
        QVERIFY(office.act(document, office.mayor, confirm(office, document)));
        QCOMPARE(document.registration.state, NumberState::Given);
        QCOMPARE(document.route.state, RouteState::Completed);
        QCOMPARE(document.mainItem()->newest().newest().role, RenditionRole::Signed);
        QCOMPARE(document.mainItem()->newest().renditions.size(), std::size_t{3});
    }

    void whatWasSignedMayBeRaisedByItsSigner()
    {
        Office office;
        Document document = beforeTheMayor(office);
        const Item& main = *document.mainItem();
        const auto raised = [&](const char* content) {
            return AddRendition{
                document.mainItem()->id,
                {office.file(content), RenditionRole::Timestamped, document.mainItem()->newest().newest().file.digest}};
        };
        QVERIFY(office.act(document, office.mayor, reserve(document)));
        QCOMPARE(office.act(document, office.mayor, raised("early")).error().code, ErrorCode::StateChanged);
        QVERIFY(office.act(document, office.mayor, confirm(office, document)));
        QCOMPARE(office.act(document, office.head, raised("by another")).error().code, ErrorCode::NotPermitted);
        QVERIFY(office.act(document, office.mayor, raised("timestamped")));
        QCOMPARE(document.mainItem()->newest().newest().role, RenditionRole::Timestamped);
        QVERIFY(office.act(document, office.mayor, raised("renewed")));
        AddRendition stale = raised("stale");
        stale.rendition.derivedFrom = main.newest().renditions.front().file.digest;
        QCOMPARE(office.act(document, office.mayor, stale).error().code, ErrorCode::RenditionSuperseded);
    }

    void aNumberCannotBeReservedBeforeOnesTurnNorByAnother()
    {
        Office office;
        Document document = office.started();
        const auto steps = office.chain({{office.head, StepKind::Approve}, {office.mayor, StepKind::Sign}});
        QVERIFY(office.act(document, office.clerk, Submit{document.mainItem()->newest().id, steps}));
        QCOMPARE(office.act(document, office.mayor, reserve(document)).error().code, ErrorCode::NotYourTurn);
        QVERIFY(office.act(document, office.head, Approve{steps[0].id, document.mainItem()->newest().id}));
        QCOMPARE(office.act(document, office.head, reserve(document)).error().code, ErrorCode::NotPermitted);
        QCOMPARE(office.counter, 0);
    }

    void reservingTwiceTakesOneNumber()
    {
        Office office;
        Document document = beforeTheMayor(office);
        QVERIFY(office.act(document, office.mayor, reserve(document)));
        QCOMPARE(office.act(document, office.mayor, reserve(document)).error().code, ErrorCode::AlreadyRegistered);
        QCOMPARE(office.counter, 1);
    }

    void aReservationIsUsedTheSameDayOrCancelled()
    {
        Office office;
        Document document = beforeTheMayor(office);
        QVERIFY(office.act(document, office.mayor, reserve(document)));
        constexpr qint64 day = 86'400'000;
        office.now = office.now + day;
        QCOMPARE(office.act(document, office.mayor, confirm(office, document)).error().code,
                 ErrorCode::NumberNotReserved);
        QVERIFY(office.act(document, office.mayor, CancelNumber{QStringLiteral("δεν υπεγράφη αυθημερόν")}));
        QCOMPARE(document.registration.state, NumberState::None);
        QVERIFY(office.act(document, office.mayor, reserve(document)));
        QCOMPARE(document.registration.number->number, 2); // the first stays cancelled in the book
        QVERIFY(office.act(document, office.mayor, confirm(office, document)));
    }

    void theSignatureMustStartFromWhatIsNewest()
    {
        Office office;
        Document document = beforeTheMayor(office);
        Reserve stale = reserve(document);
        stale.base = Sha256::of("what I saw yesterday");
        QCOMPARE(office.act(document, office.mayor, stale).error().code, ErrorCode::RenditionSuperseded);
        QVERIFY(office.act(document, office.mayor, reserve(document)));
        Confirm wrong = confirm(office, document);
        wrong.renditions[1].derivedFrom = Sha256::of("elsewhere");
        QCOMPARE(office.act(document, office.mayor, wrong).error().code, ErrorCode::RenditionSuperseded);
    }

    void anUnnumberedDocumentIsNotSignedFinallyWithoutReserving()
    {
        Office office;
        Document document = beforeTheMayor(office);
        const Sign sign{document.route.steps.back().id, {office.signedFrom(document, "signed")}};
        QCOMPARE(office.act(document, office.mayor, sign).error().code, ErrorCode::NumberNotReserved);
    }

    void aDeskWithoutTheServerReservesNothing()
    {
        Office office;
        Document document = beforeTheMayor(office);
        QVERIFY(office.act(document, office.mayor, reserve(document), false));
        QCOMPARE(document.registration.state, NumberState::None);
    }

    void aReservedDocumentCannotBeSentBackOrWithdrawn()
    {
        Office office;
        Document document = beforeTheMayor(office);
        QVERIFY(office.act(document, office.mayor, reserve(document)));
        QCOMPARE(office.act(document, office.mayor, SendBack{document.route.steps.back().id, QStringLiteral("όχι")})
                     .error()
                     .code,
                 ErrorCode::StateChanged);
        QCOMPARE(office.act(document, office.clerk, Withdraw{}).error().code, ErrorCode::StateChanged);
    }

    void aDraftNeedsAnEntitledFinalSignatoryAlone()
    {
        Office office;
        Document document = office.started();
        const VersionId version = document.mainItem()->newest().id;
        QCOMPARE(office.act(document, office.clerk, Submit{version, office.chain({{office.head, StepKind::Approve}})})
                     .error()
                     .code,
                 ErrorCode::FieldInvalid);
        QCOMPARE(office.act(document, office.clerk, Submit{version, office.chain({{office.payer, StepKind::Sign}})})
                     .error()
                     .code,
                 ErrorCode::NotPermitted);
        auto together = office.chain({{office.head, StepKind::Approve}, {office.mayor, StepKind::Sign}});
        together[1].stage = 0;
        QCOMPARE(office.act(document, office.clerk, Submit{version, together}).error().code, ErrorCode::FieldInvalid);
        QVERIFY(office.act(document, office.clerk, Submit{version, office.chain({{office.mayor, StepKind::Sign}})}));
    }

    void incomingIsNeverADraft()
    {
        Office office;
        StartDraft form = office.draft();
        form.identity.direction = Direction::Incoming;
        Document document;
        QCOMPARE(office.act(document, office.clerk, form).error().subject, QStringLiteral("direction"));
    }
};

QTEST_GUILESS_MAIN(TestDraftToNumber)
#include "test_draft_to_number.moc"
