#include "signed_files.h"
#include "test_authorities.h"

#include "signing/pades/raise_pdf.h"
#include "signing/pades/raising_subjects.h"
#include "signing/pades/security_store.h"

#include <QBuffer>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;
using samples::judged;
using samples::signedBy;
using samples::SigningHelp;

class TestRaisePdf : public QObject
{
    Q_OBJECT

private:
    samples::TestAuthorities m_authorities;
    samples::Person m_maria = m_authorities.authority().make({});
    QByteArray m_letter = samples::letterPdf();

    Result<QByteArray> raised(const QByteArray& pdf, Level level, SigningHelp& help, RaisedPdf* said = nullptr)
    {
        QBuffer from;
        from.setData(pdf);
        from.open(QIODevice::ReadOnly);
        QBuffer to;
        to.open(QIODevice::WriteOnly);
        Progress progress;
        const Result<RaisedPdf> done = raisePdf(from, to, {level, help.all(), samples::now()}, {}, progress);
        if (!done)
            return fail(done.error());
        if (said)
            *said = *done;
        return to.data();
    }

    /// Every signature and timestamp in it is intact and nothing that came after is forbidden.
    void verifyAll(const QByteArray& pdf, int signatures, int timestamps)
    {
        const samples::PdfsigWords words = samples::pdfsig(pdf);
        QVERIFY2(words.valid == signatures, words.output.constData());
        QVERIFY(samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--check")}, pdf).exitCode == 0);
        QVERIFY(samples::mutoolSign(pdf).good == signatures);
        int stamped = 0;
        for (const samples::SignedPart& part : samples::signedParts(pdf))
            if (part.timestamp) {
                ++stamped;
                const auto judge = samples::opensslTs(part.value, part.covered, m_authorities.authority().root());
                QVERIFY2(judge.exitCode == 0, judge.output.constData());
            }
        QCOMPARE(stamped, timestamps);
        const Result<PdfVerdict> verdict = judged(pdf, {m_authorities.authority().root()});
        QVERIFY(verdict);
        QVERIFY(verdict->allIntact());
        QCOMPARE(verdict->signatures.size(), static_cast<std::size_t>(signatures + timestamps));
    }

private Q_SLOTS:
    void initTestCase() { m_authorities.publish(); }

    void aSignatureIsRaisedByAppendingOnly_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("table") << m_letter;
        QTest::newRow("object streams") << samples::throughQpdf(m_letter,
                                                                {QStringLiteral("--object-streams=generate")});
        QTest::newRow("linearised") << samples::throughQpdf(m_letter, {QStringLiteral("--linearize")});
        QTest::newRow("turned") << samples::handmadePdf({.rotation = 90});
    }

    void aSignatureIsRaisedByAppendingOnly()
    {
        QFETCH(QByteArray, file);
        SigningHelp help(m_authorities);
        const QByteArray plain = *signedBy(m_maria, file, samples::marked({50, 60, 200, 60}));
        RaisedPdf said;
        const Result<QByteArray> t = raised(plain, Level::BT, help, &said);
        QVERIFY2(t, t ? "" : qPrintable(t.error().cause));
        QVERIFY(t->startsWith(plain) && said.timestamps == 1 && !said.longTermData && said.length == t->size());
        verifyAll(*t, 1, 1);
        // A second time nothing is missing.
        QCOMPARE(*raised(*t, Level::BT, help, &said), *t);
        QCOMPARE(said.timestamps, 0);
        const Result<QByteArray> lt = raised(*t, Level::BLT, help, &said);
        QVERIFY2(lt, lt ? "" : qPrintable(lt.error().cause));
        QVERIFY(lt->startsWith(*t) && lt->size() > t->size() && said.timestamps == 0 && said.longTermData);
        verifyAll(*lt, 1, 1);
        QCOMPARE(*raised(*lt, Level::BLT, help, &said), *lt);
        const Result<QByteArray> lta = raised(*lt, Level::BLTA, help, &said);
        QVERIFY2(lta, lta ? "" : qPrintable(lta.error().cause));
        QVERIFY(lta->startsWith(*lt) && said.timestamps == 1);
        verifyAll(*lta, 1, 2);
        // Renewed: data for the former timestamp, then the next one.
        const Result<QByteArray> renewed = raised(*lta, Level::BLTA, help, &said);
        QVERIFY2(renewed, renewed ? "" : qPrintable(renewed.error().cause));
        QVERIFY(renewed->startsWith(*lta) && said.timestamps == 1 && said.longTermData);
        verifyAll(*renewed, 1, 3);
    }

    void inOneStepAsWell()
    {
        SigningHelp help(m_authorities);
        const QByteArray plain = *signedBy(m_maria, m_letter);
        RaisedPdf said;
        const Result<QByteArray> lta = raised(plain, Level::BLTA, help, &said);
        QVERIFY2(lta, lta ? "" : qPrintable(lta.error().cause));
        QVERIFY(said.timestamps == 2 && said.longTermData);
        verifyAll(*lta, 1, 2);
    }

    void signaturesNumberTimestampsAndRaisesLiveTogether()
    {
        SigningHelp help(m_authorities);
        SignOptions blt = samples::marked({50, 60, 200, 60});
        blt.level = Level::BLT;
        blt.authorities = help.all();
        SignOptions blta = samples::marked({300, 60, 200, 60});
        blta.level = Level::BLTA;
        blta.authorities = help.all();
        QByteArray pdf = *signedBy(m_maria, samples::withNumberField(m_letter), blt);
        verifyAll(pdf, 1, 0);
        pdf = samples::withNumber(pdf);
        verifyAll(pdf, 1, 0);
        pdf = *signedBy(m_maria, pdf, blta);
        verifyAll(pdf, 2, 1);
        for (int i = 2; i < 10; ++i)
            pdf = *signedBy(m_maria, pdf);
        verifyAll(pdf, 10, 1);
        pdf = *raised(pdf, Level::BLTA, help);
        verifyAll(pdf, 10, 3); // the eight without a timestamp got one for all
    }

    void certificationThatForbidsAllStillLetsTimestampsCome()
    {
        SigningHelp help(m_authorities);
        SignOptions options;
        options.certify = Certify::NoChanges;
        const QByteArray closed = *signedBy(m_maria, m_letter, options);
        const Result<QByteArray> lta = raised(closed, Level::BLTA, help);
        QVERIFY2(lta, lta ? "" : qPrintable(lta.error().cause));
        QVERIFY(judged(*lta)->allIntact());
    }

    void whatCannotBeRaisedSaysWhy()
    {
        SigningHelp help(m_authorities);
        const QByteArray plain = *signedBy(m_maria, m_letter);
        QCOMPARE(raised(m_letter, Level::BT, help).error().code, ErrorCode::NotFound);
        QCOMPARE(raised("no PDF", Level::BT, help).error().code, ErrorCode::NotPdf);
        QCOMPARE(raised(plain, Level::BB, help).error().code, ErrorCode::FieldInvalid);
        QByteArray broken = plain;
        broken[500] = static_cast<char>(broken[500] ^ 1);
        QVERIFY(!raised(broken, Level::BT, help));
        SigningHelp away(m_authorities, {QStringLiteral("status/500")});
        QCOMPARE(raised(plain, Level::BT, away).error().code, ErrorCode::TimestampUnavailable);
        const samples::Authority silent; // its certificates name nobody who could be asked
        const QByteArray other = *signedBy(silent.make({}), m_letter);
        QCOMPARE(raised(other, Level::BLT, help).error().code, ErrorCode::RevocationUnavailable);
    }
};

QTEST_GUILESS_MAIN(TestRaisePdf)
#include "test_raise_pdf.moc"
