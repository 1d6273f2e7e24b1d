#include "signing/authorities/certificate_addresses.h"

#include "signing/authorities/authority_address.h"
#include "signing/openssl_handles.h"

namespace diakinisi::signing {

namespace {

constexpr qsizetype mostAddresses = 4;
constexpr int longestAddress = 2000;

void add(QList<QUrl>& list, const GENERAL_NAME* name)
{
    if (!name || name->type != GEN_URI || list.size() >= mostAddresses)
        return;
    const ASN1_IA5STRING* text = name->d.uniformResourceIdentifier;
    if (ASN1_STRING_length(text) > longestAddress)
        return;
    const QUrl url = QUrl::fromEncoded(
        QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text)),
        QUrl::StrictMode);
    if (checkAuthorityUrl(url))
        list += url;
}

} // namespace

CertificateAddresses readAddresses(const QByteArray& der)
{
    CertificateAddresses addresses;
    const X509Handle certificate = toX509(der);
    if (!certificate)
        return addresses;
    auto* access =
        static_cast<AUTHORITY_INFO_ACCESS*>(X509_get_ext_d2i(certificate.get(), NID_info_access, nullptr, nullptr));
    for (int i = 0; access && i < sk_ACCESS_DESCRIPTION_num(access); ++i) {
        const ACCESS_DESCRIPTION* each = sk_ACCESS_DESCRIPTION_value(access, i);
        if (OBJ_obj2nid(each->method) == NID_ad_OCSP)
            add(addresses.ocsp, each->location);
        else if (OBJ_obj2nid(each->method) == NID_ad_ca_issuers)
            add(addresses.issuers, each->location);
    }
    AUTHORITY_INFO_ACCESS_free(access);
    auto* points = static_cast<CRL_DIST_POINTS*>(
        X509_get_ext_d2i(certificate.get(), NID_crl_distribution_points, nullptr, nullptr));
    for (int i = 0; points && i < sk_DIST_POINT_num(points); ++i) {
        const DIST_POINT* point = sk_DIST_POINT_value(points, i);
        const bool whole = point->distpoint && point->distpoint->type == 0 && !point->reasons && !point->CRLissuer;
        for (int j = 0; whole && j < sk_GENERAL_NAME_num(point->distpoint->name.fullname); ++j)
            add(addresses.crls, sk_GENERAL_NAME_value(point->distpoint->name.fullname, j));
    }
    CRL_DIST_POINTS_free(points);
    ERR_clear_error();
    return addresses;
}

} // namespace diakinisi::signing
