#pragma once
#include "base/clock.h"
#include "signing/authorities/timestamp_authorities.h"

namespace diakinisi::signing {

class RevocationSource;

/// Judges timestamps while signing (ETSI EN 319 102-1, 5.4): the authority's certificate must lead to one of these
/// anchors, be meant for timestamps, and be neither expired nor known to be revoked. That revocation cannot be learnt
/// just now refuses nothing: it is asked about again when the signature is raised or judged. Without anchors: no judge,
/// for nobody could say whom to trust. The source (may be none) and the clock must outlive what is given.
TimestampJudge timestampTrust(QList<QByteArray> anchors, RevocationSource* revocation, const Clock& clock);

} // namespace diakinisi::signing
