#include "pdf/parser.h"

#include <QTest>

using namespace diakinisi::pdf;

class TestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreReadAndWrittenAgain_data()
    {
        QTest::addColumn<QByteArray>("in");
        QTest::addColumn<QByteArray>("out");
        QTest::newRow("number") << QByteArray("-17 ") << QByteArray("-17");
        QTest::newRow("real") << QByteArray("-.50 ") << QByteArray("-.50");
        QTest::newRow("reference") << QByteArray("12 0 R ") << QByteArray("12 0 R");
        QTest::newRow("name") << QByteArray("/A#20b ") << QByteArray("/A#20b");
        QTest::newRow("literal") << QByteArray("(a\\(b\\)\\n(c)\\101)")
                                 << QByteArray("<612862290a286329"
                                               "41>");
        QTest::newRow("plain literal") << QByteArray("(a \\\\ b)") << QByteArray("(a \\\\ b)");
        QTest::newRow("hexadecimal") << QByteArray("<4 1 4>") << QByteArray("<4140>");
        QTest::newRow("nested") << QByteArray("<< /K [1 0 R 2 null true] % comment\n/D<</E()>> >>")
                                << QByteArray("<</K [1 0 R 2 null true]/D <</E ()>>>>");
    }

    void valuesAreReadAndWrittenAgain()
    {
        QFETCH(QByteArray, in);
        Parser parser(in);
        const std::optional<Value> value = parser.value();
        QVERIFY(value);
        QByteArray out;
        value->write(out);
        QTEST(out, "out");
    }

    void whatIsCutOffAsksForMore()
    {
        const QByteArray whole("<</A [1 2 (text) <ab> /Name 3 0 R]>> ");
        for (qsizetype length = 0; length + 1 < whole.size(); ++length) {
            Parser parser(QByteArrayView(whole).first(length));
            QVERIFY2(!parser.value() && parser.ranOut(), whole.left(length).constData());
        }
    }

    void nonsenseIsNoValue()
    {
        for (const char* text : {"]", ">> ", "<</A>> ", "<zz>", "}", "obj ", "<</A 1 2>> "})
            QVERIFY2(!Parser(text).value(), text);
    }

    void depthAndCountAreBounded()
    {
        QVERIFY(!Parser(QByteArray(100'000, '[')).value());
        QByteArray dicts;
        for (int i = 0; i < 100'000; ++i)
            dicts += "<</A";
        QVERIFY(!Parser(dicts).value());
        QVERIFY(!Parser('[' + QByteArray("1 ").repeated(600'000) + ']').value());
        QVERIFY(Parser('[' + QByteArray("1 ").repeated(100'000) + ']').value());
    }

    void anEntryThatStandsTwiceIsNoticed()
    {
        QVERIFY(Parser("<</A 1/B 2/A 3>>").value()->dict().hasTwice());
        QVERIFY(!Parser("<</A 1/B 2>>").value()->dict().hasTwice());
    }

    void textStringsKeepGreek()
    {
        const QString greek = QStringLiteral("Μαρία Παπαδοπούλου, ιδιότητα: Δήμαρχος");
        QByteArray written;
        textString(greek).write(written);
        QCOMPARE(readTextString(*Parser(written).value()), greek);
    }
};

QTEST_GUILESS_MAIN(TestParser)
#include "test_parser.moc"
