#include "storage/files/file_store.h"
#include "storage/files/sealed_file.h"
#include "tests/fakes/fake_random.h"
#include "tests/support/store_fixture.h"

#include <QBuffer>
#include <QDirIterator>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::storage;
using namespace diakinisi::test;

namespace {

struct Folder {
    QTemporaryDir folder;
    tests::SeededRandom random{7};
    std::unique_ptr<FileStore> store = open('k');

    std::unique_ptr<FileStore> open(char key)
    {
        return must(FileStore::open(folder.filePath(QStringLiteral("files")), Secret(QByteArray(32, key)), random));
    }
    Sha256 put(QByteArray bytes)
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        return must(store->put(buffer)).digest;
    }
    QString pathOf(const Sha256& digest) const
    {
        return folder.filePath(QStringLiteral("files/") + digest.hex().left(2) + u'/' + digest.hex());
    }
    QByteArray raw(const Sha256& digest) const
    {
        QFile file(pathOf(digest));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("not there");
        return file.readAll();
    }
    void setRaw(const Sha256& digest, const QByteArray& bytes) const
    {
        QFile file(pathOf(digest));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
    }
};

QByteArray content(qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>((i * 31 + i / 251) & 0xff);
    return bytes;
}

/// What a reader gets of the whole file; nothing when it is told that something is wrong.
std::optional<QByteArray> readAll(const FileStore& store, const Sha256& digest)
{
    const auto file = store.openFile(digest);
    if (!file)
        return std::nullopt;
    QByteArray all;
    char buffer[10'000];
    for (;;) {
        const qint64 got = (*file)->read(buffer, sizeof buffer);
        if (got < 0)
            return std::nullopt;
        if (got == 0)
            return all;
        all.append(buffer, got);
    }
}

} // namespace

class TestFileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPutIsReadBackAndHasItsDigestForAName_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {0, 1, 65'535, 65'536, 65'537, 131'072, 300'000})
            QTest::addRow("%lld bytes", static_cast<long long>(size)) << size;
    }
    void whatIsPutIsReadBackAndHasItsDigestForAName()
    {
        QFETCH(qsizetype, size);
        Folder f;
        const QByteArray bytes = content(size);
        const Sha256 digest = f.put(bytes);
        QCOMPARE(digest, Sha256::of(bytes));
        QVERIFY(f.store->has(digest));
        QCOMPARE(*readAll(*f.store, digest), bytes);
        const auto file = must(f.store->openFile(digest));
        QCOMPARE(file->size(), size);
        QVERIFY(file->seek(size / 2));
        QCOMPARE(file->read(100), bytes.mid(size / 2, 100));
        QVERIFY(file->seek(0));
        QCOMPARE(file->read(10), bytes.left(10));
        QVERIFY(!file->seek(size + 1));
        QVERIFY(size == 0 || !f.raw(digest).contains(bytes.left(64)) || size < 64);
        QCOMPARE(QFile::permissions(f.pathOf(digest)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void theSameContentTwiceIsOneFileInOtherBytes()
    {
        Folder f;
        const Sha256 digest = f.put(content(1000));
        const QByteArray first = f.raw(digest);
        QCOMPARE(f.put(content(1000)), digest);
        QVERIFY(f.raw(digest) != first); // its own key every time
        QCOMPARE(*readAll(*f.store, digest), content(1000));
    }

    void everyInjuryIsNoticed()
    {
        Folder f;
        const QByteArray bytes = content(200'000);
        const Sha256 digest = f.put(bytes);
        const QByteArray raw = f.raw(digest);
        const qsizetype frame = sealedfile::frameBytes + Gcm::tagBytes;
        const auto isNoticed = [&](const QByteArray& injured) {
            f.setRaw(digest, injured);
            return !readAll(*f.store, digest);
        };
        for (const qsizetype at : {qsizetype{0}, qsizetype{3}, qsizetype{10}, sealedfile::headerBytes, raw.size() / 2,
                                   raw.size() - 1, sealedfile::headerBytes + frame + 5}) {
            QByteArray changed = raw;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            QVERIFY2(isNoticed(changed), qPrintable(QString::number(at)));
        }
        for (const qsizetype size : {qsizetype{0}, qsizetype{20}, sealedfile::headerBytes, raw.size() - 1,
                                     sealedfile::headerBytes + frame, sealedfile::headerBytes + 2 * frame})
            QVERIFY2(isNoticed(raw.left(size)), qPrintable(QString::number(size))); // at a frame's end too
        QVERIFY(isNoticed(raw + QByteArray(20, 'x')));
        QByteArray swapped = raw;
        const QByteArray first = raw.mid(sealedfile::headerBytes, frame);
        swapped.replace(sealedfile::headerBytes, frame, raw.mid(sealedfile::headerBytes + frame, frame));
        swapped.replace(sealedfile::headerBytes + frame, frame, first);
        QVERIFY(isNoticed(swapped));
        QVERIFY(!isNoticed(raw));
        const Sha256 other = f.put(content(5));
        QVERIFY(isNoticed(f.raw(other))); // one file in another's place
        QCOMPARE(f.store->openFile(digest).error().code, ErrorCode::DigestMismatch);
    }

    void withoutTheKeyNothingIsRead()
    {
        Folder f;
        const Sha256 digest = f.put(content(1000));
        const auto other = f.open('x');
        QCOMPARE(other->openFile(digest).error().code, ErrorCode::DigestMismatch);
        QCOMPARE(f.store->openFile(Sha256::of("unknown")).error().code, ErrorCode::NotFound);
        const auto wrong = FileStore::open(f.folder.path(), Secret(QByteArray("short")), f.random);
        QCOMPARE(wrong.error().code, ErrorCode::KeyUnreadable);
    }

    void nothingIsKeptOfWhatIsTooLargeOrStopped()
    {
        Folder f;
        QByteArray bytes = content(100'000);
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QCOMPARE(f.store->put(buffer, {}, 99'999).error().code, ErrorCode::FileTooLarge);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(buffer.seek(0));
        QCOMPARE(f.store->put(buffer, stop.get_token()).error().code, ErrorCode::Cancelled);
        QVERIFY(!f.store->has(Sha256::of(bytes)));
        QDirIterator left(f.folder.path(), QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(!left.hasNext());
    }

    void aDownloadGoesOnAfterARestart()
    {
        Folder f;
        const QByteArray bytes = content(3'000'000);
        const Sha256 digest = Sha256::of(bytes);
        QCOMPARE(must(f.store->partialSize(digest)), 0);
        QVERIFY(f.store->appendPartial(digest, 0, QByteArrayView(bytes).first(1'500'000)));
        QCOMPARE(f.store->appendPartial(digest, 7, "x").error().code, ErrorCode::StateChanged);
        f.store = f.open('k');
        QCOMPARE(must(f.store->partialSize(digest)), 1'500'000);
        // A crash in the middle of a piece: what is torn is fetched again.
        QFile partial(f.folder.filePath(QStringLiteral("files/partial/") + digest.hex()));
        f.store.reset();
        QVERIFY(partial.resize(partial.size() - 100));
        f.store = f.open('k');
        const qint64 there = must(f.store->partialSize(digest));
        QVERIFY(there > 0 && there < 1'500'000);
        QVERIFY(f.store->appendPartial(digest, there, QByteArrayView(bytes).sliced(there)));
        const auto stored = must(f.store->finishPartial(digest));
        QCOMPARE(stored.size, bytes.size());
        QCOMPARE(*readAll(*f.store, digest), bytes);
        QCOMPARE(must(f.store->partialSize(digest)), 0);
    }

    void aDownloadOfOtherBytesIsDropped()
    {
        Folder f;
        const Sha256 digest = Sha256::of("promised");
        QVERIFY(f.store->appendPartial(digest, 0, "delivered"));
        QCOMPARE(f.store->finishPartial(digest).error().code, ErrorCode::DigestMismatch);
        QVERIFY(!f.store->has(digest));
        QCOMPARE(must(f.store->partialSize(digest)), 0);
    }
};

QTEST_GUILESS_MAIN(TestFileStore)
#include "test_file_store.moc"
