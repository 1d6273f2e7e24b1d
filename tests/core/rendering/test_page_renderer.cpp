#include "rendering/poppler_renderer.h"
#include "rendering/worker_renderer.h"
#include "tests/support/small_pdf.h"
#include "worker/document_pages.h"
#include "worker/image_pages.h"

#include <QBuffer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace diakinisi;
using namespace diakinisi::rendering;
using namespace diakinisi::test;

namespace {

/// The renderer in this process and the one behind a worker keep the same promises.
struct Bench {
    PopplerRenderer poppler;
    worker::ImagePages images;
    worker::DocumentPages here{poppler, images};
    WorkerProcess process{{QStringLiteral(DIAKINISI_BIN "/diakinisi-worker"), {}}};
    WorkerRenderer there{process};
    QTemporaryDir folder;

    PageRenderer& renderer(bool inWorker) { return inWorker ? static_cast<PageRenderer&>(there) : here; }

    PageSource file(const QString& name, const QByteArray& bytes)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return PageSource::ofFile(file.fileName());
    }
};

QByteArray letter()
{
    const QByteArray rectangle = "0 g 0 742 100 100 re f\n"; // upper left corner
    return smallPdf({{rectangle + textAt(200, 700, "Municipality of Thessaloniki") + textAt(200, 680, "Subject")},
                     {textAt(50, 50, "second"), "/MediaBox [0 0 842 595] /Rotate 90"}});
}

QByteArray imageFile(const char* format, QSize size, int dpi)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int i = 0; i < size.height() / 4; ++i)
        for (int j = 0; j < size.width() / 4; ++j)
            image.setPixel(j, i, qRgb(200, 0, 0));
    image.setDotsPerMeterX(qRound(dpi / 0.0254));
    image.setDotsPerMeterY(qRound(dpi / 0.0254));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

} // namespace

class TestPageRenderer : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;

    static void hereAndThere()
    {
        QTest::addColumn<bool>("inWorker");
        QTest::newRow("here") << false;
        QTest::newRow("in the worker") << true;
    }

private Q_SLOTS:
    void init() { m_bench = std::make_unique<Bench>(); }

    void pagesHaveTheSizeInWhichTheyAreShown_data() { hereAndThere(); }
    void pagesHaveTheSizeInWhichTheyAreShown()
    {
        QFETCH(bool, inWorker);
        const auto info = m_bench->renderer(inWorker).inspect(m_bench->file(QStringLiteral("a.pdf"), letter()), {});
        QVERIFY(info);
        QCOMPARE(info->kind, FileKind::Pdf);
        QCOMPARE(info->pages.size(), std::size_t{2});
        QCOMPARE(info->pages[0].size, QSizeF(595, 842));
        QCOMPARE(info->pages[1].size, QSizeF(595, 842)); // landscape, turned
    }

    void aPageIsDrawnAtTheScaleAskedFor_data() { hereAndThere(); }
    void aPageIsDrawnAtTheScaleAskedFor()
    {
        QFETCH(bool, inWorker);
        PageRenderer& renderer = m_bench->renderer(inWorker);
        const PageSource source = m_bench->file(QStringLiteral("a.pdf"), letter());
        RenderRequest request;
        request.dpi = 144;
        const auto image = renderer.render(source, request, {});
        QVERIFY(image);
        QCOMPARE(image->size(), QSize(1190, 1684));
        QCOMPARE(image->format(), QImage::Format_RGB32);
        QCOMPARE(image->pixel(100, 100), qRgb(0, 0, 0));
        QCOMPARE(image->pixel(300, 100), qRgb(255, 255, 255));
        request.fit = QSize(500, 500);
        request.gray = true;
        request.quarterTurns = 1;
        const auto small = renderer.render(source, request, {});
        QVERIFY(small);
        QCOMPARE(small->size(), QSize(500, 353));
        QCOMPARE(small->format(), QImage::Format_Grayscale8);
        QVERIFY(qGray(small->pixel(480, 20)) < 10); // the corner went to the right
        QVERIFY(qGray(small->pixel(20, 20)) > 250);
    }

    void wordsStandWhereTheyArePrinted_data() { hereAndThere(); }
    void wordsStandWhereTheyArePrinted()
    {
        QFETCH(bool, inWorker);
        PageRenderer& renderer = m_bench->renderer(inWorker);
        const PageSource source = m_bench->file(QStringLiteral("a.pdf"), letter());
        const auto text = renderer.text(source, 0, {});
        QVERIFY(text);
        QCOMPARE(text->size, QSizeF(595, 842));
        QCOMPARE(text->words.size(), std::size_t{4});
        QCOMPARE(text->words[0].text, QStringLiteral("Municipality"));
        QVERIFY(qAbs(text->words[0].box.left() - 200) < 2);
        QVERIFY(text->words[0].box.contains(QPointF(205, 842 - 703)));
        QCOMPARE(text->plainText(), QStringLiteral("Municipality of Thessaloniki\nSubject\n"));
        const auto second = renderer.text(source, 1, {});
        QCOMPARE(second->words.at(0).text, QStringLiteral("second"));
        QVERIFY(QRectF(QPointF(), second->size).contains(second->words[0].box));
    }

    void bytesThatAreNoFileAreRenderedToo_data() { hereAndThere(); }
    void bytesThatAreNoFileAreRenderedToo()
    {
        QFETCH(bool, inWorker);
        PageRenderer& renderer = m_bench->renderer(inWorker);
        const QByteArray one = letter();
        const QByteArray other = smallPdf({{textAt(10, 10, "other")}});
        for (const QByteArray& bytes : {one, other, one, one}) {
            const auto text = renderer.text(PageSource::ofBytes(bytes, Sha256::of(bytes)), 0, {});
            QVERIFY(text);
            QCOMPARE(text->words[0].text, bytes == one ? QStringLiteral("Municipality") : QStringLiteral("other"));
        }
    }

    void aFileThatChangedIsReadAnew_data() { hereAndThere(); }
    void aFileThatChangedIsReadAnew()
    {
        QFETCH(bool, inWorker);
        PageRenderer& renderer = m_bench->renderer(inWorker);
        QCOMPARE(renderer.text(m_bench->file(QStringLiteral("a.pdf"), letter()), 0, {})->words.size(), std::size_t{4});
        const PageSource changed = m_bench->file(QStringLiteral("a.pdf"), smallPdf({{textAt(10, 10, "changed")}}));
        QCOMPARE(renderer.text(changed, 0, {})->plainText(), QStringLiteral("changed\n"));
    }

    void anImageIsADocumentOfOnePage_data() { hereAndThere(); }
    void anImageIsADocumentOfOnePage()
    {
        QFETCH(bool, inWorker);
        PageRenderer& renderer = m_bench->renderer(inWorker);
        const std::array<std::tuple<const char*, FileKind, int, QSizeF>, 3> files{
            {{"jpeg", FileKind::Jpeg, 200, {288, 432}},
             {"png", FileKind::Png, 200, {288, 432}},
             {"png", FileKind::Png, 72, {842 * 2 / 3.0, 842}}}};
        for (const auto& [format, kind, dpi, points] : files) {
            // The name says nothing: the bytes do.
            const PageSource source = m_bench->file(QStringLiteral("a.pdf"), imageFile(format, {800, 1200}, dpi));
            const auto info = renderer.inspect(source, {});
            QVERIFY(info);
            QCOMPARE(info->kind, kind);
            QCOMPARE(info->pages.size(), std::size_t{1});
            QCOMPARE(info->pages[0].pixels, QSize(800, 1200));
            QVERIFY(qAbs(info->pages[0].size.width() - points.width()) < 0.5);
            RenderRequest request;
            request.fit = QSize(400, 600);
            request.quarterTurns = -1;
            const auto image = renderer.render(source, request, {});
            QVERIFY(image);
            QCOMPARE(image->size(), QSize(400, 267));
            QVERIFY(qRed(image->pixel(20, 250)) > 150 && qGreen(image->pixel(20, 250)) < 50);
            QVERIFY(renderer.text(source, 0, {})->words.empty());
            QCOMPARE(renderer.text(source, 1, {}).error().code, ErrorCode::NotFound);
        }
    }

    void badFilesAreNamedByTheirFault_data() { hereAndThere(); }
    void badFilesAreNamedByTheirFault()
    {
        QFETCH(bool, inWorker);
        PageRenderer& renderer = m_bench->renderer(inWorker);
        const QByteArray whole = letter();
        const QByteArray jpeg = imageFile("jpeg", {800, 600}, 200);
        const std::array<std::pair<QByteArray, ErrorCode>, 7> files{
            {{QByteArray(), ErrorCode::NotPdf},
             {"Dear Sir, this is a text file that somebody renamed.", ErrorCode::NotPdf},
             {whole.left(8), ErrorCode::PdfBroken},
             {whole.left(60), ErrorCode::PdfBroken},
             {"%PDF-1.7\n" + QByteArray(5000, '\xAA'), ErrorCode::PdfBroken},
             {smallPdf({}), ErrorCode::PdfBroken},
             {jpeg.left(jpeg.size() / 2), ErrorCode::ImageUnreadable}}};
        for (const auto& [bytes, code] : files) {
            const auto image = renderer.render(m_bench->file(QStringLiteral("bad.pdf"), bytes), {}, {});
            QVERIFY2(!image, bytes.left(20).constData());
            QCOMPARE(errorWord(image.error().code), errorWord(code));
        }
        const PageSource none = PageSource::ofFile(m_bench->folder.filePath(QStringLiteral("none.pdf")));
        QCOMPARE(renderer.inspect(none, {}).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(renderer.inspect(PageSource::ofFile(m_bench->folder.path()), {}).error().code,
                 ErrorCode::FileUnreadable);
    }

    void everyFlippedByteGivesAPageOrAnError()
    {
        const QByteArray whole = letter();
        for (qsizetype at = 0; at < whole.size(); at += 3) {
            QByteArray broken = whole;
            broken[at] = static_cast<char>(~broken[at]);
            RenderRequest request;
            request.fit = QSize(50, 50);
            const auto image = m_bench->there.render(PageSource::ofBytes(broken, Sha256::of(broken)), request, {});
            if (!image)
                QVERIFY2(image.error().code != ErrorCode::InternalFault, qPrintable(image.error().cause));
        }
    }

    void anEncryptedFileIsNamedSo_data() { hereAndThere(); }
    void anEncryptedFileIsNamedSo()
    {
        QFETCH(bool, inWorker);
        const QString open = m_bench->file(QStringLiteral("open.pdf"), letter()).path;
        const QString locked = m_bench->folder.filePath(QStringLiteral("locked.pdf"));
        const QStringList arguments{QStringLiteral("--encrypt"),
                                    QStringLiteral("user"),
                                    QStringLiteral("owner"),
                                    QStringLiteral("256"),
                                    QStringLiteral("--"),
                                    open,
                                    locked};
        QCOMPARE(QProcess::execute(QStringLiteral("qpdf"), arguments), 0);
        QCOMPARE(m_bench->renderer(inWorker).inspect(PageSource::ofFile(locked), {}).error().code,
                 ErrorCode::PdfEncrypted);
    }

    void whatIsTooLargeIsRefused_data() { hereAndThere(); }
    void whatIsTooLargeIsRefused()
    {
        QFETCH(bool, inWorker);
        PageRenderer& renderer = m_bench->renderer(inWorker);
        const PageSource source = m_bench->file(QStringLiteral("a.pdf"), letter());
        RenderRequest request;
        request.dpi = 1200;
        QCOMPARE(renderer.render(source, request, {}).error().code, ErrorCode::LimitExceeded);
        request.dpi = 0;
        QCOMPARE(renderer.render(source, request, {}).error().code, ErrorCode::FieldInvalid);
        request.dpi = 96;
        request.page = 2;
        QCOMPARE(renderer.render(source, request, {}).error().code, ErrorCode::NotFound);
        request.page = -1;
        QVERIFY(!renderer.render(source, request, {}));
        const PageSource huge = m_bench->file(QStringLiteral("huge.pdf"), "%PDF-1.4\n");
        QFile file(huge.path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(limits::fileBytes + 1)); // a hole, not bytes
        QCOMPARE(renderer.inspect(huge, {}).error().code, ErrorCode::FileTooLarge);
    }

    void aCancelEndsASlowPageAndTheWorkerLives()
    {
        const PageSource slow = m_bench->file(QStringLiteral("slow.pdf"), smallPdf({slowPage()}));
        QVERIFY(m_bench->there.inspect(slow, {}));
        const auto pid = m_bench->process.pid();
        std::stop_source stop;
        std::jthread canceller([&stop] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            stop.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        RenderRequest request;
        request.dpi = 200;
        QCOMPARE(m_bench->there.render(slow, request, stop.get_token()).error().code, ErrorCode::Cancelled);
        QVERIFY2(timer.elapsed() < 2'500, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(m_bench->there.inspect(slow, {}));
        QCOMPARE(m_bench->process.pid(), pid);
    }
};

QTEST_GUILESS_MAIN(TestPageRenderer)
#include "test_page_renderer.moc"
