#include "pdf/rewrite.h"
#include "signed_files.h"

#include <QBuffer>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;

// What a file or a field forbids or demands.
namespace {

QByteArray withField(const QByteArray& entries, const QByteArray& catalog = {})
{
    return samples::assemble(
        {"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R 5 0 R]>>" + catalog + ">>",
         "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[4 0 R 5 0 R]>>",
         "<</Type/Annot/Subtype/Widget/FT/Sig/T(Head)/Rect[300 100 500 160]/F 4/P 3 0 R" + entries + ">>",
         "<</Type/Annot/Subtype/Widget/FT/Tx/T(Sum)/Rect[50 100 200 120]/F 4/P 3 0 R>>"},
        "/Root 1 0 R");
}

SignOptions inField(const char* name = "Head")
{
    SignOptions options;
    options.fieldName = QLatin1StringView(name);
    return options;
}

} // namespace

class TestMaySign : public QObject
{
    Q_OBJECT

private:
    samples::Authority m_authority;
    samples::Person m_maria = m_authority.make({});

    /// The reason of the refusal; empty when it was signed.
    QString refusal(const QByteArray& file, const SignOptions& options = {})
    {
        const Result<QByteArray> done = samples::signedBy(m_maria, file, options);
        return done ? QString() : errorWord(done.error().code) + QStringLiteral(": ") + done.error().cause;
    }

private Q_SLOTS:
    void seedValuesAreKeptOrRefused_data()
    {
        QTest::addColumn<QByteArray>("seed");
        QTest::addColumn<QString>("reason");
        const QString none;
        QTest::newRow("wishes bind nobody") << QByteArray("/Ff 0/Filter/Other/SubFilter[/other]/Reasons[(x)]") << none;
        QTest::newRow("our format") << QByteArray("/Ff 3/Filter/Adobe.PPKLite/SubFilter[/a/ETSI.CAdES.detached]")
                                    << none;
        QTest::newRow("another handler") << QByteArray("/Ff 1/Filter/Entrust.PPKEF") << QStringLiteral("handler");
        QTest::newRow("another format") << QByteArray("/Ff 2/SubFilter[/adbe.pkcs7.sha1]") << QStringLiteral("format");
        QTest::newRow("our digest") << QByteArray("/Ff 64/DigestMethod[(SHA1)(SHA256)]") << none;
        QTest::newRow("another digest") << QByteArray("/Ff 64/DigestMethod[(SHA1)]") << QStringLiteral("digest");
        QTest::newRow("a reason of its own") << QByteArray("/Ff 8/Reasons[(Approved)]") << QStringLiteral("reasons");
        QTest::newRow("no reason at all") << QByteArray("/Ff 8/Reasons[(.)]") << none;
        QTest::newRow("a certification") << QByteArray("/MDP<</P 2>>") << QStringLiteral("certification");
        QTest::newRow("no certification") << QByteArray("/MDP<</P 0>>") << none;
        QTest::newRow("a timestamp") << QByteArray("/TimeStamp<</URL(http://x)/Ff 1>>") << QStringLiteral("timestamp");
        QTest::newRow("a timestamp, if you like") << QByteArray("/TimeStamp<</URL(http://x)>>") << none;
        QTest::newRow("revocation data") << QByteArray("/Ff 32/AddRevInfo true") << QStringLiteral("revocation");
        QTest::newRow("a certificate") << QByteArray("/Cert<</Ff 1/Subject[<00>]>>") << QStringLiteral("certificate");
        QTest::newRow("a kind of certificate")
            << QByteArray("/Cert<</Ff 32/KeyUsage[(1)]>>") << QStringLiteral("certificates");
        QTest::newRow("a newer handler") << QByteArray("/Ff 4/V 9") << QStringLiteral("newer");
    }

    void seedValuesAreKeptOrRefused()
    {
        QFETCH(QByteArray, seed);
        QFETCH(QString, reason);
        const QString refused = refusal(withField("/SV<</Type/SV" + seed + ">>"), inField());
        if (reason.isEmpty())
            QCOMPARE(refused, QString());
        else
            QVERIFY2(refused.startsWith(u"pdf-forbids") && refused.contains(reason), qPrintable(refused));
    }

    void aSeedValueThatWeFulfilIsFulfilled()
    {
        SignOptions options = inField();
        options.reason = QStringLiteral("Approved");
        QCOMPARE(refusal(withField("/SV<</Ff 8/Reasons[(Seen)(Approved)]>>"), options), QString());
        options.certify = Certify::Forms;
        QCOMPARE(refusal(withField("/SV<</MDP<</P 2>>>>"), options), QString());
        QVERIFY(refusal(withField("/SV<</MDP<</P 0>>>>"), options).contains(u"ordinary"));
    }

    void aReadOnlyFieldIsNotSigned() { QVERIFY(refusal(withField("/Ff 1"), inField()).startsWith(u"pdf-forbids")); }

    void theFieldsLockIsSetAndHeld()
    {
        const QByteArray file = withField("/Lock<</Type/SigFieldLock/Action/Include/Fields[(Sum)(Second)]>>");
        const Result<QByteArray> once = samples::signedBy(m_maria, file, inField());
        QVERIFY(once);
        QVERIFY(once->contains("/TransformMethod /FieldMDP"));
        QCOMPARE(samples::pdfsig(*once).valid, 1);
        QVERIFY(refusal(*once, inField("Second")).contains(u"locks the field"));
        QCOMPARE(refusal(*once, inField("Third")), QString());
        const Result<QByteArray> all =
            samples::signedBy(m_maria, withField("/Lock<</Type/SigFieldLock/Action/All>>"), inField());
        QVERIFY(all);
        QVERIFY(refusal(*all).contains(u"locks the field"));
    }

    void dynamicFormsAreRefused()
    {
        QByteArray file = withField({}, "/NeedsRendering true");
        file.replace("/AcroForm<</Fields[4 0 R 5 0 R]", "/AcroForm<</XFA[(template)5 0 R]/Fields[4 0 R 5 0 R]");
        file = samples::throughQpdf(file, {}); // puts the offsets right
        QVERIFY2(refusal(file).contains(u"XFA"), qPrintable(refusal(file)));
    }

    void encryptionsRightsAreKept()
    {
        const auto locked = [](const char* rights) {
            return samples::throughQpdf(withField({}),
                                        {QStringLiteral("--encrypt"), QString(), QStringLiteral("o"),
                                         QStringLiteral("256"), QLatin1StringView(rights), QStringLiteral("--")});
        };
        QVERIFY(refusal(locked("--modify=none")).startsWith(u"pdf-forbids"));
        QVERIFY(refusal(locked("--modify=none"), inField()).startsWith(u"pdf-forbids"));
        QVERIFY(refusal(locked("--modify=form")).startsWith(u"pdf-forbids"));
        QCOMPARE(refusal(locked("--modify=form"), inField()), QString());
        QCOMPARE(refusal(locked("--modify=all")), QString());
    }

    void aDamagedFileIsSignedOnlyWhenWrittenAnew()
    {
        const QByteArray letter = samples::letterPdf();
        QByteArray damaged = letter.left(letter.lastIndexOf("startxref"));
        QVERIFY(refusal(damaged).contains(u"written anew"));
        QBuffer from(&damaged);
        from.open(QIODevice::ReadOnly);
        QBuffer to;
        to.open(QIODevice::WriteOnly);
        QVERIFY(pdf::rewritePdf(from, to));
        const Result<QByteArray> done = samples::signedBy(m_maria, to.data(), samples::marked());
        QVERIFY(done);
        QCOMPARE(samples::pdfsig(*done).whole, 1);
    }

    /// Whatever is repaired: a signature is never good because of it.
    void aRepairNeverMakesASignatureGood()
    {
        const Result<QByteArray> good = samples::signedBy(m_maria, samples::letterPdf());
        QVERIFY(good);
        // Damage behind the signed part.
        const Result<PdfVerdict> behind =
            samples::judged(*good + "9 0 obj\n<<>>\nendobj\nstartxref\n77\n%%EOF\n", {m_authority.root()});
        QVERIFY(behind && behind->signatures.size() == 1);
        QVERIFY(!behind->allIntact() && !behind->allPassed());
        QCOMPARE(behind->signatures[0].indication, Indication::TotalFailed);
        // Damage within it.
        QByteArray within = *good;
        within.replace(within.lastIndexOf("startxref") + 10, 3, "000");
        const Result<PdfVerdict> judged = samples::judged(within, {m_authority.root()});
        QVERIFY(judged);
        QVERIFY(!judged->allIntact() && !judged->allPassed());
    }
};

QTEST_GUILESS_MAIN(TestMaySign)
#include "test_may_sign.moc"
