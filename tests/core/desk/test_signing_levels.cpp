#include "signing_fixture.h"

#include "desk/signing_doctor.h"
#include "signing/validation/verify_pdf.h"
#include "test_authorities.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTcpServer>

using namespace diakinisi;
using namespace diakinisi::tests;
using domain::DocumentId;

/// Signing at the desk at the level that the organisation's policy says, with real authorities over the network.
class TestSigningLevels : public QObject
{
    Q_OBJECT

    std::unique_ptr<SigningFixture> m_office;
    std::unique_ptr<samples::TestAuthorities> m_authorities;
    desk::KeyChoice m_key;

    desk::Signer& signer() { return m_office->head->signer(); }
    static QUrl addressOf(quint16 port) { return QUrl(QStringLiteral("http://127.0.0.1:%1/tsa").arg(port)); }
    static quint16 freePort()
    {
        QTcpServer server;
        return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
    }
    /// In force at the head's desk.
    bool policy(const QString& level, const QUrl& authority, const QString& away)
    {
        using domain::SetPolicy;
        const bool said =
            m_office->define({SetPolicy{QStringLiteral("signature-level"), level},
                              SetPolicy{QStringLiteral("timestamp-authorities"), QJsonArray{authority.toString()}},
                              SetPolicy{QStringLiteral("timestamp-away"), away},
                              SetPolicy{QStringLiteral("private-authorities"), true}});
        m_office->head->syncNow();
        return said && QTest::qWaitFor(
                           [&] {
                               const auto terms = signer().plan({})->terms;
                               return terms.level == level && terms.waits == (away == u"wait");
                           },
                           60'000);
    }
    std::vector<desk::SigningOutcome> sign(const QVector<DocumentId>& documents)
    {
        Progress progress;
        auto outcomes = signer().sign(documents, m_key, SigningFixture::pin(), {}, progress, {});
        if (!outcomes)
            qWarning("%s", qPrintable(errorWord(outcomes.error().code)));
        return outcomes ? std::move(*outcomes) : std::vector<desk::SigningOutcome>();
    }
    /// Signatures and document timestamps of the newest rendition, all of which must hold.
    std::pair<int, int> signaturesOf(const DocumentId& document)
    {
        const QString path = m_office->folder.filePath(QStringLiteral("out.pdf"));
        QFile::remove(path);
        const Sha256 digest = m_office->newest(*m_office->head, document).file.digest;
        if (!m_office->head->files().exportTo(digest, path))
            return {};
        QFile file(path);
        const auto verdict =
            file.open(QIODevice::ReadOnly) ? signing::verifyPdf(file, {}) : fail(ErrorCode::FileUnreadable);
        std::pair<int, int> count;
        if (verdict)
            for (const signing::SignatureVerdict& each : verdict->signatures)
                if (each.intact)
                    ++(each.kind == signing::SignatureKind::Timestamp ? count.second : count.first);
        return count;
    }
    std::set<desk::FindingCause> timestampFindings()
    {
        std::set<desk::FindingCause> causes;
        for (const desk::Finding& each : m_office->head->signingDoctor().examine({}))
            if (each.what == desk::Examined::Timestamps)
                causes.insert(each.cause);
        return causes;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_authorities = std::make_unique<samples::TestAuthorities>();
        m_authorities->publish();
        m_office = std::make_unique<SigningFixture>();
        QVERIFY2(m_office->ready, qPrintable(m_office->server.error()));
        m_office->owedPause = std::chrono::seconds(1);
        QVERIFY(m_office->openBoth());
        const auto person = m_authorities->authority().make({});
        QVERIFY(signer().addKeyFile(m_office->write(QStringLiteral("head.p12"), person.pkcs12), m_office->pin()));
        QVERIFY(m_office->registerKey(person.certificate));
        m_office->head->syncNow();
        QTRY_VERIFY_WITH_TIMEOUT(signer().keys()->front().registered, 60'000);
        m_key = signer().keys()->front();
    }
    void cleanupTestCase()
    {
        m_office.reset();
        m_authorities.reset();
    }

    void withoutPolicyItIsSignedWithoutATimestamp()
    {
        QCOMPARE(signer().plan({})->terms.level, QStringLiteral("B-B"));
        const QVector<DocumentId> documents = m_office->submitted(1);
        QVERIFY(m_office->arrivesAtHead(documents));
        const auto outcomes = sign(documents);
        QVERIFY(outcomes.size() == 1 && outcomes.front().isSigned && !outcomes.front().owed);
        QCOMPARE(signaturesOf(documents.front()), std::pair(1, 0));
        QVERIFY(timestampFindings().empty());
    }

    void aBatchIsSignedForTheLongTermAndTheServerAcceptsIt()
    {
        QVERIFY(policy(QStringLiteral("B-LTA"), m_authorities->url(QStringLiteral("tsa")), QStringLiteral("wait")));
        QCOMPARE(signer().plan({})->terms.authorities, QStringList{QStringLiteral("127.0.0.1")});
        const QVector<DocumentId> documents = m_office->submitted(3);
        QVERIFY(m_office->arrivesAtHead(documents));
        for (const desk::SigningOutcome& outcome : sign(documents))
            QVERIFY2(
                outcome.isSigned && !outcome.owed,
                qPrintable(outcome.problem ? errorWord(outcome.problem->code) + outcome.problem->cause : QString()));
        QVERIFY(DeskFixture::synced(*m_office->head));
        for (const DocumentId& document : documents) {
            QCOMPARE(m_office->head->reader().read(document)->document.registration.state, domain::NumberState::Given);
            QCOMPARE(signaturesOf(document), std::pair(1, 1));
        }
        QVERIFY(signer().owed()->empty() && m_office->head->lists().attention()->empty());
        QCOMPARE(timestampFindings(), std::set{desk::FindingCause::Fine});
    }

    void whatIsOwedIsShownOutlivesTheDeskAndIsAddedByItself()
    {
        const quint16 port = freePort();
        QVERIFY(policy(QStringLiteral("B-T"), addressOf(port), QStringLiteral("sign-now")));
        const QVector<DocumentId> documents = m_office->submitted(2);
        QVERIFY(m_office->arrivesAtHead(documents));
        for (const desk::SigningOutcome& outcome : sign(documents)) {
            QVERIFY(outcome.isSigned && outcome.owed);
            QCOMPARE(outcome.owed->code, ErrorCode::TimestampUnavailable);
        }
        QVERIFY(DeskFixture::synced(*m_office->head));
        QCOMPARE(timestampFindings(), std::set{desk::FindingCause::TimestampUnavailable});
        m_office->head.reset();
        m_office->head = m_office->open(QStringLiteral("head"));
        QVERIFY(m_office->head);
        const auto owed = signer().owed();
        QVERIFY(owed && owed->size() == 2);
        QCOMPARE(owed->front().document, documents.front());
        QCOMPARE(owed->front().row.subject, QStringLiteral("Έγγραφο 1"));
        QTRY_VERIFY_WITH_TIMEOUT(signer().owed()->front().problem, 60'000);

        samples::TestAuthorities late(port);
        late.publish();
        QCOMPARE(timestampFindings(), std::set{desk::FindingCause::Fine}); // and they are asked again
        QTRY_VERIFY_WITH_TIMEOUT(signer().owed()->empty(), 60'000);
        QVERIFY(DeskFixture::synced(*m_office->head));
        QVERIFY(m_office->head->lists().attention()->empty());
        m_office->clerk->syncNow();
        for (const DocumentId& document : documents) {
            QCOMPARE(signaturesOf(document), std::pair(1, 1));
            QTRY_COMPARE_WITH_TIMEOUT(m_office->newest(*m_office->clerk, document).role,
                                      domain::RenditionRole::Timestamped, 60'000);
        }
    }

    void whatIsOwedIsTriedAtOnceWhenAskedFor()
    {
        const quint16 port = freePort();
        m_office->owedPause = std::chrono::hours(1); // by itself: not in this test
        m_office->head.reset();
        m_office->head = m_office->open(QStringLiteral("head"));
        QVERIFY(m_office->head);
        QVERIFY(policy(QStringLiteral("B-T"), addressOf(port), QStringLiteral("sign-now")));
        const QVector<DocumentId> documents = m_office->submitted(1);
        QVERIFY(m_office->arrivesAtHead(documents));
        QSignalSpy told(m_office->head.get(), &desk::Desk::attentionChanged);
        QVERIFY(sign(documents).front().owed);
        QVERIFY(DeskFixture::synced(*m_office->head));
        QVERIFY(!signer().owed()->front().problem && !signer().owed()->front().othersFirst);
        signer().tryOwed({});
        QCOMPARE(signer().owed()->front().problem->code, ErrorCode::TimestampUnavailable);
        samples::TestAuthorities late(port);
        late.publish();
        signer().tryOwed({});
        QVERIFY(signer().owed()->empty());
        QTRY_VERIFY_WITH_TIMEOUT(told.size() >= 3, 60'000); // owed, problem, settled
        QVERIFY(DeskFixture::synced(*m_office->head));
        QCOMPARE(signaturesOf(documents.front()), std::pair(1, 1));
    }

    void wherePolicySaysWaitNothingIsSignedAndTheRestCanBeBegunAgain()
    {
        const quint16 port = freePort();
        QVERIFY(policy(QStringLiteral("B-T"), addressOf(port), QStringLiteral("wait")));
        const QVector<DocumentId> documents = m_office->submitted(2);
        QVERIFY(m_office->arrivesAtHead(documents));
        for (const desk::SigningOutcome& outcome : sign(documents)) {
            QVERIFY(!outcome.isSigned && !outcome.owed);
            QCOMPARE(outcome.problem->code, ErrorCode::TimestampUnavailable);
        }
        QVERIFY(signer().owed()->empty());
        samples::TestAuthorities late(port);
        late.publish();
        QVERIFY(m_office->arrivesAtHead(documents));
        for (const desk::SigningOutcome& outcome : sign(documents))
            QVERIFY(outcome.isSigned && !outcome.owed);
        QVERIFY(DeskFixture::synced(*m_office->head));
        QCOMPARE(signaturesOf(documents.back()), std::pair(1, 0));
    }
};

QTEST_GUILESS_MAIN(TestSigningLevels)
#include "test_signing_levels.moc"
