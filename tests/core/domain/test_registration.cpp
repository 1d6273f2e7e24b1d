#include "tests/support/domain_fixture.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using diakinisi::test::Office;

class TestRegistration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNumberIsTakenInOneStepWithTheWholeIdentity()
    {
        Office office;
        const Document document = office.registered();
        QCOMPARE(document.registration.state, NumberState::Given);
        QCOMPARE(display(*document.registration.number), QStringLiteral("1/2026"));
        QCOMPARE(display(*document.registration.legalTime), QStringLiteral("23/11/2026 09:01:05"));
        QCOMPARE(document.particulars.subject, QStringLiteral("Αίτηση για άδεια"));
        QCOMPARE(document.createdBy, office.registry);
    }

    void noNumberWithoutTheRequiredFields_data()
    {
        QTest::addColumn<QString>("field");
        for (const char* field : {"subject", "parties", "item-count", "unit", "their-date"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }

    void noNumberWithoutTheRequiredFields()
    {
        QFETCH(QString, field);
        Office office;
        Register form = office.incoming();
        if (field == u"subject")
            form.particulars.subject = QStringLiteral("  \n");
        if (field == u"parties")
            form.particulars.parties.clear();
        if (field == u"item-count")
            form.identity.itemCount = 0;
        if (field == u"unit")
            form.identity.unit = {};
        if (field == u"their-date")
            form.particulars.theirDate = QStringLiteral("31/11/2026");
        Document document;
        const Done done = office.act(document, office.registry, form);
        QVERIFY(!done);
        QCOMPARE(done.error().subject, field);
        QCOMPARE(office.counter, 0); // a refusal takes no number
        QVERIFY(!document.exists());
    }

    void anonymousSendersAreTaken()
    {
        Office office;
        Register form = office.incoming();
        form.particulars.parties = {{PartyKind::Anonymous, {}, false}};
        Document document;
        QVERIFY(office.act(document, office.registry, form));
        form.identity.direction = Direction::Outgoing; // but one cannot write to nobody
        Document letter;
        QCOMPARE(office.act(letter, office.registry, form).error().subject, QStringLiteral("parties"));
    }

    void withoutTheServerARegistrationWaitsForItsNumber()
    {
        Office office;
        Document document;
        QVERIFY(office.act(document, office.registry, office.incoming(), false));
        QCOMPARE(document.registration.state, NumberState::Waiting);
        QVERIFY(!document.registration.number);
    }

    void theServerWithoutNumbersRefuses()
    {
        Office office;
        Context context;
        context.actor = office.registry;
        context.authority = true;
        context.at = office.now;
        context.organisation = &office.organisation;
        const auto decided = decide(Document{}, office.command(office.newId<DocumentId>(), office.incoming()), context);
        QCOMPARE(decided.error().code, ErrorCode::NumberingStopped);
    }

    void aDocumentIsRegisteredOnce()
    {
        Office office;
        Document document = office.registered();
        QCOMPARE(office.act(document, office.registry, office.incoming()).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(office.counter, 1);
    }

    void unitsRegisterOnlyWherePolicyLetsThem()
    {
        Office office;
        Document byUnit;
        QVERIFY(office.act(byUnit, office.clerk, office.incoming()));
        QVERIFY(office.define(office.admin, SetPolicy{QStringLiteral("units-may-register"), false}));
        Document again;
        QCOMPARE(office.act(again, office.clerk, office.incoming()).error().code, ErrorCode::NotPermitted);
        QVERIFY(office.act(again, office.registry, office.incoming()));
        Document byAuditor;
        QCOMPARE(office.act(byAuditor, office.auditor, office.incoming()).error().code, ErrorCode::NotPermitted);
    }

    void aCorrectionKeepsTheOldValueWhoWhenAndWhy()
    {
        Office office;
        Document document = office.registered();
        const CorrectIdentity correction{QStringLiteral("subject"), QStringLiteral("Αίτηση για άδεια μητρότητας"),
                                         QStringLiteral("παράλειψη")};
        QCOMPARE(office.act(document, office.clerk, correction).error().code, ErrorCode::NotPermitted);
        QVERIFY(office.act(document, office.registryHead, correction));
        QCOMPARE(document.particulars.subject, correction.value);
        QCOMPARE(document.registration.corrections.size(), std::size_t{1});
        const Correction& kept = document.registration.corrections.front();
        QCOMPARE(kept.oldValue, QStringLiteral("Αίτηση για άδεια"));
        QCOMPARE(kept.reason, QStringLiteral("παράλειψη"));
        QCOMPARE(kept.by, office.registryHead);
        QCOMPARE(kept.at, office.now);
    }

    void aCorrectionNeedsAReasonAndAFieldThatExists()
    {
        Office office;
        Document document = office.registered();
        QCOMPARE(office
                     .act(document, office.registryHead,
                          CorrectIdentity{QStringLiteral("subject"), QStringLiteral("Άλλο"), {}})
                     .error()
                     .code,
                 ErrorCode::ReasonMissing);
        for (const char* field : {"number", "year", "legal-time", "direction", ""})
            QCOMPARE(office
                         .act(document, office.registryHead,
                              CorrectIdentity{QString::fromLatin1(field), QStringLiteral("1"), QStringLiteral("γιατί")})
                         .error()
                         .code,
                     ErrorCode::FieldInvalid);
    }

    void correctedPartiesKeepTheirKindAndLoseContactsThatHaveNoPartyAnyMore()
    {
        Office office;
        Register form = office.incoming();
        form.particulars.parties.push_back({PartyKind::Company, QStringLiteral("Τεχνική Α.Ε."), true});
        form.contacts = {{1, QStringLiteral("090000045"), {}, {}, {}}};
        Document document;
        QVERIFY(office.act(document, office.registry, form));
        QVERIFY(office.act(
            document, office.registryHead,
            CorrectIdentity{QStringLiteral("parties"), QStringLiteral("Μαρία Ιωαννίδου"), QStringLiteral("όνομα")}));
        QCOMPARE(document.particulars.parties.size(), std::size_t{1});
        QCOMPARE(document.particulars.parties.front().kind, PartyKind::Citizen);
        QVERIFY(document.contacts.empty());
    }

    void aCancelledNumberStaysReadableAndIsNeverUsedAgain()
    {
        Office office;
        Document document = office.registered();
        QCOMPARE(office.act(document, office.registry, CancelNumber{QStringLiteral("λάθος")}).error().code,
                 ErrorCode::NotPermitted);
        QCOMPARE(office.act(document, office.registryHead, CancelNumber{{}}).error().code, ErrorCode::ReasonMissing);
        QVERIFY(office.act(document, office.registryHead, CancelNumber{QStringLiteral("διπλή καταχώριση")}));
        QCOMPARE(document.registration.state, NumberState::Cancelled);
        QCOMPARE(document.registration.number->number, 1);
        QCOMPARE(document.registration.cancelReason, QStringLiteral("διπλή καταχώριση"));
        QCOMPARE(office.act(document, office.registryHead, CancelNumber{QStringLiteral("πάλι")}).error().code,
                 ErrorCode::NumberCancelled);
        QCOMPARE(office.registered().registration.number->number, 2);
    }

    void nothingIsDoneWithACancelledNumber()
    {
        Office office;
        Document document = office.registered();
        QVERIFY(office.act(document, office.registryHead, CancelNumber{QStringLiteral("διπλή")}));
        const VersionId version = document.mainItem()->newest().id;
        const CommandBody acts[] = {
            ChargeTo{office.newId<ChargeId>(), office.staffUnit, std::nullopt, Purpose::Action, {}, {}},
            Submit{version, office.chain({{office.head, StepKind::Approve}})},
            AddFile{office.mainItem("another")},
            CorrectIdentity{QStringLiteral("subject"), QStringLiteral("Άλλο"), QStringLiteral("γιατί")},
        };
        for (const CommandBody& act : acts)
            QCOMPARE(office.act(document, office.registryHead, act).error().code, ErrorCode::NumberCancelled);
    }

    void oddTextAndFilesAreRefusedByName()
    {
        Office office;
        Document document;
        Register form = office.incoming();
        form.particulars.subject = QString(5000, u'α');
        QCOMPARE(office.act(document, office.registry, form).error().code, ErrorCode::LimitExceeded);
        form = office.incoming(QStringLiteral("α\u0007β"));
        QCOMPARE(office.act(document, office.registry, form).error().code, ErrorCode::FieldInvalid);
        form = office.incoming();
        form.items[0].file.name = QStringLiteral("../../etc/passwd");
        QCOMPARE(office.act(document, office.registry, form).error().subject, QStringLiteral("items"));
        form = office.incoming();
        form.items[0].file.size = 600LL * 1024 * 1024;
        QCOMPARE(office.act(document, office.registry, form).error().code, ErrorCode::FileTooLarge);
        form = office.incoming();
        form.items.push_back(office.mainItem("second main"));
        QCOMPARE(office.act(document, office.registry, form).error().code, ErrorCode::FieldInvalid);
        form = office.incoming();
        form.contacts = {{7, {}, {}, {}, {}}};
        QCOMPARE(office.act(document, office.registry, form).error().subject, QStringLiteral("contacts"));
    }
};

QTEST_GUILESS_MAIN(TestRegistration)
#include "test_registration.moc"
