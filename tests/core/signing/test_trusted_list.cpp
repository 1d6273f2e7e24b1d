#include "trust_office.h"

#include "sample_pdf.h"
#include "signing/trusted_list.h"

#include <openssl/pem.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;
using samples::Holder;

namespace {

QByteArray listText()
{
    QFile file(QStringLiteral(DIAKINISI_TEST_DATA "/trusted-list.xml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Lists signed by xmlsec1, a program of others.
class TestTrustedList : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Instant m_from{1'400'000'000'000};
    Instant m_to{2'000'000'000'000};
    Holder m_rsa = samples::issue({.name = QStringLiteral("Scheme"), .from = m_from, .to = m_to}, nullptr);
    Holder m_curve =
        samples::issue({.name = QStringLiteral("Scheme 2"), .from = m_from, .to = m_to, .rsaBits = 0}, nullptr);
    Holder m_issuer = samples::issue({.from = m_from, .to = m_to, .rsaBits = 0}, nullptr);

    QByteArray signedList(const Holder& signer, const char* method)
    {
        QByteArray text = listText();
        text.replace("@CERT@", m_issuer.der().toBase64()).replace("@METHOD@", method);
        QFile in(m_folder.filePath(QStringLiteral("list.xml")));
        QFile key(m_folder.filePath(QStringLiteral("key.pem")));
        const BioHandle pem(BIO_new(BIO_s_mem()));
        PEM_write_bio_PrivateKey(pem.get(), signer.key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        char* bytes = nullptr;
        const long length = BIO_get_mem_data(pem.get(), &bytes);
        if (!in.open(QIODevice::WriteOnly) || !key.open(QIODevice::WriteOnly))
            return {};
        in.write(text);
        key.write(bytes, length);
        in.close();
        key.close();
        const QString out = m_folder.filePath(QStringLiteral("out.xml"));
        samples::runProgram(QStringLiteral("xmlsec1"),
                            {QStringLiteral("--sign"), QStringLiteral("--privkey-pem"), key.fileName(),
                             QStringLiteral("--output"), out, in.fileName()});
        QFile result(out);
        return result.open(QIODevice::ReadOnly) ? result.readAll() : QByteArray();
    }

private Q_SLOTS:
    void aListSignedByItsSchemeIsRead()
    {
        for (const auto& [signer, method] : {std::pair{&m_rsa, "rsa-sha256"}, std::pair{&m_curve, "ecdsa-sha256"}}) {
            const QByteArray xml = signedList(*signer, method);
            QVERIFY(!xml.isEmpty());
            const Result<TrustedList> list = readTrustedList(xml, {signer->der()});
            QVERIFY2(list, list ? "" : qPrintable(list.error().cause));
            QCOMPARE(list->territory, QStringLiteral("EL"));
            QCOMPARE(list->services.size(), std::size_t{1});
            const TrustService& service = list->services.front();
            QCOMPARE(service.type, TrustService::Type::QualifiedCa);
            QCOMPARE(service.certificates.front(), m_issuer.der());
            QCOMPARE(service.periods.front().status, QStringLiteral("withdrawn"));
            QCOMPARE(service.periods.back().status, QStringLiteral("granted"));
        }
    }

    void whatWasNotSignedSoIsRefused()
    {
        const QByteArray xml = signedList(m_rsa, "rsa-sha256");
        const auto codeOf = [&](const QByteArray& text, const Holder& signer) {
            const Result<TrustedList> list = readTrustedList(text, {signer.der()});
            return list ? QStringLiteral("read") : errorWord(list.error().code);
        };
        QCOMPARE(codeOf(xml, m_curve), QStringLiteral("signature-broken"));
        QByteArray changed = xml;
        changed.replace("withdrawn", "granted");
        QCOMPARE(codeOf(changed, m_rsa), QStringLiteral("signature-broken"));
        QByteArray resigned = xml;
        resigned.replace("<SignatureValue>", "<SignatureValue>AAAA");
        QCOMPARE(codeOf(resigned, m_rsa), QStringLiteral("signature-broken"));
        QByteArray entities = xml;
        entities.replace("?>\n", "?>\n<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n");
        QCOMPARE(codeOf(entities, m_rsa), QStringLiteral("malformed-input"));
        const QByteArray deep = QByteArray("<a>").repeated(100) + QByteArray("</a>").repeated(100);
        QCOMPARE(codeOf(deep, m_rsa), QStringLiteral("limit-exceeded"));
        QCOMPARE(codeOf("", m_rsa), QStringLiteral("malformed-input"));
    }
};

QTEST_GUILESS_MAIN(TestTrustedList)
#include "test_trusted_list.moc"
