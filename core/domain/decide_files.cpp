#include "domain/decide_parts.h"
#include "domain/validate.h"

#include <algorithm>

namespace diakinisi::domain::rules {

Outcome decide(const AddFile& command, const Case& c)
{
    if (auto ok = guard::mayAddFile(c.document, c.who()); !ok)
        return fail(ok.error());
    if (auto ok = validateItems({command.item}); !ok)
        return fail(ok.error());
    const Item* existing = c.document.item(command.item.id);
    const bool numbered = c.document.registration.state != NumberState::None;
    if (existing && numbered)
        return fail(ErrorCode::AlreadyRegistered); // a received or numbered file is never replaced
    if (existing && existing->version(command.item.version))
        return fail(ErrorCode::AlreadyExists);
    if (!existing && command.item.role == ItemRole::Main && c.document.mainItem())
        return fail(ErrorCode::AlreadyExists);
    return events(FileAdded{command.item});
}

namespace {

/// What was signed may be raised afterwards; that the bytes are raised and nothing else, the server has proved.
Outcome decideTimestamped(const AddRendition& command, const Case& c)
{
    const Item* item = c.document.item(command.item);
    if (!item)
        return fail(ErrorCode::NotFound, QStringLiteral("item"));
    const Rendition& newest = item->newest().newest();
    if (auto ok = guard::mayTimestamp(c.document, newest, c.who()); !ok)
        return fail(ok.error());
    if (auto ok = validateFile(command.rendition.file, QStringLiteral("rendition")); !ok)
        return fail(ok.error());
    if (newest.file.digest != command.rendition.derivedFrom)
        return fail(ErrorCode::RenditionSuperseded);
    const bool isSigned = newest.role == RenditionRole::Signed || newest.role == RenditionRole::CoSigned ||
                          newest.role == RenditionRole::Timestamped;
    if (!isSigned)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("role"));
    return events(RenditionAdded{command.item, item->newest().id, command.rendition});
}

} // namespace

Outcome decide(const AddRendition& command, const Case& c)
{
    if (command.rendition.role == RenditionRole::Timestamped)
        return decideTimestamped(command, c);
    if (auto ok = guard::mayAddFile(c.document, c.who()); !ok)
        return fail(ok.error());
    if (auto ok = validateFile(command.rendition.file, QStringLiteral("rendition")); !ok)
        return fail(ok.error());
    const Item* item = c.document.item(command.item);
    if (!item)
        return fail(ErrorCode::NotFound, QStringLiteral("item"));
    if (command.rendition.role != RenditionRole::Prepared)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("role"));
    if (item->newest().newest().file.digest != command.rendition.derivedFrom)
        return fail(ErrorCode::RenditionSuperseded);
    return events(RenditionAdded{command.item, item->newest().id, command.rendition});
}

namespace {

/// The rendition of this digest whose finding or arrival is still open.
bool anyRendition(const Document& document, const Sha256& digest, bool (*wanted)(const Rendition&))
{
    for (const Item& item : document.items)
        for (const Version& version : item.versions)
            if (const Rendition* found = version.rendition(digest); found && wanted(*found))
                return true;
    return false;
}

} // namespace

Outcome decide(const MarkFileArrived& command, const Case& c)
{
    if (!c.bySystem())
        return fail(ErrorCode::NotPermitted);
    if (!anyRendition(c.document, command.digest, [](const Rendition& r) { return !r.arrived; }))
        return std::vector<Decided>{};
    return events(FileArrived{command.digest});
}

Outcome decide(const JudgeRendition& command, const Case& c)
{
    if (!c.bySystem())
        return fail(ErrorCode::NotPermitted);
    if (!anyRendition(c.document, command.digest,
                      [](const Rendition& r) { return r.verdict == DerivationVerdict::Unchecked; }))
        return std::vector<Decided>{};
    return events(RenditionJudged{command.digest, command.verdict, command.signer, command.finding});
}

namespace {

Done validateFinding(const FileFinding& finding)
{
    constexpr qsizetype mostSignatures = 200;
    if (finding.signatures.empty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("finding"));
    if (static_cast<qsizetype>(finding.signatures.size()) > mostSignatures)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("finding"));
    for (const SignatureFinding& each : finding.signatures)
        for (const QString* text : {&each.field, &each.signer, &each.issuer, &each.subIndication, &each.level})
            if (auto ok = validateOptionalText(*text, QStringLiteral("finding")); !ok)
                return ok;
    return {};
}

} // namespace

Outcome decide(const RecordFinding& command, const Case& c)
{
    if (auto ok = validateFinding(command.finding); !ok)
        return fail(ok.error());
    if (!c.bySystem())
        if (auto ok = guard::mayAddFinding(c.document, c.who()); !ok)
            return fail(ok.error());
    if (!anyRendition(c.document, command.finding.digest,
                      [](const Rendition& r) { return r.role == RenditionRole::Original; }))
        return fail(ErrorCode::NotFound, QStringLiteral("finding"));
    for (const Item& item : c.document.items)
        for (const Version& version : item.versions)
            if (const Rendition* of = version.rendition(command.finding.digest))
                for (const FrozenFinding& known : of->findings)
                    if (known.by == c.context.actor)
                        return fail(ErrorCode::AlreadyExists, QStringLiteral("finding")); // frozen is frozen
    return events(FindingRecorded{command.finding});
}

} // namespace diakinisi::domain::rules
