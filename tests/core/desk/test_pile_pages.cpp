#include "desk/pile_pages.h"

#include <QRandomGenerator>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::desk;

class TestPilePages : public QObject
{
    Q_OBJECT

    static ScannedPage page(int number) { return {QStringLiteral("p%1").arg(number), number}; }
    static PilePages pile(int count)
    {
        PilePages pages;
        for (int i = 1; i <= count; ++i)
            pages.append(page(i));
        return pages;
    }
    static QList<int> numbers(const PilePages& pile)
    {
        QList<int> result;
        for (const ScannedPage& each : pile.pages())
            result << each.number;
        return result;
    }
    static QList<QList<int>> documents(const PilePages& pile)
    {
        QList<QList<int>> result;
        for (const auto& document : pile.documents()) {
            result << QList<int>();
            for (const ScannedPage& each : document)
                result.back() << each.number;
        }
        return result;
    }
    static PageLook blank()
    {
        PageLook look;
        look.blank = true;
        return look;
    }
    static PageLook code(const QString& text)
    {
        PageLook look;
        look.codes = {{imaging::CodeKind::Qr, text, {}}};
        look.label = imaging::readLabel(text);
        return look;
    }

private Q_SLOTS:
    void pagesAreMovedAndTheMoveIsUndone()
    {
        PilePages pages = pile(5);
        QVERIFY(pages.move({3, 4}, 1));
        QCOMPARE(numbers(pages), (QList<int>{1, 4, 5, 2, 3}));
        QVERIFY(pages.move({0}, 5)); // behind the last
        QCOMPARE(numbers(pages), (QList<int>{4, 5, 2, 3, 1}));
        QVERIFY(!pages.move({2}, 2));
        QVERIFY(!pages.move({9}, 0));
        QVERIFY(pages.undo());
        QVERIFY(pages.undo());
        QVERIFY(!pages.undo());
        QCOMPARE(numbers(pages), (QList<int>{1, 2, 3, 4, 5}));
    }

    void aPageIsTurnedAndTurnedBack()
    {
        PilePages pages = pile(1);
        QVERIFY(pages.turn({0}, 3));
        QVERIFY(pages.turn({0}, 2));
        QCOMPARE(pages.pages().front().quarterTurns, 1);
        QVERIFY(pages.turn({0}, -1));
        QCOMPARE(pages.pages().front().quarterTurns, 0);
        QVERIFY(!pages.turn({0}, 4));
    }

    void aDeletedPageComesBackWithUndoAndOnesThatCameMeanwhileStay()
    {
        PilePages pages = pile(3);
        QVERIFY(pages.remove({1}));
        QCOMPARE(numbers(pages), (QList<int>{1, 3}));
        QCOMPARE(pages.everything().size(), std::size_t{3});
        pages.append(page(4));
        QVERIFY(pages.undo());
        QCOMPARE(numbers(pages), (QList<int>{1, 2, 3, 4}));
    }

    void backsAreSortedBetweenTheFronts()
    {
        PilePages pages;
        for (const int number : {1, 3, 5, 6, 4, 2})
            pages.append(page(number));
        QCOMPARE(numbers(pages), (QList<int>{1, 2, 3, 4, 5, 6}));
    }

    void aNewPageComesLastEvenWhenTheFormerLastWasMovedToTheFront()
    {
        PilePages pages = pile(3);
        QVERIFY(pages.move({2}, 0));
        pages.append(page(4));
        QCOMPARE(numbers(pages), (QList<int>{3, 1, 2, 4}));
    }

    void aBlankPageIsLeftOutAndOneClickBringsItBack()
    {
        PilePages pages = pile(3);
        QVERIFY(!pages.take(page(1), {}));
        QVERIFY(pages.take(page(2), blank()));
        QCOMPARE(numbers(pages), (QList<int>{1, 2, 3})); // still to be seen
        QCOMPARE(documents(pages), (QList<QList<int>>{{1, 3}}));
        QVERIFY(pages.bringBack({1}));
        QVERIFY(!pages.take(page(2), blank())); // the clerk has decided
        QCOMPARE(documents(pages), (QList<QList<int>>{{1, 2, 3}}));
    }

    void whatWasSeenIsSeenStillAfterUndo()
    {
        PilePages pages = pile(2);
        QVERIFY(pages.turn({0}, 1));
        QVERIFY(pages.take(page(2), blank()));
        QVERIFY(pages.undo());
        QCOMPARE(documents(pages), (QList<QList<int>>{{1}}));
    }

    void aPileIsSplitByBlankSheets()
    {
        PilePages pages = pile(5);
        pages.splitAt(imaging::Separator::Blank, true);
        for (int i = 1; i <= 5; ++i)
            pages.take(page(i), i == 3 ? blank() : PageLook());
        QCOMPARE(documents(pages), (QList<QList<int>>{{1, 2}, {4, 5}}));
        QCOMPARE(pages.documentOf(1), 0);
        QCOMPARE(pages.documentOf(2), -1);
        QCOMPARE(pages.documentOf(3), 1);
    }

    void aPileIsSplitByBarcodesAndAtOurOwnSheetsAndLabels()
    {
        PilePages pages = pile(6);
        pages.splitAt(imaging::Separator::Barcode, true);
        pages.take(page(1), {});
        pages.take(page(2), code(QStringLiteral("GR-4711")));
        pages.take(page(3), {});
        pages.take(page(4), code(imaging::separatorSheet));
        pages.take(page(5), {});
        QCOMPARE(documents(pages), (QList<QList<int>>{{1}, {2, 3}, {5, 6}}));

        PilePages plain = pile(3); // nothing was asked for: our own are known all the same
        plain.take(page(1), {});
        plain.take(page(2), code(QStringLiteral("GR-4711")));
        plain.take(page(3), code(QStringLiteral("diakinisi:12/2026:Δήμος")));
        QCOMPARE(documents(plain), (QList<QList<int>>{{1, 2}, {3}}));
        QVERIFY(plain.look(page(3)) && plain.look(page(3))->label->number == 12);
    }

    void askingForAnotherWayOfSplittingSplitsNothingByItself()
    {
        PilePages pages = pile(4);
        pages.splitAt(imaging::Separator::Barcode, true);
        pages.take(page(1), {});
        pages.splitAt(imaging::Separator::Barcode, true); // the same again: nothing new
        pages.take(page(2), {});
        pages.splitAt(imaging::Separator::Blank, true);
        pages.take(page(3), blank());
        pages.take(page(4), {});
        QCOMPARE(documents(pages), (QList<QList<int>>{{1, 2}, {4}}));
        PilePages other = pile(3);
        other.splitAt(imaging::Separator::Barcode, true);
        other.take(page(1), blank());
        other.take(page(2), {});
        other.splitAt(imaging::Separator::None, true);
        other.take(page(3), {});
        QCOMPARE(documents(other), (QList<QList<int>>{{2, 3}}));
    }

    void theClerkSplitsAndMerges()
    {
        PilePages pages = pile(4);
        QVERIFY(!pages.split(0));
        QVERIFY(pages.split(2));
        QVERIFY(!pages.split(2));
        QCOMPARE(documents(pages), (QList<QList<int>>{{1, 2}, {3, 4}}));
        QVERIFY(pages.merge(3)); // from anywhere in the second
        QCOMPARE(documents(pages), (QList<QList<int>>{{1, 2, 3, 4}}));
        QVERIFY(!pages.merge(1));
        QVERIFY(pages.undo());
        QCOMPARE(pages.documents().size(), std::size_t{2});
    }

    void theBeginningOfADocumentOutlivesItsFirstPage()
    {
        PilePages pages = pile(4);
        QVERIFY(pages.split(2));
        QVERIFY(pages.remove({2}));
        QCOMPARE(documents(pages), (QList<QList<int>>{{1, 2}, {4}}));
        QVERIFY(pages.undo());
        QVERIFY(pages.leaveOut({2}));
        QCOMPARE(documents(pages), (QList<QList<int>>{{1, 2}, {4}}));
    }

    void registeredPagesLeaveTheTableWithTheBlanksBetweenThem()
    {
        PilePages pages = pile(6);
        pages.splitAt(imaging::Separator::Blank, true);
        for (int i = 1; i <= 6; ++i)
            pages.take(page(i), i == 2 || i == 4 ? blank() : PageLook());
        QCOMPARE(documents(pages), (QList<QList<int>>{{1}, {3}, {5, 6}}));
        pages.forget(pages.documents().front());
        QCOMPARE(documents(pages), (QList<QList<int>>{{3}, {5, 6}}));
        pages.forget(pages.documents().front());
        QCOMPARE(documents(pages), (QList<QList<int>>{{5, 6}}));
        QVERIFY(!pages.canUndo());
        pages.forget(pages.documents().front());
        QVERIFY(pages.isEmpty());
    }

    void whatIsLeftOutGoesWithTheRegisteredPageThatFollowsIt()
    {
        PilePages pages = pile(6); // documents: 1, 3, 5 and 6; 2 and 4 are blank
        pages.splitAt(imaging::Separator::Blank, true);
        for (int i = 1; i <= 6; ++i)
            pages.take(page(i), i == 2 || i == 4 ? blank() : PageLook());
        pages.forget(pages.documents()[1]); // from the middle
        QCOMPARE(documents(pages), (QList<QList<int>>{{1}, {5, 6}}));
        QCOMPARE(pages.pages().size(), std::size_t{4}); // 2 went with 3, 4 stays with 5
        QCOMPARE(pages.pages()[1].number, 4);
    }

    void aPageIsTurnedUprightOnceAndNeverOneThatTheClerkHasTurned()
    {
        PilePages pages = pile(2);
        QVERIFY(pages.turnUpright(page(1), 2));
        QVERIFY(!pages.turnUpright(pages.pages()[0], 2));
        QVERIFY(pages.undo());
        QCOMPARE(pages.pages()[0].quarterTurns, 0);
        QVERIFY(!pages.turnUpright(pages.pages()[0], 2)); // turned back, it stays so
        QVERIFY(pages.turn({1}, 1));
        QVERIFY(!pages.turnUpright(pages.pages()[1], 1));
        QVERIFY(!pages.turnUpright(page(9), 1));
    }

    void noChangeAtAllLosesAPage_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 20; ++seed)
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }
    void noChangeAtAllLosesAPage()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        PilePages pages = pile(8);
        int came = 8;
        for (int i = 0; i < 200; ++i) {
            const int row = random.bounded(10) - 1;
            switch (random.bounded(9)) {
            case 0:
                pages.append(page(++came));
                break;
            case 1:
                pages.move({row, random.bounded(8)}, random.bounded(10));
                break;
            case 2:
                pages.turn({row}, random.bounded(4));
                break;
            case 3:
                pages.leaveOut({row});
                break;
            case 4:
                pages.remove({row});
                break;
            case 5:
                pages.split(row);
                break;
            case 6:
                pages.merge(row);
                break;
            case 7:
                pages.take(page(random.bounded(came) + 1), random.bounded(2) == 0 ? blank() : PageLook());
                break;
            default:
                pages.undo();
            }
            QCOMPARE(pages.everything().size(), static_cast<std::size_t>(came));
            std::size_t kept = 0;
            for (const auto& document : pages.documents()) {
                QVERIFY(!document.empty());
                kept += document.size();
            }
            QCOMPARE(kept, static_cast<std::size_t>(
                               std::ranges::count(pages.everything(), PageFate::Kept, &ScannedPage::fate)));
        }
    }
};

QTEST_GUILESS_MAIN(TestPilePages)
#include "test_pile_pages.moc"
