#include "signing/pades/growing_pdf.h"

#include "signing/der.h"
#include "signing/validation/signature_range.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr std::int64_t piece = 1 << 20;

tl::unexpected<Error> broken(const QString& why)
{
    return fail(ErrorCode::SignatureBroken, {}, why);
}

} // namespace

Done GrowingPdf::copyFormer(QIODevice& to, DigestAlgorithm algorithm, const std::stop_token& stop, Progress& progress)
{
    SigningDigest digest(algorithm);
    for (std::int64_t at = 0; at < m_former.size(); at += piece) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const Result<QByteArray> bytes = m_former.read(at, piece);
        if (!bytes)
            return fail(bytes.error());
        digest.add(*bytes);
        if (const Done written = pdf::writeBytes(to, *bytes); !written)
            return written;
        progress.report(std::min(at + piece, m_former.size()), m_former.size());
    }
    m_digest.emplace(digest);
    return {};
}

Result<const SigningDigest*> GrowingPdf::formerDigest(DigestAlgorithm algorithm, const std::stop_token& stop)
{
    if (m_digest && m_digest->algorithm() == algorithm)
        return &*m_digest;
    SigningDigest digest(algorithm);
    for (std::int64_t at = 0; at < m_former.size(); at += piece) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const Result<QByteArray> bytes = m_former.read(at, piece);
        if (!bytes)
            return fail(bytes.error());
        digest.add(*bytes);
    }
    m_digest.emplace(digest);
    return &*m_digest;
}

Result<QByteArray> GrowingPdf::digest(DigestAlgorithm algorithm, const SignatureUpdate& update,
                                      const std::stop_token& stop)
{
    const Result<const SigningDigest*> former = formerDigest(algorithm, stop);
    if (!former)
        return fail(former.error());
    SigningDigest digest(**former);
    digest.add(m_tail);
    digest.add(QByteArrayView(update.bytes).first(update.contentsAt));
    digest.add(QByteArrayView(update.bytes).sliced(update.contentsAt + update.contentsLength));
    return digest.value();
}

Done GrowingPdf::appendChecked(const SignatureUpdate& update, DigestAlgorithm algorithm, const QByteArray& digest)
{
    m_tail += update.bytes;
    const Result<pdf::Document> document = pdf::Document::open(m_device);
    if (!document)
        return broken(document.error().cause);
    const std::vector<pdf::Field> fields = pdf::readFields(*document);
    const auto field =
        std::ranges::find_if(fields, [&](const pdf::Field& each) { return each.name == update.fieldName; });
    if (field == fields.end())
        return broken(QStringLiteral("the field is not in the signed file"));
    const SignedRange range = readRange(*document, *field);
    if (!range.problem.isEmpty() || range.end != document->length())
        return broken(range.problem);
    const CmsFinding found = checkCms(range.contents, [&](const QString& name) {
        return name == der::digestName(algorithm) ? digest : QByteArray();
    });
    const bool good = found.readable && found.digestHolds && found.valueHolds && found.namesCertificate;
    return good ? Done() : broken(found.problem.isEmpty() ? QStringLiteral("the value does not hold") : found.problem);
}

} // namespace diakinisi::signing
