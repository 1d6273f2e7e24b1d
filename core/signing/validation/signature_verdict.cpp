#include "signing/validation/signature_verdict.h"

#include <algorithm>

namespace diakinisi::signing {

bool SignatureVerdict::changedUnlawfully() const
{
    return std::any_of(changesAfter.begin(), changesAfter.end(), [](const pdf::Change& c) { return !c.allowed; });
}

bool PdfVerdict::allIntact() const
{
    return !signatures.empty() && std::all_of(signatures.begin(), signatures.end(), [](const SignatureVerdict& s) {
        return s.intact.value_or(false) && !s.changedUnlawfully();
    });
}

bool PdfVerdict::allPassed() const
{
    return !signatures.empty() && std::all_of(signatures.begin(), signatures.end(), [](const SignatureVerdict& s) {
        return s.indication == Indication::TotalPassed;
    });
}

QString subIndicationWord(SubIndication sub)
{
    switch (sub) {
#define X(name, word)                                                                                                  \
    case SubIndication::name:                                                                                          \
        return QStringLiteral(word);
        DIAKINISI_SUB_INDICATIONS(X)
#undef X
    case SubIndication::None:
        break;
    }
    return {};
}

std::vector<SubIndication> allSubIndications()
{
    return {
#define X(name, word) SubIndication::name,
        DIAKINISI_SUB_INDICATIONS(X)
#undef X
    };
}

QString indicationWord(Indication indication)
{
    return indication == Indication::TotalPassed   ? QStringLiteral("TOTAL-PASSED")
           : indication == Indication::TotalFailed ? QStringLiteral("TOTAL-FAILED")
                                                   : QStringLiteral("INDETERMINATE");
}

QString trustedWord(Trusted trusted)
{
    return trusted == Trusted::Yes  ? QStringLiteral("yes")
           : trusted == Trusted::No ? QStringLiteral("no")
                                    : QStringLiteral("unknown");
}

QString qualifiedWord(Qualified qualified)
{
    return qualified == Qualified::Yes  ? QStringLiteral("yes")
           : qualified == Qualified::No ? QStringLiteral("no")
                                        : QStringLiteral("unknown");
}

QString kindWord(SignatureKind kind)
{
    return kind == SignatureKind::Timestamp       ? QStringLiteral("timestamp")
           : kind == SignatureKind::Certification ? QStringLiteral("certification")
                                                  : QStringLiteral("signature");
}

} // namespace diakinisi::signing
