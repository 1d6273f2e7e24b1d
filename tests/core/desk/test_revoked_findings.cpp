#include "desk_fixture.h"

#include "desk/desk_files.h"
#include "desk/document_reader.h"
#include "desk/registrar.h"
#include "signed_files.h"
#include "test_authorities.h"

#include <QTcpServer>

using namespace diakinisi;
using namespace diakinisi::tests;

/// What a desk finds about a received signature when the signer's authority can be asked (a real `openssl ocsp`), and
/// when it cannot be reached for a while.
class TestRevokedFindings : public QObject
{
    Q_OBJECT

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<desk::Desk> m_registry;
    std::unique_ptr<samples::TestAuthorities> m_authorities;
    quint16 m_port = 0;

    static quint16 freePort()
    {
        QTcpServer server;
        return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
    }
    domain::FileRef import(const samples::Person& person)
    {
        const QByteArray bytes = samples::signedBy(person, samples::letterPdf()).value_or(QByteArray());
        return m_registry->files()
            .import({m_fixture->write(QStringLiteral("in.pdf"), bytes)}, {})
            .value_or(domain::FileRef{});
    }
    /// "TOTAL-PASSED", "INDETERMINATE/TRY_LATER".
    QString verdictOn(const domain::FileRef& file)
    {
        const auto verdict = m_registry->files().signatures(file.digest, {});
        if (!verdict || verdict->signatures.size() != 1)
            return QStringLiteral("none");
        const signing::SignatureVerdict& only = verdict->signatures.front();
        const QString sub = signing::subIndicationWord(only.subIndication);
        return signing::indicationWord(only.indication) + (sub.isEmpty() ? QString() : u'/' + sub);
    }
    domain::DocumentId registered(const domain::FileRef& file)
    {
        desk::RegistrationForm form;
        form.identity = {domain::Direction::Incoming, m_fixture->office.staffUnit, 1, 1};
        form.particulars.subject = QStringLiteral("Υπογεγραμμένη αίτηση");
        form.particulars.parties = {{domain::PartyKind::Citizen, QStringLiteral("Νίκος"), false}};
        form.files = {{file, domain::ItemRole::Main, {}}};
        const auto outcome = m_registry->registrar().registerDocument(form);
        return outcome ? outcome->document : domain::DocumentId();
    }
    std::vector<domain::FrozenFinding> frozen(const domain::DocumentId& document)
    {
        const auto view = m_registry->reader().read(document);
        return view ? view->document.mainItem()->newest().newest().findings : std::vector<domain::FrozenFinding>{};
    }
    bool reopen()
    {
        m_registry.reset();
        m_registry = m_fixture->open(QStringLiteral("registry"));
        return m_registry != nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_port = freePort();
        m_authorities = std::make_unique<samples::TestAuthorities>(m_port);
        m_authorities->publish();
        m_fixture = std::make_unique<DeskFixture>();
        QVERIFY2(m_fixture->ready, qPrintable(m_fixture->server.error()));
        m_fixture->trustFolder = m_fixture->folder.filePath(QStringLiteral("trust"));
        QVERIFY(QDir().mkpath(m_fixture->trustFolder));
        QVERIFY(!m_fixture->write(QStringLiteral("trust/root.cer"), m_authorities->authority().root()).isEmpty());
        QVERIFY(reopen());
    }
    void cleanupTestCase()
    {
        m_registry.reset();
        m_authorities.reset();
    }

    void aGoodSignerIsToldAsGood()
    {
        const domain::FileRef file = import(m_authorities->authority().make({}));
        QCOMPARE(verdictOn(file), QStringLiteral("TOTAL-PASSED"));
        const int asked = m_authorities->count(QStringLiteral("ocsp"));
        QVERIFY(asked > 0);
        QCOMPARE(verdictOn(file), QStringLiteral("TOTAL-PASSED"));
        QCOMPARE(m_authorities->count(QStringLiteral("ocsp")), asked); // the answer is kept
        const domain::DocumentId document = registered(file);
        QCOMPARE(frozen(document).size(), std::size_t{1}); // decided: in the same act
    }

    void aRevokedSignerIsToldAsRevokedAndFrozenSo()
    {
        const samples::Person person = m_authorities->authority().make({.name = QStringLiteral("Πρώην Υπάλληλος")});
        const domain::FileRef file = import(person);
        m_authorities->authority().revoke(person);
        m_authorities->publish();
        QCOMPARE(verdictOn(file), QStringLiteral("INDETERMINATE/REVOKED_NO_POE"));
        const domain::DocumentId document = registered(file);
        QCOMPARE(frozen(document).front().finding.signatures.front().subIndication, QStringLiteral("REVOKED_NO_POE"));
    }

    void whoseAuthorityIsAwayIsLookedAtAgainBeforeItIsFrozen()
    {
        // Without a list: one that was fetched for another certificate would answer for these too.
        const samples::Person person = m_authorities->authority().make({.namesList = false});
        const samples::Person gone = m_authorities->authority().make({.namesList = false});
        const domain::FileRef file = import(person);
        const domain::FileRef other = import(gone);
        m_authorities->authority().revoke(gone);
        m_authorities->away();
        QCOMPARE(verdictOn(file), QStringLiteral("INDETERMINATE/TRY_LATER"));
        const domain::DocumentId first = registered(file);
        const domain::DocumentId second = registered(other);
        QVERIFY(DeskFixture::synced(*m_registry));
        QVERIFY(m_registry->registrar().outcome(first)->number); // nothing is held up by it
        QVERIFY(reopen());
        QVERIFY(frozen(first).empty() && frozen(second).empty());
        m_authorities->back();
        m_authorities->publish();
        QVERIFY(reopen());
        QTRY_COMPARE_WITH_TIMEOUT(frozen(first).size(), std::size_t{1}, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(frozen(second).size(), std::size_t{1}, 60'000);
        QCOMPARE(frozen(first).front().finding.signatures.front().indication, domain::SignatureIndication::TotalPassed);
        QCOMPARE(frozen(second).front().finding.signatures.front().subIndication, QStringLiteral("REVOKED_NO_POE"));
        QVERIFY(DeskFixture::synced(*m_registry));
    }

    void whereNobodyIsTrustedNobodyIsAsked()
    {
        m_fixture->trustFolder.clear();
        QVERIFY(reopen());
        const int asked = m_authorities->count(QStringLiteral("ocsp"));
        const domain::FileRef file = import(m_authorities->authority().make({}));
        QCOMPARE(verdictOn(file), QStringLiteral("INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND"));
        QCOMPARE(m_authorities->count(QStringLiteral("ocsp")), asked);
        QCOMPARE(frozen(registered(file)).size(), std::size_t{1});
    }
};

QTEST_MAIN(TestRevokedFindings)
#include "test_revoked_findings.moc"
