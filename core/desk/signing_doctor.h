#pragma once
#include "base/time.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace diakinisi::desk {

/// What was looked at.
enum class Examined {
    Module,       ///< a PKCS#11 module: the software that comes with a token
    Token,        ///< a token or card in its slot
    PinTries,     ///< of a token
    Certificate,  ///< one for signing: is there any, and its key usage
    Validity,     ///< of a certificate
    Registration, ///< of a certificate to the person who sits here
    Clock,        ///< of this machine against the server's
    Timestamps,   ///< an authority of the policy's, where it wants timestamps
    Trust         ///< whom this machine believes when it judges signatures
};

enum class Condition { Good, Warning, Bad };

/// Why a finding is as it is; a window has words and advice for each.
enum class FindingCause {
    Fine,
    NoModule,        ///< none of the known modules is installed
    ModuleNotLoaded, ///< it is there and cannot be used
    ModuleDied,      ///< it took the worker with it that asked it
    ModuleSilent,    ///< it did not answer in time
    NoToken,         ///< no slot of any module holds one
    TokenFailed,     ///< it is there and answers with an error
    PinNotSet,       ///< it has no PIN yet, or one that must be changed first
    FewTries,        ///< a wrong PIN was entered
    LastTry,         ///< one more wrong PIN locks it
    PinLocked,
    NoCertificate,     ///< a token without a certificate for signing
    NotForCommitments, ///< key usage without nonRepudiation: for logging in, not for signing
    NotYetValid,
    Expired,
    ExpiresWithin30Days, ///< the most urgent of the three
    ExpiresWithin15Days,
    ExpiresWithin7Days,
    NotRegistered, ///< to nobody at the server
    RegisteredToAnother,
    ClockUnknown,         ///< the server was not reached yet
    ClockWrong,           ///< by more than two minutes
    NoTimestampAuthority, ///< policy wants timestamps and names nobody to give them
    TimestampUnavailable, ///< it does not answer, or not well
    NobodyTrusted,        ///< no received signature can be called valid
    TrustUnreadable,      ///< the folder that says whom
    TrustedListDoubtful   ///< a list was not believed, or a newer one was due
};

/// One line of the examination.
struct Finding {
    Examined what;
    Condition condition;
    FindingCause cause;
    QString subject{};  ///< the module's path, the token's label, the certificate holder's name
    QString detail{};   ///< the technical cause, in English, for a details button; may be empty
    QString keyUri{};   ///< as KeyChoice::uri, where it is about a certificate
    qint64 days = 0;    ///< left until expiry; below 0 since then
    qint64 seconds = 0; ///< the server's clock minus this machine's

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Looks at everything that signing with a token needs, without a PIN, and says what is good and what is not.
class SigningDoctor
{
public:
    virtual ~SigningDoctor() = default;
    /// In the order of the enumeration, so that the first that is Bad is the one to see to. Blocks up to some seconds a
    /// module; run it on the token lane. `stop` ends it with what was found so far.
    virtual std::vector<Finding> examine(std::stop_token stop) = 0;
};

} // namespace diakinisi::desk
