#include "signed_files.h"
#include "signing/keys/locked_key.h"
#include "signing/keys/pkcs11_modules.h"
#include "signing/keys/pkcs12_key.h"
#include "signing/openssl_handles.h"
#include "soft_hsm.h"
#include "tests/fakes/fake_signing_key.h"

#include <QTest>

#include <openssl/rsa.h>

using namespace diakinisi;
using namespace diakinisi::signing;
using samples::KeyKind;
using samples::Person;

namespace {

const EVP_MD* md(DigestAlgorithm algorithm)
{
    return algorithm == DigestAlgorithm::Sha512   ? EVP_sha512()
           : algorithm == DigestAlgorithm::Sha384 ? EVP_sha384()
                                                  : EVP_sha256();
}

QByteArray digestOf(DigestAlgorithm algorithm, const QByteArray& text)
{
    QByteArray digest(EVP_MD_get_size(md(algorithm)), '\0');
    EVP_Digest(text.constData(), static_cast<std::size_t>(text.size()), reinterpret_cast<unsigned char*>(digest.data()),
               nullptr, md(algorithm), nullptr);
    return digest;
}

/// Does OpenSSL find the value good for the digest and the certificate's key, with exactly these parameters?
bool holds(const QByteArray& certificate, SignatureScheme scheme, DigestAlgorithm algorithm, const QByteArray& digest,
           const QByteArray& value)
{
    const X509Handle x509 = toX509(certificate);
    const KeyContext context(EVP_PKEY_CTX_new(X509_get0_pubkey(x509.get()), nullptr));
    bool good =
        EVP_PKEY_verify_init(context.get()) == 1 && EVP_PKEY_CTX_set_signature_md(context.get(), md(algorithm)) == 1;
    if (scheme == SignatureScheme::RsaPkcs1)
        good = good && EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1;
    if (scheme == SignatureScheme::RsaPss)
        good = good && EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PSS_PADDING) == 1 &&
               EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), md(algorithm)) == 1 &&
               EVP_PKEY_CTX_set_rsa_pss_saltlen(context.get(), EVP_MD_get_size(md(algorithm))) == 1;
    return good && EVP_PKEY_verify(context.get(), reinterpret_cast<const unsigned char*>(value.constData()),
                                   static_cast<std::size_t>(value.size()),
                                   reinterpret_cast<const unsigned char*>(digest.constData()),
                                   static_cast<std::size_t>(digest.size())) == 1;
}

struct Kind {
    const char* name;
    KeyKind kind;
    const char* facts;
    QList<SignatureScheme> schemes;
};

const QList<Kind>& kinds()
{
    static const QList<SignatureScheme> rsa{SignatureScheme::RsaPkcs1, SignatureScheme::RsaPss};
    static const QList<Kind> all{{"rsa-2048", KeyKind::Rsa2048, "RSA-2048", rsa},
                                 {"rsa-3072", KeyKind::Rsa3072, "RSA-3072", rsa},
                                 {"rsa-4096", KeyKind::Rsa4096, "RSA-4096", rsa},
                                 {"p-256", KeyKind::P256, "ECDSA-P-256", {SignatureScheme::Ecdsa}},
                                 {"p-384", KeyKind::P384, "ECDSA-P-384", {SignatureScheme::Ecdsa}}};
    return all;
}

} // namespace

/// What every key must keep to, whatever it lies in: one suite over PKCS#12, a token (SoftHSM) and the fake.
class TestKeyContract : public QObject
{
    Q_OBJECT

    samples::Authority m_authority;
    samples::SoftHsm m_hsm;
    Pkcs11Modules m_modules;
    std::map<KeyKind, Person> m_people;

    static QString tokenUri(const char* name)
    {
        return QStringLiteral("pkcs11:token=contract;id=%1?module-path=%2")
            .arg(QString::fromLatin1(name), samples::SoftHsm::module());
    }
    Result<std::unique_ptr<SigningKey>> open(const QString& place, const Kind& kind, const QByteArray& pin)
    {
        const Person& person = m_people.at(kind.kind);
        if (place == u"pkcs12") {
            auto key = Pkcs12Key::fromBytes(person.pkcs12, Secret(QByteArray(pin)));
            return key ? Result<std::unique_ptr<SigningKey>>(std::move(*key)) : fail(key.error());
        }
        if (place == u"token") {
            const auto found = findKey(tokenUri(kind.name), {m_modules, {}}, samples::now());
            return found ? (*found)->unlock(Secret(QByteArray(pin))) : fail(found.error());
        }
        std::shared_ptr<Pkcs12Key> maker = std::move(*Pkcs12Key::fromBytes(person.pkcs12, Secret(QByteArray("1234"))));
        return std::make_unique<tests::FakeSigningKey>(*maker->certificate(),
                                                       [maker](auto... what) { return *maker->sign(what...); });
    }
    void rows()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("at");
        for (const char* place : {"pkcs12", "token", "fake"})
            for (int i = 0; i < kinds().size(); ++i)
                QTest::addRow("%s %s", place, kinds()[i].name) << QString::fromLatin1(place) << i;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_hsm.addToken(QStringLiteral("contract")));
        for (const Kind& kind : kinds()) {
            samples::PersonOptions options;
            options.kind = kind.kind;
            options.name = QStringLiteral("Μαρία ") + QString::fromLatin1(kind.name);
            m_people[kind.kind] = m_authority.make(options);
            QVERIFY(m_hsm.addKey(QStringLiteral("contract"), m_people[kind.kind], kind.name));
        }
        QVERIFY(m_hsm.addCertificate(QStringLiteral("contract"), m_authority.issuing(), "issuing"));
        QVERIFY(m_hsm.addCertificate(QStringLiteral("contract"), samples::Authority().issuing(), "stranger"));
    }

    void itNamesItsCertificateWithTheIssuersAndWhatItCan_data() { rows(); }
    void itNamesItsCertificateWithTheIssuersAndWhatItCan()
    {
        QFETCH(QString, place);
        QFETCH(int, at);
        const Kind& kind = kinds()[at];
        const auto key = open(place, kind, "1234");
        QVERIFY2(key, key ? "" : qPrintable(key.error().cause));
        const Result<KeyCertificate> certificate = (*key)->certificate();
        QVERIFY(certificate);
        QCOMPARE(certificate->certificate, m_people.at(kind.kind).certificate);
        QCOMPARE(certificate->chain, QList<QByteArray>{m_authority.issuing()});
        QCOMPARE(certificate->facts.key, QString::fromLatin1(kind.facts));
        QVERIFY(certificate->facts.nonRepudiation && certificate->facts.maySign);
        QCOMPARE(certificate->schemes, kind.schemes);
    }

    void everySchemeWithEveryDigestHoldsAgainstTheCertificate_data() { rows(); }
    void everySchemeWithEveryDigestHoldsAgainstTheCertificate()
    {
        QFETCH(QString, place);
        QFETCH(int, at);
        const Kind& kind = kinds()[at];
        const auto key = open(place, kind, "1234");
        QVERIFY(key);
        const QByteArray& certificate = m_people.at(kind.kind).certificate;
        for (const SignatureScheme scheme : kind.schemes)
            for (const auto algorithm : {DigestAlgorithm::Sha256, DigestAlgorithm::Sha384, DigestAlgorithm::Sha512}) {
                const QByteArray digest = digestOf(algorithm, "Αριθ. πρωτ. 123");
                const Result<QByteArray> value = (*key)->sign(scheme, algorithm, digest);
                QVERIFY2(value, value ? "" : qPrintable(value.error().cause));
                QVERIFY(holds(certificate, scheme, algorithm, digest, *value));
                QVERIFY(!holds(certificate, scheme, algorithm, digestOf(algorithm, "124"), *value));
            }
    }

    void aSchemeThatItDoesNotNameIsRefused_data() { rows(); }
    void aSchemeThatItDoesNotNameIsRefused()
    {
        QFETCH(QString, place);
        QFETCH(int, at);
        const Kind& kind = kinds()[at];
        const auto key = open(place, kind, "1234");
        QVERIFY(key);
        const QByteArray digest = digestOf(DigestAlgorithm::Sha256, "a");
        for (const auto scheme : {SignatureScheme::RsaPkcs1, SignatureScheme::RsaPss, SignatureScheme::Ecdsa})
            if (!kind.schemes.contains(scheme))
                QCOMPARE((*key)->sign(scheme, DigestAlgorithm::Sha256, digest).error().code, ErrorCode::NotSupported);
    }

    void aWrongPinOpensNothing_data() { rows(); }
    void aWrongPinOpensNothing()
    {
        QFETCH(QString, place);
        QFETCH(int, at);
        if (place == u"fake")
            return; // has none
        const auto key = open(place, kinds()[at], "4321");
        QVERIFY(!key);
        QCOMPARE(key.error().code, ErrorCode::PinWrong);
        QVERIFY(open(place, kinds()[at], "1234"));
    }
};

QTEST_GUILESS_MAIN(TestKeyContract)
#include "test_key_contract.moc"
