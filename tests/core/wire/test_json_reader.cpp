#include "ledger/canonical_json.h"
#include "tests/support/mutation.h"
#include "wire/json_reader.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::wire;

namespace {

QByteArray nested(int depth, bool arrays)
{
    QByteArray text = "1";
    for (int level = depth; level > 1; --level)
        text = arrays && level > 1 ? "[" + text + "]" : "{\"a\":" + text + "}";
    return "{\"a\":" + text + "}";
}

ErrorCode codeOf(QByteArrayView text)
{
    const auto read = readJsonObject(text);
    return read ? ErrorCode::Cancelled : read.error().code;
}

} // namespace

class TestJsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodTextIsReadWhole()
    {
        const auto read =
            readJsonObject(" {\"b\" : [1, -2, true,false,null, \"x\", {}, []],\r\n\t\"a\":{\"c\":\"\"}} ");
        QVERIFY(read);
        QCOMPARE(*read,
                 (QJsonObject{{QStringLiteral("a"), QJsonObject{{QStringLiteral("c"), QString()}}},
                              {QStringLiteral("b"), QJsonArray{1, -2, true, false, QJsonValue::Null,
                                                               QStringLiteral("x"), QJsonObject{}, QJsonArray{}}}}));
        QCOMPARE(*readJsonObject("{}"), QJsonObject());
    }

    void textsAreReadAsTheyAre()
    {
        const auto text = [](QByteArrayView json) {
            return readJsonObject(json).value_or(QJsonObject{}).value(u"a").toString();
        };
        QCOMPARE(text("{\"a\":\"\\u0391\\n\\/\\\\\\\"\\b\\f\\r\\t\"}"), QStringLiteral("Α\n/\\\"\b\f\r\t"));
        QCOMPARE(text("{\"a\":\"\\ud83d\\ude00 \xf0\x9f\x98\x80\"}"), QStringLiteral(u"\U0001f600 \U0001f600"));
        QCOMPARE(text("{\"a\":\"\xef\xbb\xbfx\"}"), QStringLiteral(u"\ufeffx"));
        QCOMPARE(text("{\"a\":\"\x7f\xe2\x80\xa8\"}"), QStringLiteral(u"\u007f\u2028"));
        QVERIFY(readJsonObject("{\"\\u0061\\n\":1}")->contains(QStringLiteral("a\n")));
    }

    void integersUpTo2To53AreTaken()
    {
        const auto number = [](QByteArrayView json) { return readJsonObject(json)->value(u"a").toInteger(7); };
        QCOMPARE(number("{\"a\":9007199254740992}"), qint64{1} << 53);
        QCOMPARE(number("{\"a\":-9007199254740992}"), -(qint64{1} << 53));
        QCOMPARE(number("{\"a\":9007199254740991}"), (qint64{1} << 53) - 1);
        QCOMPARE(number("{\"a\":-0}"), 0);
    }

    void everythingElseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, QByteArray text) { QTest::addRow("%s", name) << text; };
        row("a name twice", "{\"a\":1,\"b\":2,\"a\":3}");
        row("a name twice, spelt otherwise", "{\"a\":1,\"\\u0061\":1}");
        row("a name twice, deep inside", "{\"x\":[{\"y\":{\"a\":1,\"a\":1}}]}");
        row("65 objects", nested(65, false));
        row("65 arrays", nested(65, true));
        row("a fraction", "{\"a\":1.5}");
        row("a whole fraction", "{\"a\":1.0}");
        row("an exponent", "{\"a\":1e2}");
        row("1e400", "{\"a\":1e400}");
        row("2^53+1", "{\"a\":9007199254740993}");
        row("-2^53-1", "{\"a\":-9007199254740993}");
        row("2^63", "{\"a\":9223372036854775808}");
        row("2^64", "{\"a\":18446744073709551616}");
        row("forty digits", "{\"a\":" + QByteArray(40, '9') + "}");
        row("a leading zero", "{\"a\":01}");
        row("a plus", "{\"a\":+1}");
        row("NaN", "{\"a\":NaN}");
        row("Infinity", "{\"a\":-Infinity}");
        row("a lone high surrogate", "{\"a\":\"\\ud83d\"}");
        row("a lone low surrogate", "{\"a\":\"\\ude00\"}");
        row("two high surrogates", "{\"a\":\"\\ud83d\\ud83d\"}");
        row("a surrogate in UTF-8", "{\"a\":\"\xed\xa0\x80\"}");
        row("a surrogate in a name", "{\"\\ud83d\":1}");
        row("bad UTF-8", "{\"a\":\"\xff\"}");
        row("overlong UTF-8", "{\"a\":\"\xc0\xaf\"}");
        row("cut UTF-8", "{\"a\":\"\xce\"}");
        row("beyond Unicode", "{\"a\":\"\xf4\x90\x80\x80\"}");
        row("U+0000", "{\"a\":\"x\\u0000y\"}");
        row("U+0000 in a name", "{\"x\\u0000\":1}");
        row("a raw null", QByteArray("{\"a\":\"\0\"}", 9));
        row("a raw line end", "{\"a\":\"\n\"}");
        row("a byte order mark", "\xef\xbb\xbf{}");
        row("UTF-16", QByteArray("{\0}\0", 4));
        row("garbage behind", "{} x");
        row("a second object", "{}{}");
        row("a null behind", QByteArray("{}\0", 3));
        row("a null and an object behind", QByteArray("{}\0{}", 5));
        row("nothing", "");
        row("blanks", "  ");
        row("an array", "[]");
        row("a text", "\"a\"");
        row("a number", "1");
        row("null", "null");
        row("an open object", "{\"a\":1");
        row("an open text", "{\"a\":\"");
        row("a comma too many", "{\"a\":1,}");
        row("a comma too few", "{\"a\":1 \"b\":2}");
        row("a comment", "{/*x*/}");
        row("single quotes", "{'a':1}");
        row("a bare name", "{a:1}");
        row("an unknown escape", "{\"a\":\"\\x41\"}");
        row("a word that is none", "{\"a\":True}");
    }

    void everythingElseIsRefused()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(codeOf(text), ErrorCode::MalformedInput);
    }

    void sixtyFourLevelsAreTaken()
    {
        QVERIFY(readJsonObject(nested(64, false)));
        QVERIFY(readJsonObject(nested(64, true)));
        QVERIFY(!readJsonObject(nested(4, false), {3, 1000}));
    }

    void tooManyBytesAreRefusedUnread()
    {
        const QByteArray fiveMiB = "{\"a\":\"" + QByteArray(5 * limits::miB, 'x') + "\"}";
        QCOMPARE(codeOf(fiveMiB), ErrorCode::LimitExceeded);
        QVERIFY(readJsonObject(fiveMiB, {64, 6 * limits::miB}));
        QByteArray full = "{\"a\":\"" + QByteArray(4 * limits::miB - 8, 'x') + "\"}";
        QCOMPARE(full.size(), qsizetype(4 * limits::miB));
        QVERIFY(readJsonObject(full));
        QCOMPARE(codeOf(full + ' '), ErrorCode::LimitExceeded);
    }

    void hostileTextsCostLittleTime()
    {
        QElapsedTimer timer;
        timer.start();
        QByteArray names = "{";
        for (int i = 300'000; i > 0; --i) // each would go to the front of a sorted list
            names += "\"" + QByteArray::number(100'000 + i) + "\":0,";
        names.chop(1);
        QCOMPARE(readJsonObject(names + "}")->size(), 300'000);
        QCOMPARE(codeOf("{\"a\":" + QByteArray(4'000'000, '[')), ErrorCode::MalformedInput);
        QByteArray wide = "{\"a\":[";
        for (int i = 0; i < 1'000'000; ++i)
            wide += "{},";
        QVERIFY(readJsonObject(wide + "1]}"));
        // Far above what it takes, far below what anything quadratic would.
        QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    }

    void whatTheWriterWritesIsReadBack()
    {
        const QJsonObject object{{QStringLiteral(u"\U0001f600"), 1},
                                 {QStringLiteral(u"\ufb00"), QStringLiteral(u"\ufeff\u007f\t\u0001\u2028")},
                                 {QStringLiteral("θ"), QJsonArray{-1, true, QJsonValue::Null}}};
        QCOMPARE(*readJsonObject(*ledger::canonicalBytes(object)), object);
    }

    void injuredTextsAreReadOrRefused()
    {
        test::Mutator mutator(41);
        const QByteArray text = "{\"id\":\"018f3c1e-0000-7000-8000-000000000001\",\"n\":[1,-2,9007199254740992],"
                                "\"text\":\"Αίτηση \\u0391\\ud83d\\ude00\\n\",\"deep\":{\"a\":{\"b\":[[],{}]}},"
                                "\"flag\":true,\"none\":null}";
        QVERIFY(readJsonObject(text));
        int taken = 0;
        for (int i = 0; i < 50'000; ++i) {
            const auto read = readJsonObject(mutator.injured(text));
            if (!read) {
                QCOMPARE(read.error().code, ErrorCode::MalformedInput);
                continue;
            }
            ++taken;
            const auto bytes = ledger::canonicalBytes(*read); // refuses only what is not in NFC
            QVERIFY(!bytes || *readJsonObject(*bytes) == *read);
        }
        QVERIFY(taken > 100 && taken < 49'900);
    }
};

QTEST_APPLESS_MAIN(TestJsonReader)
#include "test_json_reader.moc"
