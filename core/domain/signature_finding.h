#pragma once
#include "base/digest.h"
#include "base/time.h"
#include "domain/ids.h"
#include "domain/words.h"

#include <optional>
#include <vector>

namespace diakinisi::domain {

/// ETSI EN 319 102-1, 5.1.3.
enum class SignatureIndication { TotalPassed, Indeterminate, TotalFailed };
enum class FindingKind { Signature, Certification, Timestamp };

/// What was found about one signature of a file, in so many words as must still be understood in twenty years.
struct SignatureFinding {
    FindingKind kind = FindingKind::Signature;
    QString field;  ///< the signature field's name in the file
    QString signer; ///< as the certificate names its holder, or of a timestamp its authority; never the personal number
    QString issuer;
    SignatureIndication indication = SignatureIndication::Indeterminate;
    QString subIndication;           ///< of the same standard ("HASH_FAILURE"); empty when passed
    std::optional<Instant> signedAt; ///< the best signature time
    bool timeProved = false;         ///< by a timestamp; else as the signer claimed it
    bool changedAfter = false;       ///< by something that the signature does not allow
    QString level;                   ///< "B-B", "B-T", "B-LT", "B-LTA", or empty

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"kind", self.kind);
        v(u"field", self.field);
        v(u"signer", self.signer);
        v(u"issuer", self.issuer);
        v(u"indication", self.indication);
        v(u"subIndication", self.subIndication);
        v(u"signedAt", self.signedAt);
        v(u"timeProved", self.timeProved);
        v(u"changedAfter", self.changedAfter);
        v(u"level", self.level);
    }
    friend bool operator==(const SignatureFinding&, const SignatureFinding&) = default;
};

/// What was found about the signatures of one received file when it was registered; frozen (product rule 8).
struct FileFinding {
    Sha256 digest;                            ///< of the file as it was received
    Instant checkedAt;                        ///< judged as of then
    std::vector<SignatureFinding> signatures; ///< in the order of what they cover; at least one

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"digest", self.digest);
        v(u"checkedAt", self.checkedAt);
        v(u"signatures", self.signatures);
    }
    friend bool operator==(const FileFinding&, const FileFinding&) = default;
};

/// A finding with who brought it: a desk claims its own, the server may add another.
struct FrozenFinding {
    PersonId by;
    Instant at; ///< recorded
    FileFinding finding;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"by", self.by);
        v(u"at", self.at);
        v(u"finding", self.finding);
    }
    friend bool operator==(const FrozenFinding&, const FrozenFinding&) = default;
};

} // namespace diakinisi::domain

DIAKINISI_ENUM_WORDS(diakinisi::domain::FindingKind, QLatin1StringView("signature"), QLatin1StringView("certification"),
                     QLatin1StringView("timestamp"));
DIAKINISI_ENUM_WORDS(diakinisi::domain::SignatureIndication, QLatin1StringView("total-passed"),
                     QLatin1StringView("indeterminate"), QLatin1StringView("total-failed"));
