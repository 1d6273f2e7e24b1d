#include "signed_files.h"
#include "test_authorities.h"

#include "signing/authorities/certificate_addresses.h"
#include "signing/cms/revocation_answer.h"
#include "signing/pades/long_term_data.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;
using samples::SigningHelp;

class TestRevocationFetcher : public QObject
{
    Q_OBJECT

private:
    samples::TestAuthorities m_authorities;
    samples::Person m_maria = m_authorities.authority().make({});
    samples::Person m_revoked = m_authorities.authority().make({});

    int asked(const char* path) { return m_authorities.count(QString::fromLatin1(path)); }

private Q_SLOTS:
    void initTestCase()
    {
        m_authorities.authority().revoke(m_revoked);
        m_authorities.publish();
    }

    void certificatesNameWhereToAsk()
    {
        const CertificateAddresses addresses = readAddresses(m_maria.certificate);
        QCOMPARE(addresses.ocsp, QList<QUrl>{m_authorities.url(QStringLiteral("ocsp"))});
        QCOMPARE(addresses.crls, QList<QUrl>{m_authorities.url(QStringLiteral("file/issuing.crl"))});
        QCOMPARE(addresses.issuers, QList<QUrl>{m_authorities.url(QStringLiteral("file/issuing.cer"))});
        QVERIFY(readAddresses("no certificate").ocsp.isEmpty());
    }

    void theStateIsLearntAndFetchedOnce()
    {
        SigningHelp help(m_authorities);
        const QByteArray issuer = m_authorities.authority().issuing();
        const int before = asked("ocsp");
        for (int i = 0; i < 3; ++i) {
            const Result<QByteArray> ocsp = help.revocation.ocsp(m_maria.certificate, issuer, {});
            QVERIFY2(ocsp, ocsp ? "" : qPrintable(ocsp.error().cause));
            const Result<RevocationAnswer> answer = readOcspAnswer(*ocsp, m_maria.certificate, issuer);
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().cause));
            QCOMPARE(answer->state, RevocationState::Good);
            QVERIFY(answer->delegated && answer->signerNeedsNoCheck);
            QVERIFY(answer->covers(samples::now()));
            // It is about nobody else.
            QVERIFY(!readOcspAnswer(*ocsp, m_revoked.certificate, issuer));
            QVERIFY(!readOcspAnswer(*ocsp, m_maria.certificate, m_authorities.authority().root()));
        }
        QCOMPARE(asked("ocsp"), before + 1);
        const Result<QByteArray> crl = help.revocation.crl(m_maria.certificate, issuer, {});
        QVERIFY2(crl, crl ? "" : qPrintable(crl.error().cause));
        QCOMPARE(readCrlAnswer(*crl, m_maria.certificate, issuer)->state, RevocationState::Good);
        QCOMPARE(readCrlAnswer(*crl, m_revoked.certificate, issuer)->state, RevocationState::Revoked);
        QVERIFY(!readCrlAnswer(*crl, m_maria.certificate, m_authorities.authority().root()));
        const Result<QByteArray> gone = help.revocation.ocsp(m_revoked.certificate, issuer, {});
        QCOMPARE(readOcspAnswer(*gone, m_revoked.certificate, issuer)->state, RevocationState::Revoked);
        QCOMPARE(help.revocation.issuers(m_maria.certificate, {})->front(), issuer);
    }

    void theFolderKeepsWhatWasFetched()
    {
        const QTemporaryDir folder;
        const QByteArray issuer = m_authorities.authority().issuing();
        const auto fetch = [&] {
            SigningHelp help(m_authorities);
            RevocationCache cache(folder.path());
            RevocationFetcher fetcher(help.fetcher, cache, help.clock);
            return fetcher.crl(m_maria.certificate, issuer, {}).has_value();
        };
        const int before = asked("file/issuing.crl");
        QVERIFY(fetch() && fetch());
        QCOMPARE(asked("file/issuing.crl"), before + 1);
        for (const QString& name : QDir(folder.path()).entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadWrite));
            QByteArray bytes = file.readAll();
            bytes[bytes.size() - 20] = static_cast<char>(bytes[bytes.size() - 20] ^ 1);
            file.seek(0);
            file.write(bytes);
        }
        QVERIFY(fetch()); // a damaged file is as if it were not there
        QCOMPARE(asked("file/issuing.crl"), before + 2);
    }

    void allThatAChainNeedsIsCollected()
    {
        SigningHelp help(m_authorities);
        const LongTermData none;
        LongTermCollector collector(help.revocation, none, {}, {});
        // Nothing came along: issuer and root are brought from where the certificates say.
        const Result<LongTermData> data = collector.collect(m_maria.certificate, samples::now(), {});
        QVERIFY2(data, data ? "" : qPrintable(data.error().cause));
        QVERIFY(data->certificates.contains(m_maria.certificate));
        QVERIFY(data->certificates.contains(m_authorities.authority().issuing()));
        QVERIFY(data->certificates.contains(m_authorities.authority().root()));
        QCOMPARE(data->certificates.size(), 4); // and the responder
        QCOMPARE(data->ocsps.size(), 1);
        QCOMPARE(data->crls.size(), 1); // of the root, about the issuing authority
        QCOMPARE(collector.collect(m_revoked.certificate, samples::now(), {}).error().code,
                 ErrorCode::CertificateRevoked);
        // Held already: nobody is asked.
        samples::SigningHelp silent(m_authorities);
        const int before = asked("ocsp");
        LongTermCollector again(silent.revocation, *data, {}, {});
        QVERIFY(again.collect(m_maria.certificate, samples::now(), {}));
        QCOMPARE(asked("ocsp"), before);
    }

    void aCertificateThatNamesNobodyIsNotCalledGood()
    {
        SigningHelp help(m_authorities);
        const samples::Authority silent;
        const LongTermData none;
        LongTermCollector collector(help.revocation, none, {}, {});
        const samples::Person person = silent.make({});
        QCOMPARE(collector.collect(person.certificate, samples::now(), {silent.issuing(), silent.root()}).error().code,
                 ErrorCode::RevocationUnavailable);
    }

    void damagedAnswersNeverCrashNorChangeTheState()
    {
        SigningHelp help(m_authorities);
        const QByteArray issuer = m_authorities.authority().issuing();
        const QByteArray ocsp = *help.revocation.ocsp(m_revoked.certificate, issuer, {});
        const QByteArray crl = *help.revocation.crl(m_revoked.certificate, issuer, {});
        for (qsizetype at = 0; at < std::max(ocsp.size(), crl.size()); ++at) {
            QByteArray bad = ocsp;
            if (at < bad.size()) {
                bad[at] = static_cast<char>(bad[at] ^ 0x21);
                const auto answer = readOcspAnswer(bad, m_revoked.certificate, issuer);
                QVERIFY(!answer || answer->state == RevocationState::Revoked);
            }
            bad = crl;
            if (at < bad.size()) {
                bad[at] = static_cast<char>(bad[at] ^ 0x21);
                const auto answer = readCrlAnswer(bad, m_revoked.certificate, issuer);
                QVERIFY(!answer || answer->state == RevocationState::Revoked);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRevocationFetcher)
#include "test_revocation_fetcher.moc"
