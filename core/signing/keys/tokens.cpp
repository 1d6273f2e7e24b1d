#include "signing/keys/tokens.h"

namespace diakinisi::signing {

Fitness fitness(const CertificateFacts& facts, Instant now)
{
    if (!facts.maySign)
        return Fitness::NotForSigning;
    if (now < facts.notBefore || facts.notAfter < now)
        return Fitness::NotValidNow;
    return facts.nonRepudiation ? Fitness::Good : Fitness::DigitalSignatureOnly;
}

} // namespace diakinisi::signing
