#pragma once
#include "signing/trust/trust_material.h"
#include "signing/validation/certificate_path.h"

namespace diakinisi::signing {

/// Whether a signature (or a timestamp) made with this certificate is a qualified one: what the certificate says of
/// itself (QCStatements, ETSI EN 319 412-5), and the status at `time` of the trust service that issued it, found on a
/// trusted list among the certificates of `path` (ETSI TS 119 615, 4.4 and 4.5). `path` may be empty.
QualificationFinding judgeQualification(const QByteArray& certificate, const std::vector<PathMember>& path,
                                        const std::vector<TrustService>& services, PathUse use, Instant time);

} // namespace diakinisi::signing
