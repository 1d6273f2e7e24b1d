#include "signing/pades/long_term_data.h"

#include "signing/cms/certificate_bag.h"
#include "signing/cms/revocation_answer.h"
#include "signing/key.h"

namespace diakinisi::signing {

namespace {

constexpr int longestChain = 10;
constexpr int mostProofs = 40;

void addOnce(QList<QByteArray>& list, const QByteArray& item)
{
    if (!list.contains(item))
        list += item;
}

/// Revoked by then? Taken off later, the signature stands.
Done checkState(const RevocationAnswer& answer, const QByteArray& certificate, Instant at)
{
    if (answer.state != RevocationState::Revoked || (answer.revokedAt && at < *answer.revokedAt))
        return {};
    const Result<CertificateFacts> facts = readCertificate(certificate);
    return fail(ErrorCode::CertificateRevoked, facts ? facts->commonName : QString());
}

} // namespace

/// The data, and which certificates are proved already or are being proved (responders may name each other).
struct LongTermCollector::Collected {
    LongTermData data;
    QList<QByteArray> proved;
};

void LongTermData::add(const LongTermData& other)
{
    for (const QByteArray& each : other.certificates)
        addOnce(certificates, each);
    for (const QByteArray& each : other.ocsps)
        addOnce(ocsps, each);
    for (const QByteArray& each : other.crls)
        addOnce(crls, each);
}

Result<LongTermData> LongTermCollector::collect(const QByteArray& certificate, Instant at,
                                                const QList<QByteArray>& pool)
{
    Collected collected;
    if (const Done done = chain(certificate, at, pool, collected); !done)
        return fail(done.error());
    return std::move(collected.data);
}

Done LongTermCollector::chain(const QByteArray& certificate, Instant at, const QList<QByteArray>& pool, Collected& into)
{
    QByteArray current = certificate;
    for (int length = 0; length < longestChain; ++length) {
        addOnce(into.data.certificates, current);
        if (m_anchors.contains(current) || isSelfSigned(current))
            return {};
        const Result<QByteArray> issuer = issuerOf(current, pool);
        if (!issuer)
            return fail(issuer.error());
        if (const Done proved = prove(current, *issuer, at, into); !proved)
            return proved;
        current = *issuer;
    }
    return fail(ErrorCode::RevocationUnavailable, {}, QStringLiteral("the chain of issuers does not end"));
}

Result<QByteArray> LongTermCollector::issuerOf(const QByteArray& certificate, const QList<QByteArray>& pool)
{
    for (const QList<QByteArray>* list :
         std::initializer_list<const QList<QByteArray>*>{&pool, &m_anchors, &m_held.certificates})
        for (const QByteArray& each : *list)
            if (each != certificate && isIssuedBy(certificate, each))
                return each;
    const Result<QList<QByteArray>> fetched = m_source.issuers(certificate, m_stop);
    if (!fetched && fetched.error().code == ErrorCode::Cancelled)
        return fail(fetched.error());
    for (const QByteArray& each : fetched.value_or(QList<QByteArray>()))
        if (isIssuedBy(certificate, each))
            return each;
    return fail(ErrorCode::RevocationUnavailable, fetched ? QString() : fetched.error().subject,
                QStringLiteral("the issuer's certificate cannot be had"));
}

Done LongTermCollector::prove(const QByteArray& certificate, const QByteArray& issuer, Instant at, Collected& into)
{
    if (into.proved.contains(certificate))
        return {};
    if (into.proved.size() >= mostProofs)
        return fail(ErrorCode::RevocationUnavailable, {}, QStringLiteral("too many certificates to ask about"));
    into.proved += certificate;
    for (const QByteArray& held : m_held.ocsps)
        if (const Result<bool> done = byOcsp(held, certificate, issuer, at, into); !done || *done)
            return done ? Done() : Done(fail(done.error()));
    for (const QByteArray& held : m_held.crls)
        if (const Result<bool> done = byCrl(held, certificate, issuer, at, into); !done || *done)
            return done ? Done() : Done(fail(done.error()));
    const Result<QByteArray> ocsp = m_source.ocsp(certificate, issuer, m_stop);
    if (ocsp)
        if (const Result<bool> done = byOcsp(*ocsp, certificate, issuer, at, into); !done || *done)
            return done ? Done() : Done(fail(done.error()));
    if (!ocsp && ocsp.error().code == ErrorCode::Cancelled)
        return fail(ocsp.error());
    const Result<QByteArray> crl = m_source.crl(certificate, issuer, m_stop);
    if (crl)
        if (const Result<bool> done = byCrl(*crl, certificate, issuer, at, into); !done || *done)
            return done ? Done() : Done(fail(done.error()));
    const Error& why = !ocsp && ocsp.error().code != ErrorCode::NotFound ? ocsp.error() : !crl ? crl.error() : Error{};
    return fail(why.code == ErrorCode::Cancelled ? why.code : ErrorCode::RevocationUnavailable, why.subject, why.cause);
}

/// True when this answer settles it.
Result<bool> LongTermCollector::byOcsp(const QByteArray& response, const QByteArray& certificate,
                                       const QByteArray& issuer, Instant at, Collected& into)
{
    const Result<RevocationAnswer> answer = readOcspAnswer(response, certificate, issuer);
    if (!answer || answer->state == RevocationState::Unknown || !answer->covers(at))
        return false;
    if (const Done good = checkState(*answer, certificate, at); !good)
        return fail(good.error());
    addOnce(into.data.ocsps, response);
    addOnce(into.data.certificates, answer->signer);
    if (answer->delegated && !answer->signerNeedsNoCheck)
        if (const Done responder = prove(answer->signer, issuer, answer->thisUpdate, into); !responder)
            return fail(responder.error());
    return true;
}

Result<bool> LongTermCollector::byCrl(const QByteArray& crl, const QByteArray& certificate, const QByteArray& issuer,
                                      Instant at, Collected& into)
{
    const Result<RevocationAnswer> answer = readCrlAnswer(crl, certificate, issuer);
    if (!answer || !answer->covers(at))
        return false;
    if (const Done good = checkState(*answer, certificate, at); !good)
        return fail(good.error());
    addOnce(into.data.crls, crl);
    return true;
}

} // namespace diakinisi::signing
