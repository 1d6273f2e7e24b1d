#include "recognition/worker_page_reader.h"

#include <QFile>
#include <QFont>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace diakinisi;
using namespace diakinisi::recognition;

namespace {

constexpr int dpi = 200;
const QStringList lines{QStringLiteral("ΘΕΜΑ: Έγκριση δαπάνης για την ύδρευση"),
                        QStringLiteral("Παρακαλούμε για τις ενέργειές μας"), QStringLiteral("Budget approval 2026")};

/// Half a page of large, clean letters: recognised in well under a second.
QImage letter()
{
    QImage page(1200, 700, QImage::Format_Grayscale8);
    page.fill(Qt::white);
    QPainter painter(&page);
    QFont font(QStringLiteral("DejaVu Serif"));
    font.setPixelSize(36);
    painter.setFont(font);
    for (int i = 0; i < lines.size(); ++i)
        painter.drawText(120, 200 + i * 110, lines[i]);
    painter.end();
    page.setDotsPerMeterX(qRound(dpi / 0.0254));
    page.setDotsPerMeterY(qRound(dpi / 0.0254));
    return page;
}

WorkerSettings settings()
{
    WorkerSettings worker;
    worker.program = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");
    return forPages(std::move(worker));
}

} // namespace

class TestPageJobs : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    WorkerPool m_pool{settings(), 1};
    WorkerPageReader m_reader{m_pool};

    PageRequest request(const QString& name, const QImage& image, const char* format = "PNG")
    {
        const QString path = m_folder.filePath(name);
        if (!image.isNull() && !image.save(path, format))
            qFatal("cannot write a picture");
        PageRequest result;
        result.path = path;
        return result;
    }

private Q_SLOTS:
    void thePagesWordsAreReadInOrderWithTheirPlaces()
    {
        PageRequest asked = request(QStringLiteral("letter.png"), letter());
        asked.words = RecognitionData();
        const auto read = m_reader.read(asked, {});
        QVERIFY2(read, read ? "" : qPrintable(read.error().cause));
        QVERIFY2(read->text, read->withoutText ? qPrintable(read->withoutText->subject) : "");
        const QString text = read->text->plainText().simplified();
        QCOMPARE(text, lines.join(u' '));
        QVERIFY(qAbs(read->text->size.width() - 432) < 0.1 && qAbs(read->text->size.height() - 252) < 0.1);
        for (const TextWord& word : read->text->words) {
            QVERIFY(word.confidence > 0.5 && word.confidence <= 1);
            QVERIFY(word.box.left() >= 115 * 72.0 / dpi && word.box.right() < read->text->size.width());
            QVERIFY(word.box.height() > 5 && word.box.height() < 25);
        }
        QVERIFY(read->text->words[5].endsLine);
    }

    void aPageOnItsHeadIsTurnedUpright()
    {
        // Tesseract wants more than a few words before it is sure.
        QImage page(1654, 2339, QImage::Format_Grayscale8);
        page.fill(Qt::white);
        QPainter painter(&page);
        QFont font(QStringLiteral("DejaVu Serif"));
        font.setPixelSize(32);
        painter.setFont(font);
        for (int i = 0; i < 18; ++i)
            painter.drawText(150, 200 + i * 60, lines[i % 3] + u' ' + lines[(i + 1) % 3]);
        painter.end();
        page.setDotsPerMeterX(qRound(dpi / 0.0254));
        PageRequest asked = request(QStringLiteral("turned.jpg"), page.transformed(QTransform().rotate(90)), "JPG");
        asked.upright = true;
        const auto read = m_reader.read(asked, {});
        QVERIFY2(read, read ? "" : qPrintable(read.error().cause));
        QCOMPARE(read->page.findings.quarterTurns, 3);
        QVERIFY(read->page.original); // a JPEG is turned by the page, not by its pixels
        QCOMPARE(read->page.quarterTurns, 3);
    }

    void withoutTheLanguagesDataThePageComesAndSaysSo()
    {
        PageRequest asked = request(QStringLiteral("letter.png"), letter());
        asked.words = RecognitionData{QStringLiteral("ell+zzz"), {}};
        const auto read = m_reader.read(asked, {});
        QVERIFY(read);
        QVERIFY(!read->page.data.isEmpty());
        QVERIFY(!read->text);
        QVERIFY(read->withoutText);
        QCOMPARE(read->withoutText->code, ErrorCode::RecognitionDataMissing);
        QCOMPARE(read->withoutText->subject, QStringLiteral("zzz"));
        asked.words = RecognitionData{QStringLiteral("ell"), m_folder.path()};
        QCOMPARE(m_reader.read(asked, {})->withoutText->code, ErrorCode::RecognitionDataMissing);
        asked.words = RecognitionData{QStringLiteral("../../etc/x"), {}};
        QCOMPARE(m_reader.read(asked, {})->withoutText->code, ErrorCode::RecognitionDataMissing);
    }

    void aBlankPageIsNotRecognised()
    {
        QImage blank(1654, 2339, QImage::Format_Grayscale8);
        blank.fill(250);
        PageRequest asked = request(QStringLiteral("blank.png"), blank);
        asked.words = RecognitionData();
        const auto read = m_reader.read(asked, {});
        QVERIFY(read);
        QVERIFY(read->page.findings.blank);
        QVERIFY(read->text && read->text->words.empty());
    }

    void whatIsNoPageIsToldWithItsFile()
    {
        PageRequest asked = request(QStringLiteral("not-there.png"), {});
        QCOMPARE(m_reader.read(asked, {}).error().code, ErrorCode::FileUnreadable);
        QFile wrong(m_folder.filePath(QStringLiteral("text.jpg")));
        QVERIFY(wrong.open(QIODevice::WriteOnly));
        wrong.write("no picture at all");
        wrong.close();
        asked.path = wrong.fileName();
        const auto refused = m_reader.read(asked, {});
        QCOMPARE(refused.error().code, ErrorCode::ImageUnreadable);
        QCOMPARE(refused.error().subject, wrong.fileName());
        asked = request(QStringLiteral("letter.png"), letter());
        QVERIFY(m_reader.read(asked, {})); // the worker goes on
    }

    void aCancelEndsRecognition()
    {
        QImage large(5'000, 7'000, QImage::Format_Grayscale8);
        large.fill(Qt::white);
        QPainter painter(&large);
        for (int i = 0; i < 60; ++i)
            painter.drawImage(100, 100 + i * 110, letter().copy(0, 150, 1200, 100));
        painter.end();
        PageRequest asked = request(QStringLiteral("large.jpg"), large, "JPG");
        asked.words = RecognitionData();
        std::stop_source stop;
        std::jthread soon([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(700));
            stop.request_stop();
        });
        QCOMPARE(m_reader.read(asked, stop.get_token()).error().code, ErrorCode::Cancelled);
        QVERIFY(m_reader.read(request(QStringLiteral("letter.png"), letter()), {}));
    }

    void theWordsOfAPdfAreItsOwn()
    {
        const QString pdf = QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters/02-ypoyrgeio-egkyklios.pdf");
        const auto text = m_reader.words(pdf, 0, {}, {});
        QVERIFY2(text, text ? "" : qPrintable(text.error().cause));
        QVERIFY(text->words.size() > 30);
        QCOMPARE(text->words.front().confidence, 1.0);
        QCOMPARE(m_reader.words(pdf, 99, {}, {}).error().code, ErrorCode::NotFound);
    }
};

QTEST_MAIN(TestPageJobs)
#include "test_page_jobs.moc"
