#include "pdf/image_file.h"
#include "pdf/mark.h"
#include "pdf/place_mark.h"
#include "pdf/qr_code.h"
#include "sample_pdf.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::pdf;

namespace {

const QStringList longLines{QStringLiteral("Ψηφιακά υπογεγραμμένο από"),
                            QStringLiteral("Κωνσταντίνος-Αλέξανδρος Παπαχριστοδουλόπουλος του Ευαγγέλου"),
                            QStringLiteral("Αντιδήμαρχος Οικονομικών, με εντολή Δημάρχου"),
                            QStringLiteral("24/11/2026 09:15:00 EET"),
                            QStringLiteral("Λόγος: Έγκριση δαπάνης"),
                            QStringLiteral("Τόπος: Θεσσαλονίκη, ΐΰ Ύδρα")};

/// A small emblem: a colour PNG with transparency, made by us here byte by byte.
QByteArray emblem()
{
    const auto chunk = [](const QByteArray& kind, const QByteArray& data) {
        QByteArray length(4, '\0');
        length[2] = static_cast<char>(data.size() >> 8);
        length[3] = static_cast<char>(data.size() & 0xff);
        return length + kind + data + QByteArray(4, '\0'); // the checksum is not looked at
    };
    QByteArray rows;
    for (int y = 0; y < 40; ++y) {
        rows += '\0';
        for (int x = 0; x < 30; ++x) {
            const bool inside = (x - 15) * (x - 15) * 4 + (y - 20) * (y - 20) * 2 < 800;
            rows += QByteArray::fromHex("1a4f8b") + (inside ? '\xff' : '\0');
        }
    }
    QByteArray head = QByteArray::fromHex("0000001e000000280806000000");
    return QByteArray::fromHex("89504e470d0a1a0a") + chunk("IHDR", head) + chunk("IDAT", qCompress(rows).sliced(4)) +
           chunk("IEND", {});
}

QByteArray previewOn(const QByteArray& file, const Mark& mark)
{
    QBuffer from;
    from.setData(file);
    from.open(QIODevice::ReadOnly);
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    static const Font font = samples::dejaVu();
    const Done done = previewMark(from, to, font, mark);
    if (!done)
        qWarning("%s %s", qPrintable(errorWord(done.error().code)), qPrintable(done.error().cause));
    return done ? to.data() : QByteArray();
}

QByteArray textOf(const QByteArray& file)
{
    return samples::runOn(QStringLiteral("pdftotext"), {}, file, {QStringLiteral("-")}).output;
}

/// Pixels of the page as drawn by Poppler, gray, 72 dots an inch.
struct Picture {
    int width = 0;
    int height = 0;
    QByteArray pixels;

    /// Darkest value in a rectangle of the page as shown (origin bottom left).
    int darkest(const Rect& area) const
    {
        int least = 255;
        for (int y = static_cast<int>(height - area.y - area.height); y < static_cast<int>(height - area.y); ++y)
            for (int x = static_cast<int>(area.x); x < static_cast<int>(area.x + area.width); ++x)
                if (x >= 0 && y >= 0 && x < width && y < height)
                    least = std::min<int>(least, static_cast<unsigned char>(pixels[y * width + x]));
        return least;
    }
};

Picture drawn(const QByteArray& file)
{
    const QByteArray pgm =
        samples::runOn(
            QStringLiteral("pdftoppm"),
            {QStringLiteral("-gray"), QStringLiteral("-r"), QStringLiteral("72"), QStringLiteral("-singlefile")}, file)
            .output;
    Picture picture;
    const QList<QByteArray> head = pgm.left(40).split('\n');
    if (head.size() < 4 || head[0] != "P5")
        return picture;
    const QList<QByteArray> size = head[1].split(' ');
    picture.width = size[0].toInt();
    picture.height = size[1].toInt();
    picture.pixels = pgm.last(picture.width * picture.height);
    return picture;
}

double overlapOf(const Rect& a, const Rect& b)
{
    const double w = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double h = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return w > 0 && h > 0 ? w * h : 0;
}

} // namespace

class TestMark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMarkStaysInItsBox_data()
    {
        QTest::addColumn<int>("rotation");
        QTest::addColumn<Rect>("area");
        for (const int rotation : {0, 90, 180, 270}) {
            QTest::addRow("usual, %d", rotation) << rotation << Rect{300, 60, 190, 70};
            QTest::addRow("small, %d", rotation) << rotation << Rect{300, 60, 60, 20};
            QTest::addRow("tall, %d", rotation) << rotation << Rect{300, 60, 70, 190};
        }
    }

    void theMarkStaysInItsBox()
    {
        QFETCH(int, rotation);
        QFETCH(Rect, area);
        const QByteArray file = samples::handmadePdf({.rotation = rotation, .mediaBox = "[-100.5 -50 495 792.25]"});
        const QByteArray shown =
            previewOn(file, {1, area, longLines, emblem(), QStringLiteral("https://διακίνηση.example/έλεγχος/123")});
        QVERIFY(shown.startsWith(file));
        QCOMPARE(samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--check")}, shown).exitCode, 0);
        QVERIFY(textOf(shown).contains("Παπαχριστοδουλόπουλος"));
        const Picture picture = drawn(shown);
        const Picture before = drawn(file);
        QCOMPARE(picture.width, before.width);
        QVERIFY(picture.darkest(area) < 120);
        // Nothing outside the box has changed.
        int outside = 0;
        for (int y = 0; y < picture.height; ++y)
            for (int x = 0; x < picture.width; ++x) {
                const bool in = x >= area.x - 1.5 && x <= area.x + area.width + 1.5 &&
                                picture.height - y >= area.y - 1.5 && picture.height - y <= area.y + area.height + 2.5;
                const qsizetype at = y * picture.width + x;
                outside += !in && picture.pixels[at] != before.pixels[at] ? 1 : 0;
            }
        QCOMPARE(outside, 0);
    }

    void theMarkAloneIsAPageOfItsSize()
    {
        const Result<QByteArray> alone = previewMark(samples::dejaVu(), {3, {10, 10, 200, 80}, longLines, {}, {}});
        QVERIFY(alone);
        const QByteArray info = samples::runOn(QStringLiteral("pdfinfo"), {}, *alone).output;
        QVERIFY2(info.contains("200 x 80 pts"), info.constData());
        QVERIFY(textOf(*alone).contains("με εντολή Δημάρχου"));
    }

    void whatCannotBeDrawnIsSaid()
    {
        const Rect area{10, 10, 200, 80};
        QCOMPARE(checkMark({1, area, {}, {}, {}}).error().code, ErrorCode::FieldMissing);
        QCOMPARE(checkMark({1, area, {}, "GIF89a", {}}).error().code, ErrorCode::ImageUnreadable);
        QCOMPARE(checkMark({1, area, {}, {}, QString(5000, u'α')}).error().code, ErrorCode::FieldInvalid);
        QVERIFY(checkMark({1, area, {}, emblem(), QStringLiteral("Ω")}));
    }

    void theCodeHoldsItsText()
    {
        const Result<QrCode> code = makeQrCode(QStringLiteral("HELLO"));
        QVERIFY(code);
        QCOMPARE(code->side, 21);
        // The finder pattern in the corner: dark ring, light ring, dark heart.
        QVERIFY(code->at(0, 0) && !code->at(1, 1) && code->at(2, 2) && code->at(6, 6) && !code->at(7, 7));
    }

    void aMarkFindsItsPlace()
    {
        Occupied page;
        const auto empty = placeMark(595, 842, page, 190, 62);
        QVERIFY(empty && !empty->overText);
        QVERIFY(empty->area.x > 300 && empty->area.y < 60); // bottom right
        // Below the signatory, who stands at the right.
        page.text = {{60, 700, 480, 10}, {60, 500, 480, 10}, {380, 420, 70, 10}, {270, 30, 30, 10}};
        const auto below = placeMark(595, 842, page, 190, 62);
        QVERIFY(below && !below->overText);
        QVERIFY(below->area.y + below->area.height <= 420 && below->area.y + below->area.height > 380);
        QVERIFY(std::abs(below->area.x + 95 - 415) < 40);
        // The next ones lie beside it and never over another.
        page.marks = {below->area};
        for (int i = 0; i < 12; ++i) {
            const auto next = placeMark(595, 842, page, 190, 62);
            QVERIFY(next);
            for (const Rect& mark : page.marks)
                QCOMPARE(overlapOf(mark, next->area), 0.0);
            for (const Rect& word : page.text)
                QCOMPARE(overlapOf(word, next->area), 0.0);
            page.marks.push_back(next->area);
        }
        QCOMPARE(page.marks[1].y, page.marks[0].y);
    }

    void aFullPageGetsASmallerMarkOrSaysSo()
    {
        Occupied page;
        for (double y = 30; y < 800; y += 12)
            page.text.push_back({30, y, 535, 10});
        const auto over = placeMark(595, 842, page, 190, 62);
        QVERIFY(over && over->overText);
        // A strip of 45 points is left.
        std::erase_if(page.text, [](const Rect& r) { return r.y > 60 && r.y < 110; });
        const auto small = placeMark(595, 842, page, 190, 62);
        QVERIFY(small && !small->overText);
        QVERIFY(small->area.height < 62 && small->area.height >= 37);
        // Marks are never covered.
        page.marks = {{0, 0, 595, 842}};
        QVERIFY(!placeMark(595, 842, page, 190, 62));
        QVERIFY(placeMark(60, 30, {}, 190, 62)); // a page smaller than the mark
    }

    void shownAndOwnCoordinatesFit()
    {
        for (const int rotation : {0, 90, 180, 270}) {
            Page page;
            page.cropBox = {-20, 35, 400, 700};
            page.rotation = rotation;
            const Rect area{11, 22, 33, 44};
            QCOMPARE(page.toShown(page.fromShown(area)), area);
        }
    }

    void anEmptyFieldIsFound()
    {
        QByteArray file = samples::handmadePdf({.emptySignatureField = true});
        QBuffer device(&file);
        device.open(QIODevice::ReadOnly);
        const Result<Document> document = Document::open(device);
        const Result<std::vector<Page>> pages = readPages(*document);
        const auto field = findEmptySignatureField(*document, *pages);
        QVERIFY(field);
        QCOMPARE(field->name, QStringLiteral("Head"));
        QCOMPARE(field->area, (Rect{300, 100, 200, 60}));
        QCOMPARE(annotationsOn(*document, pages->front()).size(), std::size_t{1});
    }

    void forLooking()
    {
        const QByteArray folder = qgetenv("DIAKINISI_LOOK");
        if (folder.isEmpty())
            QSKIP("set DIAKINISI_LOOK to a folder to get the marks as PDF files");
        int number = 0;
        const auto keep = [&](const QByteArray& pdf) {
            QFile file(QString::fromLocal8Bit(folder) + QStringLiteral("/mark%1.pdf").arg(++number));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(pdf);
        };
        const QString qr = QStringLiteral("https://example.gr/v/123");
        const QStringList usual{QStringLiteral("Ψηφιακά υπογεγραμμένο από"), QStringLiteral("Μαρία Παπαδοπούλου"),
                                QStringLiteral("Δήμαρχος"), QStringLiteral("24/11/2026 09:15:00")};
        for (const int rotation : {0, 90, 180, 270})
            keep(previewOn(samples::handmadePdf({.rotation = rotation}), {1, {300, 60, 190, 62}, usual, emblem(), qr}));
        for (const Mark& mark :
             {Mark{1, {0, 0, 190, 62}, usual, {}, {}}, Mark{1, {0, 0, 190, 62}, usual, emblem(), {}},
              Mark{1, {0, 0, 190, 62}, longLines, emblem(), qr}, Mark{1, {0, 0, 90, 30}, longLines, emblem(), qr},
              Mark{1, {0, 0, 80, 160}, longLines, emblem(), qr}, Mark{1, {0, 0, 190, 62}, {}, emblem(), qr}})
            keep(previewMark(samples::dejaVu(), mark).value_or(QByteArray()));
    }
};

QTEST_GUILESS_MAIN(TestMark)
#include "test_mark.moc"
