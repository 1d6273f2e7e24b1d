#include "signed_files.h"
#include "signing/keys/locked_key.h"
#include "signing/keys/pkcs11_modules.h"
#include "soft_hsm.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;
using samples::Person;

/// Which certificate is meant when several are there: by what it is for and when it is valid, never by slot.
class TestTokenChoice : public QObject
{
    Q_OBJECT

    static constexpr qint64 day = 24 * 3600;
    std::unique_ptr<samples::SoftHsm> m_hsm;
    samples::Authority m_authority;
    Pkcs11Modules m_modules;

    Person person(const char* usage, qint64 from = -day, qint64 to = 365 * day,
                  const QString& name = QStringLiteral("Μαρία"))
    {
        return m_authority.make({name, {}, samples::KeyKind::P256, from, to, usage});
    }
    bool add(const char* token, const Person& whose, const QByteArray& id)
    {
        return m_hsm->addKey(QString::fromLatin1(token), whose, id);
    }
    Result<QByteArray> chosen(const QString& path)
    {
        const QString uri = QStringLiteral("pkcs11:%1?module-path=%2").arg(path, samples::SoftHsm::module());
        const auto found = findKey(uri, {m_modules, {}}, samples::now());
        return found ? Result<QByteArray>((*found)->certificate()->certificate) : fail(found.error());
    }

private Q_SLOTS:
    void init()
    {
        m_hsm.reset(); // first: there is one such environment
        m_hsm = std::make_unique<samples::SoftHsm>();
        for (const char* token : {"first", "second"})
            QVERIFY(m_hsm->addToken(QString::fromLatin1(token)));
    }

    void theOneForCommitmentsIsTakenAndNotTheOneForLoggingIn()
    {
        const Person signing = person("critical,nonRepudiation");
        QVERIFY(add("first", person("critical,digitalSignature"), "login"));
        QVERIFY(add("first", signing, "sign"));
        QVERIFY(add("second", person("critical,keyEncipherment"), "cipher"));
        QCOMPARE(chosen({}), signing.certificate);
        QCOMPARE(chosen(QStringLiteral("token=first")), signing.certificate);
        QCOMPARE(chosen(QStringLiteral("token=second")).error().code, ErrorCode::CertificateUnsuitable);
    }

    void theNewestOfOneHolderIsTakenAndAnExpiredOneIsPassedOver()
    {
        const Person newest = person("nonRepudiation", -10 * day);
        QVERIFY(add("first", person("nonRepudiation", -700 * day, -day), "expired"));
        QVERIFY(add("first", newest, "newest"));
        QVERIFY(add("first", person("nonRepudiation", -300 * day), "renewed since"));
        QCOMPARE(chosen({}), newest.certificate);
        QCOMPARE(chosen(QStringLiteral("id=expired")).error().code, ErrorCode::CertificateExpired);
    }

    void theLoginCertificateDoesNotStandInForAnExpiredOne()
    {
        const Person login = person("digitalSignature");
        QVERIFY(add("first", person("nonRepudiation", -700 * day, -day), "expired"));
        QVERIFY(add("first", login, "login"));
        QCOMPARE(chosen({}).error().code, ErrorCode::CertificateExpired);
        QCOMPARE(chosen(QStringLiteral("id=login")), login.certificate); // asked for by name
    }

    void twoHoldersKeysAreNotGuessedBetween()
    {
        const Person eleni = person("nonRepudiation", -day, 365 * day, QStringLiteral("Ελένη"));
        QVERIFY(add("first", person("nonRepudiation"), "same"));
        QVERIFY(add("second", eleni, "same"));
        QCOMPARE(chosen(QStringLiteral("id=same")).error().code, ErrorCode::FieldInvalid);
        QCOMPARE(chosen(QStringLiteral("token=second;id=same")), eleni.certificate);
    }

    void aTokenThatIsNotThereIsToldAsThat()
    {
        QCOMPARE(chosen(QStringLiteral("token=third")).error().code, ErrorCode::TokenMissing);
        QCOMPARE(chosen(QStringLiteral("token=first")).error().code, ErrorCode::CertificateUnsuitable);
    }

    void theFirstModuleThatKnowsATokenIsUsed()
    {
        const Person signing = person("nonRepudiation");
        QVERIFY(add("first", signing, "sign"));
        const QStringList both{samples::SoftHsm::faultyModule(), samples::SoftHsm::module()};
        const auto found = findKey(QStringLiteral("pkcs11:"), {m_modules, both}, samples::now());
        QVERIFY2(found, found ? "" : qPrintable(found.error().cause));
        QVERIFY((*found)->unlock(Secret(QByteArray("1234"))));
        QCOMPARE(m_hsm->asked().count(QStringLiteral("login")), 1);
    }
};

QTEST_GUILESS_MAIN(TestTokenChoice)
#include "test_token_choice.moc"
