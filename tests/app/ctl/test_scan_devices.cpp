#include "tests/support/escl_device.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using diakinisi::test::EsclDevice;

namespace {

struct Run {
    int exitCode = -1;
    QByteArray out;
    QByteArray messages;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// With what is typed into it; nothing: its input has ended.
Run run(const QString& program, const QStringList& words, const QByteArray& typed = {})
{
    QProcess process;
    process.start(program, words);
    process.write(typed);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString ctl()
{
    return QStringLiteral(DIAKINISI_BIN "/diakinisictl");
}

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

/// diakinisictl scan list and scan run, over SANE's test device and a network scanner of ours.
class TestScanDevices : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    EsclDevice m_network;
    int m_last = 0;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString nextOut() { return path(QStringLiteral("%1.pdf").arg(++m_last)); }
    static Run scan(const QStringList& given, const QByteArray& typed = {})
    {
        return run(ctl(), QStringList{QStringLiteral("scan")} + given, typed);
    }
    /// What scan run is given for a network scanner that behaves like this.
    QStringList fromNetwork(const QString& behaviour, const QString& out, const char* more)
    {
        return QStringList{QStringLiteral("run"),
                           QStringLiteral("--device"),
                           QStringLiteral("escl:") + m_network.address(behaviour),
                           QStringLiteral("--out"),
                           out,
                           QStringLiteral("--dpi"),
                           QStringLiteral("75")} +
               words(more);
    }
    static QByteArray pagesOf(const QString& pdf)
    {
        const QByteArray info = run(QStringLiteral("pdfinfo"), {pdf}).out;
        const auto at = info.indexOf("Pages:");
        return at < 0 ? QByteArray() : info.mid(at + 6, info.indexOf('\n', at) - at - 6).trimmed();
    }
    static QStringList keptFor(const QString& out)
    {
        return QDir(out + QStringLiteral(".pages")).entryList(QDir::Files, QDir::Name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString configuration = path(QStringLiteral("sane"));
        QVERIFY(QDir().mkpath(configuration));
        for (const auto& [name, text] :
             {std::pair{"dll.conf", "test\n"}, {"test.conf", "number_of_devices 1\ntest-picture \"Grid\"\n"}}) {
            QFile file(configuration + u'/' + QString::fromUtf8(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        }
        qputenv("SANE_CONFIG_DIR", configuration.toLocal8Bit());
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/none"); // no scanner of the next room
    }

    void theTestScannerIsListedAndItsFeederScannedIntoOneFile()
    {
        const Run listed = scan({QStringLiteral("list"), QStringLiteral("--json")});
        QVERIFY2(listed.exitCode == 0, listed.messages.constData());
        const QJsonObject scanner = listed.json().value(u"scanners").toArray().first().toObject();
        QCOMPARE(scanner.value(u"id").toString(), QStringLiteral("test:0"));
        QVERIFY(scanner.value(u"sources").toArray().contains(QStringLiteral("feeder")));
        const QString out = path(QStringLiteral("scanned.pdf"));
        const Run made =
            scan({QStringLiteral("run"), QStringLiteral("--device"), QStringLiteral("test:0"), QStringLiteral("--out"),
                  out, QStringLiteral("--source"), QStringLiteral("feeder"), QStringLiteral("--pages"),
                  QStringLiteral("4"), QStringLiteral("--dpi"), QStringLiteral("100")});
        QVERIFY2(made.exitCode == 0, made.messages.constData());
        QVERIFY(run(QStringLiteral("pdfinfo"), {out}).out.contains("Pages:           4"));
        QVERIFY(!QFile::exists(out + QStringLiteral(".pages")));
        const Run none = scan({QStringLiteral("run"), QStringLiteral("--device"), QStringLiteral("test:9"),
                               QStringLiteral("--out"), out});
        QCOMPARE(none.exitCode, 3);
        QVERIFY2(none.messages.contains("scanner-missing"), none.messages.constData());
        QCOMPARE(scan({QStringLiteral("run"), QStringLiteral("--device"), QStringLiteral("test:0"),
                       QStringLiteral("--out"), out, QStringLiteral("--dpi"), QStringLiteral("many")})
                     .exitCode,
                 2);
    }

    void aNetworkScannerWhoseAddressIsTypedSaysWhatItCan()
    {
        const QString id = QStringLiteral("escl:") + m_network.address();
        const Run listed = scan({QStringLiteral("list"), QStringLiteral("--json"), QStringLiteral("--device"), id});
        QVERIFY2(listed.exitCode == 0, listed.messages.constData());
        const QJsonObject scanner = listed.json().value(u"scanners").toArray().first().toObject();
        QCOMPARE(scanner.value(u"id").toString(), id);
        QCOMPARE(scanner.value(u"sources").toArray().toVariantList(),
                 (QVariantList{QStringLiteral("flatbed"), QStringLiteral("feeder"), QStringLiteral("duplex"),
                               QStringLiteral("manual-duplex")}));
        const Run none = scan({QStringLiteral("list"), QStringLiteral("--device"), QStringLiteral("escl:nowhere")});
        QCOMPARE(none.exitCode, 3);
        QVERIFY2(none.messages.contains("scanner-missing"), none.messages.constData());
    }

    void bothSidesOfAPileBecomeOneFile()
    {
        const QString out = nextOut();
        const Run made = scan(fromNetwork(QStringLiteral("sheets=2"), out, "--source duplex"));
        QVERIFY2(made.exitCode == 0, made.messages.constData());
        QCOMPARE(pagesOf(out), QByteArray("4"));
        QVERIFY(!QFile::exists(out + QStringLiteral(".pages")));
    }

    void afterAJamTheSameCommandGoesOnWithPageSeven()
    {
        const QString out = nextOut();
        const QStringList command = fromNetwork(QStringLiteral("sheets=9,after=6"), out, "--source feeder");
        const Run jammed = scan(command);
        QCOMPARE(jammed.exitCode, 3);
        QVERIFY2(jammed.messages.contains("scanner-jammed"), jammed.messages.constData());
        QVERIFY2(jammed.messages.contains("6 page(s) are kept in " + out.toUtf8() + ".pages"),
                 jammed.messages.constData());
        QVERIFY2(jammed.messages.contains("--continue goes on with page 7"), jammed.messages.constData());
        const Run refused = scan(command);
        QCOMPARE(refused.exitCode, 3);
        QVERIFY2(refused.messages.contains("already-exists"), refused.messages.constData());
        QCOMPARE(keptFor(out).size(), 6);
        const Run rest = scan(command + words("--continue"));
        QVERIFY2(rest.exitCode == 0, rest.messages.constData());
        QCOMPARE(pagesOf(out), QByteArray("9"));
        QVERIFY(!QFile::exists(out + QStringLiteral(".pages")));
    }

    void frontsAndBacksAreScannedOneAfterTheOther()
    {
        const QString out = nextOut();
        const Run made = scan(fromNetwork(QStringLiteral("sheets=6"), out, "--source manual-duplex --pages 3"), "\n");
        QVERIFY2(made.exitCode == 0, made.messages.constData());
        QVERIFY2(made.messages.contains("turn the pile over"), made.messages.constData());
        QCOMPARE(pagesOf(out), QByteArray("6"));
    }

    void frontsWithoutTheirBacksAreKeptUntilTheBacksCome()
    {
        const QString out = nextOut();
        const QStringList command = fromNetwork(QStringLiteral("sheets=6"), out, "--source manual-duplex --pages 3");
        QCOMPARE(scan(command).exitCode, 3);
        QCOMPARE(keptFor(out), words("page-001.png page-003.png page-005.png"));
        const Run made = scan(command + words("--continue --backs"));
        QVERIFY2(made.exitCode == 0, made.messages.constData());
        QCOMPARE(pagesOf(out), QByteArray("6"));
    }

    void aSheetTakenDoubleIsToldAndAllPagesKept()
    {
        const QString out = nextOut();
        const Run odd = scan(fromNetwork(QStringLiteral("sheets=5"), out, "--source manual-duplex --pages 3"), "\n");
        QCOMPARE(odd.exitCode, 3);
        QVERIFY2(odd.messages.contains("3 fronts, 2 backs"), odd.messages.constData());
        QVERIFY2(odd.messages.contains("all 5 page(s) are kept"), odd.messages.constData());
        QCOMPARE(keptFor(out).size(), 5);
        QVERIFY(!QFile::exists(out));
    }

    void senselessOptionsAreWrongUsage_data()
    {
        QTest::addColumn<QString>("more");
        for (const char* more : {"--source drawer", "--source flatbed --duplex", "--source manual-duplex --duplex",
                                 "--backs", "--source manual-duplex --backs", "--mode pink", "--pages 0"})
            QTest::newRow(more) << QString::fromUtf8(more);
    }
    void senselessOptionsAreWrongUsage()
    {
        QFETCH(QString, more);
        QCOMPARE(scan(fromNetwork({}, nextOut(), more.toUtf8().constData())).exitCode, 2);
    }

    void aDiskThatIsFullInTheMiddleOfThePileKeepsThePagesBefore()
    {
        const QString disk = path(QStringLiteral("disk"));
        QVERIFY(QDir().mkpath(disk));
        const auto onSmallDisk = [&disk](const QString& then, const QStringList& command) {
            const QString script = QStringLiteral("mount -t tmpfs -o size=100k none \"$0\" && ") + then;
            return run(QStringLiteral("unshare"),
                       QStringList{QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"), script, disk} +
                           command);
        };
        if (onSmallDisk(QStringLiteral("true"), {}).exitCode != 0)
            QSKIP("this machine lets nobody mount a small disk of his own");
        const QString out = disk + QStringLiteral("/full.pdf");
        const Run full =
            onSmallDisk(QStringLiteral("\"$@\"; s=$?; ls -A \"$0\"/full.pdf.pages; exit $s"),
                        QStringList{ctl(), QStringLiteral("scan")} +
                            fromNetwork(QStringLiteral("sheets=200"), out, "--source feeder --mode color"));
        QCOMPARE(full.exitCode, 3);
        QVERIFY2(full.messages.contains("disk-full"), full.messages.constData());
        const QList<QByteArray> kept = full.out.trimmed().split('\n');
        QVERIFY2(kept.size() >= 2 && kept.size() < 200, full.out.constData());
        QVERIFY2(full.messages.contains(QByteArray::number(kept.size()) + " page(s) are kept"),
                 full.messages.constData());
        for (const QByteArray& name : kept)
            QVERIFY2(name.startsWith("page-") && name.endsWith(".png"), name.constData());
    }
};

QTEST_GUILESS_MAIN(TestScanDevices)
#include "test_scan_devices.moc"
