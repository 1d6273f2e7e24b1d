#include "signing/validation/judge_signature.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace diakinisi::signing {

namespace {

bool hasTransform(const pdf::Document& document, const pdf::Dict& signature, QByteArrayView method)
{
    const pdf::Array references = document.get(signature, "Reference").array();
    return std::any_of(references.begin(), references.end(), [&](const pdf::Value& item) {
        return document.get(document.resolve(item).dict(), "TransformMethod").isName(method);
    });
}

/// The certificates of adbe.x509.rsa_sha1: one string or several.
QList<QByteArray> certificatesOf(const pdf::Document& document, const pdf::Dict& signature)
{
    QList<QByteArray> certificates;
    const pdf::Value entry = document.get(signature, "Cert");
    if (const pdf::Text* text = entry.text())
        certificates += text->bytes;
    for (const pdf::Value& item : entry.array())
        if (const pdf::Value one = document.resolve(item); one.text() && certificates.size() < 64)
            certificates += one.text()->bytes;
    return certificates;
}

CmsFinding check(const pdf::Document& document, const SignedRange& range, const QByteArray& filter,
                 const DigestOfRange& digestOfRange, const QList<QByteArray>& others)
{
    if (filter == "adbe.x509.rsa_sha1")
        return checkX509Signature(range.contents, certificatesOf(document, range.signature), digestOfRange);
    return checkCms(range.contents, digestOfRange,
                    filter == "adbe.pkcs7.sha1" ? CmsContent::Sha1 : CmsContent::Detached, others);
}

void judgeCms(SignatureVerdict& verdict, const CmsFinding& cms, bool wantsTimestamp)
{
    if (!cms.readable || cms.isTimestamp != wantsTimestamp) {
        verdict.intact = false;
        return decide(verdict, SubIndication::FormatFailure,
                      cms.readable ? QStringLiteral("a timestamp where a signature must be, or the reverse")
                                   : cms.problem);
    }
    if (!cms.digestHolds && cms.hasCertificate && !cms.digest.isEmpty()) {
        verdict.intact = false;
        return decide(verdict, SubIndication::HashFailure,
                      QStringLiteral("the signed bytes are not those that were signed"));
    }
    if (!cms.hasCertificate)
        return decide(verdict, SubIndication::NoSigningCertificateFound,
                      QStringLiteral("the signer's certificate is not in the signature"));
    if (cms.digest.isEmpty())
        return decide(verdict, SubIndication::CryptoConstraintsFailure, cms.problem);
    verdict.intact = cms.digestHolds && cms.valueHolds;
    if (!cms.valueHolds)
        return decide(verdict, SubIndication::SigCryptoFailure,
                      QStringLiteral("the signature value does not fit the certificate"));
    if (cms.namesOther) {
        verdict.intact.reset(); // whose signature it is cannot be told
        decide(verdict, SubIndication::NoSigningCertificateFound,
               QStringLiteral("the signed attributes name another certificate"));
    }
}

/// ISO 32000-1, 12.8.1 and ETSI EN 319 142-1, 6.3.
bool isKnown(const QByteArray& filter)
{
    return filter == "ETSI.CAdES.detached" || filter == "adbe.pkcs7.detached" || filter == "adbe.pkcs7.sha1" ||
           filter == "adbe.x509.rsa_sha1" || filter == "ETSI.RFC3161";
}

} // namespace

Indication indicationOf(SubIndication subIndication)
{
    switch (subIndication) {
    case SubIndication::None:
        return Indication::TotalPassed;
    case SubIndication::FormatFailure:
    case SubIndication::HashFailure:
    case SubIndication::SigCryptoFailure:
    case SubIndication::Revoked:
    case SubIndication::Expired:
    case SubIndication::NotYetValid:
        return Indication::TotalFailed;
    default:
        return Indication::Indeterminate;
    }
}

void decide(SignatureVerdict& verdict, SubIndication subIndication, const QString& explanation)
{
    verdict.indication = indicationOf(subIndication);
    verdict.subIndication = subIndication;
    verdict.explanation = explanation;
}

Examined examineSignature(const pdf::Document& document, const pdf::Field& field, const SignedRange& range,
                          const DigestOfRange& digestOfRange, const QList<QByteArray>& others)
{
    Examined examined;
    SignatureVerdict& verdict = examined.verdict;
    verdict.field = field.name;
    const QByteArray filter = document.get(range.signature, "SubFilter").name();
    if (filter == "ETSI.RFC3161" || range.signature["Type"].isName("DocTimeStamp"))
        verdict.kind = SignatureKind::Timestamp;
    else if (hasTransform(document, range.signature, "DocMDP"))
        verdict.kind = SignatureKind::Certification;
    verdict.signingTime = readPdfDate(pdf::readTextString(document.get(range.signature, "M")));
    verdict.reason = pdf::readTextString(document.get(range.signature, "Reason")).left(500);
    verdict.location = pdf::readTextString(document.get(range.signature, "Location")).left(500);
    if (!range.problem.isEmpty()) {
        verdict.intact = false;
        decide(verdict, SubIndication::FormatFailure, range.problem);
        return examined;
    }
    verdict.signedLength = range.end;
    verdict.coversWholeFile = range.end == document.length();
    if (!isKnown(filter)) {
        decide(verdict, SubIndication::SigConstraintsFailure,
               QStringLiteral("signature format %1 cannot be judged").arg(QString::fromLatin1(filter.left(40))));
        return examined;
    }
    examined.cms = check(document, range, filter, digestOfRange, others);
    const CmsFinding& cms = examined.cms;
    verdict.digest = cms.digest;
    verdict.algorithm = cms.algorithm;
    if (cms.time)
        verdict.signingTime = cms.time;
    if (const Result<CertificateFacts> signer = readCertificate(cms.certificate))
        verdict.signer = *signer;
    judgeCms(verdict, cms, filter == "ETSI.RFC3161");
    const bool baseline = filter == "ETSI.CAdES.detached" && cms.namesCertificate && !cms.hasSigningTime;
    if (cms.readable && !cms.isTimestamp)
        verdict.level = baseline ? QStringLiteral("B-B") : QStringLiteral("CMS");
    if (filter == "ETSI.CAdES.detached" && verdict.subIndication == SubIndication::None && !cms.namesCertificate)
        decide(verdict, SubIndication::SigConstraintsFailure,
               QStringLiteral("the signed attributes do not name the signer's certificate, as PAdES demands"));
    else if (verdict.subIndication == SubIndication::None)
        verdict.indication = Indication::Indeterminate; // nothing is known of its trust yet
    return examined;
}

SignatureVerdict judgeSignature(const pdf::Document& document, const pdf::Field& field, const SignedRange& range,
                                const DigestOfRange& digestOfRange, const VerifyOptions& options)
{
    return examineSignature(document, field, range, digestOfRange, options.anchors).verdict;
}

std::optional<Instant> readPdfDate(const QString& text)
{
    static const QRegularExpression shape(
        QStringLiteral("^D:(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)?(?:Z.*|([+-])(\\d\\d)'?(\\d\\d)?'?)?$"));
    const QRegularExpressionMatch match = shape.match(text.left(40));
    const auto number = [&](int group) { return match.captured(group).toInt(); };
    const QDateTime local(QDate(number(1), number(2), number(3)), QTime(number(4), number(5), number(6)), Qt::UTC);
    if (!match.hasMatch() || !local.isValid())
        return std::nullopt;
    const std::int64_t offset = (number(8) * 60 + number(9)) * 60'000LL;
    return Instant{local.toMSecsSinceEpoch() - (match.captured(7) == u"-" ? -offset : offset)};
}

QString writePdfDate(Instant instant)
{
    return toUtcDateTime(instant).toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'"));
}

} // namespace diakinisi::signing
