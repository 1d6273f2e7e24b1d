#include "tests/core/sync/engine_bench.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::sync;
using namespace diakinisi::tests;
using namespace std::chrono_literals;

namespace {

const QString post = QStringLiteral("POST /api/v1/uploads");
const QString head = QStringLiteral("HEAD /api/v1/uploads/u1");
const QString patch = QStringLiteral("PATCH /api/v1/uploads/u1");
const QString get = QStringLiteral("GET /api/v1/files/");

QJsonObject begun()
{
    return wire::toJson(wire::UploadAnswer{QStringLiteral("u1"), 0});
}

std::map<QByteArray, QByteArray> at(qint64 offset)
{
    return {{"upload-offset", QByteArray::number(offset)}};
}

} // namespace

class TestEngineFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileGoesInPieces()
    {
        EngineBench bench;
        bench.calm();
        const QByteArray content(Uploader::pieceBytes + 5, 'x');
        const Sha256 digest = bench.files.add(content);
        bench.engine.kick();
        QVERIFY(bench.transport.answer(post, 201, begun()));
        QCOMPARE(bench.transport.request(patch)->body.size(), Uploader::pieceBytes);
        QCOMPARE(bench.transport.request(patch)->headers.at("Upload-Offset"), QByteArray("0"));
        bench.transport.answer(patch, 204, QByteArray(), at(Uploader::pieceBytes));
        QCOMPARE(bench.transport.request(patch)->body.size(), 5);
        bench.transport.answer(patch, 204, QByteArray(), at(content.size()));
        QVERIFY(bench.files.uploaded.contains(digest));
        QCOMPARE(bench.engine.status().uploads, 0);
        QCOMPARE(bench.engine.status().phase, Phase::Synced);
    }

    void anUploadThatWasCutOffGoesOnWhereTheServerIs()
    {
        EngineBench bench;
        bench.calm();
        const Sha256 digest = bench.files.add("0123456789");
        bench.engine.kick();
        bench.transport.answer(post, 201, begun());
        bench.transport.fail(patch, ErrorCode::ServerUnreachable);
        QCOMPARE(bench.engine.status().phase, Phase::Offline);
        QVERIFY(bench.wakeUp());
        QVERIFY(bench.answerServer());
        QVERIFY(bench.transport.answer(head, 200, QByteArray(), at(4)));
        QCOMPARE(bench.transport.request(patch)->body, QByteArray("456789"));
        bench.transport.answer(patch, 204, QByteArray(), at(10));
        QVERIFY(bench.files.uploaded.contains(digest));
    }

    void anUploadThatTheServerForgotBeginsAnew()
    {
        EngineBench bench;
        bench.calm();
        const Sha256 digest = bench.files.add("0123456789");
        bench.files.pending.front().upload = QStringLiteral("u1");
        bench.engine.kick();
        bench.transport.answer(head, 404);
        QVERIFY(bench.transport.answer(post, 201, begun()));
        bench.transport.answer(patch, 204, QByteArray(), at(10));
        QVERIFY(bench.files.uploaded.contains(digest));
    }

    void aFileThatTheServerWillNotHaveDoesNotHoldUpTheNext()
    {
        EngineBench bench;
        bench.calm();
        const Sha256 bad = bench.files.add("bad");
        const Sha256 good = bench.files.add("good!");
        bench.engine.kick();
        for (int i = 0; i < 4; ++i) {
            QVERIFY(bench.transport.answer(post, 201, begun()));
            QVERIFY(bench.transport.answer(patch, 422));
        }
        QVERIFY(!bench.transport.has(post));
        for (int i = 0; i < 3 && !bench.transport.has(post); ++i)
            QVERIFY(bench.wakeUp());
        QVERIFY(bench.transport.answer(post, 201, begun()));
        bench.transport.answer(patch, 204, QByteArray(), at(5));
        QVERIFY(bench.files.uploaded.contains(good));
        QVERIFY(!bench.files.uploaded.contains(bad));
        QVERIFY(!bench.transport.has(post)); // the bad one is left alone for a while
    }

    void aFileThatIsBrokenHereIsSetAside()
    {
        EngineBench bench;
        bench.calm();
        const Sha256 digest = bench.files.add("gone");
        bench.files.bytes.clear();
        bench.engine.kick();
        QCOMPARE(bench.engine.status().problem->code, ErrorCode::FileUnreadable);
        QCOMPARE(bench.engine.status().uploads, 1);
        QVERIFY(!bench.files.uploaded.contains(digest));
    }

    void anAnswerWithAnImpossibleOffsetIsNotBelieved()
    {
        EngineBench bench;
        bench.calm();
        bench.files.add("0123456789");
        bench.engine.kick();
        bench.transport.answer(post, 201, begun());
        bench.transport.answer(patch, 204, QByteArray(), at(0)); // a piece was taken, yet nothing moved
        QCOMPARE(bench.engine.status().problem->code, ErrorCode::MalformedInput);
        QVERIFY(bench.files.uploaded.empty());
    }

    void aSignatureLeavesOnlyWhenItsBytesAreThere()
    {
        EngineBench bench;
        bench.calm();
        const Sha256 digest = bench.files.add("signed");
        const auto command = makeCommand(bench.ids, bench.ids.make<domain::DocumentId>(), makeSign(bench.ids, digest));
        bench.queue(command);
        QVERIFY(!bench.transport.has(QStringLiteral("POST /api/v1/commands")));
        bench.transport.answer(post, 201, begun());
        bench.transport.answer(patch, 204, QByteArray(), at(6));
        QVERIFY(bench.transport.has(QStringLiteral("POST /api/v1/commands")));
    }

    void aSubmissionLeavesOnlyWhenTheFilesOfItsDocumentAreThere()
    {
        EngineBench bench;
        bench.calm();
        const auto document = bench.ids.make<domain::DocumentId>();
        bench.files.add("letter");
        bench.files.pending.front().documents = {document};
        domain::Submit submit;
        submit.version = bench.ids.make<domain::VersionId>();
        bench.queue(makeCommand(bench.ids, document, submit));
        QVERIFY(!bench.transport.has(QStringLiteral("POST /api/v1/commands")));
        bench.transport.answer(post, 201, begun());
        bench.transport.answer(patch, 204, QByteArray(), at(6));
        QVERIFY(bench.transport.has(QStringLiteral("POST /api/v1/commands")));
    }

    void aRefusalBecauseBytesTravelKeepsTheCommandOutOfSight()
    {
        EngineBench bench;
        bench.calm();
        const auto command = bench.queue(bench.note());
        const wire::CommandsAnswer later{{{command.id,
                                           wire::CommandStatus::Refused,
                                           {},
                                           wire::problemOf(Error{ErrorCode::FilesNotArrived, {}, {}})}}};
        bench.transport.answer(QStringLiteral("POST /api/v1/commands"), 200, wire::toJson(later));
        QCOMPARE(bench.outbox.waiting.size(), std::size_t{1});
        QCOMPARE(bench.attention, 0);
        QVERIFY(!bench.transport.has(QStringLiteral("POST")));
        QVERIFY(bench.wakeUp());
        QVERIFY(bench.transport.has(QStringLiteral("POST /api/v1/commands")));
    }

    void numberingThatStoppedIsToldWhileTheRegistrationWaits()
    {
        EngineBench bench;
        bench.calm();
        const auto command = bench.queue(bench.note());
        const wire::CommandsAnswer later{{{command.id,
                                           wire::CommandStatus::Refused,
                                           {},
                                           wire::problemOf(Error{ErrorCode::NumberingStopped, {}, {}})}}};
        bench.transport.answer(QStringLiteral("POST /api/v1/commands"), 200, wire::toJson(later));
        QCOMPARE(bench.engine.status().problem->code, ErrorCode::NumberingStopped);
        QCOMPARE(bench.outbox.waiting.size(), std::size_t{1});
        QCOMPARE(bench.attention, 0);
    }

    void aDownloadGoesOnWhereItBrokeOff()
    {
        EngineBench bench;
        bench.calm();
        const Sha256 digest = Sha256::of("0123456789");
        bench.files.wanted = {digest};
        bench.engine.kick();
        QVERIFY(!bench.transport.request(get)->headers.contains("Range"));
        bench.transport.breakOff(get, 200, "0123");
        QVERIFY(bench.wakeUp());
        bench.answerServer();
        QCOMPARE(bench.transport.request(get)->headers.at("Range"), QByteArray("bytes=4-"));
        bench.transport.answer(get, 206, QByteArray("456789"));
        QCOMPARE(bench.arrived, std::vector{digest});
        QCOMPARE(bench.files.bytes.at(digest), QByteArray("0123456789"));
    }

    void aServerThatGivesTheWholeFileAgainIsUnderstood()
    {
        EngineBench bench;
        bench.calm();
        const Sha256 digest = Sha256::of("0123456789");
        bench.files.wanted = {digest};
        bench.files.partial[digest] = "0123";
        bench.engine.kick();
        bench.transport.answer(get, 200, QByteArray("0123456789"));
        QCOMPARE(bench.arrived, std::vector{digest});
    }

    void whatCannotBeHadIsTold()
    {
        EngineBench bench;
        bench.calm();
        const Sha256 digest = Sha256::of("secret");
        bench.files.wanted = {digest};
        bench.engine.kick();
        bench.transport.answer(get, 404, wire::problemOf(Error{ErrorCode::NotFound, {}, {}}, 404, {}));
        QCOMPARE(bench.refusedFiles[digest].code, ErrorCode::NotFound);
        QVERIFY(!bench.transport.has(get));
    }

    void wrongBytesAreThrownAwayAndNotFetchedForEver()
    {
        EngineBench bench;
        bench.calm();
        const Sha256 digest = Sha256::of("right");
        bench.files.wanted = {digest};
        bench.engine.kick();
        for (int i = 0; i < 3; ++i) {
            for (int wakes = 0; wakes < 3 && !bench.transport.has(get); ++wakes)
                bench.wakeUp();
            QVERIFY(bench.transport.answer(get, 200, QByteArray("wrong")));
        }
        QCOMPARE(bench.refusedFiles[digest].code, ErrorCode::DigestMismatch);
        QVERIFY(bench.files.wanted.empty());
    }

    void aFullDiskWhileDownloadingIsOurProblemAndNotTheServers()
    {
        EngineBench bench;
        bench.calm();
        bench.files.wanted = {Sha256::of("x")};
        bench.files.broken = Error{ErrorCode::DiskFull, {}, {}};
        bench.engine.kick();
        bench.transport.answer(get, 200, QByteArray("x"));
        QCOMPARE(bench.engine.status().problem->code, ErrorCode::DiskFull);
        QCOMPARE(bench.engine.status().phase, Phase::Synced);
        QVERIFY(bench.transport.has(QStringLiteral("GET /api/v1/feed")));
    }
};

QTEST_GUILESS_MAIN(TestEngineFiles)
#include "test_engine_files.moc"
