#include "signed_files.h"
#include "test_authorities.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace diakinisi;

/// `diakinisictl pdf verify` where the signer's authority can be asked: the real program, `openssl ocsp`, lists and
/// certificates over HTTP. Exit status and words as the description of the command line has them.
class TestPdfVerifyNetwork : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    samples::TestAuthorities m_authorities;

    struct Verdict {
        int exit = -1;
        QString words; ///< "TOTAL-PASSED", "INDETERMINATE/TRY_LATER"
        bool intact = false;
        QString trusted;
    };
    QString path(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    Verdict verified(const samples::Person& person, const QStringList& more = {})
    {
        write(QStringLiteral("in.pdf"), samples::signedBy(person, samples::letterPdf()).value_or(QByteArray()));
        const samples::ProgramResult done = samples::runProgram(
            QStringLiteral(DIAKINISI_BIN "/diakinisictl"),
            QStringList{QStringLiteral("pdf"), QStringLiteral("verify"), path(QStringLiteral("in.pdf")),
                        QStringLiteral("--trust"), path(QStringLiteral("trust")), QStringLiteral("--json")} +
                more);
        const QJsonObject signature =
            QJsonDocument::fromJson(done.output).object()[u"signatures"].toArray().at(0).toObject();
        const QString sub = signature[u"sub_indication"].toString();
        return {done.exitCode, signature[u"indication"].toString() + (sub.isEmpty() ? QString() : u'/' + sub),
                signature[u"intact"].toBool(), signature[u"trusted"].toString()};
    }
    samples::Person person(const samples::PersonOptions& options = {}, bool chain = true)
    {
        const samples::Person made = m_authorities.authority().make(options, chain);
        m_authorities.publish();
        return made;
    }
    samples::Person revoked(const samples::PersonOptions& options = {})
    {
        const samples::Person made = person(options);
        m_authorities.authority().revoke(made);
        m_authorities.publish();
        return made;
    }
    /// How often anything at all was asked for.
    int questions()
    {
        int all = 0;
        for (const char* each : {"ocsp", "file/issuing.crl", "file/root.crl", "file/issuing.cer", "file/root.cer"})
            all += m_authorities.count(QString::fromLatin1(each));
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("trust")));
        write(QStringLiteral("trust/root.cer"), m_authorities.authority().root());
        m_authorities.publish();
    }

    void aResponderThatSaysGoodMakesItPass()
    {
        const int before = m_authorities.count(QStringLiteral("ocsp"));
        const Verdict verdict = verified(person({.namesList = false}));
        QCOMPARE(verdict.words, QStringLiteral("TOTAL-PASSED"));
        QCOMPARE(verdict.exit, 0);
        QVERIFY(m_authorities.count(QStringLiteral("ocsp")) > before);
    }

    void aResponderThatSaysRevokedIsBelieved()
    {
        const Verdict verdict = verified(revoked({.namesList = false}));
        QCOMPARE(verdict.words, QStringLiteral("INDETERMINATE/REVOKED_NO_POE"));
        QCOMPARE(verdict.exit, 1);
        QVERIFY(verdict.intact); // kept apart: the bytes are what was signed
    }

    void aResponderThatDoesNotKnowTheCertificateSettlesNothing()
    {
        const samples::Person stranger = m_authorities.authority().make({.namesList = false}); // not made known
        const Verdict verdict = verified(stranger);
        QCOMPARE(verdict.words, QStringLiteral("INDETERMINATE/TRY_LATER"));
        QCOMPARE(verdict.exit, 1);
    }

    void aListAloneIsEnough()
    {
        const int before = m_authorities.count(QStringLiteral("ocsp"));
        const Verdict good = verified(person({.namesResponder = false}));
        QCOMPARE(good.words, QStringLiteral("TOTAL-PASSED"));
        QCOMPARE(good.exit, 0);
        const Verdict bad = verified(revoked({.namesResponder = false}));
        QCOMPARE(bad.words, QStringLiteral("INDETERMINATE/REVOKED_NO_POE"));
        QCOMPARE(bad.exit, 1);
        QCOMPARE(m_authorities.count(QStringLiteral("ocsp")), before);
    }

    void anIssuerThatTheFileLacksIsFetchedWhereThatIsAllowed()
    {
        const samples::Person without = person({}, false);
        const int before = m_authorities.count(QStringLiteral("file/issuing.cer"));
        const Verdict refused = verified(without); // the address is on this machine, and nobody vouches for it yet
        QCOMPARE(refused.words, QStringLiteral("INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND"));
        QCOMPARE(refused.exit, 1);
        QCOMPARE(m_authorities.count(QStringLiteral("file/issuing.cer")), before);
        const Verdict allowed = verified(without, {QStringLiteral("--private-addresses")});
        QCOMPARE(allowed.words, QStringLiteral("TOTAL-PASSED"));
        QCOMPARE(allowed.exit, 0);
        QCOMPARE(m_authorities.count(QStringLiteral("file/issuing.cer")), before + 1);
    }

    void offlineAsksNobody()
    {
        const samples::Person signer = person();
        const samples::Person without = person({}, false);
        const int before = questions();
        QVERIFY(before > 0);
        const Verdict verdict = verified(signer, {QStringLiteral("--offline")});
        QCOMPARE(verdict.words, QStringLiteral("INDETERMINATE/TRY_LATER"));
        QCOMPARE(verdict.exit, 1);
        QCOMPARE(verdict.trusted, QStringLiteral("yes"));
        const Verdict lost = verified(without, {QStringLiteral("--offline"), QStringLiteral("--private-addresses")});
        QCOMPARE(lost.words, QStringLiteral("INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND"));
        QCOMPARE(questions(), before);
    }

    void anAuthorityThatIsAwayIsToldAsTryLater()
    {
        const samples::Person signer = person();
        m_authorities.away();
        const Verdict verdict = verified(signer);
        m_authorities.back();
        QCOMPARE(verdict.words, QStringLiteral("INDETERMINATE/TRY_LATER"));
        QCOMPARE(verdict.exit, 1);
        QVERIFY(verdict.intact);
        QCOMPARE(verified(signer).words, QStringLiteral("TOTAL-PASSED"));
    }
};

QTEST_GUILESS_MAIN(TestPdfVerifyNetwork)
#include "test_pdf_verify_network.moc"
