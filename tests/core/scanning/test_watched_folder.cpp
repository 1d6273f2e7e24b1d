#include "scanning/watched_folder.h"
#include "tests/fakes/manual_clock.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <random>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace diakinisi;
using namespace diakinisi::scanning;
using namespace diakinisi::tests;
using namespace std::chrono_literals;

namespace {

/// A share with a watched folder, and a desk with one of its own.
struct Office {
    Office() { desk.mkpath(into); }

    QTemporaryDir root;
    QDir desk{root.path()};
    QString share = root.filePath(QStringLiteral("share"));
    QString into = root.filePath(QStringLiteral("into"));
    ManualClock clock;

    WatchedFolderSettings settings() const { return {share, into}; }
    QString path(const QString& name) const { return share + u'/' + name; }
    void drop(const QString& name, const QByteArray& bytes) const
    {
        QDir().mkpath(share);
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Append) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }
    /// Two looks, so far apart that what does not change in between is complete.
    FolderLook lookTwice(WatchedFolder& folder)
    {
        folder.look({});
        clock.advance(5s);
        return folder.look({});
    }
    static QStringList in(const QString& folder)
    {
        return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    QList<QJsonObject> records(const QString& folder) const
    {
        QList<QJsonObject> all;
        QFile file(path(folder + QStringLiteral("/record.jsonl")));
        if (file.open(QIODevice::ReadOnly))
            for (const QByteArray& line : file.readAll().split('\n'))
                if (!line.isEmpty())
                    all.append(QJsonDocument::fromJson(line).object());
        return all;
    }
};

QByteArray pdf(int size = 3'000)
{
    return "%PDF-1.7\n" + QByteArray(size, 'x') + "%%EOF";
}

} // namespace

class TestWatchedFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsTakenOnceItNoLongerChanges()
    {
        Office office;
        office.drop(QStringLiteral("Σάρωση 1.pdf"), pdf());
        WatchedFolder folder(office.settings(), office.clock);
        FolderLook look = folder.look({});
        QCOMPARE(look.arrived.size(), std::size_t{0});
        QCOMPARE(look.waiting, 1);
        office.clock.advance(4s);
        office.drop(QStringLiteral("Σάρωση 1.pdf"), "still growing");
        QCOMPARE(folder.look({}).waiting, 1);
        office.clock.advance(4s);
        QCOMPARE(folder.look({}).waiting, 1);
        office.clock.advance(1s);
        look = folder.look({});
        QVERIFY(!look.trouble);
        QCOMPARE(look.arrived.size(), std::size_t{1});
        const Arrival& arrival = look.arrived[0];
        QCOMPARE(arrival.name, QStringLiteral("Σάρωση 1.pdf"));
        QCOMPARE(arrival.kind, ArrivalKind::Pdf);
        QFile copy(arrival.file);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), pdf() + "still growing");
        QCOMPARE(arrival.digest, Sha256::of(pdf() + "still growing"));
        QCOMPARE(Office::in(office.into), QStringList{QFileInfo(arrival.file).fileName()});
        QVERIFY(Office::in(office.share).isEmpty());
        const auto records = office.records(QStringLiteral("taken"));
        QCOMPARE(records.size(), 1);
        QCOMPARE(records[0][u"name"].toString(), arrival.name);
        QCOMPARE(records[0][u"digest"].toString(), arrival.digest.hex());
        QCOMPARE(records[0][u"became"].toString(), QStringLiteral("taken"));
        QCOMPARE(records[0][u"at"].toString(), toIso(office.clock.now()));
        QFile original(office.path(QStringLiteral("taken/") + records[0][u"file"].toString()));
        QVERIFY(original.open(QIODevice::ReadOnly));
        QCOMPARE(Sha256::of(original.readAll()), arrival.digest);
        office.clock.advance(60s);
        QVERIFY(folder.look({}).arrived.empty());
    }

    void filesAreTakenByWhatTheyAreAndNotByTheirName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind"); // -1: refused
        QTest::newRow("jpeg") << QByteArray("\xFF\xD8\xFF\xE0 and so on \xFF\xD9") << int(ArrivalKind::Jpeg);
        QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1A\n and so on IEND") << int(ArrivalKind::Png);
        QTest::newRow("tiff") << QByteArray("II*\0 and so on", 14) << int(ArrivalKind::Tiff);
        QTest::newRow("pdf behind noise") << QByteArray(500, ' ') + pdf() << int(ArrivalKind::Pdf);
        QTest::newRow("program") << QByteArray("MZ\x90 and so on") << -1;
        QTest::newRow("zip") << QByteArray("PK\3\4 and so on") << -1;
        QTest::newRow("nothing") << QByteArray() << -1;
    }
    void filesAreTakenByWhatTheyAreAndNotByTheirName()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        Office office;
        office.drop(QStringLiteral("scan.pdf"), bytes);
        WatchedFolder folder(office.settings(), office.clock);
        const FolderLook look = office.lookTwice(folder);
        QVERIFY(!look.trouble);
        QCOMPARE(look.arrived.size(), std::size_t(kind >= 0));
        if (kind >= 0)
            QCOMPARE(int(look.arrived[0].kind), kind);
        QCOMPARE(look.refused.size(), std::size_t(kind < 0));
        QCOMPARE(Office::in(office.into).size(), kind >= 0 ? 1 : 0);
        const auto refused = office.records(QStringLiteral("refused"));
        QCOMPARE(refused.size(), kind < 0 ? 1 : 0);
        for (const QJsonObject& record : refused) {
            QCOMPARE(record[u"reason"].toString(), errorWord(look.refused[0].reason.code));
            QVERIFY(QFile::exists(office.path(QStringLiteral("refused/") + record[u"file"].toString())));
        }
        QVERIFY(Office::in(office.share).isEmpty());
    }

    void aFileWhoseEndIsMissingIsWaitedForTenTimesAsLong()
    {
        Office office;
        office.drop(QStringLiteral("page by page.pdf"), pdf().chopped(5));
        office.drop(QStringLiteral("given up.jpg"), "\xFF\xD8\xFF\xE0 half a pic");
        office.drop(QStringLiteral("given up.png"), "\x89PNG\r\n\x1A\n half a pic");
        WatchedFolder folder(office.settings(), office.clock);
        QCOMPARE(office.lookTwice(folder).waiting, 3);
        office.clock.advance(20s);
        office.drop(QStringLiteral("page by page.pdf"), "%%EOF");
        QCOMPARE(office.lookTwice(folder).arrived.size(), std::size_t{1});
        office.clock.advance(20s);
        const FolderLook look = folder.look({});
        QCOMPARE(look.arrived.size(), std::size_t{2}); // a closer look would refuse them
        QCOMPARE(look.waiting, 0);
    }

    void aFileThatACloserLookRefusesLeavesNoCopy()
    {
        Office office;
        office.drop(QStringLiteral("a.pdf"), pdf());
        office.drop(QStringLiteral("b.pdf"), pdf(10));
        WatchedFolder folder(
            office.settings(), office.clock, [](const QString& file, ArrivalKind, std::stop_token) -> Done {
                return QFileInfo(file).size() > 100 ? fail(ErrorCode::PdfBroken, {}, QStringLiteral("no pages"))
                                                    : Done();
            });
        const FolderLook look = office.lookTwice(folder);
        QCOMPARE(look.arrived.size(), std::size_t{1});
        QCOMPARE(look.arrived[0].name, QStringLiteral("b.pdf"));
        QCOMPARE(look.refused.size(), std::size_t{1});
        QCOMPARE(look.refused[0].reason.code, ErrorCode::PdfBroken);
        QCOMPARE(office.records(QStringLiteral("refused"))[0][u"cause"].toString(), QStringLiteral("no pages"));
        QCOMPARE(Office::in(office.into).size(), 1);
    }

    void aTooLargeFileIsRefused()
    {
        Office office;
        office.drop(QStringLiteral("a.pdf"), pdf(2'000));
        WatchedFolderSettings settings = office.settings();
        settings.largest = 1'000;
        WatchedFolder folder(settings, office.clock);
        const FolderLook look = office.lookTwice(folder);
        QCOMPARE(look.refused.size(), std::size_t{1});
        QCOMPARE(look.refused[0].reason.code, ErrorCode::FileTooLarge);
    }

    void lockedHiddenAndLinkedFilesAreLeftAlone()
    {
        Office office;
        office.drop(QStringLiteral("locked.pdf"), pdf());
        office.drop(QStringLiteral("ranges.pdf"), pdf());
        office.drop(QStringLiteral(".begun.pdf"), pdf());
        office.drop(QStringLiteral("Thumbs.db"), "furniture");
        QVERIFY(QFile::link(QStringLiteral("/etc/hostname"), office.path(QStringLiteral("link.pdf"))));
        QFile locked(office.path(QStringLiteral("locked.pdf")));
        QVERIFY(locked.open(QIODevice::ReadWrite));
        QCOMPARE(::flock(locked.handle(), LOCK_EX), 0);
        QFile ranges(office.path(QStringLiteral("ranges.pdf")));
        QVERIFY(ranges.open(QIODevice::ReadWrite));
        struct flock whole = {};
        whole.l_type = F_WRLCK;
        QCOMPARE(::fcntl(ranges.handle(), F_OFD_SETLK, &whole), 0);
        WatchedFolder folder(office.settings(), office.clock);
        FolderLook look = office.lookTwice(folder);
        QVERIFY(look.arrived.empty());
        QVERIFY(look.refused.empty());
        QCOMPARE(look.waiting, 2);
        locked.close();
        ranges.close();
        look = folder.look({});
        QCOMPARE(look.arrived.size(), std::size_t{2});
        QCOMPARE(Office::in(office.share),
                 (QStringList{QStringLiteral(".begun.pdf"), QStringLiteral("Thumbs.db"), QStringLiteral("link.pdf")}));
    }

    void aFolderThatIsAwayIsToldAndWatchedAgainWhenItIsBack()
    {
        Office office;
        WatchedFolder folder(office.settings(), office.clock);
        QCOMPARE(folder.look({}).trouble->code, ErrorCode::FileUnreadable);
        office.drop(QStringLiteral("a.pdf"), pdf());
        QVERIFY(!folder.look({}).trouble);
        QVERIFY(QDir().rename(office.share, office.share + QStringLiteral("-away")));
        office.clock.advance(60s);
        QCOMPARE(folder.look({}).trouble->code, ErrorCode::FileUnreadable);
        QVERIFY(QDir().rename(office.share + QStringLiteral("-away"), office.share));
        QVERIFY(folder.look({}).arrived.empty()); // it may have grown meanwhile
        office.clock.advance(5s);
        QCOMPARE(folder.look({}).arrived.size(), std::size_t{1});
    }

    void aFolderOfOursThatCannotBeWrittenTakesNothing()
    {
        Office office;
        office.drop(QStringLiteral("a.pdf"), pdf());
        QVERIFY(QDir().rmdir(office.into));
        WatchedFolder folder(office.settings(), office.clock);
        QCOMPARE(office.lookTwice(folder).trouble->code, ErrorCode::FileUnwritable);
        QCOMPARE(Office::in(office.share), QStringList{QStringLiteral("a.pdf")});
        QVERIFY(QDir().mkdir(office.into));
        QCOMPARE(folder.look({}).arrived.size(), std::size_t{1});
    }

    void twoDesksAtOneFolderNeverTakeTheSameFile()
    {
        Office office;
        WatchedFolderSettings other = office.settings();
        other.into = office.root.filePath(QStringLiteral("other"));
        QVERIFY(QDir().mkdir(other.into));
        for (int i = 0; i < 20; ++i)
            office.drop(QStringLiteral("%1.pdf").arg(i), pdf() + QByteArray::number(i));
        WatchedFolder second(other, office.clock);
        WatchedFolder* whileTheFirstLooks = nullptr;
        std::size_t bySecond = 0;
        WatchedFolder first(office.settings(), office.clock, [&](const QString&, ArrivalKind, std::stop_token) {
            if (whileTheFirstLooks) // which has just copied a file and not yet moved it
                bySecond += std::exchange(whileTheFirstLooks, nullptr)->look({}).arrived.size();
            return Done();
        });
        first.look({});
        second.look({});
        office.clock.advance(5s);
        whileTheFirstLooks = &second;
        const FolderLook look = first.look({});
        QCOMPARE(bySecond, std::size_t{20});
        QVERIFY(!look.trouble);
        QVERIFY(look.arrived.empty());
        QVERIFY(Office::in(office.into).isEmpty());
        QCOMPARE(office.records(QStringLiteral("taken")).size(), 20);
    }

    void killedAtAnyMomentNothingIsLostAndNothingTakenTwice()
    {
        std::mt19937 chance(20261124); // NOLINT: the same moments each time
        int killed = 0;
        for (int round = 0; round < 40; ++round) {
            Office office;
            QSet<QByteArray> dropped;
            for (int i = 0; i < 6; ++i) {
                const QByteArray bytes = pdf(200'000) + QByteArray::number(round * 100 + i);
                office.drop(QStringLiteral("%1.pdf").arg(i), bytes);
                dropped.insert(Sha256::of(bytes).raw());
            }
            const pid_t child = ::fork();
            if (child == 0) {
                WatchedFolder folder(office.settings(), office.clock);
                office.lookTwice(folder);
                ::_exit(0);
            }
            ::usleep(std::uniform_int_distribution<unsigned>(0, 12'000)(chance));
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            killed += WIFSIGNALED(status) ? 1 : 0;
            WatchedFolder folder(office.settings(), office.clock);
            QVERIFY(!office.lookTwice(folder).trouble);
            QList<QByteArray> got;
            for (const QString& name : Office::in(office.into)) {
                QFile file(office.into + u'/' + name);
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(!name.startsWith(u'.'), qPrintable(name));
                got.append(Sha256::of(file.readAll()).raw());
            }
            QCOMPARE(got.size(), dropped.size());
            QCOMPARE(QSet<QByteArray>(got.begin(), got.end()), dropped);
            QCOMPARE(office.records(QStringLiteral("taken")).size(), dropped.size());
            QVERIFY(Office::in(office.share).isEmpty());
        }
        QVERIFY2(killed >= 10, qPrintable(QString::number(killed)));
    }
};

QTEST_GUILESS_MAIN(TestWatchedFolder)
#include "test_watched_folder.moc"
