#include "signing/keys/pkcs11_uri.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;

class TestPkcs11Uri : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExamplesOfTheStandardAreRead_data();
    void theExamplesOfTheStandardAreRead();
    void everythingThatItSaysIsUnderstood();
    void whatIsWrittenIsReadAgain();
    void aPinIsNeverTakenFromIt();
    void onlyALocalFileGivesThePin();
    void badOnesAreRefused_data();
    void badOnesAreRefused();
};

// RFC 7512, section 3.
void TestPkcs11Uri::theExamplesOfTheStandardAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("again");
    const auto row = [](const char* text, const char* again) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(again);
    };
    row("pkcs11:", "pkcs11:");
    row("pkcs11:object=my-pubkey;type=cert", "pkcs11:object=my-pubkey");
    row("pkcs11:object=my-key;type=private?pin-source=file:/etc/token",
        "pkcs11:object=my-key?pin-source=file:/etc/token");
    row("pkcs11:token=The%20Software%20PKCS%2311%20Softtoken;manufacturer=Snake%20Oil,%20Inc.;model=1.0;"
        "object=my-certificate;type=cert;id=%69%95%3E%5C%F4%BD%EC%91;serial=?pin-source=file:/etc/token_pin",
        "pkcs11:token=The%20Software%20PKCS%2311%20Softtoken;manufacturer=Snake%20Oil,%20Inc.;serial=;model=1.0;"
        "object=my-certificate;id=%69%95%3E%5C%F4%BD%EC%91?pin-source=file:/etc/token_pin");
    row("pkcs11:object=my-sign-key;type=private?module-name=mypkcs11",
        "pkcs11:object=my-sign-key?module-name=mypkcs11");
    row("pkcs11:object=my-sign-key;type=private?module-path=/mnt/libmypkcs11.so.1",
        "pkcs11:object=my-sign-key?module-path=%2Fmnt%2Flibmypkcs11.so.1");
    row("pkcs11:slot-description=Sun%20Metaslot", "pkcs11:slot-description=Sun%20Metaslot");
    row("pkcs11:library-manufacturer=Snake%20Oil,%20Inc.;library-description=Soft%20Token%20Library;slot-id=4",
        "pkcs11:library-manufacturer=Snake%20Oil,%20Inc.;library-description=Soft%20Token%20Library;slot-id=4");
}

void TestPkcs11Uri::theExamplesOfTheStandardAreRead()
{
    QFETCH(QString, text);
    QFETCH(QString, again);
    const Result<Pkcs11Uri> uri = parsePkcs11Uri(text);
    QVERIFY2(uri, uri ? "" : qPrintable(uri.error().subject));
    const Result<Pkcs11Uri> expected = parsePkcs11Uri(again);
    QVERIFY(expected);
    QCOMPARE(*uri, *expected);
    QCOMPARE(*parsePkcs11Uri(uri->toString()), *uri);
}

void TestPkcs11Uri::everythingThatItSaysIsUnderstood()
{
    const Result<Pkcs11Uri> uri =
        parsePkcs11Uri(QStringLiteral("PKCS11:token=%CE%91%CE%A0%CE%95%CE%94;id=%01%ff%00;slot-id=18446744073709551615"
                                      "?module-path=/usr/lib/a.so&x-ours=1"));
    QVERIFY(uri);
    QCOMPARE(uri->token, QStringLiteral("ΑΠΕΔ"));
    QCOMPARE(uri->id, QByteArray("\x01\xff\x00", 3));
    QCOMPARE(uri->slotId, std::numeric_limits<quint64>::max());
    QCOMPARE(uri->modulePath, QStringLiteral("/usr/lib/a.so"));
    QVERIFY(!uri->object && !uri->serial);
}

void TestPkcs11Uri::whatIsWrittenIsReadAgain()
{
    Pkcs11Uri uri;
    uri.token = QStringLiteral("Υπογραφή; α=β & γ?% #/");
    uri.serial = QStringLiteral("00 12");
    uri.id = QByteArray("\x00;=%&", 5);
    uri.modulePath = QStringLiteral("C:/Program Files/a&b;c.dll");
    const QString text = uri.toString();
    QVERIFY(!text.contains(u' '));
    QVERIFY2(text.contains(QStringLiteral("id=%00%3B%3D%25%26")), qPrintable(text));
    const Result<Pkcs11Uri> again = parsePkcs11Uri(text);
    QVERIFY(again);
    QCOMPARE(*again, uri);
}

void TestPkcs11Uri::aPinIsNeverTakenFromIt()
{
    const Result<Pkcs11Uri> uri = parsePkcs11Uri(QStringLiteral("pkcs11:token=a?pin-value=1234"));
    QCOMPARE(uri.error().code, ErrorCode::FieldInvalid);
    QVERIFY(uri.error().subject.startsWith(QStringLiteral("pin-value")));
    QVERIFY(!uri.error().subject.contains(QStringLiteral("1234")));
}

void TestPkcs11Uri::onlyALocalFileGivesThePin()
{
    QCOMPARE(parsePkcs11Uri(QStringLiteral("pkcs11:?pin-source=file:///a%20b"))->pinFile, QStringLiteral("/a b"));
    QCOMPARE(parsePkcs11Uri(QStringLiteral("pkcs11:?pin-source=/etc/pin"))->pinFile, QStringLiteral("/etc/pin"));
    QCOMPARE(parsePkcs11Uri(QStringLiteral("pkcs11:?pin-source=file:C:/pin"))->pinFile, QStringLiteral("C:/pin"));
    for (const char* source : {"%7C/usr/bin/echo", "https://a/b", "pin.txt", "file://host/pin"})
        QCOMPARE(parsePkcs11Uri(QStringLiteral("pkcs11:?pin-source=") + QString::fromLatin1(source)).error().code,
                 ErrorCode::FieldInvalid);
}

void TestPkcs11Uri::badOnesAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCode>("code");
    for (const char* text :
         {"", "p12:a", "pkcs11", "pkcs11:token", "pkcs11:=a", "pkcs11:token=%4", "pkcs11:token=%zz", "pkcs11:token=a b",
          "pkcs11:token=a;token=b", "pkcs11:id=%01;id=%01", "pkcs11:slot-id=", "pkcs11:slot-id=-1",
          "pkcs11:slot-id=99999999999999999999", "pkcs11:type=public", "pkcs11:type=secret-key"})
        QTest::newRow(text) << QString::fromLatin1(text) << ErrorCode::FieldInvalid;
    QTest::newRow("too long") << QStringLiteral("pkcs11:token=") + QString(5000, u'a') << ErrorCode::FieldInvalid;
    QTest::newRow("unknown") << QStringLiteral("pkcs11:toekn=a") << ErrorCode::NotSupported;
}

void TestPkcs11Uri::badOnesAreRefused()
{
    QFETCH(QString, text);
    QFETCH(ErrorCode, code);
    const Result<Pkcs11Uri> uri = parsePkcs11Uri(text);
    QVERIFY(!uri);
    QCOMPARE(uri.error().code, code);
}

QTEST_GUILESS_MAIN(TestPkcs11Uri)
#include "test_pkcs11_uri.moc"
