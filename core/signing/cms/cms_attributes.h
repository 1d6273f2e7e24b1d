#pragma once
#include "signing/cms/cms_check.h"

#include <openssl/cms.h>

namespace diakinisi::signing {

/// The members of a constructed DER element, each with its tag; empty when it is none or ends too soon. At most 500.
QList<QByteArray> derMembers(const QByteArray& element);

/// Timestamp tokens, and what came along to judge with: CMS CRLs, Adobe's revocationInfoArchival (ISO 32000-2,
/// 12.8.3.3.2), CAdES certificate-values and revocation-values (ETSI EN 319 122-1, A.1).
void readCarried(CMS_ContentInfo* cms, CMS_SignerInfo* signer, CmsFinding& found);

} // namespace diakinisi::signing
