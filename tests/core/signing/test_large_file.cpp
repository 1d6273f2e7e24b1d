#include "signed_files.h"
#include "tests/support/worker_children.h"

#include "signing/validation/worker_signature_judge.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;

namespace {

constexpr qint64 megabyte = 1 << 20;

/// The most memory that a process has ever used, in bytes.
qint64 peakMemory(pid_t process = getpid())
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    static const QRegularExpression peak(QStringLiteral("VmHWM:\\s+(\\d+) kB"));
    return status.open(QIODevice::ReadOnly)
               ? peak.match(QString::fromLatin1(status.readAll())).captured(1).toLongLong() * 1024
               : 0;
}

/// Counts what comes and keeps only what comes after the first `skipped` bytes.
class TailKeeper final : public QIODevice
{
public:
    explicit TailKeeper(qint64 skipped) : m_skipped(skipped) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

    QByteArray tail;

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 length) override
    {
        const qint64 dropped = std::clamp<qint64>(m_skipped - m_count, 0, length);
        tail.append(data + dropped, length - dropped);
        m_count += length;
        return length;
    }

private:
    qint64 m_skipped;
    qint64 m_count = 0;
};

/// A page and a stream of that many bytes, which take no room on the disk.
bool writeLarge(QFile& file, qint64 bytes)
{
    QByteArray head("%PDF-1.7\n");
    QList<qint64> places;
    for (const QByteArray& body :
         {QByteArray("<</Type/Catalog/Pages 2 0 R>>"), QByteArray("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
          QByteArray("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")}) {
        places += head.size();
        head += QByteArray::number(places.size()) + " 0 obj\n" + body + "\nendobj\n";
    }
    places += head.size();
    head += "4 0 obj\n<</Length " + QByteArray::number(bytes) + ">>\nstream\n";
    QByteArray table("xref\n0 5\n0000000000 65535 f\r\n");
    for (const qint64 place : places)
        table += QByteArray::number(place).rightJustified(10, '0') + " 00000 n\r\n";
    const QByteArray end = "\nendstream\nendobj\n";
    const QByteArray at = QByteArray::number(head.size() + bytes + end.size());
    return file.open(QIODevice::ReadWrite) && file.write(head) > 0 && file.seek(head.size() + bytes) &&
           file.write(end + table + "trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n") > 0 &&
           file.flush();
}

} // namespace

class TestLargeFile : public QObject
{
    Q_OBJECT

    /// The worker reads it through this process, and neither holds more than pieces of it.
    static void judgedInAWorker(QFile& file, const JudgeQuestion& question)
    {
        WorkerSettings settings;
        settings.program = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");
        WorkerPool pool(forSignatures(settings), 1);
        WorkerSignatureJudge judge(pool);
        QVERIFY(judge.works());
        const auto workers = test::workerChildren();
        QCOMPARE(workers.size(), std::size_t{1});
        const qint64 before = peakMemory();
        const qint64 workerBefore = peakMemory(workers.front());
        const auto judged = judge.verify(file, question, {});
        QVERIFY2(judged, judged ? "" : qPrintable(judged.error().cause));
        QVERIFY(judged->verdict.allIntact() && judged->verdict.signatures.front().coversWholeFile);
        const qint64 used = peakMemory() - before;
        QVERIFY2(used < 20 * megabyte, QByteArray::number(used));
        const qint64 usedThere = peakMemory(workers.front()) - workerBefore;
        QVERIFY2(usedThere < 50 * megabyte, QByteArray::number(usedThere));
    }

private Q_SLOTS:
    void halfAGigabyteIsSignedAndJudgedInLittleMemory()
    {
        const samples::Authority authority;
        const samples::Person maria = authority.make({});
        const auto key = Pkcs12Key::fromBytes(maria.pkcs12, Secret(QByteArray("1234")));
        QVERIFY(key);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("large.pdf")));
        QVERIFY(writeLarge(file, 500 * megabyte));
        const qint64 before = peakMemory();
        TailKeeper to(file.size());
        SignOptions options = samples::marked();
        options.now = samples::now();
        const pdf::Font font = samples::dejaVu();
        Progress progress;
        const Result<SignedPdf> done = signPdf(file, to, **key, options, &font, {}, progress);
        QVERIFY2(done, done ? "" : qPrintable(done.error().cause));
        QVERIFY(to.tail.size() < megabyte);
        QVERIFY(file.seek(file.size()) && file.write(to.tail) == to.tail.size() && file.flush());
        const Result<PdfVerdict> verdict = verifyPdf(file, {{authority.root()}, samples::now()});
        QVERIFY(verdict && verdict->allIntact());
        QVERIFY(verdict->signatures.front().coversWholeFile);
        const qint64 used = peakMemory() - before;
        QVERIFY2(used < 50 * megabyte, QByteArray::number(used));
        judgedInAWorker(file, {{{authority.root()}, {}, {}}, samples::now()});
    }
};

QTEST_GUILESS_MAIN(TestLargeFile)
#include "test_large_file.moc"
