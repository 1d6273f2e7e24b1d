#include "desk_fixture.h"

#include "desk/desk_files.h"
#include "desk/document_reader.h"
#include "desk/registrar.h"
#include "signed_files.h"
#include "tests/support/changing_program.h"

using namespace diakinisi;
using namespace diakinisi::tests;

/// The verdict on a received file: shown before the number, frozen with it or right behind, never holding it up.
class TestFindings : public QObject
{
    Q_OBJECT

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<desk::Desk> m_registry;
    samples::Authority m_authority;

    QByteArray signedLetter() const
    {
        return samples::signedBy(m_authority.make({}), samples::letterPdf()).value_or(QByteArray());
    }
    desk::RegistrationForm form(const domain::FileRef& file) const
    {
        desk::RegistrationForm form;
        form.identity = {domain::Direction::Incoming, m_fixture->office.staffUnit, 1, 1};
        form.particulars.subject = QStringLiteral("Υπογεγραμμένη αίτηση");
        form.particulars.parties = {{domain::PartyKind::Citizen, QStringLiteral("Νίκος"), false}};
        form.files = {{file, domain::ItemRole::Main, {}}};
        return form;
    }
    static std::vector<domain::FrozenFinding> frozen(desk::Desk& desk, const domain::DocumentId& document)
    {
        const auto view = desk.reader().read(document);
        return view ? view->document.mainItem()->newest().newest().findings : std::vector<domain::FrozenFinding>{};
    }
    domain::FileRef import(const QByteArray& bytes)
    {
        return m_registry->files()
            .import({m_fixture->write(QStringLiteral("in.pdf"), bytes)}, {})
            .value_or(domain::FileRef{});
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<DeskFixture>();
        QVERIFY2(m_fixture->ready, qPrintable(m_fixture->server.error()));
        m_registry = m_fixture->open(QStringLiteral("registry"));
        QVERIFY(m_registry);
    }
    void cleanupTestCase() { m_registry.reset(); }

    void aCheckThatIsDoneIsFrozenInTheSameAct()
    {
        const domain::FileRef file = import(signedLetter());
        const auto verdict = m_registry->files().signatures(file.digest, {});
        QVERIFY(verdict && verdict->signatures.size() == 1);
        const auto registered = m_registry->registrar().registerDocument(form(file));
        QVERIFY(registered);
        const auto findings = frozen(*m_registry, registered->document); // at once, before the server has answered
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings.front().finding.signatures.front().signer, QStringLiteral("Μαρία Παπαδοπούλου"));
        QCOMPARE(findings.front().finding.signatures.front().indication, domain::SignatureIndication::Indeterminate);
        QVERIFY(DeskFixture::synced(*m_registry));
        QCOMPARE(frozen(*m_registry, registered->document).size(), std::size_t{1}); // and the server has taken it
        const auto history = m_registry->reader().read(registered->document)->history;
        QVERIFY(std::ranges::any_of(
            history, [](const desk::HistoryRow& row) { return row.kind == u"finding-recorded" && !row.waiting; }));
    }

    void aCheckThatIsNotDoneFollowsTheRegistration()
    {
        QByteArray broken = signedLetter();
        broken[broken.indexOf('\n') + 2] = '!'; // in the comment of the second line: within what was signed
        const domain::FileRef file = import(broken);
        const auto registered = m_registry->registrar().registerDocument(form(file));
        QVERIFY(registered);
        QTRY_COMPARE_WITH_TIMEOUT(frozen(*m_registry, registered->document).size(), std::size_t{1}, 30'000);
        QCOMPARE(frozen(*m_registry, registered->document).front().finding.signatures.front().indication,
                 domain::SignatureIndication::TotalFailed);
        QVERIFY(DeskFixture::synced(*m_registry));
        QVERIFY(m_registry->registrar().outcome(registered->document)->number);
    }

    void aCheckThatEndedTheWorkerIsOwedUntilItWasMade()
    {
        const QString ours = m_fixture->workerProgram;
        const QByteArray start = "exec " + ours.toUtf8() + " \"$@\"";
        test::ChangingProgram program(start);
        m_fixture->workerProgram = program.path();
        m_registry.reset();
        m_registry = m_fixture->open(QStringLiteral("registry"));
        QVERIFY(m_registry);
        const domain::FileRef file = import(samples::signedBy(m_authority.make({}), samples::letterPdf()).value());
        program.becomes("exit 1"); // for the worker that judges: it has not been needed yet
        QCOMPARE(m_registry->files().signatures(file.digest, {}).error().code, ErrorCode::WorkerDied);
        const auto registered = m_registry->registrar().registerDocument(form(file));
        QVERIFY(registered && DeskFixture::synced(*m_registry));
        QVERIFY(m_registry->registrar().outcome(registered->document)->number); // nothing is held up by it
        QVERIFY(frozen(*m_registry, registered->document).empty());
        program.becomes(start);
        m_registry.reset();
        m_registry = m_fixture->open(QStringLiteral("registry"));
        QVERIFY(m_registry);
        QTRY_COMPARE_WITH_TIMEOUT(frozen(*m_registry, registered->document).size(), std::size_t{1}, 30'000);
        m_fixture->workerProgram = ours;
        m_registry.reset();
        m_registry = m_fixture->open(QStringLiteral("registry"));
        QVERIFY(m_registry);
    }

    void aFileWithoutSignaturesHasNoFinding()
    {
        const domain::FileRef file = import(samples::letterPdf());
        const auto registered = m_registry->registrar().registerDocument(form(file));
        QVERIFY(registered && DeskFixture::synced(*m_registry));
        QVERIFY(m_registry->files().signatures(file.digest, {})->signatures.empty());
        QVERIFY(frozen(*m_registry, registered->document).empty());
    }

    void whatASignatureCoversOpensAsAFileOfItsOwn()
    {
        const QByteArray once = signedLetter();
        const QByteArray twice = samples::signedBy(m_authority.make({}), once).value_or(QByteArray());
        const domain::FileRef file = import(twice);
        const auto verdict = m_registry->files().signatures(file.digest, {});
        QVERIFY(verdict && verdict->signatures.size() == 2);
        const auto version = m_registry->files().signedVersion(file, verdict->signatures[0].signedLength, {});
        QVERIFY(version);
        QCOMPARE(version->digest, Sha256::of(once));
        QVERIFY(m_registry->files().pages(version->digest, {}));
        QCOMPARE(m_registry->files().signedVersion(file, twice.size() + 1, {}).error().code,
                 ErrorCode::SignatureBroken);
    }
};

QTEST_MAIN(TestFindings)
#include "test_findings.moc"
