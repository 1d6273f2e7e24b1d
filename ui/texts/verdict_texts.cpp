#include "ui/texts/verdict_texts.h"

#include "ui/texts/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace diakinisi::ui {

using signing::Indication;
using signing::SubIndication;

namespace {

class Verdicts
{
    Q_DECLARE_TR_FUNCTIONS(Verdicts)
};

struct Entry {
    SubIndication sub;
    const char* sentence;
    const char* advice;
};

constexpr const char* askTheSender =
    QT_TRANSLATE_NOOP("Verdicts", "Do not rely on it; ask the sender for the original.");
constexpr const char* askToSignAnew =
    QT_TRANSLATE_NOOP("Verdicts", "Ask the sender to sign anew with a valid certificate.");
constexpr const char* askIt = QT_TRANSLATE_NOOP("Verdicts", "Show it to IT before you rely on it.");
constexpr const char* checkLater =
    QT_TRANSLATE_NOOP("Verdicts", "Check again later, with a connection to the network.");

/// Why a signature failed.
constexpr Entry failures[] = {
    {SubIndication::HashFailure, QT_TRANSLATE_NOOP("Verdicts", "Not valid: the content is not what was signed."),
     askTheSender},
    {SubIndication::SigCryptoFailure,
     QT_TRANSLATE_NOOP("Verdicts", "Not valid: the signature was not made with the signer's key."), askTheSender},
    {SubIndication::FormatFailure,
     QT_TRANSLATE_NOOP("Verdicts", "Not valid: the signature is not built as it must be; this may be a forgery."),
     askTheSender},
    {SubIndication::Revoked,
     QT_TRANSLATE_NOOP("Verdicts", "Not valid: the signer's certificate had been revoked when it was signed."),
     askToSignAnew},
    {SubIndication::Expired,
     QT_TRANSLATE_NOOP("Verdicts", "Not valid: the signer's certificate had expired when it was signed."),
     askToSignAnew},
    {SubIndication::NotYetValid,
     QT_TRANSLATE_NOOP("Verdicts", "Not valid: the signer's certificate was not valid yet when it was signed."),
     askToSignAnew},
    {SubIndication::None, QT_TRANSLATE_NOOP("Verdicts", "Not valid."), askTheSender},
};

/// Why nothing certain can be said.
constexpr Entry doubts[] = {
    {SubIndication::NoCertificateChainFound,
     QT_TRANSLATE_NOOP("Verdicts",
                       "Intact, but the issuer of the signer's certificate is not among those trusted here."),
     QT_TRANSLATE_NOOP("Verdicts", "Ask IT whether this issuer is to be trusted.")},
    {SubIndication::CertificateChainGeneralFailure,
     QT_TRANSLATE_NOOP("Verdicts", "Intact, but something is wrong with the certificates of the signer's issuer."),
     askIt},
    {SubIndication::ChainConstraintsFailure,
     QT_TRANSLATE_NOOP("Verdicts", "Intact, but the issuer was not entitled to issue such a certificate."), askIt},
    {SubIndication::SigConstraintsFailure,
     QT_TRANSLATE_NOOP("Verdicts", "Intact, but the certificate is not meant for signing documents."), askToSignAnew},
    {SubIndication::OutOfBoundsNoPoe,
     QT_TRANSLATE_NOOP(
         "Verdicts",
         "Intact, but the certificate has expired since, and no timestamp proves that it was signed before."),
     QT_TRANSLATE_NOOP("Verdicts", "If it matters, ask the sender to sign anew, with a timestamp.")},
    {SubIndication::RevokedNoPoe,
     QT_TRANSLATE_NOOP("Verdicts",
                       "Intact, but the signer's certificate has been revoked, and no timestamp proves that it "
                       "was signed before."),
     askToSignAnew},
    {SubIndication::RevokedCaNoPoe,
     QT_TRANSLATE_NOOP("Verdicts", "Intact, but the issuer's own certificate has been revoked."), askToSignAnew},
    {SubIndication::Expired, QT_TRANSLATE_NOOP("Verdicts", "Intact, but the signer's certificate has expired."),
     askToSignAnew},
    {SubIndication::NotYetValid,
     QT_TRANSLATE_NOOP("Verdicts", "Intact, but the signer's certificate was not valid yet when it was signed."),
     askToSignAnew},
    {SubIndication::Revoked, QT_TRANSLATE_NOOP("Verdicts", "Intact, but the signer's certificate has been revoked."),
     askToSignAnew},
    {SubIndication::FormatFailure,
     QT_TRANSLATE_NOOP("Verdicts", "The signature is not built as it must be, so that it cannot be judged."),
     askTheSender},
    {SubIndication::NoPoe, QT_TRANSLATE_NOOP("Verdicts", "Intact, but nothing proves when it was signed."),
     QT_TRANSLATE_NOOP("Verdicts", "If it matters, ask the sender to sign anew, with a timestamp.")},
    {SubIndication::TryLater,
     QT_TRANSLATE_NOOP("Verdicts", "Intact, but it could not be learnt whether the certificate has been revoked."),
     checkLater},
    {SubIndication::CryptoConstraintsFailure,
     QT_TRANSLATE_NOOP("Verdicts", "Signed by a method that is not safe any more, so that it proves little."),
     askToSignAnew},
    {SubIndication::CryptoConstraintsFailureNoPoe,
     QT_TRANSLATE_NOOP("Verdicts", "Signed by a method that is not safe any more, so that it proves little."),
     askToSignAnew},
    {SubIndication::NoSigningCertificateFound,
     QT_TRANSLATE_NOOP("Verdicts", "The signer's certificate is not in the file, so nobody can tell who signed."),
     askTheSender},
    {SubIndication::TimestampOrderFailure, QT_TRANSLATE_NOOP("Verdicts", "The timestamps contradict one another."),
     askIt},
    {SubIndication::SignedDataNotFound, QT_TRANSLATE_NOOP("Verdicts", "What was signed is not in the file as a whole."),
     askTheSender},
    {SubIndication::PolicyProcessingError,
     QT_TRANSLATE_NOOP("Verdicts", "The signature follows rules that could not be read here."), askIt},
    {SubIndication::None, QT_TRANSLATE_NOOP("Verdicts", "Nothing certain can be said about this signature."), askIt},
};

template <std::size_t count>
const Entry& entryOf(const Entry (&entries)[count], SubIndication sub)
{
    const auto found = std::ranges::find(entries, sub, &Entry::sub);
    return found == std::end(entries) ? entries[count - 1] : *found;
}

VerdictText textOf(const Entry& entry)
{
    return {Verdicts::tr(entry.sentence), Verdicts::tr(entry.advice)};
}

SubIndication subIndicationOf(const QString& word)
{
    for (const SubIndication sub : signing::allSubIndications())
        if (signing::subIndicationWord(sub) == word)
            return sub;
    return SubIndication::None;
}

QString changedSentence()
{
    return Verdicts::tr("Not valid: the document was changed after the signature in a way that is not allowed.");
}

VerdictGrade graver(VerdictGrade a, VerdictGrade b)
{
    return std::max(a, b);
}

} // namespace

VerdictGrade gradeOf(const signing::SignatureVerdict& verdict)
{
    if (verdict.indication == Indication::TotalFailed || verdict.intact == false || verdict.changedUnlawfully())
        return VerdictGrade::Broken;
    return verdict.indication == Indication::TotalPassed ? VerdictGrade::Good : VerdictGrade::Attention;
}

VerdictGrade gradeOf(const domain::SignatureFinding& finding)
{
    if (finding.indication == domain::SignatureIndication::TotalFailed || finding.changedAfter)
        return VerdictGrade::Broken;
    return finding.indication == domain::SignatureIndication::TotalPassed ? VerdictGrade::Good
                                                                          : VerdictGrade::Attention;
}

VerdictGrade gradeOf(const signing::PdfVerdict& verdict)
{
    if (verdict.signatures.empty())
        return VerdictGrade::Attention;
    VerdictGrade worst = VerdictGrade::Good;
    for (const signing::SignatureVerdict& each : verdict.signatures)
        worst = graver(worst, gradeOf(each));
    return worst;
}

QString gradeIcon(VerdictGrade grade)
{
    switch (grade) {
    case VerdictGrade::Good:
        return QStringLiteral("ok");
    case VerdictGrade::Attention:
        return QStringLiteral("warning");
    case VerdictGrade::Broken:
        return QStringLiteral("error");
    }
    return {};
}

VerdictText verdictText(const signing::SignatureVerdict& verdict)
{
    if (verdict.intact == false && verdict.indication != Indication::TotalFailed)
        return textOf(entryOf(failures, SubIndication::HashFailure));
    if (verdict.intact != false && verdict.changedUnlawfully())
        return {changedSentence(),
                Verdicts::tr("Do not rely on what is shown; open the signed version and ask the sender.")};
    if (verdict.indication == Indication::TotalFailed)
        return textOf(entryOf(failures, verdict.subIndication));
    if (verdict.indication == Indication::Indeterminate)
        return textOf(entryOf(doubts, verdict.subIndication));
    return {verdict.coversWholeFile ? Verdicts::tr("Valid: the document is as it was signed.")
                                    : Verdicts::tr("Valid: only what the signature allows was added afterwards."),
            {}};
}

QString findingSentence(const domain::SignatureFinding& finding)
{
    if (finding.changedAfter)
        return changedSentence();
    const SubIndication sub = subIndicationOf(finding.subIndication);
    if (finding.indication == domain::SignatureIndication::TotalFailed)
        return textOf(entryOf(failures, sub)).sentence;
    if (finding.indication == domain::SignatureIndication::Indeterminate)
        return textOf(entryOf(doubts, sub)).sentence;
    return Verdicts::tr("Valid.");
}

QString fileVerdict(const signing::PdfVerdict& verdict)
{
    const int count = static_cast<int>(verdict.signatures.size());
    if (count == 0)
        return Verdicts::tr("The file carries no digital signature.");
    const auto number = [&verdict](VerdictGrade grade) {
        return static_cast<int>(std::ranges::count_if(
            verdict.signatures, [grade](const signing::SignatureVerdict& each) { return gradeOf(each) == grade; }));
    };
    QStringList parts;
    if (const int good = number(VerdictGrade::Good))
        parts << Verdicts::tr("%n of them valid", nullptr, good);
    if (const int doubtful = number(VerdictGrade::Attention))
        parts << Verdicts::tr("%n of them need(s) attention", nullptr, doubtful);
    if (const int broken = number(VerdictGrade::Broken))
        parts << Verdicts::tr("%n of them not valid", nullptr, broken);
    return QStringLiteral("%1: %2").arg(Verdicts::tr("%n digital signature(s)", nullptr, count),
                                        parts.join(QStringLiteral(", ")));
}

} // namespace diakinisi::ui
