#include "desk_fixture.h"

#include "base/limits.h"
#include "desk/desk_files.h"
#include "desk/scan_desk.h"
#include "imaging/encode.h"
#include "tests/support/worker_children.h"

#include <QDir>
#include <QImage>

#include <thread>

using namespace diakinisi;
using namespace diakinisi::tests;

class TestFiles : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<desk::Desk> m_desk;

    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    static QByteArray picture(bool jpeg)
    {
        QImage image(850, 1100, QImage::Format_Grayscale8);
        image.fill(Qt::white);
        for (int y = 100; y < 200; ++y)
            for (int x = 100; x < 700; ++x)
                image.setPixel(x, y, qRgb(0, 0, 0));
        image.setDotsPerMeterX(3937);
        image.setDotsPerMeterY(3937);
        return jpeg ? *imaging::encodeJpeg(image, 80) : *imaging::encodePng(image);
    }
    /// One page, and beside it an attachment of so many bytes; sparse on the disk.
    static bool writeLargePdf(const QString& path, qint64 bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return false;
        QByteArray table = "xref\n0 5\n0000000000 65535 f \n";
        const auto object = [&](const QByteArray& body) {
            table += QByteArray::number(file.pos()).rightJustified(10, '0') + " 00000 n \n";
            file.write(body);
        };
        file.write("%PDF-1.7\n");
        object("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        object("2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
        object("3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n");
        object("4 0 obj\n<< /Type /EmbeddedFile /Length " + QByteArray::number(bytes) + " >>\nstream\n");
        const qint64 end = file.pos() + bytes;
        return file.resize(end) && file.seek(end) && file.write("\nendstream\nendobj\n") > 0 &&
               file.write(table + "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + QByteArray::number(file.pos()) +
                          "\n%%EOF\n") > 0;
    }
    ErrorCode refusal(const QString& name, const QByteArray& bytes)
    {
        const auto file = m_desk->files().import({write(name, bytes)}, {});
        return file ? ErrorCode::InternalFault : file.error().code;
    }

private Q_SLOTS:
    void initTestCase()
    {
        desk::DeskSettings settings;
        settings.folder = m_folder.filePath(QStringLiteral("desk"));
        settings.workerProgram = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");
        settings.keyStore = desk::KeyStoreChoice::File;
        auto desk = desk::openDesk(settings); // without a server: nothing here needs one
        QVERIFY2(desk, qPrintable(desk ? QString() : desk.error().cause));
        m_desk = std::move(*desk);
    }
    void cleanupTestCase() { m_desk.reset(); }

    void aPdfStaysAsItIsAndCanBeSeen()
    {
        const QByteArray letter = samples::letterPdf();
        const auto file = m_desk->files().import({write(QStringLiteral("letter.pdf"), letter)}, {});
        QVERIFY(file);
        QCOMPARE(file->digest, Sha256::of(letter));
        QCOMPARE(file->name, QStringLiteral("letter.pdf"));
        QCOMPARE(*m_desk->files().state(file->digest), desk::FileState::Here);
        const auto pages = m_desk->files().pages(file->digest, {});
        QVERIFY(pages && pages->count >= 1);
        const auto image = m_desk->files().page(file->digest, 0, 400, {});
        QVERIFY(image);
        QCOMPARE(image->width(), 400);
        QVERIFY(m_desk->files().words(file->digest, 0, {}));
        QVERIFY(m_desk->files().signatures(file->digest, {})->signatures.empty());
        const QString out = m_folder.filePath(QStringLiteral("out.pdf"));
        QVERIFY(m_desk->files().exportTo(file->digest, out));
        QFile written(out);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), letter);
    }

    void itDoesNotLieOnTheDiskInClear()
    {
        for (const QByteArray& bytes : {samples::letterPdf()})
            QVERIFY(m_desk->files().import({write(QStringLiteral("secret.pdf"), bytes)}, {}));
        QProcess grep;
        grep.start(QStringLiteral("grep"),
                   {QStringLiteral("-rl"), QStringLiteral("%PDF-"), m_folder.filePath(QStringLiteral("desk"))});
        QVERIFY(grep.waitForFinished());
        QCOMPARE(grep.readAll(), QByteArray());
    }

    void imagesBecomeOnePdfAPageEach()
    {
        const auto file = m_desk->files().import(
            {write(QStringLiteral("1.jpg"), picture(true)), write(QStringLiteral("2.png"), picture(false))}, {});
        QVERIFY2(file, qPrintable(file ? QString() : errorWord(file.error().code) + file.error().cause));
        QCOMPARE(file->mediaType, QStringLiteral("application/pdf"));
        QCOMPARE(file->name, QStringLiteral("1.pdf"));
        const auto pages = m_desk->files().pages(file->digest, {});
        QCOMPARE(pages->count, 2);
        QVERIFY(qAbs(pages->sizes.front().width() - 612) < 2); // 850 pixels at 100 dots an inch
        const auto image = m_desk->files().page(file->digest, 1, 850, {});
        QVERIFY(image);
        QVERIFY(qGray(image->pixel(400, 150)) < 60 && qGray(image->pixel(400, 400)) > 200);
    }

    void sampleScansAreTakenWhateverTheirKind()
    {
        for (const char* name :
             {"01-aitisi-proypiresias.jpg", "05-protodikeio-agogi.png", "15-politiki-prostasia-fax.tif"}) {
            const auto file = m_desk->files().import(
                {QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters/") + QString::fromLatin1(name)}, {});
            QVERIFY2(file, name);
            QVERIFY(m_desk->files().pages(file->digest, {})->count >= 1);
        }
    }

    void whatIsNoGoodIsRefusedByName()
    {
        QCOMPARE(refusal(QStringLiteral("a.pdf"), "no pdf at all"), ErrorCode::NotPdf);
        QCOMPARE(refusal(QStringLiteral("b.pdf"), "%PDF-1.7\nand nothing else"), ErrorCode::PdfBroken);
        QCOMPARE(refusal(QStringLiteral("c.jpg"), picture(true).left(700)), ErrorCode::ImageUnreadable);
        QCOMPARE(refusal(QStringLiteral("c.png"), picture(false).left(700)), ErrorCode::ImageUnreadable);
        QCOMPARE(m_desk->files().import({QStringLiteral("/no/such/file.pdf")}, {}).error().code,
                 ErrorCode::FileUnreadable);
        QCOMPARE(m_desk->files().import({m_folder.path()}, {}).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(m_desk->files().import({}, {}).error().code, ErrorCode::FieldMissing);
        const QString pdf = write(QStringLiteral("d.pdf"), samples::letterPdf());
        QCOMPARE(m_desk->files().import({pdf, pdf}, {}).error().code, ErrorCode::NotSupported);
        QCOMPARE(m_desk->files().import({write(QStringLiteral("e.png"), picture(false)), pdf}, {}).error().code,
                 ErrorCode::NotSupported);
    }

    void aFileThatIsTooLargeIsRefusedBeforeItIsRead()
    {
        QFile huge(m_folder.filePath(QStringLiteral("huge.pdf")));
        QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(limits::fileBytes + 1));
        QCOMPARE(m_desk->files().import({huge.fileName()}, {}).error().code, ErrorCode::FileTooLarge);
    }

    void fiveHundredMegabytesAreTakenInJudgedAndGivenOutAgain()
    {
        const QString path = m_folder.filePath(QStringLiteral("large.pdf"));
        QVERIFY(writeLargePdf(path, 500 * limits::miB));
        const auto file = m_desk->files().import({path}, {});
        QVERIFY2(file, file ? "" : qPrintable(errorWord(file.error().code)));
        QVERIFY(file->size > 500 * limits::miB);
        QVERIFY(m_desk->files().signatures(file->digest, {})->signatures.empty());
        const QString out = m_folder.filePath(QStringLiteral("large-out.pdf"));
        QVERIFY(m_desk->files().exportTo(file->digest, out));
        QFile written(out);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(digestOf(written).value_or(Sha256()), file->digest);
    }

    void aFileThatEndsTheWorkerIsToldAndTheNextIsJudged()
    {
        const auto file = m_desk->files().import({write(QStringLiteral("deadly.pdf"), samples::letterPdf())}, {});
        QVERIFY(file && m_desk->files().signatures(file->digest, {}));
        const auto workers = test::workerChildren();
        test::signalAll(workers, SIGSTOP); // in the middle of the check ...
        const std::jthread crash([&workers] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            test::signalAll(workers, SIGSEGV); // ... as a bug in a library would end it
            test::signalAll(workers, SIGCONT);
        });
        const auto verdict = m_desk->files().signatures(file->digest, {});
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().code, ErrorCode::WorkerDied);
        QVERIFY2(verdict.error().cause.contains(u"signal 11"), qPrintable(verdict.error().cause));
        QVERIFY(m_desk->files().signatures(file->digest, {})->signatures.empty());
    }

    void aFileThatIsNotHereIsSaid()
    {
        const Sha256 unknown = Sha256::of("unknown");
        QCOMPARE(*m_desk->files().state(unknown), desk::FileState::AtServer);
        QVERIFY(!m_desk->files().exportTo(unknown, m_folder.filePath(QStringLiteral("x"))));
        QVERIFY(!m_desk->files().page(unknown, 0, 100, {}));
    }

    void scannedPagesAreFoundAgainAndBecomeOneFile()
    {
        const QUuid pile = QUuid::createUuid();
        const QString folder = m_folder.filePath(QStringLiteral("desk/piles/")) + pile.toString(QUuid::WithoutBraces);
        QVERIFY(QDir().mkpath(folder));
        for (const char* name : {"/page0002-001.png", "/page0001-001.png", "/page0003-001.png.new"}) {
            QFile page(folder + QString::fromLatin1(name));
            QVERIFY(page.open(QIODevice::WriteOnly) && page.write(picture(false)) > 0);
        }
        const auto found = m_desk->scanning().unfinished();
        QVERIFY(found && found->size() == 1);
        QCOMPARE(found->front().id, pile);
        QVERIFY(found->front().scannedAt > Instant{});
        const std::vector<desk::ScannedPage> pages = found->front().pages;
        QCOMPARE(pages.size(), std::size_t{2}); // what was half written is not a page
        QCOMPARE(pages.front().number, 1);
        const auto file = m_desk->scanning().assemble(pile, pages, {});
        QVERIFY2(file, qPrintable(file ? QString() : errorWord(file.error().code)));
        QCOMPARE(m_desk->files().pages(file->digest, {})->count, 2);
        QVERIFY(!m_desk->scanning().assemble(pile, {{QStringLiteral("/etc/passwd"), 1}}, {}));
        QVERIFY(!m_desk->scanning().recognise(pile, {{QStringLiteral("/etc/passwd"), 1}}, {}, {}));
        QVERIFY(m_desk->scanning().finish(pile));
        QVERIFY(m_desk->scanning().unfinished()->empty());
    }

    void whatAPageSaysLiesUnderItOnceItWasRecognised()
    {
        const QUuid pile = QUuid::createUuid();
        const QString page = m_folder.filePath(QStringLiteral("desk/piles/")) + pile.toString(QUuid::WithoutBraces) +
                             QStringLiteral("/page0001-001.png");
        QVERIFY(QDir().mkpath(QFileInfo(page).path()));
        QVERIFY(QFile::copy(QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters/16-aitisi-kladema.png"), page));
        std::int64_t told = 0;
        const Progress progress([&](std::int64_t done, std::int64_t) { told = done; });
        QVERIFY(m_desk->scanning().recognise(pile, {{page, 1}}, progress, {}));
        QCOMPARE(told, 1);
        const auto file = m_desk->scanning().assemble(pile, {{page, 1}}, {});
        QVERIFY2(file, qPrintable(file ? QString() : errorWord(file.error().code)));
        const auto words = m_desk->files().words(file->digest, 0, {});
        QVERIFY(words);
        QVERIFY2(words->size() > 30, qPrintable(QString::number(words->size())));
        QVERIFY(m_desk->scanning().finish(pile));
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "test_files.moc"
