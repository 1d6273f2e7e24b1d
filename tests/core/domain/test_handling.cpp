#include "tests/support/domain_fixture.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using diakinisi::test::Office;

class TestHandling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aUnitIsChargedTakesOverAndCompletes()
    {
        Office office;
        Document document = office.registered();
        const ChargeId charge = office.charge(document, office.staffUnit);
        QVERIFY(office.act(document, office.clerk, TakeOver{charge}));
        QCOMPARE(document.charge(charge)->state, ChargeState::TakenOver);
        QCOMPARE(document.charge(charge)->handler, office.clerk);
        QCOMPARE(office.act(document, office.clerk, CompleteCharge{charge, {}, std::nullopt}).error().code,
                 ErrorCode::ReasonMissing); // done without an answer needs a reason
        QVERIFY(
            office.act(document, office.clerk, CompleteCharge{charge, QStringLiteral("έλαβε γνώση"), std::nullopt}));
        QCOMPARE(document.charge(charge)->state, ChargeState::Completed);
        QCOMPARE(office.act(document, office.clerk, TakeOver{charge}).error().code, ErrorCode::StateChanged);
    }

    void anotherUnitCannotActOnTheCharge()
    {
        Office office;
        Document document = office.registered();
        const ChargeId charge = office.charge(document, office.staffUnit);
        QCOMPARE(office.act(document, office.payer, TakeOver{charge}).error().code, ErrorCode::NotFound);
        office.charge(document, office.finance); // now they see the document, but that charge is not theirs
        QCOMPARE(office.act(document, office.payer, TakeOver{charge}).error().code, ErrorCode::NotPermitted);
        QVERIFY(office.act(document, office.director, TakeOver{charge})); // heads above may
    }

    void aReturnNeedsAReason()
    {
        Office office;
        Document document = office.registered();
        const ChargeId charge = office.charge(document, office.finance);
        QCOMPARE(office.act(document, office.payer, ReturnCharge{charge, QStringLiteral(" ")}).error().code,
                 ErrorCode::ReasonMissing);
        QVERIFY(office.act(document, office.payer, ReturnCharge{charge, QStringLiteral("αναρμοδιότητα")}));
        QCOMPARE(document.charge(charge)->state, ChargeState::Returned);
        QCOMPARE(document.charge(charge)->reason, QStringLiteral("αναρμοδιότητα"));
    }

    void aHeadChargesWithinTheUnitAndTheUnitsChargeWaitsNoMore()
    {
        Office office;
        Document document = office.registered();
        const ChargeId unitCharge = office.charge(document, office.staffUnit);
        const auto personal = office.newId<ChargeId>();
        QVERIFY(office.act(document, office.head,
                           ChargeTo{personal, std::nullopt, office.clerk, Purpose::Action, QStringLiteral("παρακαλώ"),
                                    QStringLiteral("2026-12-01")}));
        QCOMPARE(document.charge(unitCharge)->state, ChargeState::TakenOver);
        QCOMPARE(document.charge(unitCharge)->handler, office.head);
        QCOMPARE(document.charge(personal)->dueDate, QStringLiteral("2026-12-01"));
        QVERIFY(office.act(document, office.clerk, TakeOver{personal}));
    }

    void aChargeNamesOneKnownTargetOnce()
    {
        Office office;
        Document document = office.registered();
        const auto id = office.newId<ChargeId>();
        const auto refused = [&](const ChargeTo& charge) {
            return office.act(document, office.registry, charge).error().code;
        };
        QCOMPARE(refused({id, office.staffUnit, office.clerk, Purpose::Action, {}, {}}), ErrorCode::FieldInvalid);
        QCOMPARE(refused({id, std::nullopt, std::nullopt, Purpose::Action, {}, {}}), ErrorCode::FieldInvalid);
        QCOMPARE(
            refused(
                {id, UnitId(QUuid(u"018f3c1e-0000-7000-8000-000000000001")), std::nullopt, Purpose::Action, {}, {}}),
            ErrorCode::UnitUnknown);
        QCOMPARE(refused({id, office.staffUnit, std::nullopt, Purpose::Action, {}, QStringLiteral("αύριο")}),
                 ErrorCode::FieldInvalid);
        office.charge(document, office.staffUnit);
        QCOMPARE(refused({id, office.staffUnit, std::nullopt, Purpose::Action, {}, {}}), ErrorCode::AlreadyExists);
        QVERIFY(office.act(document, office.registry,
                           ChargeTo{id, office.staffUnit, std::nullopt, Purpose::Information, {}, {}}));
    }

    void notesAreForThoseWhoWork()
    {
        Office office;
        Document document = office.registered();
        QVERIFY(office.act(document, office.clerk, AddNote{QStringLiteral("δείτε και το 120/2025")}));
        QCOMPARE(document.notes.size(), std::size_t{1});
        QCOMPARE(office.act(document, office.auditor, AddNote{QStringLiteral("εγώ")}).error().code,
                 ErrorCode::NotPermitted);
        QCOMPARE(office.act(document, office.clerk, AddNote{{}}).error().code, ErrorCode::FieldMissing);
    }

    void aDocumentThatOneMayNotSeeLooksUnknown()
    {
        Office office;
        Document document = office.registered();
        QCOMPARE(office.act(document, office.payer, AddNote{QStringLiteral("τι είναι;")}).error().code,
                 ErrorCode::NotFound);
        Document unknown;
        QCOMPARE(office.act(unknown, office.payer, AddNote{QStringLiteral("τι είναι;")}).error().code,
                 ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestHandling)
#include "test_handling.moc"
