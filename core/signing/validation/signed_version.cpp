#include "signing/validation/signed_version.h"

#include "signing/validation/signature_range.h"

#include <algorithm>

namespace diakinisi::signing {

Result<std::int64_t> writeSignedVersion(QIODevice& file, const QString& field, QIODevice& to)
{
    const Result<pdf::Document> document = pdf::Document::open(file, -1, pdf::Damaged::Repair);
    if (!document)
        return fail(document.error());
    if (const Done open = document->readable(); !open)
        return fail(open.error());
    const std::vector<pdf::Field> fields = pdf::readFields(*document);
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const pdf::Field& f) {
        return f.type == "Sig" && f.name == field && !document->resolve(f.value).dict().isEmpty();
    });
    if (found == fields.end())
        return fail(ErrorCode::NotFound, field);
    const SignedRange range = readRange(*document, *found);
    if (!range.problem.isEmpty())
        return fail(ErrorCode::SignatureBroken, field, range.problem);
    if (const Done copied = pdf::copyBytes(document->source(), 0, range.end, to); !copied)
        return fail(copied.error());
    return range.end;
}

} // namespace diakinisi::signing
