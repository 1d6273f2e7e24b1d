#include "signing/trust/trust_material.h"

#include <windows.h>

#include <wincrypt.h>

namespace diakinisi::signing {

Result<TrustMaterial> readSystemTrust()
{
    const HCERTSTORE store = CertOpenSystemStoreW(0, L"ROOT");
    if (!store)
        return fail(ErrorCode::FileUnreadable, QStringLiteral("ROOT"));
    TrustMaterial found;
    for (PCCERT_CONTEXT each = CertEnumCertificatesInStore(store, nullptr); each;
         each = CertEnumCertificatesInStore(store, each))
        found.anchors +=
            QByteArray(reinterpret_cast<const char*>(each->pbCertEncoded), static_cast<qsizetype>(each->cbCertEncoded));
    CertCloseStore(store, 0);
    return found;
}

} // namespace diakinisi::signing
