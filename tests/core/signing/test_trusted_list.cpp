#include "trust_office.h"

#include "sample_pdf.h"
#include "signing/authorities/fetcher.h"
#include "signing/trust/trust_folder.h"
#include "signing/trust/trusted_lists.h"
#include "signing/validation/qualification.h"

#include <openssl/pem.h>

#include <QDir>
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

/// The network, holding the files that are put into it.
class Shelf final : public Fetcher
{
public:
    Result<QByteArray> fetch(const FetchRequest& request, std::stop_token) override
    {
        asked += request.url.toString();
        const auto found = files.find(request.url.toString());
        return found == files.end() ? fail(ErrorCode::ServerUnreachable) : Result<QByteArray>(found->second);
    }
    std::map<QString, QByteArray> files;
    QStringList asked;
};

QByteArray pointerTo(const QByteArray& url, const QByteArray& territory, const QByteArray& signer)
{
    return "<OtherTSLPointer><ServiceDigitalIdentities><ServiceDigitalIdentity><DigitalId><X509Certificate>" +
           signer.toBase64() + "</X509Certificate></DigitalId></ServiceDigitalIdentity></ServiceDigitalIdentities>" +
           "<TSLLocation>" + url + "</TSLLocation><AdditionalInformation><OtherInformation><SchemeTerritory>" +
           territory + "</SchemeTerritory></OtherInformation></AdditionalInformation></OtherTSLPointer>";
}

Instant on(int year)
{
    return toInstant(QDateTime(QDate(year, 6, 1), QTime(12, 0), Qt::UTC));
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

    QByteArray signedList(const Holder& signer, const char* method, const QByteArray& pointers = {})
    {
        QByteArray text = listText();
        if (!pointers.isEmpty())
            text.replace("<SchemeTerritory>EL<", "<SchemeTerritory>EU<")
                .replace("</SchemeInformation>",
                         "<PointersToOtherTSL>" + pointers + "</PointersToOtherTSL></SchemeInformation>");
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

    void aFolderGivesItsCertificatesAndTheListsThatItsSignersVouchFor()
    {
        QTemporaryDir folder;
        const auto put = [&folder](const QString& name, const QByteArray& bytes) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        TrustFolder trust(folder.path());
        QVERIFY(put(QStringLiteral("root.crt"), m_rsa.der()));
        QVERIFY(put(QStringLiteral("el.xml"), signedList(m_curve, "ecdsa-sha256")));
        auto reading = trust.read(on(2026));
        QVERIFY(reading);
        QCOMPARE((*reading)->material.anchors, QList<QByteArray>{m_rsa.der()});
        QVERIFY((*reading)->material.services.empty()); // nobody is known to sign lists
        QCOMPARE((*reading)->remarks.size(), 1);
        QCOMPARE(*trust.read(on(2026)), *reading); // nothing changed: not read again
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("list-signers")));
        QVERIFY(put(QStringLiteral("list-signers/scheme.crt"), m_curve.der()));
        reading = trust.read(on(2026));
        QCOMPARE((*reading)->material.services.size(), std::size_t{1});
        QVERIFY(put(QStringLiteral("broken.xml"), "<not a list"));
        reading = trust.read(on(2026));
        QCOMPARE((*reading)->material.services.size(), std::size_t{1}); // the other one still counts
        QCOMPARE((*reading)->remarks.filter(QStringLiteral("broken.xml")).size(), 1);
    }

    void aListOfListsLeadsToThoseThatItsPointersVouchFor()
    {
        Shelf shelf;
        const QByteArray national = signedList(m_curve, "ecdsa-sha256");
        shelf.files[QStringLiteral("https://el.example/list.xml")] = national;
        shelf.files[QStringLiteral("https://false.example/list.xml")] = national;
        const QByteArray pointers = pointerTo("https://el.example/list.xml", "EL", m_curve.der()) +
                                    pointerTo("https://false.example/list.xml", "FR", m_rsa.der()) +
                                    pointerTo("https://away.example/list.xml", "IT", m_curve.der()) +
                                    pointerTo("https://eu.example/lotl.xml", "EU", m_rsa.der());
        shelf.files[QStringLiteral("https://eu.example/lotl.xml")] = signedList(m_rsa, "rsa-sha256", pointers);
        const auto lists =
            gatherTrustedLists({QStringLiteral("https://eu.example/lotl.xml")}, {m_rsa.der()}, &shelf, on(2026));
        QVERIFY2(lists, lists ? "" : qPrintable(lists.error().cause));
        QCOMPARE(lists->services.size(), std::size_t{2}); // the list's own, and the one of EL
        QCOMPARE(lists->services.back().territory, QStringLiteral("EL"));
        QCOMPARE(lists->remarks.size(), 2);
        QVERIFY(lists->remarks.first().contains(u"FR") && lists->remarks.last().contains(u"IT"));
        QCOMPARE(shelf.asked.size(), 4);
    }

    void aListThatIsNamedAndNotBelievedIsAnError()
    {
        QFile file(m_folder.filePath(QStringLiteral("own.xml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(signedList(m_rsa, "rsa-sha256"));
        file.close();
        QVERIFY(gatherTrustedLists({file.fileName()}, {m_rsa.der()}, nullptr, on(2026)));
        const auto others = gatherTrustedLists({file.fileName()}, {m_curve.der()}, nullptr, on(2026));
        QVERIFY(!others && others.error().code == ErrorCode::SignatureBroken);
        const auto absent = gatherTrustedLists({QStringLiteral("/nowhere.xml")}, {}, nullptr, on(2026));
        QVERIFY(!absent && absent.error().code == ErrorCode::FileUnreadable);
        const auto away = gatherTrustedLists({QStringLiteral("https://eu.example/")}, {}, nullptr, on(2026));
        QVERIFY(!away && away.error().code == ErrorCode::ServerUnreachable);
    }

    void whetherQualifiedIsSaidByCertificateAndListOfThatTime_data()
    {
        QTest::addColumn<QString>("statements");
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("qualified");
        QTest::addColumn<QString>("status");
        const QString both = QStringLiteral("SEQUENCE:both");
        QTest::newRow("granted then") << both << 2020 << "yes"
                                      << "granted";
        QTest::newRow("withdrawn before") << both << 2025 << "no"
                                          << "withdrawn";
        QTest::newRow("before the service began") << both << 2015 << "no"
                                                  << "";
        QTest::newRow("no qualified device") << QStringLiteral("SEQUENCE:one") << 2020 << "no"
                                             << "granted";
        QTest::newRow("no statement") << QString() << 2020 << "no"
                                      << "";
    }

    void whetherQualifiedIsSaidByCertificateAndListOfThatTime()
    {
        QFETCH(QString, statements);
        QFETCH(int, year);
        const QByteArray xml = signedList(m_rsa, "rsa-sha256");
        const Result<TrustedList> list = readTrustedList(xml, {m_rsa.der()});
        QVERIFY(list);
        // SEQUENCE { SEQUENCE { QcCompliance } [, SEQUENCE { QcSSCD }] }
        const QString one = QStringLiteral("30:08:06:06:04:00:8e:46:01:01");
        const QString device = QStringLiteral("30:08:06:06:04:00:8e:46:01:04");
        samples::Wanted wanted{.from = m_from, .to = m_to, .rsaBits = 0};
        if (statements.endsWith(u"both"))
            wanted.extensions += QStringLiteral("qcStatements=DER:30:14:") + one + u':' + device;
        else if (statements.endsWith(u"one"))
            wanted.extensions += QStringLiteral("qcStatements=DER:30:0a:") + one;
        const Holder signer = samples::issue(wanted, &m_issuer);
        std::vector<PathMember> path(2);
        path[0].der = signer.der();
        path[1].der = m_issuer.der();
        const QualificationFinding finding =
            judgeQualification(signer.der(), path, list->services, PathUse::Signature, on(year));
        QTEST(qualifiedWord(finding.qualified), "qualified");
        QTEST(finding.serviceStatus, "status");
        QCOMPARE(judgeQualification(signer.der(), path, {}, PathUse::Signature, on(year)).qualified,
                 statements.isEmpty() ? Qualified::No : Qualified::Unknown);
    }

    void theSystemsAuthoritiesAreThoseThatOpensslIsTold()
    {
        QFile bundle(m_folder.filePath(QStringLiteral("bundle.pem")));
        QVERIFY(bundle.open(QIODevice::WriteOnly));
        for (const Holder* holder : {&m_rsa, &m_curve})
            bundle.write("-----BEGIN CERTIFICATE-----\n" + holder->der().toBase64() + "\n-----END CERTIFICATE-----\n");
        bundle.close();
        qputenv("SSL_CERT_FILE", QFile::encodeName(bundle.fileName()));
        const Result<TrustMaterial> trust = readSystemTrust();
        qunsetenv("SSL_CERT_FILE");
        QVERIFY(trust);
        QCOMPARE(trust->anchors, QList<QByteArray>({m_rsa.der(), m_curve.der()}));
    }
};

QTEST_GUILESS_MAIN(TestTrustedList)
#include "test_trusted_list.moc"
