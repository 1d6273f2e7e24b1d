#include "desk_fixture.h"

#include "desk/scan_desk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QProcess>
#include <QRandomGenerator>
#include <QThread>

#include <csignal>
#include <cstdio>

using namespace diakinisi;
using namespace diakinisi::desk;
using namespace diakinisi::tests;

namespace {

constexpr int wanted = 30;
const QString profileFolder = QStringLiteral("desk");

std::unique_ptr<Desk> openIn(const QString& folder)
{
    DeskSettings settings;
    settings.folder = folder + u'/' + profileFolder;
    settings.workerProgram = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");
    settings.keyStore = KeyStoreChoice::File;
    auto desk = openDesk(settings);
    return desk ? std::move(*desk) : nullptr;
}

/// The victim: a desk that scans thirty pages and says each one's path once it was told of it. A worker that is killed
/// is told as an error; the clerk presses the key again.
int scanAway(const QString& folder, const QUuid& pile)
{
    const auto desk = openIn(folder);
    if (!desk)
        return 2;
    scanning::ScanProfile profile;
    profile.scanner = QStringLiteral("test:0");
    profile.source = scanning::ScanSource::Feeder;
    profile.dpi = 100;
    int came = 0;
    const auto told = [&came](const ScannedPage& page) {
        ++came;
        std::printf("%s\n", qPrintable(page.file));
        std::fflush(stdout);
    };
    std::printf("begins\n");
    std::fflush(stdout);
    for (int turn = 0; came < wanted && turn < wanted; ++turn) {
        const auto count = desk->scanning().scan(profile, ScanTurn::Pages, pile, told, {}, {});
        if (!count && count.error().code != ErrorCode::WorkerDied && count.error().code != ErrorCode::ScannerNoPaper)
            return 3;
    }
    std::printf("ends\n");
    std::fflush(stdout);
    return 0;
}

/// The worker that a desk has started, by the system's own list of children.
std::optional<qint64> workerOf(qint64 desk)
{
    for (const QString& thread : QDir(QStringLiteral("/proc/%1/task").arg(desk)).entryList(QDir::Dirs)) {
        QFile children(QStringLiteral("/proc/%1/task/%2/children").arg(desk).arg(thread));
        if (children.open(QIODevice::ReadOnly))
            if (const QByteArray first = children.readAll().simplified().split(' ').first(); !first.isEmpty())
                return first.toLongLong();
    }
    return std::nullopt;
}

} // namespace

/// Kill -9 of the desktop or of the worker at any moment of a scan loses no page that the scanner has delivered.
class TestScanKill : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// What the victim has told until it was killed, or had ended.
    QStringList told(const QUuid& pile, bool killWorker, QRandomGenerator& random)
    {
        QProcess victim;
        victim.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("scan"), m_folder.path(), pile.toString(QUuid::WithoutBraces)});
        QByteArray said;
        const auto pages = [&said] { return said.count(".png\n"); };
        const int when = random.bounded(wanted);
        while (victim.state() != QProcess::NotRunning && pages() < when && !said.contains("ends\n"))
            if (victim.waitForReadyRead(20))
                said += victim.readAllStandardOutput();
        QThread::usleep(random.bounded(20'000U)); // anywhere in the page that follows
        if (const auto worker = killWorker ? workerOf(victim.processId()) : std::nullopt)
            ::kill(static_cast<pid_t>(*worker), SIGKILL);
        if (!killWorker)
            victim.kill(); // SIGKILL
        victim.waitForFinished(60'000);
        said += victim.readAllStandardOutput();
        QStringList told;
        for (const QByteArray& line : said.split('\n'))
            if (line.endsWith(".png"))
                told << QString::fromUtf8(line);
        if (killWorker && (victim.exitCode() != 0 || told.size() < wanted))
            return {};
        return told;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QDir folder(m_folder.path());
        QVERIFY(folder.mkpath(QStringLiteral("sane")));
        for (const auto& [name, text] :
             {std::pair{"dll.conf", "test\n"}, {"test.conf", "number_of_devices 1\ntest-picture \"Grid\"\n"}}) {
            QFile file(folder.filePath(QStringLiteral("sane/") + QString::fromUtf8(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
        }
        qputenv("SANE_CONFIG_DIR", folder.filePath(QStringLiteral("sane")).toLocal8Bit());
        QVERIFY(openIn(m_folder.path()));
    }

    void noPageIsLost_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<bool>("killWorker");
        for (quint32 round = 0; round < 12; ++round) {
            const quint32 seed = QRandomGenerator::global()->generate();
            QTest::addRow("seed %u, %s", seed, round % 3 == 2 ? "worker" : "desktop") << seed << (round % 3 == 2);
        }
    }
    void noPageIsLost()
    {
        QFETCH(quint32, seed);
        QFETCH(bool, killWorker);
        QRandomGenerator random(seed);
        const QUuid pile = QUuid::createUuid();
        const QStringList delivered = told(pile, killWorker, random);
        QVERIFY(!killWorker || delivered.size() >= wanted);
        const auto desk = openIn(m_folder.path());
        QVERIFY(desk);
        const auto piles = desk->scanning().unfinished();
        QVERIFY(piles);
        QStringList found;
        for (const ScanPile& each : *piles)
            if (each.id == pile)
                for (const ScannedPage& page : each.pages)
                    found << page.file;
        for (const QString& page : delivered) {
            QVERIFY2(found.contains(page), qPrintable(page));
            QVERIFY2(!QImage(page).isNull(), qPrintable(page)); // whole, not only there
        }
        qInfo("seed %u: %lld pages delivered, %lld found", seed, static_cast<long long>(delivered.size()),
              static_cast<long long>(found.size()));
        QVERIFY(desk->scanning().finish(pile));
    }
};

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 4 && words[1] == u"scan")
        return scanAway(words[2], QUuid::fromString(words[3]));
    TestScanKill test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_scan_kill.moc"
