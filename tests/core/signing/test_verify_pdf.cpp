#include "signed_files.h"

#include "pdf/incremental_update.h"

#include <QBuffer>
#include <QTest>

#include <functional>

using namespace diakinisi;
using namespace diakinisi::signing;
using samples::judged;
using samples::signedBy;

namespace {

QByteArray edited(const QByteArray& file, const std::function<void(pdf::IncrementalUpdate&)>& edit)
{
    QBuffer in;
    in.setData(file);
    in.open(QIODevice::ReadOnly);
    const Result<pdf::Document> document = pdf::Document::open(in);
    pdf::IncrementalUpdate update(*document);
    edit(update);
    return file + update.section().bytes;
}

/// Neither intact without remark nor passed: what must hold of every attack.
bool isShownAsGood(const QByteArray& pdf)
{
    const Result<PdfVerdict> verdict = judged(pdf);
    if (!verdict)
        return false;
    return std::any_of(verdict->signatures.begin(), verdict->signatures.end(), [](const SignatureVerdict& s) {
        return s.indication != Indication::TotalFailed && s.intact.value_or(true) && !s.changedUnlawfully();
    });
}

QString subIndication(const QByteArray& pdf)
{
    const Result<PdfVerdict> verdict = judged(pdf);
    if (!verdict)
        return errorWord(verdict.error().code);
    return verdict->signatures.empty() ? QStringLiteral("none")
                                       : subIndicationWord(verdict->signatures.front().subIndication);
}

} // namespace

class TestVerifyPdf : public QObject
{
    Q_OBJECT

private:
    samples::Authority m_authority;
    samples::Person m_maria = m_authority.make({});
    QByteArray m_signed;

private Q_SLOTS:
    void initTestCase()
    {
        const Result<QByteArray> pdf = signedBy(m_maria, samples::handmadePdf({.pages = 2, .emptyForm = true}));
        QVERIFY(pdf);
        m_signed = *pdf;
        QVERIFY(judged(m_signed)->allIntact());
    }

    void anUnsignedFileHasNoSignature()
    {
        const Result<PdfVerdict> verdict = judged(samples::handmadePdf());
        QVERIFY(verdict && verdict->signatures.empty());
        QVERIFY(!verdict->allIntact() && !verdict->allPassed());
    }

    void trustIsKeptApart()
    {
        const auto of = [&](const QList<QByteArray>& anchors) { return judged(m_signed, anchors)->signatures.front(); };
        QCOMPARE(of({}).trusted, Trusted::Unknown);
        QCOMPARE(of({}).subIndication, SubIndication::NoCertificateChainFound);
        QCOMPARE(of({samples::Authority().root()}).trusted, Trusted::No);
        QCOMPARE(of({samples::Authority().root()}).subIndication, SubIndication::NoCertificateChainFound);
        QCOMPARE(of({m_authority.root()}).trusted, Trusted::Yes);
        QCOMPARE(of({m_authority.root()}).indication, Indication::TotalPassed); // names no place to ask for revocation
        QBuffer file(&m_signed);
        file.open(QIODevice::ReadOnly);
        const Result<PdfVerdict> later =
            verifyPdf(file, {{m_authority.root()}, samples::now() + 400LL * 24 * 3600 * 1000});
        QCOMPARE(later->signatures.front().subIndication, SubIndication::OutOfBoundsNoPoe);
        QVERIFY(*later->signatures.front().intact);
    }

    void aChangedByteIsAHashFailure()
    {
        QByteArray pdf = m_signed;
        pdf.replace("pays 100 EUR", "pays 900 EUR");
        QCOMPARE(subIndication(pdf), QStringLiteral("HASH_FAILURE"));
        QVERIFY(!*judged(pdf)->signatures.front().intact);
    }

    void aChangedValueIsACryptoFailure()
    {
        // The last byte of the RSA value: before the room's zeros.
        QByteArray pdf = m_signed;
        const qsizetype begin = pdf.indexOf("/Contents <") + 11;
        qsizetype last = pdf.indexOf('>', begin) - 1;
        while (pdf[last] == '0')
            --last;
        pdf[last] = pdf[last] == '1' ? '2' : '1';
        QCOMPARE(subIndication(pdf), QStringLiteral("SIG_CRYPTO_FAILURE"));
    }

    void forgeriesOfTheSignatureDictionary_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const qsizetype begin = m_signed.indexOf("/Contents <") + 10;
        const QByteArray contents = m_signed.mid(begin, m_signed.indexOf('>', begin) + 1 - begin);
        const qsizetype rangeAt = m_signed.indexOf("/ByteRange [");
        const QByteArray range = m_signed.mid(rangeAt, m_signed.indexOf(']', rangeAt) + 1 - rangeAt);
        const QList<QByteArray> n = range.mid(12).chopped(1).simplified().split(' ');
        const auto row = [&](const char* name, const QByteArray& from, const QByteArray& to) {
            QTest::newRow(name) << from << to.leftJustified(from.size(), ' ');
        };
        const auto ranged = [&](const QByteArray& a, const QByteArray& b, const QByteArray& c, const QByteArray& d) {
            return "/ByteRange [" + a + ' ' + b + ' ' + c + ' ' + d + "]";
        };
        row("no contents", "/Contents ", "/Kontents ");
        row("contents null", contents, "null");
        row("contents empty", contents, "<>");
        row("contents zero", contents, "<00>");
        row("contents all zero", contents, '<' + QByteArray(contents.size() - 2, '0') + '>');
        row("contents a literal", contents, "(" + QByteArray(contents.size() - 2, 'a') + ")");
        row("contents with a space", contents, "< " + contents.mid(1, contents.size() - 4) + ">");
        row("no range", "/ByteRange ", "/BiteRange ");
        row("range null", range, "/ByteRange null");
        row("range empty", range, "/ByteRange []");
        row("range of two", range, "/ByteRange [" + n[0] + ' ' + n[1] + "]");
        row("range negative", range, ranged("0", "-" + n[1], n[2], n[3]));
        row("range not from the start", range, ranged("1", n[1], n[2], n[3]));
        row("range overlapping", range, ranged("0", n[2], n[1], n[3]));
        row("range with a wider gap", range, ranged("0", QByteArray::number(n[1].toInt() - 20), n[2], n[3]));
        row("range with a longer gap", range,
            ranged("0", n[1], QByteArray::number(n[2].toInt() + 9), QByteArray::number(n[3].toInt() - 9)));
        row("range beyond the end", range, ranged("0", n[1], n[2], QByteArray::number(n[3].toInt() + 100)));
        row("range too short", range, ranged("0", n[1], n[2], "5"));
        row("range huge", range, ranged("0", n[1], n[2], "9999999999999"));
        row("another filter", "/ETSI.CAdES.detached", "/adbe.x509.rsa_sha1 ");
        row("a timestamp", "/ETSI.CAdES.detached", "/ETSI.RFC3161");
    }

    void forgeriesOfTheSignatureDictionary()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QVERIFY(m_signed.contains(from));
        QByteArray pdf = m_signed;
        pdf.replace(from, to);
        const Result<PdfVerdict> verdict = judged(pdf);
        QVERIFY(!verdict || !verdict->allIntact());
        if (verdict && !verdict->signatures.empty() && from != "/ETSI.CAdES.detached")
            QCOMPARE(verdict->signatures.front().indication, Indication::TotalFailed);
    }

    void incrementalAttacksAreNamed_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::newRow("page replaced") << edited(m_signed, [](pdf::IncrementalUpdate& u) {
            u.set({11, 0}, pdf::Dict{{"Length", 0}});
        });
        QByteArray rooted = edited(m_signed, [](pdf::IncrementalUpdate& u) {
                                pdf::Dict catalog = u.document().catalog();
                                catalog.set("Pages", u.add(pdf::Dict{{"Type", pdf::Name{"Pages"}}, {"Count", 0}}));
                                u.add(catalog);
                            }).mid(m_signed.size());
        const qsizetype added = rooted.lastIndexOf(" 0 obj");
        const QByteArray newRoot =
            rooted.mid(rooted.lastIndexOf('\n', added) + 1, added - rooted.lastIndexOf('\n', added) - 1);
        rooted.replace("/Root 1 0 R", "/Root " + newRoot + " 0 R");
        QTest::newRow("another root") << m_signed + rooted;
        QTest::newRow("bytes appended") << m_signed + "11 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n";
        QTest::newRow("bytes and end mark appended")
            << m_signed + "11 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n%%EOF\n";
        QTest::newRow("trailer without table")
            << m_signed + "11 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R/Size 99>>\nstartxref\n0\n%%EOF\n";
        QTest::newRow("signature's own look changed") << edited(m_signed, [](pdf::IncrementalUpdate& u) {
            for (std::int32_t number = 12; number < u.document().nextNumber(); ++number) {
                pdf::Dict field = u.current(pdf::Value(pdf::Ref{number, 0})).dict();
                if (!field["FT"].isName("Sig"))
                    continue;
                field.set("Rect", pdf::Array{0, 0, 600, 800});
                u.set({number, 0}, field);
            }
        });
        QTest::newRow("text box laid over") << edited(m_signed, [](pdf::IncrementalUpdate& u) {
            pdf::Dict page = u.current(pdf::Value(pdf::Ref{10, 0})).dict();
            pdf::Array annotations = u.current(page, "Annots").array();
            annotations.push_back(
                u.add(pdf::Dict{{"Subtype", pdf::Name{"FreeText"}}, {"Rect", pdf::Array{0, 0, 600, 800}}}));
            page.set("Annots", annotations);
            u.set({10, 0}, page);
        });
    }

    void incrementalAttacksAreNamed()
    {
        QFETCH(QByteArray, pdf);
        QVERIFY(pdf.startsWith(m_signed));
        QVERIFY(!isShownAsGood(pdf));
        const Result<PdfVerdict> verdict = judged(pdf);
        if (!verdict)
            return; // refused as broken: nothing is shown at all
        const SignatureVerdict& signature = verdict->signatures.front();
        QVERIFY(*signature.intact); // the signed bytes themselves are untouched, and that is said apart
        QVERIFY(!signature.coversWholeFile);
        QVERIFY(signature.changedUnlawfully());
        QCOMPARE(signature.indication, Indication::TotalFailed);
    }

    void aWrappedSignatureIsNotGood()
    {
        // Signature wrapping: the second signed part is moved behind an inserted page, and the range says so.
        const qsizetype rangeAt = m_signed.indexOf("/ByteRange [");
        const QByteArray range = m_signed.mid(rangeAt, m_signed.indexOf(']', rangeAt) + 1 - rangeAt);
        const QList<QByteArray> n = range.mid(12).chopped(1).simplified().split(' ');
        const QByteArray evil = "\n11 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n";
        QByteArray pdf = m_signed;
        pdf.insert(n[2].toInt(), evil);
        const QByteArray moved =
            "/ByteRange [0 " + n[1] + ' ' + QByteArray::number(n[2].toInt() + evil.size()) + ' ' + n[3] + "]";
        pdf.replace(range, moved.leftJustified(range.size(), ' '));
        QVERIFY(!isShownAsGood(pdf));
    }

    void anotherPersonsCertificateIsNotTakenForTheSigners()
    {
        // The value of one file in another file's dictionary.
        const Result<QByteArray> other =
            signedBy(m_authority.make({}), samples::handmadePdf({.pages = 3, .emptyForm = true}));
        const auto valueOf = [](const QByteArray& pdf) {
            const qsizetype begin = pdf.indexOf("/Contents <") + 11;
            return pdf.mid(begin, pdf.indexOf('>', begin) - begin);
        };
        QByteArray pdf = m_signed;
        QCOMPARE(valueOf(pdf).size(), valueOf(*other).size());
        pdf.replace(valueOf(pdf), valueOf(*other));
        QCOMPARE(subIndication(pdf), QStringLiteral("HASH_FAILURE"));
    }
};

QTEST_GUILESS_MAIN(TestVerifyPdf)
#include "test_verify_pdf.moc"
