#include "recognition/greek_shape.h"
#include "recognition/tax_number.h"
#include "recognition/written_date.h"

#include <QTest>

using namespace diakinisi::recognition;

class TestWrittenDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesAreReadInEveryFormThatOfficesUse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("date");
        const QDate date(2026, 3, 12);
        const char16_t* forms[] = {u"12/03/2026",
                                   u"12/3/26",
                                   u"12-3-2026",
                                   u"12.3.2026",
                                   u"12 / 03 / 2026",
                                   u"2026-03-12",
                                   u"12 Μαρτίου 2026",
                                   u"12 Μάρτιος 2026",
                                   u"12η Μαρτίου 2026",
                                   u"12 ΜΑΡΤΙΟΥ 2026",
                                   u"12 Μαρ. 2026",
                                   u"12 Mαρτίoυ 2026",
                                   u"12 του μηνός Μαρτίου του έτους 2026",
                                   u"12 March 2026",
                                   u"12th March 2026",
                                   u"12th of March 2026",
                                   u"March 12, 2026",
                                   u"12/O3/2O26"};
        for (const char16_t* form : forms)
            QTest::newRow(QString::fromUtf16(form).toUtf8().constData()) << QString::fromUtf16(form) << date;
        QTest::newRow("June") << QStringLiteral("3 Ιουνίου 2026") << QDate(2026, 6, 3);
        QTest::newRow("July") << QStringLiteral("3 Ιουλίου 2026") << QDate(2026, 7, 3);
        QTest::newRow("May") << QStringLiteral("3 ΜΑΪΟΥ 2026") << QDate(2026, 5, 3);
        QTest::newRow("of the last century") << QStringLiteral("1/2/87") << QDate(1987, 2, 1);
    }
    void datesAreReadInEveryFormThatOfficesUse()
    {
        QFETCH(QString, text);
        QFETCH(QDate, date);
        const auto dates = datesIn(shapeOf(QStringLiteral("Νέα Όλυνθος, ") + text));
        QCOMPARE(dates.size(), std::size_t(1));
        QCOMPARE(dates.front().date, date);
        QCOMPARE(dates.front().from, qsizetype(13));
    }

    void whatIsNoDateIsLeftAlone()
    {
        for (const char16_t* text : {u"31/02/2026", u"13/13/2026", u"1016/4/217", u"351204/63118/2026", u"3584/2007",
                                     u"12 Μαρτίου", u"210 3456789", u"12/3/20261"})
            QVERIFY2(datesIn(shapeOf(QString::fromUtf16(text))).empty(), QString::fromUtf16(text).toUtf8().constData());
    }

    void aForgivenLetterMakesADateLessSure()
    {
        QVERIFY(datesIn(shapeOf(QStringLiteral("12/O3/2026"))).front().sureness <
                datesIn(shapeOf(QStringLiteral("12/03/2026"))).front().sureness);
    }

    void aTaxNumberIsOneOnlyWithItsCheckDigit()
    {
        QVERIFY(isTaxNumber(u"090000045"));
        QVERIFY(!isTaxNumber(u"090000046"));
        QVERIFY(!isTaxNumber(u"000000000"));
        QVERIFY(!isTaxNumber(u"09000004"));
        QVERIFY(!isTaxNumber(u"09000004A"));
    }

    void lettersOfTheWrongAlphabetAreMendedAndAddressesStay()
    {
        QCOMPARE(shapeOf(QStringView(u"Ϋ́θέµα ΘEMA")).right(4), QStringLiteral("ΘΕΜΑ"));
        QCOMPARE(mended(QStringLiteral("ΠΡOΣ ΔHMO Νέας")), QStringLiteral("ΠΡΟΣ ΔΗΜΟ Νέας"));
        QCOMPARE(mended(QStringLiteral("Ηλ. ταχ. info@dimos.example.gr")),
                 QStringLiteral("Ηλ. ταχ. info@dimos.example.gr"));
        QCOMPARE(mended(QStringLiteral("Θέµα")), QStringLiteral("Θέμα"));
        QCOMPARE(mended(QStringLiteral("Ἡ επαρχιακἠ αἴτηση απὀ τον προὔπολογισμό")),
                 QStringLiteral("Η επαρχιακή αίτηση από τον προϋπολογισμό"));
    }
};

QTEST_APPLESS_MAIN(TestWrittenDate)
#include "test_written_date.moc"
