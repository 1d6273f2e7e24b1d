#include "signed_files.h"

#include <QBuffer>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;
using samples::judged;
using samples::signedBy;

namespace {

void verifyEveryJudge(const QByteArray& pdf, int signatures, const QByteArray& root)
{
    const samples::PdfsigWords words = samples::pdfsig(pdf);
    QVERIFY2(words.signatures == signatures && words.valid == signatures, words.output.constData());
    const samples::ProgramResult cms = samples::opensslCms(pdf, root);
    QVERIFY2(cms.exitCode == 0, cms.output.constData());
    const samples::ProgramResult check = samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--check")}, pdf);
    QVERIFY2(check.exitCode == 0, check.output.constData());
    const Result<PdfVerdict> verdict = judged(pdf, {root});
    QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().cause));
    QVERIFY(verdict->allIntact());
    QCOMPARE(verdict->signatures.size(), static_cast<std::size_t>(signatures));
    for (const SignatureVerdict& signature : verdict->signatures) {
        QCOMPARE(signature.trusted, Trusted::Yes);
        QCOMPARE(signature.level, QStringLiteral("B-B"));
        QCOMPARE(signature.indication, Indication::TotalPassed);
    }
    QVERIFY(verdict->signatures.back().coversWholeFile);
}

} // namespace

class TestSignPdf : public QObject
{
    Q_OBJECT

private:
    samples::Authority m_authority;
    samples::Person m_maria = m_authority.make({});
    QByteArray m_letter = samples::letterPdf();

    ErrorCode refusal(const QByteArray& pdf, const SignOptions& options = {})
    {
        const Result<QByteArray> result = signedBy(m_maria, pdf, options);
        return result ? ErrorCode::InternalFault : result.error().code;
    }

private Q_SLOTS:
    void everyKindOfFileIsSignedTwice_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("by hand") << samples::handmadePdf();
        QTest::newRow("WeasyPrint") << m_letter;
        QTest::newRow("object streams") << samples::throughQpdf(m_letter,
                                                                {QStringLiteral("--object-streams=generate")});
        QTest::newRow("linearised") << samples::throughQpdf(m_letter, {QStringLiteral("--linearize")});
        QTest::newRow("linearised, object streams") << samples::throughQpdf(
            m_letter, {QStringLiteral("--linearize"), QStringLiteral("--object-streams=generate")});
        QTest::newRow("has a form") << samples::handmadePdf({.emptyForm = true});
        QTest::newRow("has an empty signature field") << samples::handmadePdf({.emptySignatureField = true});
        QTest::newRow("odd box") << samples::handmadePdf({.mediaBox = "[-100.5 -50 495 792.25]"});
        QTest::newRow("no line end at the end") << samples::handmadePdf().chopped(1);
        for (const int rotation : {90, 180, 270})
            QTest::addRow("turned by %d", rotation) << samples::handmadePdf({.rotation = rotation});
    }

    void everyKindOfFileIsSignedTwice()
    {
        QFETCH(QByteArray, file);
        QVERIFY(!file.isEmpty());
        const Result<QByteArray> once = signedBy(m_maria, file, samples::marked());
        QVERIFY2(once, once ? "" : qPrintable(once.error().cause));
        QVERIFY(once->startsWith(file));
        verifyEveryJudge(*once, 1, m_authority.root());
        QCOMPARE(samples::pdfsig(*once).whole, 1);
        const Result<QByteArray> twice = signedBy(m_maria, *once, samples::marked({50, 60, 220, 60}));
        QVERIFY2(twice, twice ? "" : qPrintable(twice.error().cause));
        QVERIFY(twice->startsWith(*once));
        verifyEveryJudge(*twice, 2, m_authority.root());
    }

    void everyKindOfKeySigns_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("digest");
        QTest::newRow("RSA") << static_cast<int>(samples::KeyKind::Rsa2048) << "RSA-2048"
                             << "SHA-256";
        QTest::newRow("P-256") << static_cast<int>(samples::KeyKind::P256) << "ECDSA-P-256"
                               << "SHA-256";
        QTest::newRow("P-384") << static_cast<int>(samples::KeyKind::P384) << "ECDSA-P-384"
                               << "SHA-384";
    }

    void everyKindOfKeySigns()
    {
        QFETCH(int, kind);
        samples::PersonOptions options;
        options.kind = static_cast<samples::KeyKind>(kind);
        const Result<QByteArray> pdf = signedBy(m_authority.make(options), m_letter);
        QVERIFY(pdf);
        verifyEveryJudge(*pdf, 1, m_authority.root());
        const SignatureVerdict signature = judged(*pdf)->signatures.front();
        QTEST(signature.signer->key, "key");
        QTEST(signature.digest, "digest");
    }

    void twoPersonsAndTheNumberAfterwards()
    {
        samples::PersonOptions second;
        second.name = QStringLiteral("Νίκος Αγγελόπουλος");
        const QByteArray prepared = samples::withNumberField(m_letter);
        const Result<QByteArray> once = signedBy(m_maria, prepared, samples::marked({50, 60, 200, 60}));
        QVERIFY(once);
        const Result<QByteArray> twice = signedBy(m_authority.make(second), *once, samples::marked());
        QVERIFY(twice);
        const QByteArray numbered = samples::withNumber(*twice);
        QVERIFY(numbered.startsWith(*twice));
        const samples::PdfsigWords words = samples::pdfsig(numbered);
        QVERIFY2(words.signatures == 2 && words.valid == 2, words.output.constData());
        const Result<PdfVerdict> verdict = judged(numbered, {m_authority.root()});
        QVERIFY(verdict && verdict->allIntact());
        QCOMPARE(verdict->signatures[0].signer->commonName, QStringLiteral("Μαρία Παπαδοπούλου"));
        QCOMPARE(verdict->signatures[0].changesAfter.size(), std::size_t{3}); // number and date
        QCOMPARE(verdict->signatures[0].changesAfter[0].what, pdf::ChangeKind::Signing);
        QCOMPARE(verdict->signatures[0].changesAfter[1].what, pdf::ChangeKind::FormFilling);
        QCOMPARE(verdict->signatures[1].signer->commonName, second.name);
        QCOMPARE(verdict->signatures[1].changesAfter.size(), std::size_t{2});
        // And a third signature over the number.
        const Result<QByteArray> thrice = signedBy(m_maria, numbered);
        QVERIFY(thrice);
        QCOMPARE(samples::pdfsig(*thrice).valid, 3);
        QVERIFY(judged(*thrice)->allIntact());
    }

    void tenSignaturesHoldTogether()
    {
        QByteArray pdf = m_letter;
        for (int i = 0; i < 10; ++i) {
            const Result<QByteArray> next = signedBy(m_maria, pdf);
            QVERIFY(next);
            pdf = *next;
        }
        QCOMPARE(samples::pdfsig(pdf).valid, 10);
        QVERIFY(judged(pdf)->allIntact());
    }

    void theMarkIsGreekAndWithoutThePersonalNumber()
    {
        const Result<QByteArray> pdf = signedBy(m_maria, m_letter, samples::marked());
        QVERIFY(pdf);
        const QByteArray text = samples::runOn(QStringLiteral("pdftotext"), {}, *pdf, {QStringLiteral("-")}).output;
        QVERIFY2(text.contains("Ψηφιακά υπογεγραμμένο από") && text.contains("Μαρία Παπαδοπούλου") &&
                     text.contains("Δήμαρχος"),
                 text.constData());
        QVERIFY(!text.contains("123456789"));
        QCOMPARE(
            markLines(QStringLiteral("Υπογραφή"), judged(*pdf)->signatures[0].signer.value(), {},
                      QStringLiteral("σήμερα")),
            QStringList({QStringLiteral("Υπογραφή"), QStringLiteral("Μαρία Παπαδοπούλου"), QStringLiteral("σήμερα")}));
    }

    void anEmptyFieldIsUsedByName()
    {
        const QByteArray file = samples::handmadePdf({.emptySignatureField = true});
        SignOptions options = samples::marked();
        options.fieldName = QStringLiteral("Head");
        options.reason = QStringLiteral("Έγκριση (τελική) /Contents <00>");
        const Result<QByteArray> pdf = signedBy(m_maria, file, options);
        QVERIFY(pdf);
        verifyEveryJudge(*pdf, 1, m_authority.root());
        QCOMPARE(judged(*pdf)->signatures[0].field, QStringLiteral("Head"));
        QCOMPARE(refusal(*pdf, options), ErrorCode::AlreadyExists);
    }

    void certificationIsHeld()
    {
        SignOptions options;
        options.certify = Certify::NoChanges;
        const Result<QByteArray> closed = signedBy(m_maria, m_letter, options);
        QVERIFY(closed);
        verifyEveryJudge(*closed, 1, m_authority.root());
        QCOMPARE(judged(*closed)->signatures[0].kind, SignatureKind::Certification);
        QCOMPARE(refusal(*closed), ErrorCode::PdfForbids);
        options.certify = Certify::Forms;
        const Result<QByteArray> open = signedBy(m_maria, samples::withNumberField(m_letter), options);
        QVERIFY(open);
        QCOMPARE(refusal(*open, options), ErrorCode::PdfForbids); // only the first may certify
        const QByteArray numbered = samples::withNumber(*open);
        const Result<QByteArray> second = signedBy(m_maria, numbered);
        QVERIFY(second);
        verifyEveryJudge(*second, 2, m_authority.root());
    }

    void whatCannotBeSignedSaysWhy()
    {
        QCOMPARE(refusal("no PDF at all"), ErrorCode::NotPdf);
        QCOMPARE(refusal(m_letter.left(3000)), ErrorCode::PdfBroken);
        QCOMPARE(
            refusal(samples::throughQpdf(m_letter, {QStringLiteral("--encrypt"), QStringLiteral("u"),
                                                    QStringLiteral("o"), QStringLiteral("256"), QStringLiteral("--")})),
            ErrorCode::PdfEncrypted);
        QCOMPARE(refusal(m_letter, samples::marked({300, 60, 220, 60}, 9)), ErrorCode::FieldInvalid);
        QCOMPARE(refusal(m_letter, samples::marked({580, 60, 220, 60})), ErrorCode::FieldInvalid);
        SignOptions level;
        level.level = Level::BT;
        QCOMPARE(refusal(m_letter, level), ErrorCode::TimestampUnavailable); // no authority was given
    }

    void certificatesThatMayNotSignAreRefused()
    {
        samples::PersonOptions old;
        old.validFrom = -7200;
        old.validTo = -3600;
        QCOMPARE(signedBy(m_authority.make(old), m_letter).error().code, ErrorCode::CertificateExpired);
        samples::PersonOptions young;
        young.validFrom = 3600;
        QCOMPARE(signedBy(m_authority.make(young), m_letter).error().code, ErrorCode::CertificateExpired);
        samples::PersonOptions other;
        other.keyUsage = "critical,keyEncipherment";
        QCOMPARE(signedBy(m_authority.make(other), m_letter).error().code, ErrorCode::CertificateUnsuitable);
    }

    void aStopIsObeyed()
    {
        const auto key = Pkcs12Key::fromBytes(m_maria.pkcs12, Secret(QByteArray("1234")));
        QBuffer from(&m_letter);
        from.open(QIODevice::ReadOnly);
        QBuffer to;
        to.open(QIODevice::WriteOnly);
        std::stop_source stop;
        stop.request_stop();
        Progress progress;
        SignOptions options;
        options.now = samples::now();
        QCOMPARE(signPdf(from, to, **key, options, nullptr, stop.get_token(), progress).error().code,
                 ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestSignPdf)
#include "test_sign_pdf.moc"
