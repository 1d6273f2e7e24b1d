#include "tests/core/desk/signing_fixture.h"

#include "signing/validation/verify_pdf.h"
#include "test_authorities.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QThread>

using namespace diakinisi;
using namespace diakinisi::tests;
using domain::DocumentId;
using domain::NumberState;

/// A desk is killed -9 while it signs ten documents with timestamps. Afterwards each is signed and sent or not signed,
/// none is half signed, no number is missing or twice, and what a timestamp authority still owes is remembered. The
/// seed is printed; DIAKINISI_SEED repeats a run.
class TestCrashInBatch : public QObject
{
    Q_OBJECT

    static constexpr int batch = 10;

    std::unique_ptr<SigningFixture> m_office;
    std::unique_ptr<samples::TestAuthorities> m_authorities;
    QRandomGenerator m_random;
    desk::KeyChoice m_key;
    int m_numbers = 0; ///< given so far

    struct Signatures {
        int signatures = 0;
        int stamped = 0; ///< of them, with a timestamp
        bool sound = true;
    };

    bool openHead()
    {
        m_office->head.reset();
        m_office->head = m_office->open(QStringLiteral("head"));
        return m_office->head != nullptr;
    }
    bool policy(const QString& tsa)
    {
        using domain::SetPolicy;
        return m_office->define(
            {SetPolicy{QStringLiteral("signature-level"), QStringLiteral("B-T")},
             SetPolicy{QStringLiteral("timestamp-authorities"), QJsonArray{m_authorities->url(tsa).toString()}},
             SetPolicy{QStringLiteral("timestamp-away"), QStringLiteral("sign-now")},
             SetPolicy{QStringLiteral("private-authorities"), true}});
    }
    QStringList signWords(const QVector<DocumentId>& documents) const
    {
        const desk::DeskSettings settings = m_office->settings(QStringLiteral("head"));
        QStringList words{
            QStringLiteral("desk"),     QStringLiteral("--profile"), settings.folder,       QStringLiteral("--server"),
            settings.server.toString(), QStringLiteral("--ca"),      settings.caFile,       QStringLiteral("--json"),
            QStringLiteral("--wait"),   QStringLiteral("60"),        QStringLiteral("sign")};
        for (const DocumentId& document : documents)
            words += document.toString();
        return words + QStringList{QStringLiteral("--key"), m_key.uri, QStringLiteral("--pin-file"),
                                   m_office->folder.filePath(QStringLiteral("pin"))};
    }
    /// What the newest rendition at the desk holds; an unsigned one has none.
    Signatures signaturesOf(desk::Desk& desk, const DocumentId& document)
    {
        const QString path = m_office->folder.filePath(QStringLiteral("out.pdf"));
        QFile::remove(path);
        if (!desk.files().exportTo(m_office->newest(desk, document).file.digest, path))
            return {0, 0, false};
        QFile file(path);
        const auto verdict =
            file.open(QIODevice::ReadOnly) ? signing::verifyPdf(file, {}) : fail(ErrorCode::FileUnreadable);
        Signatures found{0, 0, verdict.has_value()};
        if (verdict)
            for (const signing::SignatureVerdict& each : verdict->signatures) {
                found.sound = found.sound && each.intact == true && !each.changedUnlawfully();
                ++found.signatures;
                found.stamped += each.timestamps.empty() ? 0 : 1;
            }
        return found;
    }
    std::set<DocumentId> owed()
    {
        std::set<DocumentId> documents;
        for (const desk::OwedSignature& each :
             m_office->head->signer().owed().value_or(std::vector<desk::OwedSignature>()))
            documents.insert(each.document);
        return documents;
    }
    QVector<DocumentId> waiting()
    {
        const QVector<DocumentId> documents = m_office->submitted(batch);
        return !documents.contains(DocumentId()) && openHead() && m_office->arrivesAtHead(documents)
                   ? documents
                   : QVector<DocumentId>();
    }
    /// How many files lie in the head's profile: each signature adds one.
    int files() const
    {
        int count = 0;
        QDirIterator all(m_office->folder.filePath(QStringLiteral("head/files")), QDir::Files,
                         QDirIterator::Subdirectories);
        for (; all.hasNext(); all.next())
            ++count;
        return count;
    }
    /// Runs the batch in the program and kills it some moment after so many files were signed.
    void runBatch(const QVector<DocumentId>& documents, int killedAfter)
    {
        m_office->head.reset(); // one process a profile
        const int before = files();
        QProcess process;
        process.start(QStringLiteral(DIAKINISI_BIN "/diakinisictl"), signWords(documents));
        QVERIFY(process.waitForStarted());
        while (!process.waitForFinished(1) && process.state() == QProcess::Running)
            if (files() >= before + killedAfter) {
                QThread::usleep(static_cast<unsigned long>(m_random.bounded(20'000)));
                process.kill();
            }
        QVERIFY(openHead());
        QVERIFY(DeskFixture::synced(*m_office->head));
    }
    /// Nothing half: a document that is given its number is signed once and well, another has no signature.
    void verifyNoneHalf(const QVector<DocumentId>& documents, bool authorityAnswers)
    {
        const std::set<DocumentId> remembered = owed();
        int done = 0;
        for (const DocumentId& document : documents) {
            const auto view = m_office->head->reader().read(document);
            QVERIFY(view);
            const bool given = view->document.registration.state == NumberState::Given;
            const Signatures found = signaturesOf(*m_office->head, document);
            QVERIFY(found.sound);
            QCOMPARE(found.signatures, given ? 1 : 0);
            QCOMPARE(found.stamped, given && authorityAnswers ? 1 : 0);
            QCOMPARE(remembered.contains(document), given && !authorityAnswers);
            done += given ? 1 : 0;
        }
        qInfo("%d of %d were signed before the blow", done, batch);
        QVERIFY(m_office->head->lists().attention()->empty());
    }
    /// The rest is signed as a person would; then each has one number of its own, without a gap.
    void finish(const QVector<DocumentId>& documents)
    {
        QVector<DocumentId> rest;
        const auto plan = m_office->head->signer().plan(documents);
        for (const desk::SigningItem& item : plan->items)
            if (!item.problem)
                rest += item.document;
        Progress progress;
        const auto outcomes = m_office->head->signer().sign(rest, m_key, SigningFixture::pin(), {}, progress, {});
        QVERIFY(outcomes);
        QVERIFY(DeskFixture::synced(*m_office->head));
        std::set<qint64> numbers;
        m_office->clerk->syncNow();
        for (const DocumentId& document : documents) {
            QTRY_VERIFY_WITH_TIMEOUT(m_office->clerk->reader().read(document)->document.registration.state ==
                                         NumberState::Given,
                                     60'000); // the other desk sees it signed
            numbers.insert(m_office->clerk->reader().read(document)->document.registration.number->number);
            QCOMPARE(signaturesOf(*m_office->head, document).signatures, 1);
        }
        QCOMPARE(static_cast<int>(numbers.size()), batch);
        QCOMPARE(*numbers.begin(), m_numbers + 1);
        QCOMPARE(*numbers.rbegin(), m_numbers + batch);
        m_numbers += batch;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray given = qgetenv("DIAKINISI_SEED");
        const quint32 seed = given.isEmpty() ? QRandomGenerator::global()->generate() : given.toUInt();
        qInfo("DIAKINISI_SEED=%u", seed);
        m_random.seed(seed);
        m_authorities = std::make_unique<samples::TestAuthorities>();
        m_authorities->publish();
        m_office = std::make_unique<SigningFixture>();
        QVERIFY2(m_office->ready, qPrintable(m_office->server.error()));
        m_office->owedPause = std::chrono::hours(1); // what is owed stays owed while it is looked at
        QVERIFY(policy(QStringLiteral("tsa")));
        QVERIFY(m_office->openBoth());
        const auto person = m_authorities->authority().make({});
        m_office->write(QStringLiteral("pin"), "1234\n");
        QVERIFY(m_office->head->signer().addKeyFile(m_office->write(QStringLiteral("head.p12"), person.pkcs12),
                                                    SigningFixture::pin()));
        QVERIFY(m_office->registerKey(person.certificate));
        m_office->head->syncNow();
        QTRY_VERIFY_WITH_TIMEOUT(m_office->head->signer().keys()->front().registered, 60'000);
        m_key = m_office->head->signer().keys()->front();
    }
    void cleanupTestCase()
    {
        m_office.reset();
        m_authorities.reset();
    }

    void killedWhileTimestampsCome()
    {
        const QVector<DocumentId> documents = waiting();
        QCOMPARE(documents.size(), batch);
        runBatch(documents, m_random.bounded(0, batch));
        verifyNoneHalf(documents, true);
        finish(documents);
    }

    void killedWhileTheAuthorityIsAwayWhatIsOwedIsRemembered()
    {
        QVERIFY(policy(QStringLiteral("status/500")));
        for (int round = 0; round < 2; ++round) {
            const QVector<DocumentId> documents = waiting();
            QCOMPARE(documents.size(), batch);
            runBatch(documents, m_random.bounded(0, batch));
            verifyNoneHalf(documents, false);
            finish(documents);
            QVERIFY(
                std::ranges::all_of(documents, [all = owed()](const DocumentId& each) { return all.contains(each); }));
        }
    }
};

QTEST_GUILESS_MAIN(TestCrashInBatch)
#include "test_crash_in_batch.moc"
