#include "base/lent_files.h"

#include <QBuffer>
#include <QTest>

#include <random>

using namespace diakinisi;
using namespace std::chrono_literals;

namespace {

QByteArray someBytes(qsizetype count)
{
    std::mt19937 random(20'261'124);
    QByteArray bytes(count, Qt::Uninitialized);
    for (char& byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

/// A file that says it is larger than what it has.
class ShortFile final : public QBuffer
{
public:
    qint64 size() const override { return QBuffer::size() + 1'000; }
};

QJsonObject question(qint64 file, qint64 at, qint64 length)
{
    return {{QStringLiteral("ask"), QStringLiteral("read")},
            {QStringLiteral("file"), file},
            {QStringLiteral("at"), at},
            {QStringLiteral("length"), length}};
}

} // namespace

/// A file that is read through the caller: both sides, without a process between them.
class TestLentFiles : public QObject
{
    Q_OBJECT

    QByteArray m_bytes = someBytes(3'000'001);
    QBuffer m_file{&m_bytes};

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_file.open(QIODevice::ReadOnly)); }

    void everyPieceIsAsInTheFile()
    {
        FileLender lender({&m_file}, 1h);
        BorrowedFile borrowed([&](const WorkerMessage& asked) { return lender.answer(asked); }, 0, m_bytes.size());
        QCOMPARE(borrowed.size(), m_bytes.size());
        std::mt19937 random(7);
        for (int i = 0; i < 2'000; ++i) {
            const auto at = static_cast<qint64>(random() % 3'100'000U);
            const auto length = static_cast<qint64>(random() % (i % 10 == 0 ? 1'500'000U : 5'000U));
            QVERIFY(borrowed.seek(at));
            QCOMPARE(borrowed.read(length), m_bytes.mid(at, length));
        }
        QVERIFY(borrowed.seek(0));
        QCOMPARE(borrowed.readAll(), m_bytes);
        QVERIFY(borrowed.atEnd());
    }

    void whatWasReadAMomentAgoIsNotAskedForAgain()
    {
        FileLender lender({&m_file}, 1h);
        int asked = 0;
        BorrowedFile borrowed(
            [&](const WorkerMessage& message) {
                ++asked;
                return lender.answer(message);
            },
            0, m_bytes.size());
        for (qint64 at = 0; at < m_bytes.size(); at += 1'000)
            QVERIFY(borrowed.seek(at) && borrowed.read(1'000).size() > 0);
        QCOMPARE(asked, 12); // in blocks of 256 KiB
        for (const qint64 at : {0, 2'999'000, 10, 2'999'500, 1'500'000, 0})
            QVERIFY(borrowed.seek(at) && borrowed.read(500).size() == 500);
        QCOMPARE(asked, 12);
    }

    void whatCannotBeReadIsAnErrorOfTheDevice()
    {
        BorrowedFile cut([](const WorkerMessage&) { return WorkerMessage{{}, "x"}; }, 0, 1'000);
        QCOMPARE(cut.read(10), QByteArray());
        QVERIFY(!cut.errorString().isEmpty());
        BorrowedFile refused(
            [](const WorkerMessage&) -> Result<WorkerMessage> {
                return fail(ErrorCode::FileUnreadable, {}, QStringLiteral("disk"));
            },
            0, 1'000);
        char byte = 0;
        QCOMPARE(refused.read(&byte, 1), -1);
        QCOMPARE(refused.errorString(), QStringLiteral("disk"));
        ShortFile shortFile;
        shortFile.setData("a few bytes");
        QVERIFY(shortFile.open(QIODevice::ReadOnly));
        FileLender lender({&shortFile}, 1h);
        QCOMPARE(lender.answer({question(0, 0, 20), {}}).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(lender.answer({question(0, 2, 3), {}})->blob, QByteArray("few"));
    }

    void aQuestionForWhatWasNotLentIsNonsense()
    {
        FileLender lender({&m_file, &m_file}, 1h);
        QCOMPARE(lender.answer({question(1, m_bytes.size() - 5, 5), {}})->blob, m_bytes.right(5));
        const qint64 largest = std::numeric_limits<qint64>::max();
        for (const QJsonObject& head :
             {QJsonObject(), question(2, 0, 1), question(-1, 0, 1), question(0, -1, 1), question(0, 0, 0),
              question(0, 0, -1), question(0, m_bytes.size(), 1), question(0, m_bytes.size() - 5, 6),
              question(0, 0, lentfiles::mostBytes + 1), question(0, largest, 1), question(0, 1, largest),
              question(largest, 0, 1), QJsonObject{{QStringLiteral("ask"), QStringLiteral("write")}}})
            QCOMPARE(lender.answer({head, {}}).error().code, ErrorCode::MalformedInput);
    }

    void nobodyReadsForEver()
    {
        FileLender lender({&m_file}, -1ms);
        QCOMPARE(lender.answer({question(0, 0, 1), {}}).error().code, ErrorCode::MalformedInput);
    }

    void sizesAreReadStrictly()
    {
        FileLender lender({&m_file, &m_file}, 1h);
        const QString key = QStringLiteral("files");
        const std::int64_t size = m_bytes.size();
        QCOMPARE(lentfiles::sizes({{key, lender.sizes()}}, 2), std::optional(std::vector{size, size}));
        QVERIFY(!lentfiles::sizes({{key, lender.sizes()}}, 1));
        QVERIFY(!lentfiles::sizes({}, 1));
        QVERIFY(!lentfiles::sizes({{key, QJsonArray{-1}}}, 1));
        QVERIFY(!lentfiles::sizes({{key, QJsonArray{QStringLiteral("7")}}}, 1));
    }
};

QTEST_GUILESS_MAIN(TestLentFiles)
#include "test_lent_files.moc"
