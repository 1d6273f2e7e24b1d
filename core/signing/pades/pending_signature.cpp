#include "signing/pades/pending_signature.h"

#include "signing/pades/pdf_raising.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

Done checkCertificate(const CertificateFacts& facts, Instant now)
{
    if (now < facts.notBefore || facts.notAfter < now)
        return fail(ErrorCode::CertificateExpired, facts.commonName);
    const bool known = facts.key.startsWith(u"RSA-") || facts.key.startsWith(u"ECDSA-");
    if (!facts.maySign || !known)
        return fail(ErrorCode::CertificateUnsuitable, facts.commonName, facts.key);
    return {};
}

Result<SigningMethod> methodFor(const KeyCertificate& certificate, const SignOptions& options)
{
    if (certificate.schemes.isEmpty())
        return fail(ErrorCode::CertificateUnsuitable, certificate.facts.commonName, certificate.facts.key);
    const SignatureScheme scheme = options.scheme.value_or(certificate.schemes.front());
    if (!certificate.schemes.contains(scheme))
        return fail(ErrorCode::NotSupported, QStringLiteral("signature scheme"), certificate.facts.key);
    return SigningMethod{options.digest.value_or(digestFor(certificate.facts)), scheme};
}

bool hasTimestamps(const SignOptions& options)
{
    return options.authorities.timestamps && !options.authorities.timestamps->isEmpty();
}

/// What the level needs must have been given, or may be owed.
Done checkAuthorities(const SignOptions& options)
{
    if (options.away == WhenAway::SignNow)
        return {};
    if (options.level >= Level::BT && !hasTimestamps(options))
        return fail(ErrorCode::TimestampUnavailable, {}, QStringLiteral("no timestamp authority is set"));
    if (options.level >= Level::BLT && !options.authorities.revocation)
        return fail(ErrorCode::RevocationUnavailable, {}, QStringLiteral("no source of revocation data is set"));
    return {};
}

} // namespace

PendingSignature::PendingSignature(pdf::Document document, QIODevice& to, const SignOptions& options)
    : m_document(std::move(document)),
      m_pdf(m_document.source()),
      m_to(to),
      m_options(options)
{
}

Result<std::unique_ptr<PendingSignature>> PendingSignature::begin(QIODevice& from, QIODevice& to, SigningKey& key,
                                                                  const SignOptions& options, const pdf::Font* font,
                                                                  std::stop_token stop, Progress& progress)
{
    const Result<KeyCertificate> certificate = key.certificate();
    if (!certificate)
        return fail(certificate.error());
    if (const Done good = checkCertificate(certificate->facts, options.now); !good)
        return fail(good.error());
    const Result<SigningMethod> method = methodFor(*certificate, options);
    if (!method)
        return fail(method.error());
    if (const Done there = checkAuthorities(options); !there)
        return fail(there.error());
    Result<pdf::Document> document = pdf::Document::open(from, -1, pdf::Damaged::Repair); // to tell the reason
    if (!document)
        return fail(document.error());
    const bool stamps = options.level >= Level::BT && hasTimestamps(options);
    const qsizetype tokenRoom = stamps ? options.authorities.timestamps->tokenRoom() : 0;
    const SignerToBe signer{certificate->facts, method->digest, SignedCms::room(*certificate, *method, tokenRoom)};
    Result<SignatureUpdate> update = prepareSignature(*document, signer, options, font);
    if (!update)
        return fail(update.error());
    std::unique_ptr<PendingSignature> pending(new PendingSignature(std::move(*document), to, options));
    pending->m_method = *method;
    pending->m_update = std::move(*update);
    pending->m_update.setByteRange(pending->m_document.length());
    pending->m_result = {pending->m_update.fieldName, 0, certificate->facts};
    if (const Done copied = pending->m_pdf.copyFormer(to, method->digest, stop, progress); !copied)
        return fail(copied.error());
    Result<QByteArray> digest = pending->m_pdf.digest(method->digest, pending->m_update, stop);
    if (!digest)
        return fail(digest.error());
    pending->m_digest = std::move(*digest);
    Result<SignedCms> cms = SignedCms::make(key, *certificate, *method, pending->m_digest);
    if (!cms)
        return fail(cms.error());
    pending->m_cms = std::move(*cms);
    return pending;
}

Result<SignedPdf> PendingSignature::finish(std::stop_token stop)
{
    if (m_options.level >= Level::BT)
        if (const Done stamped = bear(stamp(stop)); !stamped)
            return fail(stamped.error());
    if (const Done placed = place(stop); !placed)
        return fail(placed.error());
    if (const Done raised = bear(raise(stop)); !raised)
        return fail(raised.error());
    if (const Done written = pdf::writeBytes(m_to, m_pdf.tail()); !written)
        return fail(written.error());
    m_result.length = m_document.length() + m_pdf.tail().size();
    return m_result;
}

/// With WhenAway::SignNow, what the authorities fail to give is owed and no error.
Done PendingSignature::bear(const Done& done)
{
    if (done || m_options.away == WhenAway::Wait)
        return done;
    const ErrorCode code = done.error().code;
    if (code != ErrorCode::TimestampUnavailable && code != ErrorCode::RevocationUnavailable)
        return done;
    m_result.owed = done.error();
    return {};
}

Done PendingSignature::stamp(std::stop_token stop)
{
    if (!hasTimestamps(m_options))
        return fail(ErrorCode::TimestampUnavailable, {}, QStringLiteral("no timestamp authority is set"));
    const QByteArray imprint = SigningDigest::of(m_method.digest, m_cms->signatureValue());
    Result<Timestamp> timestamp = m_options.authorities.timestamps->stamp(m_method.digest, imprint, std::move(stop));
    if (!timestamp)
        return fail(timestamp.error());
    m_token = std::move(timestamp->der);
    return {};
}

/// The value into its room. A token that is larger than any before does not fit: a document timestamp does as well
/// (EN 319 142-1, table 1), and the next signature will have the room.
Done PendingSignature::place(const std::stop_token& stop)
{
    bool fits = m_update.setContents(m_cms->encoded(m_token));
    const bool stampedInside = fits && !m_token.isEmpty();
    if (!fits)
        fits = m_update.setContents(m_cms->encoded());
    if (!fits)
        return fail(ErrorCode::InternalFault, {}, QStringLiteral("the signature value is longer than its room"));
    if (const Done good = m_pdf.appendChecked(m_update, m_method.digest, m_digest); !good)
        return good;
    if (!m_token.isEmpty() && !stampedInside)
        if (const Done stamped = bear(appendDocumentTimestamp(m_pdf, *m_options.authorities.timestamps, stop));
            !stamped)
            return stamped;
    if (!m_token.isEmpty() && !m_result.owed)
        m_result.level = Level::BT;
    return {};
}

Done PendingSignature::raise(const std::stop_token& stop)
{
    if (m_result.owed || m_options.level < Level::BLT)
        return {};
    if (!m_options.authorities.revocation)
        return fail(ErrorCode::RevocationUnavailable, {}, QStringLiteral("no source of revocation data is set"));
    if (const Done data = appendLongTermData(m_pdf, m_options.authorities, m_update.fieldName, m_options.now, stop);
        !data)
        return data;
    m_result.level = Level::BLT;
    if (m_options.level < Level::BLTA)
        return {};
    if (const Done stamped = appendDocumentTimestamp(m_pdf, *m_options.authorities.timestamps, stop); !stamped)
        return stamped;
    m_result.level = Level::BLTA;
    return {};
}

} // namespace diakinisi::signing
