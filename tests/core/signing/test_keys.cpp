#include "signed_files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;

class TestKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyTellsItsCertificateWithoutThePersonalNumber()
    {
        const samples::Authority authority;
        const samples::Person person = authority.make({});
        const auto key = Pkcs12Key::fromBytes(person.pkcs12, Secret(QByteArray("1234")));
        QVERIFY(key);
        const Result<KeyCertificate> certificate = (*key)->certificate();
        QVERIFY(certificate);
        QCOMPARE(certificate->certificate, person.certificate);
        QCOMPARE(certificate->chain.size(), 1);
        const CertificateFacts& facts = certificate->facts;
        QCOMPARE(facts.commonName, QStringLiteral("Μαρία Παπαδοπούλου"));
        QCOMPARE(facts.subject, QStringLiteral("CN=Μαρία Παπαδοπούλου,C=GR"));
        QCOMPARE(facts.issuer, QStringLiteral("CN=Δοκιμαστική Εκδίδουσα,C=GR"));
        QCOMPARE(facts.key, QStringLiteral("RSA-2048"));
        QCOMPARE(facts.fingerprint, Sha256::of(person.certificate));
        QVERIFY(facts.maySign);
        QVERIFY(facts.notBefore < samples::now() && samples::now() < facts.notAfter);
    }

    void filesOfOldProgramsAreRead()
    {
        // Packed anew as programs did for twenty years: RC2 with 40 bits and SHA-1.
        const samples::Person person = samples::Authority().make({});
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("new.p12")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(person.pkcs12);
        file.close();
        const QString pem = folder.filePath(QStringLiteral("key.pem"));
        const QString old = folder.filePath(QStringLiteral("old.p12"));
        const auto openssl = [](const QString& words) {
            return samples::runProgram(QStringLiteral("openssl"), words.split(u' ')).exitCode;
        };
        QCOMPARE(openssl(QStringLiteral("pkcs12 -in %1 -passin pass:1234 -nodes -out %2").arg(file.fileName(), pem)),
                 0);
        QCOMPARE(openssl(QStringLiteral("pkcs12 -export -legacy -in %1 -passout pass:1234 -out %2").arg(pem, old)), 0);
        const auto key = Pkcs12Key::open(old, Secret(QByteArray("1234")));
        QVERIFY2(key, key ? "" : qPrintable(key.error().cause));
        QVERIFY((*key)->sign(SignatureScheme::RsaPkcs1, DigestAlgorithm::Sha256, QByteArray(32, 'x')));
    }

    void aWrongPinIsToldAsThat()
    {
        const samples::Person person = samples::Authority().make({});
        for (const char* pin : {"", "12345", "δ"})
            QCOMPARE(Pkcs12Key::fromBytes(person.pkcs12, Secret(QByteArray(pin))).error().code, ErrorCode::PinWrong);
    }

    void whatIsNoKeyIsToldAsThat()
    {
        const samples::Person person = samples::Authority().make({});
        const Secret pin(QByteArray("1234"));
        QCOMPARE(Pkcs12Key::fromBytes({}, pin).error().code, ErrorCode::KeyUnreadable);
        QCOMPARE(Pkcs12Key::fromBytes("-----BEGIN CERTIFICATE-----", pin).error().code, ErrorCode::KeyUnreadable);
        QCOMPARE(Pkcs12Key::fromBytes(person.pkcs12.left(500), pin).error().code, ErrorCode::KeyUnreadable);
        QCOMPARE(Pkcs12Key::open(QStringLiteral("/nowhere/key.p12"), pin).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(readCertificate("no certificate").error().code, ErrorCode::MalformedInput);
    }

    void anchorsAreReadFromAFolder()
    {
        const samples::Authority authority;
        const QTemporaryDir folder;
        QFile der(folder.filePath(QStringLiteral("a.cer")));
        QVERIFY(der.open(QIODevice::WriteOnly));
        der.write(authority.root());
        der.close();
        QFile pem(folder.filePath(QStringLiteral("b.pem")));
        QVERIFY(pem.open(QIODevice::WriteOnly));
        pem.write("text before\n-----BEGIN CERTIFICATE-----\n" + authority.root().toBase64() +
                  "\n-----END CERTIFICATE-----\n");
        pem.close();
        const Result<QList<QByteArray>> anchors = readAnchors(folder.path());
        QVERIFY(anchors);
        QCOMPARE(*anchors, QList<QByteArray>({authority.root(), authority.root()}));
        QCOMPARE(readAnchors(folder.filePath(QStringLiteral("none"))).error().code, ErrorCode::FileUnreadable);
    }
};

QTEST_GUILESS_MAIN(TestKeys)
#include "test_keys.moc"
