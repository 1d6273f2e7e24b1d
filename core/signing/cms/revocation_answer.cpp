#include "signing/cms/revocation_answer.h"

#include "signing/openssl_handles.h"
#include "signing/openssl_time.h"

#include <openssl/ocsp.h>

namespace diakinisi::signing {

namespace {

constexpr std::int64_t clockTolerance = 5 * 60 * 1000; ///< milliseconds
constexpr int mostCertificates = 32;
constexpr int mostAnswers = 200;

using ResponseHandle = std::unique_ptr<OCSP_RESPONSE, Freed<OCSP_RESPONSE_free>>;
using BasicHandle = std::unique_ptr<OCSP_BASICRESP, Freed<OCSP_BASICRESP_free>>;
using RequestHandle = std::unique_ptr<OCSP_REQUEST, Freed<OCSP_REQUEST_free>>;
using CertIdHandle = std::unique_ptr<OCSP_CERTID, Freed<OCSP_CERTID_free>>;
using CrlHandle = std::unique_ptr<X509_CRL, Freed<X509_CRL_free>>;
using ScopeHandle = std::unique_ptr<ISSUING_DIST_POINT, Freed<ISSUING_DIST_POINT_free>>;

tl::unexpected<Error> malformed(const char* why)
{
    ERR_clear_error();
    return fail(ErrorCode::MalformedInput, QStringLiteral("revocation"), QString::fromLatin1(why));
}

bool isFor(X509* certificate, int purpose)
{
    return (X509_get_extended_key_usage(certificate) & static_cast<std::uint32_t>(purpose)) != 0 &&
           X509_get_ext_by_NID(certificate, NID_ext_key_usage, -1) >= 0;
}

/// The one answer in it that is about this certificate, whatever digest its CertID uses.
OCSP_SINGLERESP* findSingle(OCSP_BASICRESP* basic, X509* certificate, X509* issuer)
{
    for (int i = 0; i < OCSP_resp_count(basic) && i < mostAnswers; ++i) {
        OCSP_SINGLERESP* single = OCSP_resp_get0(basic, i);
        ASN1_OBJECT* algorithm = nullptr;
        auto* theirs = const_cast<OCSP_CERTID*>(OCSP_SINGLERESP_get0_id(single));
        OCSP_id_get0_info(nullptr, &algorithm, nullptr, nullptr, theirs);
        const EVP_MD* digest = EVP_get_digestbyobj(algorithm);
        const CertIdHandle ours(digest ? OCSP_cert_to_id(digest, certificate, issuer) : nullptr);
        if (ours && OCSP_id_cmp(ours.get(), theirs) == 0)
            return single;
    }
    return nullptr;
}

Done readSingle(OCSP_SINGLERESP* single, RevocationAnswer& answer)
{
    int reason = -1;
    ASN1_GENERALIZEDTIME* revoked = nullptr;
    ASN1_GENERALIZEDTIME* from = nullptr;
    ASN1_GENERALIZEDTIME* to = nullptr;
    const int status = OCSP_single_get0_status(single, &reason, &revoked, &from, &to);
    const std::optional<Instant> thisUpdate = instantOf(from);
    if (!thisUpdate)
        return malformed("no thisUpdate");
    answer.thisUpdate = *thisUpdate;
    answer.nextUpdate = instantOf(to);
    if (to && (!answer.nextUpdate || *answer.nextUpdate < *thisUpdate))
        return malformed("nextUpdate before thisUpdate");
    if (status == V_OCSP_CERTSTATUS_GOOD)
        answer.state = RevocationState::Good;
    if (status == V_OCSP_CERTSTATUS_REVOKED) {
        answer.state = RevocationState::Revoked;
        answer.revokedAt = instantOf(revoked);
        if (reason >= 0)
            answer.reason = reason;
    }
    return {};
}

Done checkSigner(OCSP_BASICRESP* basic, X509* issuer, RevocationAnswer& answer)
{
    const StackHandle extra(sk_X509_new_null());
    X509_up_ref(issuer);
    sk_X509_push(extra.get(), issuer);
    X509* signer = nullptr;
    if (OCSP_resp_get0_signer(basic, &signer, extra.get()) != 1)
        return malformed("the responder's certificate is not there");
    if (OCSP_basic_verify(basic, extra.get(), nullptr, OCSP_NOVERIFY) != 1)
        return malformed("the answer's signature does not hold");
    answer.signer = toDer(signer);
    answer.delegated = X509_cmp(signer, issuer) != 0;
    if (!answer.delegated)
        return {};
    const bool issued =
        X509_check_issued(issuer, signer) == X509_V_OK && X509_verify(signer, X509_get0_pubkey(issuer)) == 1;
    if (!issued || !isFor(signer, XKU_OCSP_SIGN))
        return malformed("the responder was not entitled by the issuer");
    const std::optional<Instant> from = instantOf(X509_get0_notBefore(signer));
    const std::optional<Instant> to = instantOf(X509_get0_notAfter(signer));
    if (!from || !to || answer.thisUpdate.milliseconds + clockTolerance < from->milliseconds || *to < answer.thisUpdate)
        return malformed("the responder's certificate was not in force");
    answer.signerNeedsNoCheck = X509_get_ext_by_NID(signer, NID_id_pkix_OCSP_noCheck, -1) >= 0;
    return {};
}

/// Nothing left out of the CRL that could be on it (RFC 5280, 5.2.4 and 5.2.5).
bool coversAll(X509_CRL* crl, X509* certificate)
{
    for (int i = 0; i < X509_CRL_get_ext_count(crl); ++i) {
        X509_EXTENSION* extension = X509_CRL_get_ext(crl, i);
        const int nid = OBJ_obj2nid(X509_EXTENSION_get_object(extension));
        if (nid == NID_delta_crl || (X509_EXTENSION_get_critical(extension) && nid != NID_issuing_distribution_point))
            return false;
    }
    const ScopeHandle scope(
        static_cast<ISSUING_DIST_POINT*>(X509_CRL_get_ext_d2i(crl, NID_issuing_distribution_point, nullptr, nullptr)));
    if (!scope)
        return true;
    const bool authority = X509_check_ca(certificate) > 0;
    return scope->indirectCRL <= 0 && scope->onlyattr <= 0 && !scope->onlysomereasons &&
           !(scope->onlyuser > 0 && authority) && !(scope->onlyCA > 0 && !authority);
}

} // namespace

bool RevocationAnswer::covers(Instant at) const
{
    if (at.milliseconds <= thisUpdate.milliseconds + clockTolerance)
        return true;
    return nextUpdate && at.milliseconds <= nextUpdate->milliseconds + clockTolerance;
}

Result<RevocationAnswer> readOcspAnswer(const QByteArray& response, const QByteArray& certificate,
                                        const QByteArray& issuer)
{
    const auto* in = reinterpret_cast<const unsigned char*>(response.constData());
    const ResponseHandle outer(d2i_OCSP_RESPONSE(nullptr, &in, static_cast<long>(response.size())));
    const X509Handle own = toX509(certificate);
    const X509Handle above = toX509(issuer);
    if (!outer || !own || !above)
        return malformed("no OCSP answer");
    if (OCSP_response_status(outer.get()) != OCSP_RESPONSE_STATUS_SUCCESSFUL)
        return malformed("the responder gave no answer");
    const BasicHandle basic(OCSP_response_get1_basic(outer.get()));
    OCSP_SINGLERESP* single = basic ? findSingle(basic.get(), own.get(), above.get()) : nullptr;
    if (!single)
        return malformed("the answer is about something else");
    RevocationAnswer answer;
    if (const Done read = readSingle(single, answer); !read)
        return fail(read.error());
    answer.producedAt = instantOf(OCSP_resp_get0_produced_at(basic.get()));
    if (const Done good = checkSigner(basic.get(), above.get(), answer); !good)
        return fail(good.error());
    const STACK_OF(X509)* all = OCSP_resp_get0_certs(basic.get());
    for (int i = 0; all && i < sk_X509_num(all) && i < mostCertificates; ++i)
        answer.certificates += toDer(sk_X509_value(all, i));
    ERR_clear_error();
    return answer;
}

Result<RevocationAnswer> readCrlAnswer(const QByteArray& crl, const QByteArray& certificate, const QByteArray& issuer)
{
    const auto* in = reinterpret_cast<const unsigned char*>(crl.constData());
    const CrlHandle list(d2i_X509_CRL(nullptr, &in, static_cast<long>(crl.size())));
    const X509Handle own = toX509(certificate);
    const X509Handle above = toX509(issuer);
    if (!list || !own || !above)
        return malformed("no CRL");
    const bool theirs = X509_NAME_cmp(X509_CRL_get_issuer(list.get()), X509_get_subject_name(above.get())) == 0 &&
                        (X509_get_key_usage(above.get()) & KU_CRL_SIGN) != 0;
    if (!theirs || X509_CRL_verify(list.get(), X509_get0_pubkey(above.get())) != 1)
        return malformed("the CRL is not signed by the issuer");
    if (!coversAll(list.get(), own.get()))
        return malformed("the CRL does not cover such a certificate");
    RevocationAnswer answer;
    const std::optional<Instant> thisUpdate = instantOf(X509_CRL_get0_lastUpdate(list.get()));
    if (!thisUpdate)
        return malformed("no thisUpdate");
    answer.thisUpdate = *thisUpdate;
    answer.nextUpdate = instantOf(X509_CRL_get0_nextUpdate(list.get()));
    answer.signer = issuer;
    X509_REVOKED* entry = nullptr;
    const int found = X509_CRL_get0_by_cert(list.get(), &entry, own.get());
    answer.state = found == 1 ? RevocationState::Revoked : RevocationState::Good; // 2: taken off the list again
    if (found == 1)
        answer.revokedAt = instantOf(X509_REVOKED_get0_revocationDate(entry));
    ERR_clear_error();
    return answer;
}

QByteArray ocspRequest(const QByteArray& certificate, const QByteArray& issuer)
{
    const X509Handle own = toX509(certificate);
    const X509Handle above = toX509(issuer);
    const RequestHandle request(OCSP_REQUEST_new());
    CertIdHandle id(own && above ? OCSP_cert_to_id(EVP_sha1(), own.get(), above.get()) : nullptr);
    if (!id || !request || !OCSP_request_add0_id(request.get(), id.get()))
        return {};
    static_cast<void>(id.release()); // the request's now
    unsigned char* bytes = nullptr;
    const int length = i2d_OCSP_REQUEST(request.get(), &bytes);
    const QByteArray der(reinterpret_cast<const char*>(bytes), std::max(length, 0));
    OPENSSL_free(bytes);
    ERR_clear_error();
    return der;
}

} // namespace diakinisi::signing
