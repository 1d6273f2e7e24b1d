#include "signed_files.h"
#include "test_authorities.h"

#include "signing/pades/raising_subjects.h"
#include "signing/pades/security_store.h"

#include <QBuffer>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;
using samples::judged;
using samples::KeyKind;
using samples::signedBy;
using samples::SigningHelp;

// Who can judge what, as seen with the versions of Debian 12 (words are read; exit codes say nothing but for openssl
// and qpdf):
//
//                       B-B, PKCS#1   B-B, PSS   B-B, ECDSA   timestamp in it   document timestamp   DSS
//   openssl cms -verify     yes          yes         yes             -                  -             -
//   openssl ts -verify       -            -           -             yes                yes            -
//   pdfsig                  yes          yes         yes             -                  no            -
//   mutool sign -v          yes          no          yes             -                  no            -
//   qpdf --check            structure of all

namespace {

std::vector<RaisingSubject> subjectsOf(const QByteArray& pdf)
{
    QBuffer file;
    file.setData(pdf);
    file.open(QIODevice::ReadOnly);
    const Result<pdf::Document> document = pdf::Document::open(file);
    return document ? readSubjects(*document, samples::now()).value_or(std::vector<RaisingSubject>())
                    : std::vector<RaisingSubject>();
}

LongTermData storeOf(const QByteArray& pdf)
{
    QBuffer file;
    file.setData(pdf);
    file.open(QIODevice::ReadOnly);
    const Result<pdf::Document> document = pdf::Document::open(file);
    return document ? readSecurityStore(*document) : LongTermData();
}

/// Everybody who can judge a file with `signatures` ordinary signatures says that it is good.
void verifyAllJudges(const QByteArray& pdf, int signatures, bool pss, const QByteArray& root)
{
    const samples::PdfsigWords words = samples::pdfsig(pdf);
    QVERIFY2(words.valid == signatures, words.output.constData());
    const samples::ProgramResult cms = samples::opensslCms(pdf, root);
    QVERIFY2(cms.exitCode == 0, cms.output.constData());
    const samples::ProgramResult check = samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--check")}, pdf);
    QVERIFY2(check.exitCode == 0, check.output.constData());
    if (!pss) {
        const samples::MutoolWords mutool = samples::mutoolSign(pdf);
        QVERIFY2(mutool.good == signatures, mutool.output.constData());
    }
    for (const samples::SignedPart& part : samples::signedParts(pdf))
        if (part.timestamp) {
            const samples::ProgramResult judge = samples::opensslTs(part.value, part.covered, root);
            QVERIFY2(judge.exitCode == 0, judge.output.constData());
        }
    const Result<PdfVerdict> verdict = judged(pdf, {root});
    QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().cause));
    for (const SignatureVerdict& signature : verdict->signatures) {
        QVERIFY2(signature.intact.value_or(false), qPrintable(signature.explanation));
        QVERIFY2(!signature.changedUnlawfully(), qPrintable(signature.field));
    }
}

} // namespace

class TestLevels : public QObject
{
    Q_OBJECT

private:
    samples::TestAuthorities m_authorities;
    samples::Person m_maria = m_authorities.authority().make({});
    samples::Person m_revoked = m_authorities.authority().make({});
    QByteArray m_letter = samples::letterPdf();
    std::map<KeyKind, samples::Person> m_people;

    QByteArray root() { return m_authorities.authority().root(); }

    SignOptions at(Level level, SigningHelp& help)
    {
        SignOptions options;
        options.level = level;
        options.authorities = help.all();
        return options;
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const KeyKind kind :
             {KeyKind::Rsa2048, KeyKind::Rsa3072, KeyKind::Rsa4096, KeyKind::P256, KeyKind::P384}) {
            samples::PersonOptions options;
            options.kind = kind;
            m_people[kind] = m_authorities.authority().make(options);
        }
        m_authorities.authority().revoke(m_revoked);
        m_authorities.publish();
    }

    void everyLevelWithEveryKey_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("pss");
        QTest::addColumn<int>("digest");
        for (const Level level : {Level::BB, Level::BT, Level::BLT, Level::BLTA}) {
            const auto row = [&](const char* name, KeyKind kind, bool pss, DigestAlgorithm digest) {
                QTest::addRow("%s %s", qPrintable(levelWord(level)), name)
                    << static_cast<int>(level) << static_cast<int>(kind) << pss << static_cast<int>(digest);
            };
            row("RSA-2048", KeyKind::Rsa2048, false, DigestAlgorithm::Sha256);
            row("RSA-3072", KeyKind::Rsa3072, false, DigestAlgorithm::Sha384);
            row("RSA-4096", KeyKind::Rsa4096, false, DigestAlgorithm::Sha512);
            row("RSA-2048 PSS", KeyKind::Rsa2048, true, DigestAlgorithm::Sha256);
            row("RSA-3072 PSS", KeyKind::Rsa3072, true, DigestAlgorithm::Sha384);
            row("RSA-4096 PSS", KeyKind::Rsa4096, true, DigestAlgorithm::Sha512);
            row("P-256", KeyKind::P256, false, DigestAlgorithm::Sha256);
            row("P-384", KeyKind::P384, false, DigestAlgorithm::Sha384);
        }
    }

    void everyLevelWithEveryKey()
    {
        QFETCH(int, level);
        QFETCH(int, kind);
        QFETCH(bool, pss);
        QFETCH(int, digest);
        SigningHelp help(m_authorities);
        SignOptions options = at(static_cast<Level>(level), help);
        options.digest = static_cast<DigestAlgorithm>(digest);
        if (pss)
            options.scheme = SignatureScheme::RsaPss;
        const Result<QByteArray> pdf = signedBy(m_people[static_cast<KeyKind>(kind)], m_letter, options);
        QVERIFY2(pdf, pdf ? "" : qPrintable(pdf.error().subject + u' ' + pdf.error().cause));
        QVERIFY(pdf->startsWith(m_letter));
        verifyAllJudges(*pdf, 1, pss, root());
        const std::vector<RaisingSubject> subjects = subjectsOf(*pdf);
        QCOMPARE(subjects.size(), options.level == Level::BLTA ? std::size_t{2} : std::size_t{1});
        QCOMPARE(subjects[0].stamped, options.level >= Level::BT);
        const LongTermData store = storeOf(*pdf);
        if (options.level < Level::BLT) {
            QVERIFY(store.isEmpty());
            return;
        }
        // Signer, timestamp authority and responder, their issuer, the root; an answer each, and the root's list.
        QCOMPARE(store.certificates.size(), 5);
        QCOMPARE(store.ocsps.size(), 2);
        QCOMPARE(store.crls.size(), 1);
        if (options.level == Level::BLTA)
            QVERIFY(subjects[1].timestamp && subjects[1].end == pdf->size());
    }

    void theRoomIsNotLargerThanWhatComesIntoIt()
    {
        SigningHelp help(m_authorities);
        const QByteArray plain = *signedBy(m_maria, m_letter, at(Level::BB, help));
        const qsizetype begin = plain.indexOf("/Contents <") + 11;
        const qsizetype room = (plain.indexOf('>', begin) - begin) / 2;
        QCOMPARE(samples::signedParts(plain)[0].value.size(), room); // RSA: known to the byte
        QVERIFY(plain.size() - m_letter.size() < 8000);
    }

    void aRevokedSignerIsToldAndNothingIsSigned()
    {
        SigningHelp help(m_authorities);
        for (const WhenAway away : {WhenAway::Wait, WhenAway::SignNow}) {
            SignOptions options = at(Level::BLT, help);
            options.away = away;
            QCOMPARE(signedBy(m_revoked, m_letter, options).error().code, ErrorCode::CertificateRevoked);
        }
    }

    void anAuthorityThatIsAwayIsWaitedForOrOwed()
    {
        SigningHelp help(m_authorities, {QStringLiteral("status/503")});
        SignOptions options = at(Level::BLT, help);
        QCOMPARE(signedBy(m_maria, m_letter, options).error().code, ErrorCode::TimestampUnavailable);
        options.away = WhenAway::SignNow;
        const auto key = Pkcs12Key::fromBytes(m_maria.pkcs12, Secret(QByteArray("1234")));
        QBuffer from(&m_letter);
        from.open(QIODevice::ReadOnly);
        QBuffer to;
        to.open(QIODevice::WriteOnly);
        Progress progress;
        options.now = samples::now();
        const Result<SignedPdf> made = signPdf(from, to, **key, options, nullptr, {}, progress);
        QVERIFY2(made, made ? "" : qPrintable(made.error().cause));
        QCOMPARE(made->level, Level::BB);
        QCOMPARE(made->owed->code, ErrorCode::TimestampUnavailable);
        QCOMPARE(made->length, to.data().size());
        verifyAllJudges(to.data(), 1, false, root());
    }

    void aTokenThatDoesNotFitBecomesADocumentTimestamp()
    {
        // An authority whose tokens are larger than any before: its chain is made long.
        QFile chain(m_authorities.folder() + QStringLiteral("/chain.pem"));
        QVERIFY(chain.open(QIODevice::ReadOnly));
        const QByteArray before = chain.readAll();
        chain.close();
        QVERIFY(chain.open(QIODevice::WriteOnly));
        QByteArray longer = before;
        for (int i = 0; i < 12; ++i) {
            samples::PersonOptions other;
            other.name = QStringLiteral("Άλλος %1").arg(i);
            longer += "-----BEGIN CERTIFICATE-----\n" + m_authorities.authority().make(other).certificate.toBase64() +
                      "\n-----END CERTIFICATE-----\n";
        }
        chain.write(longer);
        chain.close();
        SigningHelp help(m_authorities);
        const Result<QByteArray> first = signedBy(m_maria, m_letter, at(Level::BT, help));
        const Result<QByteArray> second = signedBy(m_maria, m_letter, at(Level::BT, help));
        QVERIFY(chain.open(QIODevice::WriteOnly));
        chain.write(before);
        chain.close();
        QVERIFY2(first, first ? "" : qPrintable(first.error().cause));
        QCOMPARE(samples::signedParts(*first).size(), std::size_t{2});
        QVERIFY(allStamped(subjectsOf(*first)));
        verifyAllJudges(*first, 1, false, root());
        QVERIFY(second);
        QCOMPARE(samples::signedParts(*second).size(), std::size_t{1}); // by now the room is known
        QVERIFY(subjectsOf(*second)[0].stamped);
    }

    void keysDoOnlyWhatTheyCan()
    {
        SignOptions options;
        options.scheme = SignatureScheme::RsaPss;
        QCOMPARE(signedBy(m_people[KeyKind::P256], m_letter, options).error().code, ErrorCode::NotSupported);
    }
};

QTEST_GUILESS_MAIN(TestLevels)
#include "test_levels.moc"
