#include "crafted_signature.h"

#include "sample_pdf.h"
#include "signing/validation/verify_pdf.h"

#include <QBuffer>
#include <QDateTime>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;
using samples::anAuthority;
using samples::authorityUsage;
using samples::CmsWanted;
using samples::Crafted;
using samples::Holder;
using samples::withAddress;

namespace {

Instant year(int number, int month = 1)
{
    return toInstant(QDateTime(QDate(number, month, 1), QTime(12, 0), Qt::UTC));
}

const QString stampOnly = QStringLiteral("extendedKeyUsage=critical,timeStamping");

QStringList words(std::initializer_list<const char*> texts)
{
    QStringList list;
    for (const char* text : texts)
        list += QString::fromLatin1(text);
    return list;
}

Holder authority(const char* name, const Holder* above, Instant to = year(2040), QStringList more = {})
{
    return samples::issue({.name = QString::fromUtf8(name),
                           .from = year(2010),
                           .to = to,
                           .extensions = words({anAuthority, authorityUsage}) + more,
                           .rsaBits = 0},
                          above);
}

} // namespace

/// Judged in the year 2026 unless a row says otherwise; the signer's certificate names a CRL that nobody can fetch.
class TestValidation : public QObject
{
    Q_OBJECT

private:
    Holder m_root = authority("Root", nullptr);
    Holder m_issuing = authority("Issuing", &m_root);
    Holder m_stranger = authority("Stranger", nullptr);
    Holder m_maria = samples::issue({.from = year(2015), .to = year(2030), .extensions = withAddress()}, &m_issuing);
    Holder m_old = samples::issue({.from = year(2015), .to = year(2020), .extensions = withAddress()}, &m_issuing);
    Holder m_stamps = samples::issue(
        {.name = QStringLiteral("Time"), .from = year(2010), .to = year(2038), .extensions = {stampOnly}}, &m_issuing);
    QByteArray m_crl = samples::makeCrl(m_issuing, year(2025, 12), year(2026, 12));
    QByteArray m_plain = samples::handmadePdf({.pages = 1, .emptyForm = true});
    QByteArray m_judged; ///< the rows of one test

    CmsWanted by(const Holder& holder) const { return {.signer = &holder, .along = {&m_issuing}}; }
    std::function<QByteArray(const QByteArray&)> stampedIn(const Holder& holder, Instant at) const
    {
        return
            [&holder, at](const QByteArray& value) { return samples::makeToken(holder, samples::sha256(value), at); };
    }

    struct Case {
        QByteArray pdf;
        QList<QByteArray> crls{};
        Instant at = year(2026, 6);
        QList<QByteArray> anchors{};
    };

    SignatureVerdict judge(const Case& row) const
    {
        QBuffer file;
        file.setData(row.pdf);
        file.open(QIODevice::ReadOnly);
        VerifyOptions options{row.anchors.isEmpty() ? QList<QByteArray>{m_root.der()} : row.anchors, row.at};
        options.crls = row.crls;
        const Result<PdfVerdict> verdict = verifyPdf(file, options);
        if (!verdict || verdict->signatures.empty())
            qFatal("not judged: %s", verdict ? "no signature" : qPrintable(verdict.error().cause));
        return verdict->signatures.front();
    }

    QByteArray signedFile(const CmsWanted& wanted, Crafted crafted = {}) const
    {
        if (crafted.claimed == Instant{})
            crafted.claimed = year(2018);
        return samples::craftedBy(wanted, m_plain, crafted);
    }

private Q_SLOTS:
    void theStandardsWordForEachCase_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<QList<QByteArray>>("crls");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, const QByteArray& pdf, const QList<QByteArray>& crls, const char* word) {
            QTest::newRow(name) << pdf << crls << QString::fromLatin1(word);
        };
        const QByteArray good = signedFile(by(m_maria));
        const auto revokedIn = [&](Instant at) {
            return samples::makeCrl(m_issuing, year(2025, 12), year(2026, 12), {{&m_maria, at}});
        };
        row("fresh list", good, {m_crl}, "TOTAL-PASSED");
        row("no list at hand", good, {}, "INDETERMINATE TRY_LATER");
        row("a list too old", good, {samples::makeCrl(m_issuing, year(2024), year(2025))}, "INDETERMINATE TRY_LATER");
        row("a list of somebody else", good, {samples::makeCrl(m_root, year(2025, 12), year(2026, 12))},
            "INDETERMINATE TRY_LATER");
        row("revoked", good, {revokedIn(year(2024))}, "INDETERMINATE REVOKED_NO_POE");
        CmsWanted stamped = by(m_maria);
        stamped.stamp = stampedIn(m_stamps, year(2023));
        row("revoked after the timestamp", signedFile(stamped), {revokedIn(year(2024))}, "TOTAL-PASSED");
        row("revoked before the timestamp", signedFile(stamped), {revokedIn(year(2022))},
            "INDETERMINATE REVOKED_NO_POE");
        row("timestamp of something else", signedFile([&] {
                CmsWanted wrong = by(m_maria);
                wrong.stamp = [&](const QByteArray&) {
                    return samples::makeToken(m_stamps, samples::sha256("else"), year(2023));
                };
                return wrong;
            }()),
            {revokedIn(year(2024))}, "INDETERMINATE REVOKED_NO_POE");
        row("expired", signedFile(by(m_old)), {m_crl}, "INDETERMINATE OUT_OF_BOUNDS_NO_POE");
        const Holder future = samples::issue({.from = year(2030), .to = year(2035)}, &m_issuing);
        row("not yet valid", signedFile(by(future)), {m_crl}, "TOTAL-FAILED NOT_YET_VALID");
        const Holder unknown = samples::issue({.from = year(2015), .to = year(2030)}, &m_stranger);
        row("unknown authority", signedFile({.signer = &unknown}), {m_crl}, "INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND");
        row("issuer missing", signedFile({.signer = &m_maria}), {m_crl}, "INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND");
    }

    void theStandardsWordForEachCase()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(QList<QByteArray>, crls);
        const SignatureVerdict verdict = judge({pdf, crls});
        QTEST((indicationWord(verdict.indication) + u' ' + subIndicationWord(verdict.subIndication)).trimmed(), "word");
        QCOMPARE(verdict.intact, std::optional(true));
    }

    void theWordsForFormAndKeys_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, const QByteArray& pdf, const char* word) {
            QTest::newRow(name) << pdf << QString::fromLatin1(word);
        };
        const auto with = [&](auto change) {
            CmsWanted wanted = by(m_maria);
            change(wanted);
            return signedFile(wanted);
        };
        const auto holder = [&](const QStringList& extensions, int bits = 2048) {
            static std::vector<std::unique_ptr<Holder>> kept;
            kept.push_back(std::make_unique<Holder>(samples::issue(
                {.from = year(2015), .to = year(2030), .extensions = extensions, .rsaBits = bits}, &m_issuing)));
            return by(*kept.back());
        };
        row("RSA-PSS", with([](CmsWanted& w) { w.pss = true; }), "TOTAL-PASSED");
        row("ECDSA", signedFile(holder(words({"keyUsage=critical,digitalSignature"}), 0)), "TOTAL-PASSED");
        row("SHA-512", with([](CmsWanted& w) { w.digest = EVP_sha512(); }), "TOTAL-PASSED");
        row("SHA-1 since it was given up", with([](CmsWanted& w) { w.digest = EVP_sha1(); }),
            "INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE");
        CmsWanted sha1 = by(m_maria);
        sha1.digest = EVP_sha1();
        sha1.baseline = true;
        row("SHA-1 said to be of old", signedFile(sha1, {.claimed = year(2011)}),
            "INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
        row("RSA-1024", signedFile(holder(samples::Wanted{}.extensions, 1024)),
            "INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
        row("for encryption only", signedFile(holder(words({"keyUsage=critical,keyEncipherment"}))),
            "INDETERMINATE CHAIN_CONSTRAINTS_FAILURE");
        row("for servers only",
            signedFile(holder(words({"keyUsage=critical,digitalSignature", "extendedKeyUsage=serverAuth"}))),
            "INDETERMINATE CHAIN_CONSTRAINTS_FAILURE");
        row("a critical extension that nobody knows", signedFile(holder(words({"1.2.3.4=critical,ASN1:NULL"}))),
            "INDETERMINATE CHAIN_CONSTRAINTS_FAILURE");
        row("another certificate is named", with([&](CmsWanted& w) { w.named = &m_old; }),
            "INDETERMINATE NO_SIGNING_CERTIFICATE_FOUND");
        row("no certificate in the signature", with([](CmsWanted& w) { w.flags |= CMS_NOCERTS; }),
            "INDETERMINATE NO_SIGNING_CERTIFICATE_FOUND");
        row("PAdES without its attribute", with([](CmsWanted& w) { w.flags = 0; }),
            "INDETERMINATE SIG_CONSTRAINTS_FAILURE");
        CmsWanted bare = by(m_maria);
        bare.flags = 0;
        row("Adobe's form without it", signedFile(bare, {.subFilter = "adbe.pkcs7.detached"}), "TOTAL-PASSED");
        bare.flags = CMS_NOATTR;
        row("no signed attributes at all", signedFile(bare, {.subFilter = "adbe.pkcs7.detached"}), "TOTAL-PASSED");
        CmsWanted carried = by(m_maria);
        carried.carriesSha1 = true;
        row("adbe.pkcs7.sha1", signedFile(carried, {.subFilter = "adbe.pkcs7.sha1"}),
            "INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE");
    }

    void theWordsForFormAndKeys()
    {
        QFETCH(QByteArray, pdf);
        const SignatureVerdict verdict = judge({pdf, {m_crl}});
        QTEST((indicationWord(verdict.indication) + u' ' + subIndicationWord(verdict.subIndication)).trimmed(), "word");
        QVERIFY(verdict.intact.value_or(true));
        QVERIFY(verdict.indication == Indication::TotalPassed || !verdict.explanation.isEmpty());
    }

    void aBareValueWithItsCertificateIsJudged()
    {
        Crafted crafted{.subFilter = "adbe.x509.rsa_sha1", .claimed = year(2018)};
        crafted.certificates = pdf::Array{pdf::Text{m_maria.der(), true}, pdf::Text{m_issuing.der(), true}};
        const QByteArray pdf = samples::appendSignature(m_plain, crafted, [&](const QByteArray& covered) {
            const KeyContext context(EVP_PKEY_CTX_new(m_maria.key.get(), nullptr));
            const DigestContext digest(EVP_MD_CTX_new());
            QByteArray value(256, '\0');
            std::size_t length = 256;
            EVP_DigestSignInit(digest.get(), nullptr, EVP_sha1(), nullptr, m_maria.key.get());
            EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char*>(value.data()), &length,
                           reinterpret_cast<const unsigned char*>(covered.constData()),
                           static_cast<std::size_t>(covered.size()));
            return QByteArray("\x04\x82\x01\x00", 4) + value;
        });
        const SignatureVerdict verdict = judge({pdf, {m_crl}});
        QCOMPARE(verdict.intact, std::optional(true));
        QCOMPARE(verdict.signer->fingerprint, Sha256::of(m_maria.der()));
        QCOMPARE(verdict.subIndication, SubIndication::CryptoConstraintsFailure);
    }

    void aDirectlyTrustedCertificateNeedsNoQuestion()
    {
        const SignatureVerdict verdict = judge({signedFile(by(m_maria)), {}, year(2026, 6), {m_maria.der()}});
        QCOMPARE(verdict.indication, Indication::TotalPassed);
        QCOMPARE(verdict.path.size(), std::size_t{1});
        QCOMPARE(verdict.revocation.status, RevocationFinding::Status::NotNeeded);
    }

    void aRevokedAuthorityTakesItsCertificatesWithIt()
    {
        const Holder doubtful = authority("Doubtful", &m_root, year(2040), withAddress({}));
        const Holder signer = samples::issue({.from = year(2015), .to = year(2030)}, &doubtful);
        const QByteArray pdf = signedFile({.signer = &signer, .along = {&doubtful}});
        const QByteArray crl = samples::makeCrl(m_root, year(2025, 12), year(2026, 12), {{&doubtful, year(2024)}});
        const SignatureVerdict verdict = judge({pdf, {crl}});
        QCOMPARE(verdict.subIndication, SubIndication::RevokedCaNoPoe);
        QCOMPARE(verdict.trusted, Trusted::No);
    }

    void ofTwoPathsTheGoodOneCounts()
    {
        // The issuing authority's name and key, certified a second time by a root that is trusted too.
        const Holder other = authority("Other root", nullptr);
        Holder cross = authority("Issuing", &other, year(2040), withAddress({}));
        X509_set_pubkey(cross.certificate.get(), m_issuing.key.get());
        X509_sign(cross.certificate.get(), other.key.get(), EVP_sha256());
        const QByteArray pdf = signedFile({.signer = &m_maria, .along = {&cross, &m_issuing}});
        const QByteArray crl = samples::makeCrl(other, year(2025, 12), year(2026, 12), {{&cross, year(2020)}});
        const SignatureVerdict verdict = judge({pdf, {crl, m_crl}, year(2026, 6), {other.der(), m_root.der()}});
        QCOMPARE(verdict.indication, Indication::TotalPassed);
        QCOMPARE(judge({pdf, {crl, m_crl}, year(2026, 6), {other.der()}}).subIndication, SubIndication::RevokedCaNoPoe);
    }

    void answersInTheStoreHoldForLaterWhenATimestampCoversThem()
    {
        const Holder responder =
            samples::issue({.name = QStringLiteral("Responder"),
                            .from = year(2015),
                            .to = year(2030),
                            .extensions = words({"extendedKeyUsage=OCSPSigning", "noCheck=ignored"})},
                           &m_issuing);
        CmsWanted wanted = by(m_maria);
        wanted.stamp = stampedIn(m_stamps, year(2024));
        wanted.baseline = true;
        const QByteArray ocsp = samples::makeOcsp(m_maria, m_issuing, responder, year(2024, 2), year(2024, 3));
        const QByteArray longTerm = samples::withStore(signedFile(wanted), {m_issuing.der()}, {ocsp}, {});
        const SignatureVerdict lt = judge({longTerm, {}});
        QCOMPARE(lt.indication, Indication::TotalPassed);
        QCOMPARE(lt.level, QStringLiteral("B-LT"));
        QCOMPARE(*lt.bestTime, year(2024));
        QCOMPARE(lt.bestTimeFrom, TimeSource::SignatureTimestamp);
        QCOMPARE(lt.revocation.origin, EvidenceOrigin::Dss);
        const QByteArray archived = samples::timestamped(longTerm, m_stamps, year(2024, 4));
        QCOMPARE(judge({archived, {}}).level, QStringLiteral("B-LTA"));
        // In 2036 the signer's certificate has ended, the timestamps' have not.
        QCOMPARE(judge({archived, {}, year(2036)}).indication, Indication::TotalPassed);
        // In 2039 nothing proves the age of anything any more.
        QCOMPARE(judge({archived, {}, year(2039)}).subIndication, SubIndication::OutOfBoundsNoPoe);
        const QByteArray renewed = samples::timestamped(
            archived, samples::issue({.from = year(2030), .to = year(2040), .extensions = {stampOnly}}, &m_issuing),
            year(2037));
        QCOMPARE(judge({renewed, {}, year(2039)}).indication, Indication::TotalPassed);
    }

    void anAnswerOfAStrangerIsNotBelieved()
    {
        const Holder liar = samples::issue(
            {.from = year(2015), .to = year(2030), .extensions = words({"extendedKeyUsage=OCSPSigning"})}, &m_stranger);
        const QByteArray ocsp = samples::makeOcsp(m_maria, m_issuing, liar, year(2026, 5), year(2027));
        const QByteArray pdf = samples::withStore(signedFile(by(m_maria)), {}, {ocsp}, {});
        QCOMPARE(judge({pdf, {}}).subIndication, SubIndication::TryLater);
        const QByteArray honest =
            samples::makeOcsp(m_maria, m_issuing, m_issuing, year(2026, 5), year(2027), year(2026));
        QCOMPARE(judge({samples::withStore(signedFile(by(m_maria)), {}, {honest}, {}), {}}).subIndication,
                 SubIndication::RevokedNoPoe);
    }

    void aTimestampByACertificateThatMayNotStampProvesNothing()
    {
        const Holder nobody = samples::issue(
            {.from = year(2010), .to = year(2038), .extensions = words({"extendedKeyUsage=critical,timeStamping"})},
            &m_stranger);
        CmsWanted wanted = by(m_old);
        wanted.stamp = stampedIn(nobody, year(2018));
        wanted.baseline = true;
        const SignatureVerdict verdict = judge({signedFile(wanted), {m_crl}});
        QCOMPARE(verdict.subIndication, SubIndication::OutOfBoundsNoPoe);
        QCOMPARE(verdict.timestamps.front().subIndication, SubIndication::NoCertificateChainFound);
        QCOMPARE(verdict.timestamps.front().intact, std::optional(true));
        QCOMPARE(verdict.level, QStringLiteral("B-T"));
    }

    void aPathIsNotFollowedForEver()
    {
        std::vector<Holder> chain;
        chain.push_back(authority("0", nullptr));
        for (int i = 1; i <= 11; ++i)
            chain.push_back(authority(QByteArray::number(i).constData(), &chain.back()));
        const Holder signer = samples::issue({.from = year(2015), .to = year(2030)}, &chain.back());
        CmsWanted wanted{.signer = &signer};
        for (const Holder& each : chain)
            wanted.along += &each;
        QCOMPARE(judge({signedFile(wanted), {}, year(2026, 6), {chain.front().der()}}).subIndication,
                 SubIndication::NoCertificateChainFound);
    }
};

QTEST_GUILESS_MAIN(TestValidation)
#include "test_validation.moc"
