#include "signed_files.h"
#include "tests/app/server/office_fixture.h"
#include "tests/support/changing_program.h"
#include "tests/support/test_server.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using namespace diakinisi::server;
using samples::signedBy;

namespace {

FileRef fileOf(const QByteArray& bytes)
{
    return {Sha256::of(bytes), bytes.size(), QStringLiteral("application/pdf"), QStringLiteral("letter.pdf")};
}

const QByteArray ours = "exec " DIAKINISI_BIN "/diakinisi-worker \"$@\"";
const QByteArray odd = "exec " DIAKINISI_ODD_WORKER;

/// A draft of the clerk's that waits for the head's signature (the last one is the director's), and the signed file,
/// which has been uploaded.
struct Way {
    explicit Way(const QString& worker) : office({}, worker)
    {
        office.clock.instant = samples::now();
        office.upload(office.town.clerk, prepared);
        office.upload(office.town.head, signedFile);
        office.submit(systemActor(),
                      office.command(organisationDocument(),
                                     RegisterCertificate{office.town.head, Sha256::of(head.certificate)}));
        StartDraft draft = office.town.draft();
        const auto version = office.newId<VersionId>();
        draft.items = {{office.newId<ItemId>(), version, ItemRole::Main, QStringLiteral("Απάντηση"), fileOf(prepared)}};
        office.submit(office.town.clerk, office.command(document, draft));
        office.submit(office.town.clerk,
                      office.command(document, Submit{version,
                                                      {{step, office.town.head, StepKind::Sign, 0},
                                                       {last, office.town.director, StepKind::Sign, 1}}}));
        sign =
            office.command(document, Sign{step, {{fileOf(signedFile), RenditionRole::CoSigned, Sha256::of(prepared)}}});
    }
    /// What becomes of the signature; the same command each time.
    Outcome outcome() { return office.submit(office.town.head, sign); }
    bool isSigned()
    {
        return office.document(document).mainItem()->newest().newest().file.digest == Sha256::of(signedFile);
    }

    samples::Authority authority;
    samples::Person head = authority.make({});
    QByteArray prepared = samples::withNumberField(samples::letterPdf());
    QByteArray signedFile = signedBy(head, prepared).value_or(QByteArray());
    OfficeFixture office;
    DocumentId document = office.newDocument();
    StepId step = office.newId<StepId>();
    StepId last = office.newId<StepId>();
    Command sign;
};

} // namespace

/// Files are judged in workers: one that dies costs one answer, and nothing else.
class TestJudging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereNobodyCanJudgeTheSignatureIsRefusedForNow()
    {
        test::ChangingProgram program("exit 1");
        Way way(program.path());
        const Outcome refused = way.outcome();
        QVERIFY(refused.status == Outcome::Status::Refused && refused.refusal);
        QCOMPARE(refused.refusal->code, ErrorCode::WorkerDied);
        QVERIFY2(refused.refusal->cause.contains(u"exit 1"), qPrintable(refused.refusal->cause));
        QVERIFY(!way.isSigned());
        QVERIFY(way.office.registerOne(way.office.town.registry, way.office.newDocument()) > 0); // all else goes on
        program.becomes(ours);
        const Outcome applied = way.outcome();
        QVERIFY2(!applied.refusal, applied.refusal ? qPrintable(applied.refusal->cause) : "");
        QVERIFY(applied.status == Outcome::Status::Applied && way.isSigned());
    }

    void oneDeathIsNotTheFilesFault()
    {
        const QTemporaryDir folder;
        const test::ChangingProgram program("mkdir " + folder.filePath(QStringLiteral("died")).toUtf8() +
                                            " 2>/dev/null && exit 1\n" + ours);
        Way way(program.path());
        QVERIFY(!way.outcome().refusal);
        QVERIFY(way.isSigned());
    }

    void aFileThatEndsEveryWorkerIsNotAccepted()
    {
        test::ChangingProgram program(odd);
        Way way(program.path());
        const Outcome refused = way.outcome();
        QVERIFY(refused.refusal);
        QCOMPARE(refused.refusal->code, ErrorCode::SignatureNotAccepted);
        QVERIFY2(refused.refusal->cause.contains(u"signal 9"), qPrintable(refused.refusal->cause));
        QVERIFY(way.office.registerOne(way.office.town.registry, way.office.newDocument()) > 0);
        program.becomes(ours);
        QCOMPARE(way.outcome().refusal->code, ErrorCode::SignatureNotAccepted); // for good: nobody may send it for ever
    }

    void aRenditionThatMayWaitIsJudgedOnceSomebodyCan()
    {
        test::ChangingProgram program("exit 1");
        OfficeFixture office({}, program.path());
        office.clock.instant = samples::now();
        const QByteArray letter = samples::letterPdf();
        const QByteArray prepared = samples::withNumberField(letter);
        QVERIFY(office.upload(office.town.clerk, letter) && office.upload(office.town.clerk, prepared));
        const auto document = office.newDocument();
        StartDraft draft = office.town.draft();
        draft.items.front().file = fileOf(letter);
        QVERIFY(!office.submit(office.town.clerk, office.command(document, draft)).refusal);
        const AddRendition added{draft.items.front().id,
                                 {fileOf(prepared), RenditionRole::Prepared, Sha256::of(letter)}};
        QVERIFY(!office.submit(office.town.clerk, office.command(document, added)).refusal);
        const auto verdict = [&] { return office.document(document).mainItem()->newest().newest().verdict; };
        QVERIFY(verdict() == DerivationVerdict::Unchecked);
        office.office->judgeWhatIsDue();
        QVERIFY(verdict() == DerivationVerdict::Unchecked);
        program.becomes(ours);
        office.office->judgeWhatIsDue();
        QTRY_VERIFY(verdict() == DerivationVerdict::Proved);
    }

    void theServerSaysThatItsWorkerIsMissingAndServes()
    {
        test::TestServer server({"worker-program = /nowhere/diakinisi-worker"});
        QVERIFY2(server.isRunning(), qPrintable(server.error()));
        QVERIFY(server.log().contains("worker-missing"));
        QVERIFY2(server.addOffice(test::Office()), qPrintable(server.error()));
        QVERIFY(server.stop());
        test::TestServer good;
        QVERIFY(good.isRunning() && !good.log().contains("worker-missing"));
    }
};

QTEST_GUILESS_MAIN(TestJudging)
#include "test_judging.moc"
