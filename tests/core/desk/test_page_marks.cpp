#include "desk/page_marks.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::desk;

class TestPageMarks : public QObject
{
    Q_OBJECT

    static imaging::PageMark mark(quint32 seed)
    {
        QRandomGenerator random(seed);
        imaging::PageMark mark;
        for (qsizetype i = 0; i + 1 < imaging::PageMark::size; ++i)
            mark.cells.append(static_cast<char>(random.bounded(256)));
        mark.cells.append(char{100});
        return mark;
    }
    static domain::DocumentId document(int number)
    {
        return domain::DocumentId(QUuid(static_cast<uint>(number), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    }

private Q_SLOTS:
    void aPaperIsKnownAgainEvenInAnotherRun()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("marks"));
        {
            PageMarks marks(file);
            QVERIFY(!marks.like(mark(1)));
            QVERIFY(marks.note(document(1), mark(1)));
            QVERIFY(marks.note(document(2), mark(2)));
            QVERIFY(marks.note(document(3), {})); // nothing to know it by
            QCOMPARE(marks.like(mark(2)), std::optional(document(2)));
        }
        PageMarks again(file);
        QCOMPARE(again.like(mark(1)), std::optional(document(1)));
        QVERIFY(!again.like(mark(3)));
        QVERIFY(!again.like({}));
    }

    void aRecordThatWasCutOffSpoilsNoOther()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("marks"));
        QVERIFY(PageMarks(file).note(document(1), mark(1)));
        QFile raw(file);
        QVERIFY(raw.open(QIODevice::Append) && raw.write("half of one") > 0);
        raw.close();
        PageMarks marks(file);
        QVERIFY(marks.note(document(2), mark(2)));
        PageMarks again(file);
        QCOMPARE(again.like(mark(1)), std::optional(document(1)));
        QCOMPARE(again.like(mark(2)), std::optional(document(2)));
    }
};

QTEST_GUILESS_MAIN(TestPageMarks)
#include "test_page_marks.moc"
