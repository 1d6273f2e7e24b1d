#include "signing_fixture.h"

#include "desk/signing_doctor.h"
#include "soft_hsm.h"

using namespace diakinisi;
using namespace diakinisi::tests;

class TestSigner : public QObject
{
    Q_OBJECT

    std::unique_ptr<SigningFixture> m_fixture;
    samples::Authority m_authority;
    samples::SoftHsm m_hsm;
    desk::KeyChoice m_key;

    /// The head's key on the token whose certificate this is.
    desk::KeyChoice tokenKey(const QByteArray& certificate)
    {
        const auto keys = m_fixture->head->signer().keys();
        for (const desk::KeyChoice& key : *keys)
            if (key.certificate == Sha256::of(certificate))
                return key;
        return {};
    }
    /// A token with the head's certificate on it, registered and known at the head's desk; empty when that failed.
    QByteArray tokenOfTheHead(const QString& label, const samples::PersonOptions& options)
    {
        const auto person = m_authority.make(options);
        const bool made =
            m_hsm.addToken(label) && m_hsm.addKey(label, person, "sign") && m_fixture->registerKey(person.certificate);
        m_fixture->head->syncNow();
        const bool known = made && QTest::qWaitFor([&] { return tokenKey(person.certificate).registered; }, 60'000);
        return known ? person.certificate : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<SigningFixture>();
        QVERIFY2(m_fixture->ready, qPrintable(m_fixture->server.error()));
        m_fixture->tokenModules = QStringList{samples::SoftHsm::faultyModule()};
        QVERIFY(m_fixture->openBoth());
        const auto person = m_authority.make({});
        const QString path = m_fixture->write(QStringLiteral("head.p12"), person.pkcs12);
        const auto key = m_fixture->head->signer().addKeyFile(path, m_fixture->pin());
        QVERIFY(key);
        QVERIFY(!key->registered);
        QVERIFY(m_fixture->registerKey(person.certificate));
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->head->signer().keys()->front().registered, 60'000);
        m_key = m_fixture->head->signer().keys()->front();
        QCOMPARE(m_key.name, QStringLiteral("Μαρία Παπαδοπούλου"));
    }
    void cleanupTestCase() { m_fixture.reset(); }

    void aWrongPinIsSaidBeforeAnythingIsAsked()
    {
        const auto key = m_fixture->head->signer().addKeyFile(m_key.uri.mid(4), Secret(QByteArray("0000")));
        QCOMPARE(key.error().code, ErrorCode::PinWrong);
    }

    void aBatchIsSignedWithOnePinAndEachOutcomeIsTold()
    {
        const QVector<domain::DocumentId> documents{m_fixture->submitted(QStringLiteral("Ένα")),
                                                    m_fixture->submitted(QStringLiteral("Δύο")),
                                                    m_fixture->submitted(QStringLiteral("Τρία"))};
        QVERIFY(m_fixture->arrivesAtHead(documents));
        QVector<domain::DocumentId> withStranger = documents;
        withStranger.push_back(domain::DocumentId(QUuid::createUuid()));
        int reports = 0;
        Progress progress([&reports](std::int64_t, std::int64_t) { ++reports; });
        const auto outcomes = m_fixture->head->signer().sign(withStranger, m_key, m_fixture->pin(), {}, progress, {});
        QVERIFY(outcomes);
        QCOMPARE(reports, 4);
        std::set<qint64> numbers;
        for (std::size_t i = 0; i < 3; ++i) {
            const desk::SigningOutcome& outcome = (*outcomes)[i];
            QVERIFY2(
                outcome.isSigned,
                qPrintable(outcome.problem ? errorWord(outcome.problem->code) + outcome.problem->cause : QString()));
            numbers.insert(outcome.number->number);
        }
        QCOMPARE(numbers.size(), std::size_t{3});
        QVERIFY(!(*outcomes)[3].isSigned);
        QCOMPARE((*outcomes)[3].problem->code, ErrorCode::NotFound);
        QVERIFY(DeskFixture::synced(*m_fixture->head));
        const auto view = m_fixture->head->reader().read(documents.front());
        QCOMPARE(view->document.registration.state, domain::NumberState::Given);
        const auto signatures =
            m_fixture->head->files().signatures(view->document.mainItem()->newest().newest().file.digest, {});
        QVERIFY(signatures && signatures->signatures.size() == 1);
        QVERIFY(signatures->signatures.front().intact == true && signatures->signatures.front().coversWholeFile);
    }

    void aNumberThatWasReservedAndNotUsedIsUsedNext()
    {
        const domain::DocumentId draft = m_fixture->submitted(QStringLiteral("Με κράτηση"));
        QVERIFY(m_fixture->arrivesAtHead({draft}));
        // As if the desk had died between the reservation and the signature.
        const auto before = m_fixture->head->reader().read(draft);
        auto session = m_fixture->server.signedIn(QStringLiteral("head"));
        const domain::Step& step = before->document.route.steps.front();
        const Sha256 base = before->document.mainItem()->newest().newest().file.digest;
        QCOMPARE(
            test::TestServer::send(session, {test::TestServer::command(draft, domain::Reserve{step.id, base})}).status,
            200);
        m_fixture->head->syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->head->reader().read(draft)->document.registration.state,
                                  domain::NumberState::Reserved, 60'000);
        const auto number = m_fixture->head->reader().read(draft)->document.registration.number;
        const auto plan = m_fixture->head->signer().plan({draft});
        QVERIFY(plan->items.front().takesNumber && !plan->items.front().problem);
        Progress progress;
        const auto outcomes = m_fixture->head->signer().sign({draft}, m_key, m_fixture->pin(), {}, progress, {});
        QVERIFY(outcomes && outcomes->front().isSigned);
        QCOMPARE(outcomes->front().number, number);
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->head->reader().read(draft)->document.registration.state,
                                  domain::NumberState::Given, 60'000);
    }

    void aBatchWithATokenNeedsOneLoginAndOneFailureStopsNothingElse()
    {
        const QByteArray certificate = tokenOfTheHead(QStringLiteral("head"), {});
        QVERIFY(!certificate.isEmpty());
        const desk::KeyChoice key = tokenKey(certificate);
        QCOMPARE(key.place, desk::KeyPlace::Token);
        QCOMPARE(key.pinEntry, desk::PinEntry::Typed);
        QCOMPARE(key.token, QStringLiteral("head"));
        QVERIFY(key.uri.startsWith(QStringLiteral("pkcs11:")) && !key.tokenSerial.isEmpty() && key.suitable);
        const QVector<domain::DocumentId> documents{m_fixture->submitted(QStringLiteral("Α")),
                                                    m_fixture->submitted(QStringLiteral("Β")),
                                                    m_fixture->submitted(QStringLiteral("Γ"))};
        QVERIFY(m_fixture->arrivesAtHead(documents));
        m_hsm.misbehave({QStringLiteral("always-authenticate"), QStringLiteral("device-error-after=1")});
        Progress progress;
        const auto outcomes = m_fixture->head->signer().sign(documents, key, m_fixture->pin(), {}, progress, {});
        QVERIFY2(outcomes, outcomes ? "" : qPrintable(errorWord(outcomes.error().code) + outcomes.error().cause));
        QVERIFY((*outcomes)[0].isSigned && !(*outcomes)[1].isSigned && (*outcomes)[2].isSigned);
        QCOMPARE((*outcomes)[1].problem->code, ErrorCode::TokenFailed);
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 1);
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login for operation")), 3);
        QCOMPARE(m_hsm.asked().mid(m_hsm.asked().size() - 2),
                 QStringList({QStringLiteral("logout"), QStringLiteral("finalize")}));
        m_hsm.misbehave({});
        QVERIFY(m_fixture->arrivesAtHead({documents[1]})); // the rest again
        const auto again = m_fixture->head->signer().sign({documents[1]}, key, m_fixture->pin(), {}, progress, {});
        QVERIFY(again && again->front().isSigned);
    }

    void aTokenWithAPinOfItsOwnForSignaturesIsKnownOnceItHasRefusedThePin()
    {
        const QByteArray certificate = tokenOfTheHead(QStringLiteral("two pins"), {});
        QVERIFY(!certificate.isEmpty() && !tokenKey(certificate).ownSignaturePin);
        const QVector<domain::DocumentId> documents{m_fixture->submitted(QStringLiteral("Δ")),
                                                    m_fixture->submitted(QStringLiteral("Ε"))};
        QVERIFY(m_fixture->arrivesAtHead(documents));
        const QStringList faults{QStringLiteral("always-authenticate"), QStringLiteral("signature-pin=567890")};
        const auto sign = [&](const desk::SigningWishes& wishes) {
            m_hsm.misbehave(faults);
            Progress progress;
            return m_fixture->head->signer().sign(documents, tokenKey(certificate), m_fixture->pin(), wishes, progress,
                                                  {});
        };
        const auto refused = sign({});
        QVERIFY(refused);
        for (const desk::SigningOutcome& outcome : *refused)
            QVERIFY(!outcome.isSigned && outcome.problem->code == ErrorCode::PinWrong);
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login for operation")), 1); // never again by itself
        QVERIFY(tokenKey(certificate).ownSignaturePin);
        desk::SigningWishes wishes;
        wishes.signaturePin = std::make_shared<const Secret>(QByteArray("567890"));
        const auto done = sign(wishes);
        QVERIFY(done && (*done)[0].isSigned && (*done)[1].isSigned);
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 1);
        m_hsm.misbehave({});
        QVERIFY(DeskFixture::synced(*m_fixture->head));
    }

    void anExpiredCertificateIsRefusedBeforeThePin()
    {
        samples::PersonOptions expired;
        expired.validFrom = -100'000;
        expired.validTo = -1000;
        const QByteArray certificate = tokenOfTheHead(QStringLiteral("expired"), expired);
        QVERIFY(!certificate.isEmpty());
        m_hsm.misbehave({});
        Progress progress;
        const auto outcomes =
            m_fixture->head->signer().sign({}, tokenKey(certificate), m_fixture->pin(), {}, progress, {});
        QCOMPARE(outcomes.error().code, ErrorCode::CertificateExpired);
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 0);
    }

    void theDoctorSaysWhatIsWrongWithATokenAndTheKeysTellItsPin()
    {
        const auto causes = [this](desk::Examined what) {
            std::set<desk::FindingCause> found;
            for (const desk::Finding& each : m_fixture->head->signingDoctor().examine({}))
                if (each.what == what)
                    found.insert(each.cause);
            return found;
        };
        using Causes = std::set<desk::FindingCause>;
        QCOMPARE(causes(desk::Examined::PinTries), Causes{desk::FindingCause::Fine});
        QCOMPARE(causes(desk::Examined::Validity), (Causes{desk::FindingCause::Fine, desk::FindingCause::Expired}));
        QCOMPARE(causes(desk::Examined::Registration), Causes{desk::FindingCause::Fine});
        QCOMPARE(causes(desk::Examined::Clock), Causes{desk::FindingCause::Fine});
        m_hsm.misbehave({QStringLiteral("locked")});
        QCOMPARE(causes(desk::Examined::PinTries), Causes{desk::FindingCause::PinLocked});
        const auto keys = m_fixture->head->signer().keys();
        QCOMPARE(keys->back().pinTries, desk::PinTries::None);
        m_hsm.misbehave({QStringLiteral("crash")});
        QVERIFY(causes(desk::Examined::Module).contains(desk::FindingCause::ModuleDied));
        QCOMPARE(m_fixture->head->signer().keys()->size(), std::size_t{1}); // the key file is there all the same
        m_hsm.misbehave({});
    }

    void whatIsNotMineToSignIsSetAside()
    {
        const domain::DocumentId draft = m_fixture->submitted(QStringLiteral("Όχι δικό μου"));
        QVERIFY(!draft.isNull());
        const auto plan = m_fixture->clerk->signer().plan({draft});
        QVERIFY(plan);
        QCOMPARE(plan->ready(), 0);
        QCOMPARE(plan->items.front().problem->code, ErrorCode::NotYourTurn);
    }

    void stopEndsCleanlyBeforeTheNextDocument()
    {
        const QVector<domain::DocumentId> documents{m_fixture->submitted(QStringLiteral("Πρώτο")),
                                                    m_fixture->submitted(QStringLiteral("Δεύτερο"))};
        QVERIFY(m_fixture->arrivesAtHead(documents));
        std::stop_source stop;
        Progress progress([&stop](std::int64_t, std::int64_t) { stop.request_stop(); });
        const auto outcomes =
            m_fixture->head->signer().sign(documents, m_key, m_fixture->pin(), {}, progress, stop.get_token());
        QVERIFY(outcomes);
        QVERIFY(outcomes->front().isSigned);
        QVERIFY(!outcomes->back().isSigned);
        QCOMPARE(outcomes->back().problem->code, ErrorCode::Cancelled);
        QVERIFY(m_fixture->arrivesAtHead({documents.back()})); // it is offered again, with its number
        QVERIFY(m_fixture->head->signer().plan({documents.back()})->items.front().takesNumber);
    }

    void withoutTheServerNoNumberIsTaken()
    {
        const domain::DocumentId draft = m_fixture->submitted(QStringLiteral("Χωρίς διακομιστή"));
        QVERIFY(m_fixture->arrivesAtHead({draft}));
        QVERIFY(m_fixture->server.stop());
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->head->syncStatus().state, desk::SyncStatus::State::Offline, 60'000);
        Progress progress;
        const auto outcomes = m_fixture->head->signer().sign({draft}, m_key, m_fixture->pin(), {}, progress, {});
        QVERIFY(outcomes);
        QCOMPARE(outcomes->front().problem->code, ErrorCode::ServerUnreachable);
        QVERIFY(m_fixture->server.start());
        m_fixture->head->syncNow();
        QVERIFY(DeskFixture::synced(*m_fixture->head));
        QCOMPARE(m_fixture->head->reader().read(draft)->document.registration.state, domain::NumberState::None);
    }
};

QTEST_GUILESS_MAIN(TestSigner)
#include "test_signer.moc"
