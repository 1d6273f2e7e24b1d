#include "tests/app/server/office_fixture.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using namespace diakinisi::server;

namespace {

/// As if its bytes had come two months ago.
bool makeOld(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) &&
           file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-60), QFileDevice::FileModificationTime);
}

} // namespace

/// Bytes by digest: who may refer to them, who may read them.
class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoeverOnlyKnowsADigestGetsNothing()
    {
        OfficeFixture fixture;
        QVERIFY(fixture.upload(fixture.town.registry, "secret bytes"));
        // The payer knows the digest somehow, and registers a document of his own with it.
        const auto own = fixture.newDocument();
        QVERIFY(fixture.registerOne(fixture.town.payer, own, "secret bytes") > 0);
        QVERIFY(!fixture.document(own).filesArrived());
        QCOMPARE(fixture.view()->mayReadFile(fixture.town.payer, Sha256::of("secret bytes")).value(), false);
        // Another's upload of the same bytes changes nothing for him ...
        QVERIFY(fixture.upload(fixture.town.clerk, "secret bytes"));
        QVERIFY(!fixture.document(own).filesArrived());
        QCOMPARE(fixture.view()->mayReadFile(fixture.town.payer, Sha256::of("secret bytes")).value(), false);
        // ... his own does: he had them all along.
        QVERIFY(fixture.upload(fixture.town.payer, "secret bytes"));
        QVERIFY(fixture.document(own).filesArrived());
        QCOMPARE(fixture.view()->mayReadFile(fixture.town.payer, Sha256::of("secret bytes")).value(), true);
    }

    void whoeverMayReadAFileMayReferToIt()
    {
        OfficeFixture fixture;
        QVERIFY(fixture.upload(fixture.town.registry, "the letter"));
        const auto document = fixture.newDocument();
        fixture.registerOne(fixture.town.registry, document);
        const auto copy = fixture.newDocument();
        QVERIFY(fixture.registerOne(fixture.town.clerk, copy) > 0); // sees the first one
        QVERIFY(fixture.document(copy).filesArrived());
    }

    void anUploadThatDoesNotFitIsNotKept()
    {
        OfficeFixture fixture;
        const Sha256 promised = Sha256::of("what was promised");
        const auto upload =
            fixture.files->begin({fixture.town.clerk, DeviceId(fixture.town.clerk.uuid()), promised, 17, {}});
        {
            const auto appending = fixture.files->append(*upload);
            QVERIFY((*appending)->write("something else..."));
            QCOMPARE((*appending)->finish().error().code, ErrorCode::DigestMismatch);
        }
        QVERIFY(!fixture.files->has(promised));
        QCOMPARE(fixture.files->facts(*upload).error().code, ErrorCode::NotFound);
    }

    void anUploadGoesOnWhereItStoppedAlsoAfterARestart()
    {
        OfficeFixture fixture;
        const QByteArray bytes = fixture.random.bytes(700'000);
        const auto upload = fixture.files->begin(
            {fixture.town.clerk, DeviceId(fixture.town.clerk.uuid()), Sha256::of(bytes), bytes.size(), {}});
        {
            const auto appending = fixture.files->append(*upload);
            QVERIFY((*appending)->write(bytes.left(300'000)));
            QCOMPARE(fixture.files->append(*upload).error().code, ErrorCode::StateChanged); // one at a time
            QCOMPARE((*appending)->finish().value(), false);
        }
        fixture.reopen();
        QCOMPARE(fixture.files->offset(*upload), 300'000);
        const auto appending = fixture.files->append(*upload);
        QVERIFY((*appending)->write(bytes.mid(300'000)));
        QCOMPARE((*appending)->finish().value(), true);
        QVERIFY(fixture.files->has(Sha256::of(bytes)));
    }

    void moreThanWasPromisedIsRefused()
    {
        OfficeFixture fixture;
        const auto upload =
            fixture.files->begin({fixture.town.clerk, DeviceId(fixture.town.clerk.uuid()), Sha256::of("ab"), 2, {}});
        const auto appending = fixture.files->append(*upload);
        QVERIFY((*appending)->write("a"));
        QCOMPARE((*appending)->write("bc").error().code, ErrorCode::LimitExceeded);
    }

    void oldUploadsThatWereNeverFinishedExpire()
    {
        OfficeFixture fixture;
        const UploadFacts facts{fixture.town.clerk, DeviceId(fixture.town.clerk.uuid()), Sha256::of("x"), 1, {}};
        const auto old = fixture.files->begin(facts);
        fixture.clock.advance(std::chrono::hours(24));
        const auto recent = fixture.files->begin(facts);
        QCOMPARE(fixture.files->dropUploadsBefore(fixture.clock.instant + -1'000), 1);
        QVERIFY(!fixture.files->facts(*old));
        QVERIFY(fixture.files->facts(*recent));
    }

    void filesThatNoDocumentNamesGoAndOthersStay()
    {
        OfficeFixture fixture;
        const auto day = std::chrono::hours(24);
        QVERIFY(fixture.upload(fixture.town.clerk, "nobody needs it"));
        QVERIFY(fixture.upload(fixture.town.clerk, "sent once more"));
        QVERIFY(fixture.upload(fixture.town.registry, "the letter"));
        fixture.registerOne(fixture.town.registry, fixture.newDocument());
        fixture.clock.advance(day * 40);
        QVERIFY(fixture.upload(fixture.town.clerk, "sent once more"));
        for (const char* bytes : {"nobody needs it", "the letter"})
            QVERIFY(makeOld(fixture.files->path(Sha256::of(bytes))));
        fixture.office->expireFiles(fixture.clock.instant + -std::chrono::milliseconds(day).count() * 35);
        QTRY_VERIFY(!fixture.files->has(Sha256::of("nobody needs it")));
        QVERIFY(!fixture.view()->hasFile(Sha256::of("nobody needs it")).value());
        QVERIFY(!fixture.view()->hasUploaded(fixture.town.clerk, Sha256::of("nobody needs it")).value());
        for (const char* bytes : {"sent once more", "the letter"}) {
            QVERIFY(fixture.files->has(Sha256::of(bytes)));
            QVERIFY(fixture.view()->hasFile(Sha256::of(bytes)).value());
        }
    }

    void bytesLeftByAnEarlierRunGoUnlessTheyAreYoung()
    {
        OfficeFixture fixture;
        QVERIFY(fixture.upload(fixture.town.clerk, "known"));
        const QString folder = QFileInfo(fixture.files->path(Sha256::of("known"))).path();
        for (const char* bytes : {"old", "young"}) {
            const QString path = fixture.files->path(Sha256::of(bytes));
            QVERIFY(QDir().mkpath(QFileInfo(path).path()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) > 0);
        }
        QVERIFY(makeOld(fixture.files->path(Sha256::of("old"))) && makeOld(fixture.files->path(Sha256::of("known"))));
        const Instant limit = toInstant(QDateTime::currentDateTimeUtc().addDays(-35));
        QCOMPARE(fixture.files->dropFilesBefore(limit, [](const Sha256& d) { return d == Sha256::of("known"); }), 1);
        QVERIFY(!fixture.files->has(Sha256::of("old")));
        QVERIFY(fixture.files->has(Sha256::of("young")) && fixture.files->has(Sha256::of("known")));
    }

    void whoReadARestrictedFileIsKnownThroughWhichDocument()
    {
        OfficeFixture fixture;
        QVERIFY(fixture.upload(fixture.town.registry, "the letter"));
        const auto open = fixture.newDocument();
        fixture.registerOne(fixture.town.registry, open);
        const auto secret = fixture.newDocument();
        fixture.registerOne(fixture.town.registry, secret);
        const Sha256 file = Sha256::of("the letter");
        QVERIFY(fixture.view()->restrictedWith(fixture.town.registry, file)->empty());
        const auto restricted =
            fixture.submit(fixture.town.registry, fixture.command(secret, SetAccess{{true, {fixture.town.head}}}));
        QVERIFY(restricted.status == Outcome::Status::Applied);
        QCOMPARE(fixture.view()->restrictedWith(fixture.town.registry, file).value(), std::vector{secret});
        QCOMPARE(fixture.view()->restrictedWith(fixture.town.head, file).value(), std::vector{secret});
        QVERIFY(fixture.view()->restrictedWith(fixture.town.payer, file)->empty()); // he may not see it
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "test_files.moc"
