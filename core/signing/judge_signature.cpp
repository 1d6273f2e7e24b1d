#include "signing/judge_signature.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace diakinisi::signing {

namespace {

void decide(SignatureVerdict& verdict, Indication indication, SubIndication sub, const QString& explanation)
{
    verdict.indication = indication;
    verdict.subIndication = sub;
    verdict.explanation = explanation;
}

bool isWeak(const QString& digest)
{
    return digest == u"SHA-1" || digest == u"SHA1" || digest.startsWith(u"MD");
}

bool hasTransform(const pdf::Document& document, const pdf::Dict& signature, QByteArrayView method)
{
    const pdf::Array references = document.get(signature, "Reference").array();
    return std::any_of(references.begin(), references.end(), [&](const pdf::Value& item) {
        return document.get(document.resolve(item).dict(), "TransformMethod").isName(method);
    });
}

void judgeChain(SignatureVerdict& verdict, const CmsFinding& cms, const VerifyOptions& options)
{
    const TrustFinding trust = judgeTrust(cms, options);
    verdict.trusted = trust.trusted;
    verdict.indication = Indication::Indeterminate;
    verdict.subIndication = trust.subIndication;
    verdict.explanation = trust.explanation;
    if (isWeak(verdict.digest))
        decide(verdict, Indication::Indeterminate, SubIndication::CryptoConstraintsFailure, verdict.digest);
    else if (trust.trusted == Trusted::Yes)
        decide(verdict, Indication::Indeterminate, SubIndication::TryLater,
               QStringLiteral("revocation of the certificates was not checked"));
}

void judgeCms(SignatureVerdict& verdict, const CmsFinding& cms, const VerifyOptions& options)
{
    if (!cms.readable) {
        decide(verdict, Indication::TotalFailed, SubIndication::FormatFailure, cms.problem);
        verdict.intact = false;
        return;
    }
    verdict.intact = cms.digestHolds && cms.valueHolds;
    if (!cms.digestHolds)
        return decide(verdict, Indication::TotalFailed, SubIndication::HashFailure,
                      QStringLiteral("the signed bytes are not those that were signed"));
    if (!cms.valueHolds)
        return decide(verdict, Indication::TotalFailed, SubIndication::SigCryptoFailure,
                      QStringLiteral("the signature value does not fit the certificate"));
    if (cms.namesOther) {
        verdict.intact.reset(); // whose signature it is cannot be told
        return decide(verdict, Indication::Indeterminate, SubIndication::NoSigningCertificateFound,
                      QStringLiteral("the signed attributes name another certificate"));
    }
    judgeChain(verdict, cms, options);
}

} // namespace

SignatureVerdict judgeSignature(const pdf::Document& document, const pdf::Field& field, const SignedRange& range,
                                const std::function<QByteArray(const QString&)>& digestOfRange,
                                const VerifyOptions& options)
{
    SignatureVerdict verdict;
    verdict.field = field.name;
    const QByteArray filter = document.get(range.signature, "SubFilter").name();
    if (filter == "ETSI.RFC3161" || range.signature["Type"].isName("DocTimeStamp"))
        verdict.kind = SignatureKind::Timestamp;
    else if (hasTransform(document, range.signature, "DocMDP"))
        verdict.kind = SignatureKind::Certification;
    verdict.signingTime = readPdfDate(pdf::readTextString(document.get(range.signature, "M")));
    if (!range.problem.isEmpty()) {
        decide(verdict, Indication::TotalFailed, SubIndication::FormatFailure, range.problem);
        verdict.intact = false;
        return verdict;
    }
    verdict.signedLength = range.end;
    verdict.coversWholeFile = range.end == document.length();
    if (filter != "ETSI.CAdES.detached" && filter != "adbe.pkcs7.detached" && filter != "ETSI.RFC3161") {
        decide(verdict, Indication::Indeterminate, SubIndication::SigConstraintsFailure,
               QStringLiteral("signature format %1 cannot be judged").arg(QString::fromLatin1(filter.left(40))));
        return verdict;
    }
    const CmsFinding cms = checkCms(range.contents, digestOfRange);
    verdict.digest = cms.digest;
    if (cms.time)
        verdict.signingTime = cms.time;
    if (const Result<CertificateFacts> signer = readCertificate(cms.certificate))
        verdict.signer = *signer;
    if (cms.readable && cms.isTimestamp != (filter == "ETSI.RFC3161")) {
        decide(verdict, Indication::TotalFailed, SubIndication::FormatFailure,
               QStringLiteral("a timestamp where a signature must be, or the reverse"));
        verdict.intact = false;
        return verdict;
    }
    judgeCms(verdict, cms, options);
    const bool baseline = filter == "ETSI.CAdES.detached" && cms.namesCertificate && !cms.hasSigningTime;
    if (cms.readable && !cms.isTimestamp)
        verdict.level = baseline ? QStringLiteral("B-B") : QStringLiteral("CMS");
    return verdict;
}

pdf::ChangeRules rulesOf(const pdf::Document& document, const pdf::Dict& signature,
                         const std::vector<pdf::Field>& fields)
{
    pdf::ChangeRules rules;
    for (const pdf::Value& item : document.get(signature, "Reference").array()) {
        const pdf::Dict reference = document.resolve(item).dict();
        const pdf::Dict parameters = document.get(reference, "TransformParams").dict();
        const pdf::Value method = document.get(reference, "TransformMethod");
        const std::int64_t p = document.get(parameters, "P").integer(method.isName("DocMDP") ? 2 : 0);
        if (p >= 1 && p <= 3)
            rules.permission = std::min(rules.permission, static_cast<pdf::Permission>(p));
        if (!method.isName("FieldMDP"))
            continue;
        std::vector<QString> named;
        for (const pdf::Value& name : document.get(parameters, "Fields").array())
            named.push_back(pdf::readTextString(document.resolve(name)));
        const pdf::Value action = document.get(parameters, "Action");
        if (action.isName("Include")) {
            rules.lockedFields.insert(rules.lockedFields.end(), named.begin(), named.end());
        } else if (action.isName("Exclude")) {
            for (const pdf::Field& field : fields)
                if (std::find(named.begin(), named.end(), field.name) == named.end())
                    rules.lockedFields.push_back(field.name);
        } else {
            rules.allFieldsLocked = true;
        }
    }
    return rules;
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
