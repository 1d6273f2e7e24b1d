#include "signing/validation/file_digests.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QTest>

namespace diakinisi::signing {

namespace {

/// Counts what is read of it.
class CountedBuffer : public QBuffer
{
public:
    using QBuffer::QBuffer;
    qint64 bytesRead = 0;

protected:
    qint64 readData(char* to, qint64 most) override
    {
        const qint64 got = QBuffer::readData(to, most);
        bytesRead += std::max<qint64>(got, 0);
        return got;
    }
};

SignedRange rangeOf(std::int64_t gapBegin, std::int64_t gapEnd, std::int64_t end)
{
    SignedRange range;
    range.gapBegin = gapBegin;
    range.gapEnd = gapEnd;
    range.end = end;
    return range;
}

QByteArray plainDigest(const QByteArray& bytes, const SignedRange& range)
{
    const qsizetype begin = range.gapBegin;
    return QCryptographicHash::hash(bytes.first(begin) + bytes.mid(range.gapEnd, range.end - range.gapEnd),
                                    QCryptographicHash::Sha256);
}

} // namespace

class TestFileDigests : public QObject
{
    Q_OBJECT

    QByteArray m_bytes = [] {
        QByteArray bytes(4 << 20, Qt::Uninitialized);
        for (qsizetype i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<char>(i * 31 + i / 251);
        return bytes;
    }();

private Q_SLOTS:
    void anyOrderGivesTheDigestOfThePlainBytes()
    {
        QBuffer buffer(&m_bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const pdf::ByteSource source(buffer, buffer.size());
        FileDigests digests(source, {});
        for (const SignedRange& range :
             {rangeOf(1000, 1100, 2000), rangeOf(2'500'000, 2'500'700, 3'000'000), rangeOf(500, 600, 4 << 20),
              rangeOf(1000, 1100, 1101), rangeOf(3'000'000, 3'100'000, 4 << 20)}) {
            const Result<QByteArray> digest = digests.over(range, QStringLiteral("SHA256"));
            QVERIFY(digest);
            QCOMPARE(digest->toHex(), plainDigest(m_bytes, range).toHex());
        }
    }

    void manyRevisionsAreReadOnce()
    {
        CountedBuffer buffer;
        buffer.setData(m_bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
        const pdf::ByteSource source(buffer, buffer.size());
        FileDigests digests(source, {});
        for (int revision = 1; revision <= 20; ++revision) {
            const SignedRange range = rangeOf(revision * 200'000, revision * 200'000 + 100, revision * 200'000 + 900);
            const Result<QByteArray> digest = digests.over(range, QStringLiteral("SHA256"));
            QVERIFY(digest);
            QCOMPARE(digest->toHex(), plainDigest(m_bytes, range).toHex());
        }
        QVERIFY2(buffer.bytesRead < 4'100'000, QByteArray::number(buffer.bytesRead).constData());
    }

    void whatWouldBeReadOverAndOverIsBounded()
    {
        QBuffer buffer(&m_bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const pdf::ByteSource source(buffer, buffer.size());
        FileDigests digests(source, {});
        std::optional<Error> ended;
        for (int turn = 0; turn < 500 && !ended; ++turn)
            if (const auto digest = digests.over(rangeOf(1000 + turn, 2000, 4 << 20), QStringLiteral("SHA256"));
                !digest)
                ended = digest.error();
        QVERIFY(ended);
        QCOMPARE(ended->code, ErrorCode::LimitExceeded);
    }

    void anAlgorithmThatNobodyHasIsEmptyAndNoError()
    {
        QBuffer buffer(&m_bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const pdf::ByteSource source(buffer, buffer.size());
        FileDigests digests(source, {});
        for (const char* name : {"no such digest", "MD4", ""}) {
            const auto digest = digests.over(rangeOf(1000, 2000, 3000), QString::fromLatin1(name));
            QVERIFY(digest);
            QVERIFY(digest->isEmpty());
        }
    }
};

} // namespace diakinisi::signing

QTEST_GUILESS_MAIN(diakinisi::signing::TestFileDigests)
#include "test_file_digests.moc"
