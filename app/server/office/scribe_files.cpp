#include "server/office/scribe.h"

#include <algorithm>

// Files and signatures in the append: who may refer to which bytes, and what was found about renditions.
namespace diakinisi::server {
namespace {

void add(std::vector<domain::FileRef>& files, const std::vector<domain::NewItem>& items)
{
    for (const domain::NewItem& item : items)
        files.push_back(item.file);
}

void add(std::vector<domain::FileRef>& files, const std::vector<domain::NewRendition>& renditions)
{
    for (const domain::NewRendition& rendition : renditions)
        files.push_back(rendition.file);
}

std::vector<domain::FileRef> filesOf(const domain::EventBody& body)
{
    std::vector<domain::FileRef> files;
    if (const auto* registered = std::get_if<domain::DocumentRegistered>(&body))
        add(files, registered->items);
    else if (const auto* draft = std::get_if<domain::DraftStarted>(&body))
        add(files, draft->items);
    else if (const auto* added = std::get_if<domain::FileAdded>(&body))
        files.push_back(added->item.file);
    else if (const auto* rendition = std::get_if<domain::RenditionAdded>(&body))
        files.push_back(rendition->rendition.file);
    else if (const auto* signedStep = std::get_if<domain::StepSigned>(&body))
        add(files, signedStep->renditions);
    return files;
}

const domain::Rendition* renditionOf(const domain::Document& document, const Sha256& digest)
{
    for (const domain::Item& item : document.items)
        for (const domain::Version& version : item.versions)
            if (const domain::Rendition* found = version.rendition(digest))
                return found;
    return nullptr;
}

/// The renditions that a command brings; nothing for commands that bring none.
std::vector<domain::NewRendition> renditionsOf(const domain::Command& command)
{
    if (const auto* sign = std::get_if<domain::Sign>(&command.body))
        return sign->renditions;
    if (const auto* confirm = std::get_if<domain::Confirm>(&command.body))
        return confirm->renditions;
    if (const auto* added = std::get_if<domain::AddRendition>(&command.body))
        return {added->rendition};
    return {};
}

bool claimsSignature(domain::RenditionRole role)
{
    return role == domain::RenditionRole::Signed || role == domain::RenditionRole::CoSigned;
}

} // namespace

bool Scribe::entitled(const domain::PersonId& person, const Sha256& digest)
{
    const auto uploaded = writer().hasUploaded(person, digest);
    if (!well(uploaded) || *uploaded)
        return uploaded.value_or(false);
    const auto readable = writer().mayReadFile(person, digest);
    return well(readable) && *readable;
}

std::vector<Sha256> Scribe::refer(const Open& open, const Actor& actor, const domain::EventBody& body)
{
    std::vector<Sha256> arrivals;
    for (const domain::FileRef& file : filesOf(body)) {
        const bool here = entitled(actor.person, file.digest);
        well(writer().putFileReference(open.key, {file.digest, actor.person, here}));
        if (here)
            arrivals.push_back(file.digest);
    }
    return arrivals;
}

Done Scribe::checkSigned(const Open& open, const Actor& actor, const domain::Command& command, const Findings& findings)
{
    const bool mayWait = std::holds_alternative<domain::AddRendition>(command.body);
    bool formerHere = true;
    for (const domain::NewRendition& rendition : renditionsOf(command)) {
        if (const domain::Rendition* former = renditionOf(open.document, rendition.derivedFrom))
            formerHere = former->arrived;
        const auto found = findings.find({rendition.derivedFrom, rendition.file.digest});
        const bool here = formerHere && found != findings.end() && entitled(actor.person, rendition.file.digest);
        if (!here || found->second.isOpen()) {
            if (mayWait)
                continue;
            if (here)
                return fail(found->second.proved.error());
            return fail(ErrorCode::FilesNotArrived, QStringLiteral("renditions"));
        }
        const Finding& finding = found->second;
        if (!finding.proved)
            return fail(ErrorCode::SignatureNotAccepted, QStringLiteral("renditions"), finding.proved.error().cause);
        if (claimsSignature(rendition.role) && !finding.certificate)
            return fail(ErrorCode::SignatureNotAccepted, QStringLiteral("renditions"),
                        QStringLiteral("no new signature"));
        if (finding.certificate && m_organisation.personWithCertificate(*finding.certificate) != actor.person)
            return fail(ErrorCode::CertificateNotYours, QStringLiteral("renditions"));
        const auto& number = open.document.registration.number;
        if (finding.filledNumber && (!number || *finding.filledNumber != domain::display(*number)))
            return fail(ErrorCode::SignatureNotAccepted, QStringLiteral("number"),
                        QStringLiteral("another number than the document's was filled in"));
        formerHere = true;
    }
    return {};
}

void Scribe::noteFindings(const domain::Command& command, const Findings& findings)
{
    for (const domain::NewRendition& rendition : renditionsOf(command)) {
        const DueJudgement due{command.document, rendition.file.digest, rendition.derivedFrom};
        const auto found = findings.find({due.former, due.digest});
        const bool isJudged = found != findings.end() && !found->second.isOpen() && !m_broken;
        if (isJudged)
            judged(due, found->second);
        else
            well(writer().addDueJudgement(due));
    }
}

void Scribe::arrived(const domain::PersonId& person, const Sha256& digest, qint64 size)
{
    well(writer().addFile(digest, size, m_time.now(m_head.at)));
    well(writer().addUploader(person, digest));
    const auto documents = writer().entitle(person, digest);
    if (!well(documents))
        return;
    for (const domain::DocumentId& document : *documents)
        bySystem(document, domain::MarkFileArrived{digest});
}

void Scribe::expireFiles(Instant before)
{
    const auto expired = writer().removeUnreferencedFiles(before);
    if (well(expired) && *expired > 0)
        m_log.info("files-expired", {{"count", QString::number(*expired)}});
}

void Scribe::judged(const DueJudgement& due, const Finding& finding)
{
    std::optional<domain::PersonId> signer;
    if (finding.certificate)
        signer = m_organisation.personWithCertificate(*finding.certificate);
    const auto verdict = finding.proved ? domain::DerivationVerdict::Proved : domain::DerivationVerdict::NotProved;
    const QString word = finding.proved ? QString() : errorWord(finding.proved.error().code);
    bySystem(due.document, domain::JudgeRendition{due.digest, verdict, signer, word});
    well(writer().removeDueJudgement(due.document, due.digest));
}

} // namespace diakinisi::server
