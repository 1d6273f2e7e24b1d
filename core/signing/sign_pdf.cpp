#include "signing/sign_pdf.h"

#include "signing/appended_device.h"
#include "signing/cms_build.h"
#include "signing/judge_signature.h"
#include "signing/signature_update.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

Done checkCertificate(const CertificateFacts& facts, Instant now)
{
    if (now < facts.notBefore || facts.notAfter < now)
        return fail(ErrorCode::CertificateExpired, facts.commonName);
    const bool known = facts.key.startsWith(u"RSA-") || facts.key.startsWith(u"ECDSA-");
    if (!facts.maySign || !known || facts.key.startsWith(u"RSA-PSS"))
        return fail(ErrorCode::CertificateUnsuitable, facts.commonName, facts.key);
    return {};
}

/// Copies the former file and takes its digest on the way.
Done copyAndDigest(const pdf::ByteSource& from, QIODevice& to, Digest& digest, std::stop_token& stop,
                   Progress& progress)
{
    constexpr std::int64_t piece = 1 << 20;
    for (std::int64_t at = 0; at < from.size(); at += piece) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const Result<QByteArray> bytes = from.read(at, piece);
        if (!bytes)
            return fail(bytes.error());
        digest.add(*bytes);
        if (const Done written = pdf::writeBytes(to, *bytes); !written)
            return written;
        progress.report(std::min(at + piece, from.size()), from.size());
    }
    return {};
}

/// Reads the signed file as anybody would, and judges the new signature; the digest is known already.
Done checkOwnWork(const pdf::ByteSource& former, const SignatureUpdate& update, const QByteArray& digest)
{
    AppendedDevice whole(former, update.bytes);
    const Result<pdf::Document> document = pdf::Document::open(whole);
    if (!document)
        return fail(ErrorCode::SignatureBroken, {}, document.error().cause);
    for (const pdf::Field& field : pdf::readFields(*document)) {
        if (field.name != update.fieldName)
            continue;
        const SignedRange range = readRange(*document, field);
        const auto known = [&](const QString&) { return digest; };
        const SignatureVerdict verdict = judgeSignature(*document, field, range, known, {});
        if (verdict.intact.value_or(false) && verdict.coversWholeFile)
            return {};
        return fail(ErrorCode::SignatureBroken, {}, verdict.explanation);
    }
    return fail(ErrorCode::SignatureBroken, {}, QStringLiteral("the field is not in the signed file"));
}

} // namespace

Result<SignedPdf> signPdf(QIODevice& from, QIODevice& to, SigningKey& key, const SignOptions& options,
                          const pdf::Font* font, std::stop_token stop, Progress& progress)
{
    if (options.level != Level::BB)
        return fail(ErrorCode::NotSupported, QStringLiteral("level"), QStringLiteral("only PAdES B-B"));
    const Result<KeyCertificate> certificate = key.certificate();
    if (!certificate)
        return fail(certificate.error());
    if (const Done good = checkCertificate(certificate->facts, options.now); !good)
        return fail(good.error());
    const Result<pdf::Document> document = pdf::Document::open(from, -1, pdf::Damaged::Repair); // to tell the reason
    if (!document)
        return fail(document.error());
    Result<SignatureUpdate> update = prepareSignature(*document, *certificate, options, font);
    if (!update)
        return fail(update.error());
    update->setByteRange(document->length());
    const DigestAlgorithm algorithm = digestFor(certificate->facts);
    Digest digest(algorithm);
    if (const Done copied = copyAndDigest(document->source(), to, digest, stop, progress); !copied)
        return fail(copied.error());
    digest.add(QByteArrayView(update->bytes).first(update->contentsAt));
    digest.add(QByteArrayView(update->bytes).sliced(update->contentsAt + update->contentsLength));
    const QByteArray value = digest.value();
    const Result<QByteArray> cms = buildCms(key, *certificate, algorithm, value);
    if (!cms)
        return fail(cms.error());
    if (!update->setContents(*cms))
        return fail(ErrorCode::InternalFault, {}, QStringLiteral("the signature value is longer than its room"));
    if (const Done good = checkOwnWork(document->source(), *update, value); !good)
        return fail(good.error());
    if (const Done written = pdf::writeBytes(to, update->bytes); !written)
        return fail(written.error());
    return SignedPdf{update->fieldName, document->length() + update->bytes.size(), certificate->facts};
}

QStringList markLines(const QString& heading, const CertificateFacts& signer, const QString& capacity,
                      const QString& dateAndTime)
{
    QStringList lines{heading, signer.commonName, capacity, dateAndTime};
    lines.removeAll(QString());
    return lines;
}

} // namespace diakinisi::signing
