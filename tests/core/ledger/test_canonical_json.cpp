#include "ledger/canonical_json.h"
#include "tests/support/mutation.h"

#include <QJsonArray>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::ledger;

namespace {

QJsonObject one(const QJsonValue& value)
{
    return {{QStringLiteral("a"), value}};
}

QByteArray bytesOf(const QJsonValue& value)
{
    return canonicalBytes(one(value)).value_or("refused");
}

QJsonValue nested(int levels)
{
    QJsonValue value = 1;
    for (int i = 0; i < levels; ++i)
        value = i % 2 ? QJsonValue(one(value)) : QJsonValue(QJsonArray{value});
    return value;
}

QJsonObject rich()
{
    return {{QStringLiteral("θέμα"), QStringLiteral("Αίτηση «άδειας»\t\n\\ \u007f\u2028\U0001f600\ufeff")},
            {QStringLiteral("list"), QJsonArray{1, -2, true, false, QJsonValue::Null, QJsonObject{}, QJsonArray{}}},
            {QStringLiteral("deep"), nested(12)},
            {QStringLiteral("most"), largestInteger},
            {QStringLiteral("least"), -largestInteger}};
}

} // namespace

class TestCanonicalJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreSpeltAsRfc8785Says()
    {
        // RFC 8785, 3.2.2: the string and the literals of its example (its numbers are fractions, which we refuse).
        QCOMPARE(bytesOf(QStringLiteral(u"\u20ac$\u000f\nA'B\"\\\\\"/")),
                 "{\"a\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        QCOMPARE(bytesOf(QJsonArray{QJsonValue::Null, true, false}), "{\"a\":[null,true,false]}");
        QCOMPARE(bytesOf(QStringLiteral("\b\t\n\f\r")), "{\"a\":\"\\b\\t\\n\\f\\r\"}");
        for (char16_t c = 1; c < 0x20; ++c) {
            if (QStringView(u"\b\t\n\f\r").contains(c))
                continue;
            const QByteArray expected = "{\"a\":\"\\u" + QByteArray::number(c, 16).rightJustified(4, '0') + "\"}";
            QCOMPARE(bytesOf(QString(QChar(c))), expected);
        }
        QCOMPARE(bytesOf(QStringLiteral(u"\u007f\u0080\u2028\u2029\uffff")),
                 "{\"a\":\"\x7f\xc2\x80\xe2\x80\xa8\xe2\x80\xa9\xef\xbf\xbf\"}");
        QCOMPARE(bytesOf(QStringLiteral(u"\U0001f600\U0010ffff")), "{\"a\":\"\xf0\x9f\x98\x80\xf4\x8f\xbf\xbf\"}");
        QCOMPARE(bytesOf(QString()), "{\"a\":\"\"}");
    }

    void namesStandInTheOrderOfTheirCodeUnits()
    {
        // RFC 8785, 3.2.3, with U+FB00 for its U+FB33, which is not in NFC. Surrogates stand before U+FB00.
        const QJsonObject object{{QStringLiteral(u"\u20ac"), 1},     {QStringLiteral("\r"), 2},
                                 {QStringLiteral(u"\ufb00"), 3},     {QStringLiteral("1"), 4},
                                 {QStringLiteral(u"\U0001f600"), 5}, {QStringLiteral(u"\u0080"), 6},
                                 {QStringLiteral(u"\u00f6"), 7},     {QStringLiteral(""), 8},
                                 {QStringLiteral("11"), 9}};
        QCOMPARE(*canonicalBytes(object), "{\"\":8,\"\\r\":2,\"1\":4,\"11\":9,\"\xc2\x80\":6,\"ö\":7,\"€\":1,"
                                          "\"\xf0\x9f\x98\x80\":5,\"\xef\xac\x80\":3}");
        QCOMPARE(*canonicalObject(*canonicalBytes(object)), object);
    }

    void integersUpTo2To53AreWrittenOthersRefused()
    {
        QCOMPARE(bytesOf(0), "{\"a\":0}");
        QCOMPARE(bytesOf(-0.0), "{\"a\":0}");
        QCOMPARE(bytesOf(1e15), "{\"a\":1000000000000000}");
        QCOMPARE(bytesOf(largestInteger), "{\"a\":9007199254740992}");
        QCOMPARE(bytesOf(-largestInteger), "{\"a\":-9007199254740992}");
        for (const QJsonValue& wrong :
             {QJsonValue(largestInteger + 1), QJsonValue(-largestInteger - 1), QJsonValue(1.5), QJsonValue(1e300),
              QJsonValue(qInf()), QJsonValue(qQNaN()), QJsonValue(std::numeric_limits<qint64>::min())})
            QCOMPARE(canonicalBytes(one(wrong)).error().code, ErrorCode::MalformedInput);
    }

    void textsThatAreNotFitForStoringAreRefused()
    {
        const QString decomposed = QStringLiteral("Α\u0301");
        const QString lone = QString(QChar(0xd83d));
        const QString backwards = QString(QChar(0xde00)) + QChar(0xd83d);
        const QString withNull = QStringLiteral("a") + QChar(u'\0');
        for (const QString& text : {decomposed, lone, backwards, withNull, lone + u'x', QStringLiteral(u"\u212b")}) {
            QCOMPARE(canonicalBytes(one(text)).error().code, ErrorCode::MalformedInput);
            QCOMPARE(canonicalBytes({{text, 1}}).error().code, ErrorCode::MalformedInput);
        }
    }

    void textsWithTooManyMarksCostLittleTime()
    {
        const auto marks = [](qsizetype count) {
            QString text(u'a');
            for (qsizetype i = 0; i < count; ++i)
                text += QChar(i < count / 2 ? 0x301 : 0x323);
            return text;
        };
        QVERIFY(hasFewMarks(marks(30)));
        QVERIFY(!hasFewMarks(marks(31)));
        QVERIFY(!hasFewMarks(QStringLiteral(u"\u1f82") + marks(29).mid(1))); // three marks of its own, taken apart
        QVERIFY(hasFewMarks(marks(30) + marks(30)));
        const QString hostile = marks(2'000'000); // Qt alone would take hours
        QVERIFY(!canonicalBytes(one(hostile)));
        QCOMPARE(withFewMarks(hostile), hostile.left(31));
        QCOMPARE(withFewMarks(marks(30)), marks(30));
    }

    void depthIsBounded()
    {
        QVERIFY(canonicalBytes(one(nested(deepest - 1))));
        QVERIFY(canonicalObject(*canonicalBytes(one(nested(deepest - 1)))));
        QVERIFY(!canonicalBytes(one(nested(deepest))));
        const QByteArray hostile = "{\"a\":" + QByteArray(1'000'000, '[');
        QVERIFY(!canonicalObject(hostile));
    }

    void theFastLookAtNormalizationAgreesWithQt()
    {
        for (char32_t c = 1; c < 0x2fa20; ++c) {
            if (QChar::isSurrogate(c))
                continue;
            const QString alone = QString::fromUcs4(&c, 1);
            for (const QString& text : {alone, u'Α' + alone, alone + QChar(0x301)})
                if (isNfc(text) != (text.normalized(QString::NormalizationForm_C) == text))
                    QFAIL(qPrintable(QStringLiteral("U+%1").arg(static_cast<uint>(c), 4, 16)));
        }
    }

    void whatWasWrittenIsReadBack()
    {
        const QByteArray bytes = *canonicalBytes(rich());
        const auto read = canonicalObject(bytes);
        QVERIFY(read);
        QCOMPARE(*read, rich());
        QCOMPARE(*canonicalBytes(*read), bytes);
        QCOMPARE(textFromUtf8("\xef\xbb\xbf\xef\xbb\xbfx"), QStringLiteral(u"\ufeff\ufeffx"));
    }

    void anyOtherSpellingIsRefused()
    {
        for (const char* text : {"",
                                 "{",
                                 "[]",
                                 "1",
                                 "{} ",
                                 " {}",
                                 "{ }",
                                 "{\"a\": 1}",
                                 "{\"b\":1,\"a\":2}",
                                 "{\"a\":1,\"a\":1}",
                                 "{\"a\":1,}",
                                 "{\"a\":1.0}",
                                 "{\"a\":1e2}",
                                 "{\"a\":01}",
                                 "{\"a\":-0}",
                                 "{\"a\":+1}",
                                 "{\"a\":-}",
                                 "{\"a\":9007199254740993}",
                                 "{\"a\":\"\\u0041\"}",
                                 "{\"a\":\"\\/\"}",
                                 "{\"a\":\"\\u001F\"}",
                                 "{\"a\":\"\\u0000\"}",
                                 "{\"a\":\"\\u000a\"}",
                                 "{\"a\":\"\n\"}",
                                 "{\"a\":\"\xed\xa0\x80\"}",
                                 "{\"a\":\"\xff\"}",
                                 "{\"a\":\"A\xcc\x81\"}",
                                 "{\"a\":tru}",
                                 "{\"a\":nul",
                                 "{\"a\":[1,]}",
                                 "{\"a\":[1 ]}",
                                 "{\"a\":\"",
                                 "{\"a\":\"\\",
                                 "{\"a\":\"\\u00",
                                 "{\"a\"}",
                                 "{\"a\":}",
                                 "{a:1}",
                                 "\xef\xbb\xbf{}"})
            QVERIFY2(!canonicalObject(text), text);
        const QByteArray bytes = *canonicalBytes(rich());
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY(!canonicalObject(bytes.first(size)));
    }

    void injuredBytesAreRefusedOrMeanWhatTheySay()
    {
        test::Mutator mutator(20261123);
        const QByteArray bytes = *canonicalBytes(rich());
        int taken = 0;
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray injured = mutator.injured(bytes);
            if (const auto read = canonicalObject(injured)) {
                QCOMPARE(*canonicalBytes(*read), injured);
                ++taken;
            }
        }
        QVERIFY(taken > 0 && taken < 20'000);
    }
};

QTEST_APPLESS_MAIN(TestCanonicalJson)
#include "test_canonical_json.moc"
