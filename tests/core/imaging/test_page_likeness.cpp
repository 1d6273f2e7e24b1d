#include "drawn_pages.h"
#include "imaging/adjust.h"
#include "imaging/encode.h"
#include "imaging/page_likeness.h"

#include <QDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::imaging;
using namespace diakinisi::test;

class TestPageLikeness : public QObject
{
    Q_OBJECT

    /// The image letters of the sample office, as a scanner of 150 dots an inch would give them.
    static QMap<QString, QImage> letters()
    {
        QMap<QString, QImage> letters;
        const QDir folder(QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters"));
        for (const QString& name : folder.entryList({QStringLiteral("*.jpg"), QStringLiteral("*.png")}, QDir::Files))
            letters[name] = toGray(QImage(folder.filePath(name))).scaledToWidth(1240, Qt::SmoothTransformation);
        return letters;
    }
    /// The same paper scanned once more: aslant, elsewhere on the glass, darker, grainy, and as JPEG.
    static QImage scannedAgain(const QImage& page, int seed)
    {
        QRandomGenerator random(static_cast<quint32>(seed));
        QImage again = lyingTurned(page, (random.bounded(100) - 50) / 100.0);
        again = again.copy(random.bounded(20) - 10, random.bounded(20) - 10, page.width(), page.height());
        for (int y = 0; y < again.height(); ++y) {
            uchar* row = again.scanLine(y);
            for (int x = 0; x < again.width(); ++x)
                row[x] = static_cast<uchar>(qBound(0, row[x] * 92 / 100 + random.bounded(17) - 8, 255));
        }
        return QImage::fromData(*encodeJpeg(again, 60));
    }

private Q_SLOTS:
    void thePaperScannedAgainIsTheSame()
    {
        int seed = 1;
        double least = 1;
        for (const auto& [name, page] : letters().asKeyValueRange())
            for (int i = 0; i < 4; ++i, ++seed) {
                const double like = likeness(markOf(page), markOf(scannedAgain(page, seed)));
                least = std::min(least, like);
                QVERIFY2(like > samePaper, qPrintable(QStringLiteral("%1 seed %2: %3").arg(name).arg(seed).arg(like)));
            }
        qInfo("least likeness of a paper to itself %.3f", least);
    }

    void otherLettersAreNot()
    {
        const auto all = letters();
        double most = 0;
        for (auto a = all.begin(); a != all.end(); ++a)
            for (auto b = std::next(a); b != all.end(); ++b) {
                const double like = likeness(markOf(*a), markOf(*b));
                most = std::max(most, like);
                QVERIFY2(like < samePaper, qPrintable(a.key() + u' ' + b.key() + u' ' + QString::number(like)));
            }
        qInfo("most likeness of two letters %.3f", most);
    }

    void twoLettersOnTheSameHeadedPaperAreNot()
    {
        const auto letter = [](int lines) {
            QImage page = textPage(150, 255, lines);
            QPainter painter(&page);
            painter.fillRect(150, 60, 500, 60, Qt::black); // the heading
            return page;
        };
        QVERIFY(likeness(markOf(letter(40)), markOf(letter(28))) < samePaper);
    }

    void anEmptyPageIsLikeNothing()
    {
        QImage empty(1240, 1754, QImage::Format_Grayscale8);
        empty.fill(Qt::white);
        QVERIFY(markOf(empty).isEmpty());
        QVERIFY(markOf(QImage()).isEmpty());
        QVERIFY(markOf(QImage(50, 50, QImage::Format_RGB32)).isEmpty());
        QCOMPARE(likeness(markOf(empty), markOf(empty)), 0.0);
        QCOMPARE(likeness({QByteArray("short")}, markOf(textPage(150))), 0.0);
    }
};

QTEST_MAIN(TestPageLikeness)
#include "test_page_likeness.moc"
