#include "signing/pades/raise_pdf.h"

#include "signing/pades/may_sign.h"
#include "signing/pades/pdf_raising.h"
#include "signing/pades/raising_subjects.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

/// Whether a timestamp is missing; an error when the file is not fit to be raised.
Result<bool> lacksTimestamp(const pdf::Document& document, const RaiseOptions& options)
{
    if (const Done may = mayTimestamp(document); !may)
        return fail(may.error());
    const Result<std::vector<RaisingSubject>> subjects = readSubjects(document, options.now);
    if (!subjects)
        return fail(subjects.error());
    for (const RaisingSubject& subject : *subjects)
        if (subject.problem)
            return fail(*subject.problem);
    if (std::ranges::all_of(*subjects, &RaisingSubject::timestamp))
        return fail(ErrorCode::NotFound, {}, QStringLiteral("no signature"));
    return !allStamped(*subjects);
}

Done checkOptions(const RaiseOptions& options)
{
    if (options.level == Level::BB)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("level"));
    if (options.level >= Level::BLT && !options.authorities.revocation)
        return fail(ErrorCode::RevocationUnavailable, {}, QStringLiteral("no source of revocation data is set"));
    return {};
}

Done stamp(GrowingPdf& pdf, const RaiseOptions& options, RaisedPdf& result, const std::stop_token& stop)
{
    if (!options.authorities.timestamps)
        return fail(ErrorCode::TimestampUnavailable, {}, QStringLiteral("no timestamp authority is set"));
    ++result.timestamps;
    return appendDocumentTimestamp(pdf, *options.authorities.timestamps, stop);
}

} // namespace

Result<RaisedPdf> raisePdf(QIODevice& from, QIODevice& to, const RaiseOptions& options, std::stop_token stop,
                           Progress& progress)
{
    if (const Done good = checkOptions(options); !good)
        return fail(good.error());
    const Result<pdf::Document> document = pdf::Document::open(from);
    const Result<bool> lacking = document ? lacksTimestamp(*document, options) : fail(document.error());
    if (!lacking)
        return fail(lacking.error());
    GrowingPdf pdf(document->source());
    if (const Done copied = pdf.copyFormer(to, DigestAlgorithm::Sha256, stop, progress); !copied)
        return fail(copied.error());
    RaisedPdf result;
    Done done;
    if (*lacking)
        done = stamp(pdf, options, result, stop);
    if (done && options.level >= Level::BLT) {
        const qsizetype before = pdf.tail().size();
        done = appendLongTermData(pdf, options.authorities, {}, options.now, stop);
        result.longTermData = pdf.tail().size() > before;
    }
    if (done && options.level == Level::BLTA)
        done = stamp(pdf, options, result, stop);
    if (!done)
        return fail(done.error());
    if (const Done written = pdf::writeBytes(to, pdf.tail()); !written)
        return fail(written.error());
    result.length = document->length() + pdf.tail().size();
    return result;
}

} // namespace diakinisi::signing
