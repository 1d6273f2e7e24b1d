#include "domain/possible.h"
#include "domain/rights.h"
#include "tests/support/domain_fixture.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using diakinisi::test::Office;

namespace {

/// A command that this act stands for, good in every other way.
std::optional<CommandBody> commandFor(Act act, Office& office, const Document& document, const PersonId& person)
{
    const Charge* charge = chargeFor(document, office.organisation, person);
    const Step* step = stepFor(document, office.organisation, person, office.now);
    const VersionId version = document.mainItem()->newest().id;
    switch (act) {
    case Act::Charge:
        return ChargeTo{office.newId<ChargeId>(), office.municipality, std::nullopt, Purpose::Opinion, {}, {}};
    case Act::TakeOver:
        return TakeOver{charge->id};
    case Act::ReturnCharge:
        return ReturnCharge{charge->id, QStringLiteral("γιατί")};
    case Act::CompleteCharge:
        return CompleteCharge{charge->id, QStringLiteral("γιατί"), std::nullopt};
    case Act::Submit:
        return Submit{version, office.chain({{office.mayor, StepKind::Sign}})};
    case Act::Approve:
        return Approve{step->id, version};
    case Act::ApproveWithObjection:
        return ApproveWithObjection{step->id, version, QStringLiteral("γιατί")};
    case Act::Sign:
        if (document.registration.state == NumberState::None && document.route.isLast(step->id))
            return Reserve{step->id, document.mainItem()->newest().newest().file.digest};
        return Sign{step->id, {office.signedFrom(document, "signed")}};
    case Act::SendBack:
        return SendBack{step->id, QStringLiteral("γιατί")};
    case Act::Withdraw:
        return Withdraw{};
    case Act::AddNote:
        return AddNote{QStringLiteral("σημείωση")};
    case Act::AddFile: {
        NewItem item = office.mainItem("annex");
        item.role = ItemRole::Attachment;
        return AddFile{item};
    }
    case Act::CorrectIdentity:
        return CorrectIdentity{QStringLiteral("place"), QStringLiteral("Θεσσαλονίκη"), QStringLiteral("γιατί")};
    case Act::CancelNumber:
        return CancelNumber{QStringLiteral("γιατί")};
    case Act::SetAccess:
        return SetAccess{{true, {}}};
    case Act::Reply:
        return std::nullopt; // begins another document
    }
    return std::nullopt;
}

} // namespace

class TestPossible : public QObject
{
    Q_OBJECT

private:
    static std::vector<Document> documentsOfEveryState(Office& office)
    {
        std::vector<Document> all{office.registered(), office.started()};
        Document charged = office.registered();
        office.charge(charged, office.staffUnit);
        all.push_back(charged);
        Document submitted = office.started();
        const auto steps = office.chain({{office.head, StepKind::Approve}, {office.mayor, StepKind::Sign}});
        office.mustAct(submitted, office.clerk, Submit{submitted.mainItem()->newest().id, steps});
        all.push_back(submitted);
        Document approved = submitted;
        office.mustAct(approved, office.head, Approve{steps[0].id, approved.mainItem()->newest().id});
        all.push_back(approved);
        Document sentBack = approved;
        office.mustAct(sentBack, office.mayor, SendBack{steps[1].id, QStringLiteral("όχι")});
        all.push_back(sentBack);
        Document cancelled = office.registered();
        office.mustAct(cancelled, office.registryHead, CancelNumber{QStringLiteral("διπλό")});
        all.push_back(cancelled);
        return all;
    }

private Q_SLOTS:
    void whatIsOfferedIsAcceptedAndWhatIsNotOfferedIsRefused()
    {
        Office office;
        int offered = 0;
        const auto documents = documentsOfEveryState(office);
        for (const Document& document : documents) {
            for (const Person& person : office.organisation.persons) {
                if (!maySee(document, office.organisation, person.id))
                    continue;
                for (const Act act : possibleActs(document, office.organisation, person.id, office.now)) {
                    const auto command = commandFor(act, office, document, person.id);
                    if (!command)
                        continue;
                    ++offered;
                    const auto decided = office.tryOut(document, person.id, *command);
                    QVERIFY2(decided, qPrintable(person.login + u' ' + kindOf(*command) + u' ' +
                                                 (decided ? QString() : errorWord(decided.error().code))));
                }
            }
        }
        QVERIFY(offered > 60);
    }

    void aDocumentOfANewerVersionIsReadOnly()
    {
        Office office;
        Document document = office.registered();
        apply(document, Event{office.newId<EventId>(), document.id, office.now, office.registry, std::nullopt,
                              UnknownEvent{QStringLiteral("archived")}});
        QVERIFY(possibleActs(document, office.organisation, office.registry, office.now).empty());
        QCOMPARE(office.act(document, office.registry, AddNote{QStringLiteral("x")}).error().code,
                 ErrorCode::NotSupported);
    }
};

QTEST_GUILESS_MAIN(TestPossible)
#include "test_possible.moc"
