#include "desk_fixture.h"

#include "desk/copier_folder.h"
#include "tests/fakes/manual_clock.h"

#include <QDir>
#include <QRegularExpression>

using namespace diakinisi;
using namespace diakinisi::desk;
using namespace diakinisi::tests;
using namespace std::chrono_literals;

/// The copier's folder as a desk watches it, with the real worker looking at what arrives.
class TestCopierFolder : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    ManualClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Desk> m_desk;

    QString share() const { return m_folder.filePath(QStringLiteral("share")); }
    void open(const QString& worker = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker"))
    {
        m_desk.reset();
        DeskSettings settings;
        settings.folder = m_folder.filePath(QStringLiteral("desk"));
        settings.workerProgram = worker;
        settings.keyStore = KeyStoreChoice::File;
        auto desk = openDesk(settings, m_clock, m_random);
        if (desk)
            m_desk = std::move(*desk);
    }
    void drop(const QString& name, const QByteArray& bytes) const
    {
        QFile file(share() + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
    }
    static QByteArray sample(const QString& name)
    {
        QFile file(QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Two looks, the second long enough after the first.
    CopierLook looked()
    {
        (void)m_desk->copier().look(share(), {});
        m_clock.advance(60s);
        return m_desk->copier().look(share(), {});
    }
    QStringList below(const QString& name) const
    {
        return QDir(share() + u'/' + name)
            .entryList(QDir::Files)
            .filter(QRegularExpression(QStringLiteral("^(?!record)")));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(share()));
        open();
        QVERIFY(m_desk);
    }
    void cleanupTestCase() { m_desk.reset(); }

    void whatArrivesIsOursAndStaysUntilItIsTakenUp()
    {
        drop(QStringLiteral("scan1.pdf"), sample(QStringLiteral("04-timologio-ydravlika.pdf")));
        drop(QStringLiteral("scan2.jpg"), sample(QStringLiteral("03-scholeio-thermansi.jpg")));
        CopierLook look = looked();
        QVERIFY2(!look.trouble, qPrintable(look.trouble ? errorWord(look.trouble->code) : QString()));
        QCOMPARE(look.files.size(), 2);
        QCOMPARE(below(QStringLiteral("taken")).size(), 2);
        QVERIFY(QDir(share()).entryList(QDir::Files).isEmpty());
        open(); // after a crash they are still here
        QVERIFY(m_desk);
        QCOMPARE(m_desk->copier().look(share(), {}).files, look.files);
        QVERIFY(m_desk->copier().forget({look.files.front(), QStringLiteral("/etc/hostname")}));
        QVERIFY(QFile::exists(QStringLiteral("/etc/hostname")));
        QCOMPARE(m_desk->copier().look({}, {}).files, look.files.mid(1)); // also when nothing is watched any more
        QVERIFY(m_desk->copier().forget(look.files));
        QVERIFY(m_desk->copier().look(share(), {}).files.isEmpty());
    }

    void whatCannotBeReadIsRefusedByNameAndTheOthersArrive()
    {
        const QByteArray good = sample(QStringLiteral("03-scholeio-thermansi.jpg"));
        const QByteArray picture = sample(QStringLiteral("16-aitisi-kladema.png"));
        drop(QStringLiteral("broken.png"), picture.left(picture.size() / 3) + "IEND");
        drop(QStringLiteral("broken.pdf"), "%PDF-1.7\nnothing\n%%EOF\n");
        drop(QStringLiteral("program.exe"), "MZ");
        drop(QStringLiteral("good.jpg"), good);
        const CopierLook look = looked();
        QCOMPARE(look.files.size(), 1);
        QCOMPARE(below(QStringLiteral("refused")).size(), 3);
        QCOMPARE(look.refused.size(), std::size_t{3});
        for (const scanning::Refusal& each : look.refused)
            QVERIFY2(!each.name.startsWith(QStringLiteral("good")), qPrintable(errorWord(each.reason.code)));
        QVERIFY(m_desk->copier().forget(look.files));
    }

    void withoutAWorkerNothingIsRefusedAndNothingLost()
    {
        open(m_folder.filePath(QStringLiteral("nothing")));
        QVERIFY(m_desk);
        drop(QStringLiteral("later.pdf"), sample(QStringLiteral("04-timologio-ydravlika.pdf")));
        const CopierLook look = looked();
        QVERIFY(look.files.isEmpty() && look.refused.empty());
        QVERIFY(QFile::exists(share() + QStringLiteral("/later.pdf")));
        open();
        QVERIFY(m_desk);
        QCOMPARE(looked().files.size(), 1);
    }

    void aFolderThatIsAwayIsTold()
    {
        const CopierLook look = m_desk->copier().look(m_folder.filePath(QStringLiteral("away")), {});
        QVERIFY(look.trouble);
        QCOMPARE(look.trouble->code, ErrorCode::FileUnreadable);
    }
};

QTEST_GUILESS_MAIN(TestCopierFolder)
#include "test_copier_folder.moc"
