#include <QFile>
#include <QFont>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Run {
    int exitCode = -1;
    QByteArray out;
    QByteArray messages;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Run run(const QString& program, const QStringList& words)
{
    QProcess process;
    process.start(program, words);
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString pdfText(const QString& pdf)
{
    return QString::fromUtf8(run(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")}).out).simplified();
}

QString ctl()
{
    return QStringLiteral(DIAKINISI_BIN "/diakinisictl");
}

} // namespace

class TestScanCommands : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    Run scan(const QStringList& words) const { return run(ctl(), QStringList{QStringLiteral("scan")} + words); }

    /// A page of 150 dpi with a line of text, lying turned by some degrees; without text blank.
    QString page(const QString& name, const QString& text, double turned = 0) const
    {
        QImage image(1240, 1754, QImage::Format_Grayscale8);
        image.fill(QColor(248, 248, 248));
        QPainter painter(&image);
        painter.translate(620, 877);
        painter.rotate(turned);
        painter.translate(-620, -877);
        QFont font(QStringLiteral("DejaVu Serif"));
        font.setPixelSize(30);
        painter.setFont(font);
        for (int i = 0; i < 6 && !text.isEmpty(); ++i)
            painter.drawText(120, 200 + i * 90, text);
        painter.end();
        image.setDotsPerMeterX(5906);
        image.setDotsPerMeterY(5906);
        if (!image.save(path(name), nullptr, 90))
            qFatal("cannot write a picture");
        return path(name);
    }

private Q_SLOTS:
    void pagesBecomeOnePdfAWithTheirText()
    {
        const QString out = path(QStringLiteral("letter.pdf"));
        const Run made =
            scan({QStringLiteral("assemble"), page(QStringLiteral("a.jpg"), QStringLiteral("Έγκριση δαπάνης"), 1.5),
                  page(QStringLiteral("b.png"), {}), page(QStringLiteral("c.png"), QStringLiteral("Second page")),
                  QStringLiteral("--out"), out, QStringLiteral("--ocr"), QStringLiteral("ell+eng"),
                  QStringLiteral("--deskew"), QStringLiteral("--drop-blank"), QStringLiteral("--pdfa"),
                  QStringLiteral("--title"), QStringLiteral("Δοκιμή"), QStringLiteral("--json")});
        QVERIFY2(made.exitCode == 0, made.messages.constData());
        const QJsonArray pages = made.json().value(u"pages").toArray();
        QCOMPARE(pages.size(), 3);
        QVERIFY(qAbs(pages[0][u"turned"].toDouble() + 1.5) < 0.15);
        QCOMPARE(pages[1][u"blank"].toBool(), true);
        QCOMPARE(pages[1][u"document"].toInt(), 0);
        QCOMPARE(pages[2][u"document"].toInt(), 1);
        const Run judged = run(QStringLiteral("python3"),
                               {QStringLiteral("-B"), QStringLiteral(DIAKINISI_SOURCE "/tests/support/pdfa.py"), out});
        QVERIFY2(judged.exitCode == 0, judged.out.constData());
        const QString text = pdfText(out);
        QVERIFY2(text.count(QStringLiteral("Έγκριση δαπάνης")) == 6, qPrintable(text));
        QVERIFY2(text.count(QStringLiteral("Second page")) == 6, qPrintable(text));
        QVERIFY(run(QStringLiteral("pdfinfo"), {out}).out.contains("Pages:           2"));
    }

    void aPileIsSplitAtBlankSheets()
    {
        const QString out = path(QStringLiteral("split.pdf"));
        const Run made = scan({QStringLiteral("assemble"), page(QStringLiteral("a.jpg"), QStringLiteral("Πρώτο")),
                               page(QStringLiteral("b.png"), {}),
                               page(QStringLiteral("c.png"), QStringLiteral("Δεύτερο")), QStringLiteral("--out"), out,
                               QStringLiteral("--split"), QStringLiteral("blank"), QStringLiteral("--json")});
        QVERIFY2(made.exitCode == 0, made.messages.constData());
        QCOMPARE(made.json().value(u"out").toArray().size(), 2);
        for (const char* name : {"split-1.pdf", "split-2.pdf"})
            QVERIFY(run(QStringLiteral("qpdf"), {QStringLiteral("--check"), path(QString::fromUtf8(name))}).exitCode ==
                    0);
        QVERIFY(!QFile::exists(out));
    }

    void aPdfIsKeptAsItIsAndItsTextGoesBeside()
    {
        const QString in = QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters/02-ypoyrgeio-egkyklios.pdf");
        const QString out = path(QStringLiteral("kept.pdf"));
        const Run made = scan({QStringLiteral("assemble"), in, QStringLiteral("--out"), out, QStringLiteral("--ocr"),
                               QStringLiteral("ell+eng")});
        QVERIFY2(made.exitCode == 0, made.messages.constData());
        QFile a(in);
        QFile b(out);
        QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
        QCOMPARE(b.readAll(), a.readAll());
        QFile text(out + QStringLiteral(".text.json"));
        QVERIFY(text.open(QIODevice::ReadOnly));
        const QJsonArray pages = QJsonDocument::fromJson(text.readAll()).object().value(u"pages").toArray();
        QVERIFY(pages.first()[u"words"].toArray().size() > 30);
    }

    void aPdfAmongImagesIsDrawnAndKeepsItsWords()
    {
        const QString in = QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters/02-ypoyrgeio-egkyklios.pdf");
        const QString out = path(QStringLiteral("together.pdf"));
        const Run made = scan({QStringLiteral("assemble"), page(QStringLiteral("front.png"), {}), in,
                               QStringLiteral("--out"), out, QStringLiteral("--json")});
        QVERIFY2(made.exitCode == 0, made.messages.constData());
        QVERIFY2(made.messages.contains("drawn anew"), made.messages.constData());
        QCOMPARE(made.json().value(u"pages").toArray().at(1)[u"file"].toString(), in);
        QVERIFY(pdfText(out).contains(pdfText(in).left(40)));
        const auto info = run(ctl(), {QStringLiteral("pdf"), QStringLiteral("info"), out, QStringLiteral("--json")});
        QCOMPARE(info.json().value(u"pdfa").toString(), QStringLiteral("2b"));
        // Asked for by name, it becomes PDF/A alone too.
        const QString alone = path(QStringLiteral("alone.pdf"));
        const Run drawn =
            scan({QStringLiteral("assemble"), in, QStringLiteral("--out"), alone, QStringLiteral("--pdfa")});
        QVERIFY2(drawn.exitCode == 0 && drawn.messages.contains("drawn anew"), drawn.messages.constData());
        QCOMPARE(run(QStringLiteral("qpdf"), {QStringLiteral("--check"), alone}).exitCode, 0);
    }

    void badInputIsToldAndLeavesNothing_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("word");
        QFile jpeg(page(QStringLiteral("whole.jpg"), QStringLiteral("Ολόκληρη")));
        QVERIFY(jpeg.open(QIODevice::ReadOnly));
        QTest::newRow("no bytes") << QByteArray() << QByteArray("not-pdf");
        QTest::newRow("text") << QByteArray("Καλημέρα") << QByteArray("not-pdf");
        QTest::newRow("cut off") << jpeg.read(9'000) << QByteArray("image-unreadable");
        QTest::newRow("broken PDF") << QByteArray("%PDF-1.7\nnothing") << QByteArray("pdf-broken");
    }
    void badInputIsToldAndLeavesNothing()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, word);
        QFile bad(path(QStringLiteral("bad.jpg")));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write(file);
        bad.close();
        const QString out = path(QStringLiteral("bad.pdf"));
        const Run made = scan({QStringLiteral("assemble"), bad.fileName(), QStringLiteral("--out"), out});
        QCOMPARE(made.exitCode, 3);
        QVERIFY2(made.messages.contains(word) && made.messages.contains("bad.jpg"), made.messages.constData());
        QVERIFY(!QFile::exists(out));
    }

    void aFileThatIsNotThereAndAFolderThatTakesNothingAreTold()
    {
        const Run missing = scan({QStringLiteral("assemble"), path(QStringLiteral("none.png")), QStringLiteral("--out"),
                                  path(QStringLiteral("x.pdf"))});
        QCOMPARE(missing.exitCode, 3);
        QVERIFY2(missing.messages.contains("file-unreadable"), missing.messages.constData());
        const Run nowhere = scan({QStringLiteral("assemble"), page(QStringLiteral("a.jpg"), QStringLiteral("α")),
                                  QStringLiteral("--out"), path(QStringLiteral("no/such/x.pdf"))});
        QCOMPARE(nowhere.exitCode, 3);
        QVERIFY2(nowhere.messages.contains("file-unwritable"), nowhere.messages.constData());
        QCOMPARE(scan({QStringLiteral("assemble"), QStringLiteral("--out"), path(QStringLiteral("x.pdf"))}).exitCode,
                 2);
    }

    void aDiskThatIsFullInTheMiddleOfThePileIsToldAndPagesAreKept()
    {
        const QString disk = path(QStringLiteral("disk"));
        QVERIFY(QDir().mkpath(disk));
        QStringList words{QStringLiteral("scan"), QStringLiteral("assemble")};
        const QString image = page(QStringLiteral("noise.png"), QStringLiteral("Σελίδα πολλών λέξεων"));
        for (int i = 0; i < 60; ++i)
            words << image;
        words << QStringLiteral("--lossless") << QStringLiteral("--out") << disk + QStringLiteral("/full.pdf");
        const QString mount =
            QStringLiteral("mount -t tmpfs -o size=400k none \"$0\" && \"$@\"; s=$?; ls -A \"$0\"; exit $s");
        const Run tried =
            run(QStringLiteral("unshare"), {QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"),
                                            QStringLiteral("mount -t tmpfs none \"$0\""), disk});
        if (tried.exitCode != 0)
            QSKIP("this machine lets nobody mount a small disk of his own");
        const Run made = run(
            QStringLiteral("unshare"),
            QStringList{QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"), mount, disk, ctl()} + words);
        QCOMPARE(made.exitCode, 3);
        QVERIFY2(made.messages.contains("disk-full"), made.messages.constData());
        QCOMPARE(made.out, QByteArray()); // nothing half-written is left
        QVERIFY(QFile::exists(image));
    }

    void withoutTheLanguagesDataTheFileIsMadeAndThatIsSaid()
    {
        const QString out = path(QStringLiteral("plain.pdf"));
        const Run made = scan({QStringLiteral("assemble"), page(QStringLiteral("a.jpg"), QStringLiteral("κείμενο")),
                               QStringLiteral("--out"), out, QStringLiteral("--ocr"), QStringLiteral("zzz")});
        QCOMPARE(made.exitCode, 0);
        QVERIFY2(made.messages.contains("recognition-data-missing"), made.messages.constData());
        QVERIFY(QFile::exists(out));
    }

    void theWordsOfAPictureAreReadWithTheirPlaces()
    {
        const Run read = scan({QStringLiteral("read"), page(QStringLiteral("a.png"), QStringLiteral("Σας γνωρίζουμε")),
                               QStringLiteral("--json")});
        QVERIFY2(read.exitCode == 0, read.messages.constData());
        const QJsonObject first = read.json().value(u"pages").toArray().first().toObject();
        const QString text = first.value(u"text").toString();
        QVERIFY2(text.count(QStringLiteral("Σας γνωρίζουμε")) >= 5, qPrintable(text)); // one may be read otherwise
        QCOMPARE(first.value(u"words").toArray().first()[u"box"].toArray().size(), 4);
    }
};

QTEST_MAIN(TestScanCommands)
#include "test_scan_commands.moc"
