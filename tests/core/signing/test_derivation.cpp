#include "signed_files.h"
#include "test_authorities.h"

#include "pdf/number_field.h"
#include "pdf/stamp.h"
#include "signing/pades/raise_pdf.h"
#include "signing/validation/derivation.h"

#include <QBuffer>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;
using samples::signedBy;

namespace {

Result<Derivation> derived(const QByteArray& former, const QByteArray& renewed)
{
    QBuffer a;
    a.setData(former);
    a.open(QIODevice::ReadOnly);
    QBuffer b;
    b.setData(renewed);
    b.open(QIODevice::ReadOnly);
    return checkDerivation(a, b, {{}, samples::now()});
}

} // namespace

class TestDerivation : public QObject
{
    Q_OBJECT

private:
    samples::Authority m_authority;
    samples::Person m_maria = m_authority.make({});
    QByteArray m_letter = samples::letterPdf();

private Q_SLOTS:
    void theWholeWayOfADocumentIsProved()
    {
        const QByteArray prepared = samples::withNumberField(m_letter);
        Result<Derivation> step = derived(m_letter, prepared);
        QVERIFY2(step, step ? "" : qPrintable(step.error().cause));
        QVERIFY(!step->newSignature && !step->numberFilled);

        const Result<QByteArray> coSigned = signedBy(m_maria, prepared, samples::marked({50, 60, 200, 60}));
        step = derived(prepared, *coSigned);
        QVERIFY2(step, step ? "" : qPrintable(step.error().cause));
        QVERIFY(step->newSignature && !step->numberFilled);
        QCOMPARE(step->newSignature->signer->fingerprint, Sha256::of(m_maria.certificate));

        const QByteArray numbered = samples::withNumber(*coSigned);
        step = derived(*coSigned, numbered);
        QVERIFY(step && !step->newSignature && step->numberFilled);
        QCOMPARE(step->number, QStringLiteral("123/2026"));

        const Result<QByteArray> last = signedBy(m_maria, numbered, samples::marked());
        step = derived(*coSigned, *last); // number and signature in one rendition
        QVERIFY(step && step->newSignature && step->numberFilled);
        QVERIFY(step->newSignature->coversWholeFile);
    }

    void aRaisedSignatureIsProvedAsWell()
    {
        samples::TestAuthorities authorities;
        const samples::Person eleni = authorities.authority().make({});
        authorities.publish();
        samples::SigningHelp help(authorities);
        SignOptions options;
        options.level = Level::BLTA;
        options.authorities = help.all();
        const QByteArray prepared = samples::withNumberField(m_letter);
        const QByteArray archived = *signedBy(eleni, prepared, options);
        Result<Derivation> step = derived(prepared, archived);
        QVERIFY2(step, step ? "" : qPrintable(step.error().cause));
        QCOMPARE(step->newSignature->kind, SignatureKind::Signature);
        QCOMPARE(step->newSignature->signer->fingerprint, Sha256::of(eleni.certificate));
        // Signed first, raised later.
        const QByteArray once = *signedBy(eleni, prepared);
        QBuffer from;
        from.setData(once);
        from.open(QIODevice::ReadOnly);
        QBuffer to;
        to.open(QIODevice::WriteOnly);
        Progress progress;
        QVERIFY(raisePdf(from, to, {Level::BLTA, help.all(), samples::now()}, {}, progress));
        step = derived(once, to.data());
        QVERIFY2(step, step ? "" : qPrintable(step.error().cause));
        QCOMPARE(step->newSignature->kind, SignatureKind::Timestamp);
        QVERIFY(!step->numberFilled);
        // A number that is filled after the signature is no raising.
        QVERIFY(!derived(prepared, samples::withNumber(archived)));
    }

    void whatIsNotDerivedIsRefused()
    {
        const QByteArray prepared = samples::withNumberField(m_letter);
        const QByteArray once = *signedBy(m_maria, prepared);
        const auto refused = [](const Result<Derivation>& d) {
            return !d && d.error().code == ErrorCode::SignatureNotAccepted;
        };
        QVERIFY(refused(derived(prepared, prepared))); // nothing came
        QVERIFY(refused(derived(once, prepared)));     // shorter
        QVERIFY(refused(derived(samples::letterPdf() + "\n", once)));
        const QByteArray twice = *signedBy(m_maria, once);
        QVERIFY(refused(derived(prepared, twice)));                  // two at once
        QVERIFY(refused(derived(once, samples::withNumber(twice)))); // something after the signature
        QVERIFY(refused(derived(once, once + "tail")));
        QBuffer from;
        from.setData(once);
        from.open(QIODevice::ReadOnly);
        QBuffer stamped;
        stamped.open(QIODevice::WriteOnly);
        pdf::StampOptions options;
        options.lines = {QStringLiteral("1/2026")};
        QVERIFY(pdf::stampPrintCopy(from, stamped, samples::dejaVu(), options));
        QVERIFY(refused(derived(once, stamped.data())));
        QByteArray broken = twice;
        broken[broken.lastIndexOf("/Reason") > 0 ? broken.lastIndexOf("/Reason") : broken.size() - 40] = 'x';
        QVERIFY(!derived(once, broken));
    }

    void aFieldThatHidesThePageIsNoNumberField()
    {
        pdf::NumberFieldOptions options;
        options.area = pdf::Rect{10, 10, 500, 800};
        QBuffer from(&m_letter);
        from.open(QIODevice::ReadOnly);
        QBuffer to;
        to.open(QIODevice::WriteOnly);
        QVERIFY(pdf::addNumberField(from, to, samples::dejaVu(), options));
        QCOMPARE(derived(m_letter, to.data()).error().code, ErrorCode::SignatureNotAccepted);
    }
};

QTEST_GUILESS_MAIN(TestDerivation)
#include "test_derivation.moc"
