#include "tests/support/store_fixture.h"

#include <QBuffer>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using namespace diakinisi::test;
using State = diakinisi::storage::HeldFiles::State;

namespace {

FileRef put(StoreFixture& desk, QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return must(desk->files().put(buffer, QStringLiteral("application/pdf"), QStringLiteral("έγγραφο.pdf")));
}

void download(StoreFixture& desk, const QByteArray& bytes)
{
    const Sha256 digest = Sha256::of(bytes);
    if (!desk->files().want(digest) || !desk->files().appendDownload(digest, 0, bytes) ||
        !desk->files().finishDownload(digest))
        qFatal("no download");
}

Register formWith(StoreFixture& desk, const FileRef& file)
{
    Register form = desk.office.incoming();
    form.items[0].file = file;
    return form;
}

} // namespace

class TestHeldFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsUploadedOnceACommandNamesIt()
    {
        StoreFixture desk;
        const FileRef file = put(desk, "a letter");
        QCOMPARE(must(desk->files().state(file.digest)), State::Here);
        QVERIFY(must(desk->files().pendingUploads(10)).empty());
        const auto id = desk.office.newId<DocumentId>();
        const auto command = desk.command(id, formWith(desk, file));
        QVERIFY(desk.enqueue({command}));
        const auto pending = must(desk->files().pendingUploads(10));
        QCOMPARE(pending.size(), std::size_t{1});
        QCOMPARE(pending[0].size, 8);
        QCOMPARE(pending[0].mediaType, QStringLiteral("application/pdf"));
        QCOMPARE(pending[0].documents, std::vector{id});
        QVERIFY(desk->files().noteUpload(file.digest, QStringLiteral("u-1")));
        desk.synchronise(); // the command may be answered before the bytes are there
        desk.reopen();
        QCOMPARE(must(desk->files().pendingUploads(10)).front().upload, QStringLiteral("u-1"));
        QCOMPARE(must(desk->files().pendingUploads(10)).front().documents, std::vector{id});
        QVERIFY(desk->files().uploadDone(file.digest));
        QVERIFY(must(desk->files().pendingUploads(10)).empty());
        QCOMPARE(must(desk->files().open(file.digest))->readAll(), QByteArray("a letter"));
    }

    void anUndoneCommandNeedsNoUpload()
    {
        StoreFixture desk;
        const FileRef file = put(desk, "a letter");
        const auto command = desk.command(desk.office.newId<DocumentId>(), formWith(desk, file));
        QVERIFY(desk.enqueue({command}));
        QVERIFY(desk->undo(command.id));
        QVERIFY(must(desk->files().pendingUploads(10)).empty());
        QCOMPARE(must(desk->files().state(file.digest)), State::Here); // the form may still want it
        QVERIFY(desk->files().discard(file.digest));
        QCOMPARE(must(desk->files().state(file.digest)), State::AtServer);
    }

    void aFileThatACommandCarriesIsNeitherDiscardedNorEvicted()
    {
        StoreFixture desk;
        const FileRef file = put(desk, QByteArray(5000, 'a'));
        QVERIFY(desk.enqueue({desk.command(desk.office.newId<DocumentId>(), formWith(desk, file))}));
        QVERIFY(desk->files().discard(file.digest));
        QCOMPARE(must(desk->files().evict(0)), 5000);
        QCOMPARE(must(desk->files().open(file.digest))->size(), 5000);
    }

    void theQuotaTakesWhatWasLongestUnused()
    {
        StoreFixture desk;
        QList<QByteArray> contents;
        for (char c = 'a'; c < 'e'; ++c) {
            contents << QByteArray(1000, c);
            download(desk, contents.back());
            desk.clock.advance(std::chrono::minutes(5));
        }
        QVERIFY(desk->files().open(Sha256::of(contents[0]))); // used again
        QVERIFY(desk->files().pin(Sha256::of(contents[1]), desk.office.newId<DocumentId>()));
        QCOMPARE(must(desk->files().heldBytes()), 4000);
        QCOMPARE(must(desk->files().evict(2000)), 2000);
        QCOMPARE(must(desk->files().state(Sha256::of(contents[0]))), State::Here);
        QCOMPARE(must(desk->files().state(Sha256::of(contents[1]))), State::Here);
        QCOMPARE(must(desk->files().state(Sha256::of(contents[2]))), State::AtServer);
        QVERIFY(!desk->files().open(Sha256::of(contents[3])));
    }

    void wishesAreServedNewestFirstAndTold()
    {
        StoreFixture desk;
        const Sha256 first = Sha256::of("first");
        const Sha256 second = Sha256::of("second");
        QVERIFY(desk->files().want(first));
        QVERIFY(desk->files().want(second));
        QCOMPARE(must(desk->files().wantedDownloads(10)), (std::vector{second, first}));
        QCOMPARE(must(desk->files().state(first)), State::Wanted);
        QVERIFY(desk->files().appendDownload(first, 0, "fir"));
        QCOMPARE(must(desk->files().downloadOffset(first)), 3);
        QVERIFY(desk->files().appendDownload(first, 3, "st"));
        QVERIFY(desk->files().finishDownload(first));
        QCOMPARE(desk.lastNews.filesArrived, std::vector{first});
        QCOMPARE(must(desk->files().open(first))->readAll(), QByteArray("first"));
        QVERIFY(desk->files().downloadRefused(second, {ErrorCode::NotFound, {}, {}}));
        QCOMPARE(desk.lastNews.filesRefused.size(), std::size_t{1});
        QVERIFY(must(desk->files().wantedDownloads(10)).empty());
        QVERIFY(desk->files().want(first)); // here already
        QCOMPARE(must(desk->files().state(first)), State::Here);
    }

    void aDownloadThatNobodyWantsAnyMoreIsNotKept()
    {
        StoreFixture desk;
        const Sha256 digest = Sha256::of("late");
        QVERIFY(desk->files().want(digest));
        QVERIFY(desk->files().appendDownload(digest, 0, "late"));
        QVERIFY(desk->files().dropWish(digest));
        QVERIFY(desk->files().finishDownload(digest));
        QCOMPARE(must(desk->files().state(digest)), State::AtServer);
        QVERIFY(!desk->files().open(digest));
    }

    void aDamagedFileIsFetchedAgain()
    {
        StoreFixture desk;
        download(desk, "bytes");
        const Sha256 digest = Sha256::of("bytes");
        QFile file(desk.folder() + QStringLiteral("/files/") + digest.hex().left(2) + u'/' + digest.hex());
        QVERIFY(file.resize(file.size() - 1));
        QCOMPARE(desk->files().open(digest).error().code, ErrorCode::DigestMismatch);
        QCOMPARE(must(desk->files().state(digest)), State::AtServer);
        download(desk, "bytes");
        QCOMPARE(must(desk->files().open(digest))->readAll(), QByteArray("bytes"));
    }

    void filesOfRestrictedDocumentsDoNotOutliveTheRun()
    {
        StoreFixture desk;
        Register form = desk.office.incoming();
        form.access.restricted = true;
        form.access.named = {desk.person()};
        const auto id = desk.office.newId<DocumentId>();
        desk.server.act(id, desk.person(), form);
        desk.take({desk.server.appeared(id)});
        download(desk, "the letter");
        download(desk, "another");
        QCOMPARE(must(desk->files().state(Sha256::of("the letter"))), State::Here);
        desk.reopen();
        QCOMPARE(must(desk->files().state(Sha256::of("the letter"))), State::AtServer);
        QCOMPARE(must(desk->files().state(Sha256::of("another"))), State::Here);
    }
};

QTEST_GUILESS_MAIN(TestHeldFiles)
#include "test_held_files.moc"
