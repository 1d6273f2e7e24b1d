#pragma once
#include "signing/trust/trust_material.h"
#include "signing/validation/signature_verdict.h"

#include <QStringList>

#include <stop_token>

class QIODevice;

namespace diakinisi::signing {

class RevocationSource;

struct VerifyOptions {
    QList<QByteArray> anchors; ///< DER
    Instant at;                ///< judged as of then
    QList<QByteArray> crls = {};
    std::vector<TrustService> services = {};
    RevocationSource* source = nullptr; ///< none: only what is in the file and given here counts

    static VerifyOptions with(const TrustMaterial& trust, Instant at, RevocationSource* source = nullptr)
    {
        return {trust.anchors, at, trust.crls, trust.services, source};
    }
};

/// Judges every signature in the file (ETSI EN 319 102-1). Reads the file in pieces. NotPdf, PdfBroken, PdfEncrypted,
/// FileUnreadable, Cancelled.
///
/// What the standard leaves to the policy is decided so:
/// - Revocation: every certificate of a path below its anchor must be known good by an OCSP answer or a CRL that is
///   fresh at the time that counts. One whose issuer names no place to ask and of whose issuer no CRL is at hand cannot
///   be asked for by anybody: it passes, with a remark. One that names a place and has no answer is TRY_LATER.
/// - A certificate given as an anchor is trusted itself; nothing is asked about it.
/// - Later changes that the signature does not allow: TOTAL-FAILED with FORMAT_FAILURE, while `intact` goes on telling
///   of the signed bytes alone.
Result<PdfVerdict> verifyPdf(QIODevice& file, const VerifyOptions& options, std::stop_token stop = {});

} // namespace diakinisi::signing
