#include "signing/keys/signature_value.h"

#include "signing/der.h"

namespace diakinisi::signing {

QByteArray digestInfo(DigestAlgorithm algorithm, const QByteArray& digest)
{
    return der::sequence(der::sequence(der::oid(der::digestOid(algorithm)) + der::null()) + der::octets(digest));
}

QByteArray ecdsaValue(const QByteArray& raw)
{
    if (raw.isEmpty() || raw.size() % 2 != 0)
        return {};
    const qsizetype half = raw.size() / 2;
    return der::sequence(der::positive(raw.first(half)) + der::positive(raw.last(half)));
}

} // namespace diakinisi::signing
