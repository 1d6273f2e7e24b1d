#pragma once
#include "signing/cms_check.h"
#include "signing/verify_pdf.h"

namespace diakinisi::signing {

struct TrustFinding {
    Trusted trusted = Trusted::Unknown;
    SubIndication subIndication = SubIndication::None; ///< why the chain does not pass; None when it does
    QString explanation;
};

/// Builds the chain from the signer's certificate to one of the anchors, with what came along in the signature; as of
/// `at`; no network, no revocation (RFC 5280, 6).
TrustFinding judgeTrust(const CmsFinding& cms, const VerifyOptions& options);

} // namespace diakinisi::signing
