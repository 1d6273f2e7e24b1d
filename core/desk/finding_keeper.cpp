#include "desk/finding_keeper.h"

#include "domain/policy.h"
#include "wire/json_reader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace diakinisi::desk {

using namespace domain;

namespace {

constexpr std::size_t mostKnown = 64;
constexpr std::chrono::seconds patience{10};                 ///< with all authorities of one file
constexpr std::int64_t undecidedFor = 24LL * 60 * 60 * 1000; ///< milliseconds; frozen as it is then
const QString owedKey = QStringLiteral("findings-owed");
const QString documentsKey = QStringLiteral("documents");

/// The files of a document as they were received, and nothing frozen about them by this person yet.
std::vector<Sha256> unfrozen(const Document& document, const PersonId& person)
{
    std::vector<Sha256> files;
    for (const Item& item : document.items)
        for (const Version& version : item.versions)
            for (const Rendition& rendition : version.renditions) {
                const bool frozen = std::ranges::any_of(
                    rendition.findings, [&person](const FrozenFinding& finding) { return finding.by == person; });
                if (rendition.role == RenditionRole::Original && !frozen &&
                    rendition.file.mediaType == u"application/pdf")
                    files.push_back(rendition.file.digest);
            }
    return files;
}

/// Neither of the two that no later answer changes.
bool isOpen(const signing::SignatureVerdict& verdict)
{
    return verdict.indication == signing::Indication::Indeterminate;
}

SignatureIndication indicationOf(signing::Indication indication)
{
    switch (indication) {
    case signing::Indication::TotalPassed:
        return SignatureIndication::TotalPassed;
    case signing::Indication::TotalFailed:
        return SignatureIndication::TotalFailed;
    case signing::Indication::Indeterminate:
        break;
    }
    return SignatureIndication::Indeterminate;
}

FindingKind kindOf(signing::SignatureKind kind)
{
    switch (kind) {
    case signing::SignatureKind::Certification:
        return FindingKind::Certification;
    case signing::SignatureKind::Timestamp:
        return FindingKind::Timestamp;
    case signing::SignatureKind::Signature:
        break;
    }
    return FindingKind::Signature;
}

} // namespace

SignatureFinding findingOf(const signing::SignatureVerdict& verdict)
{
    SignatureFinding finding;
    finding.kind = kindOf(verdict.kind);
    finding.field = verdict.field;
    finding.signer = verdict.signer ? verdict.signer->commonName : QString();
    finding.issuer = verdict.signer ? verdict.signer->issuer : QString();
    finding.indication = indicationOf(verdict.indication);
    finding.subIndication = signing::subIndicationWord(verdict.subIndication);
    finding.timeProved = verdict.bestTimeFrom != signing::TimeSource::ValidationTime;
    finding.signedAt = finding.timeProved ? verdict.bestTime : verdict.signingTime;
    finding.changedAfter = verdict.changedUnlawfully();
    finding.level = verdict.level;
    return finding;
}

Result<signing::JudgeQuestion> FindingKeeper::question() const
{
    const Instant now = m_parts.officialNow();
    const auto trusted = m_parts.trust.read(now);
    if (!trusted)
        return fail(trusted.error());
    signing::JudgeQuestion asked{(*trusted)->material, now};
    // Where nobody is trusted there is nothing to ask.
    if (!asked.trust.isEmpty())
        asked.network = signing::NetworkUse{policy::flag(m_parts.organisation()->policy, policy::privateAuthorities),
                                            patience, m_parts.authorities.answersFolder(), m_comings};
    return asked;
}

Result<signing::PdfVerdict> FindingKeeper::check(const Sha256& digest, std::stop_token stop)
{
    const auto file = m_parts.store->files().open(digest);
    if (!file)
        return fail(file.error());
    const auto asked = question();
    if (!asked)
        return fail(asked.error());
    auto judged = m_parts.signatureJudge.verify(**file, *asked, std::move(stop));
    if (!judged)
        return fail(judged.error());
    signing::PdfVerdict& verdict = judged->verdict;
    Known found{{digest, asked->at, {}}, judged->missed && std::ranges::any_of(verdict.signatures, isOpen)};
    std::ranges::transform(verdict.signatures, std::back_inserter(found.finding.signatures), findingOf);
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_known, [&digest](const Known& each) { return each.finding.digest == digest; });
    m_known.push_back(std::move(found));
    if (m_known.size() > mostKnown)
        m_known.pop_front();
    return std::move(verdict);
}

std::optional<FindingKeeper::Known> FindingKeeper::find(const Sha256& digest)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find(m_known, digest, [](const Known& each) { return each.finding.digest; });
    return found == m_known.end() ? std::nullopt : std::optional(*found);
}

std::optional<FileFinding> FindingKeeper::known(const Sha256& digest)
{
    const auto found = find(digest);
    return found && !found->mayChange ? std::optional(found->finding) : std::nullopt;
}

Result<std::set<DocumentId>> FindingKeeper::owed() const
{
    const auto written = m_parts.store->memory().value(owedKey);
    if (!written)
        return fail(written.error());
    std::set<DocumentId> documents;
    if (const auto json = wire::readJsonObject(written->value_or(QByteArray())))
        for (const QJsonValue& each : json->value(documentsKey).toArray())
            if (const auto id = DocumentId::fromString(each.toString()))
                documents.insert(*id);
    return documents;
}

Done FindingKeeper::write(const std::set<DocumentId>& documents)
{
    if (documents.empty())
        return m_parts.store->memory().removeValue(owedKey);
    QJsonArray ids;
    for (const DocumentId& id : documents)
        ids.append(id.toString());
    const QJsonObject json{{documentsKey, ids}};
    return m_parts.store->memory().setValue(owedKey, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Done FindingKeeper::owe(const DocumentId& document)
{
    const std::lock_guard lock(m_mutex);
    auto documents = owed();
    if (!documents)
        return fail(documents.error());
    documents->insert(document);
    m_fresh.insert(document);
    return write(*documents);
}

void FindingKeeper::paid(const DocumentId& document)
{
    const std::lock_guard lock(m_mutex);
    m_fresh.erase(document);
    if (auto documents = owed(); documents && documents->erase(document) > 0)
        static_cast<void>(write(*documents)); // at worst it is looked at once more, and found frozen
}

/// False when it has to be tried again: stopped, a document that is not there yet, an authority that was away, or a
/// worker that died over it.
bool FindingKeeper::settleOne(const DocumentId& document, std::stop_token stop)
{
    const auto person = m_parts.person();
    const auto state = m_parts.store->views().document(document);
    if (!person || !state) {
        const std::lock_guard lock(m_mutex);
        return person && !m_fresh.contains(document);
    }
    const bool isYoung = m_parts.officialNow() < state->row.at + undecidedFor;
    bool settled = true;
    for (const Sha256& file : unfrozen(state->document, *person)) {
        const auto judged = check(file, stop);
        if (stop.stop_requested())
            return false;
        const auto found = judged ? find(file) : std::nullopt;
        const bool mayChange = found ? found->mayChange : !judged && judged.error().code == ErrorCode::WorkerDied;
        if (mayChange && isYoung)
            settled = false;
        else if (found && !found->finding.signatures.empty())
            static_cast<void>(m_parts.act(document, RecordFinding{found->finding})); // refused: somebody was first
    }
    return settled;
}

void FindingKeeper::settle(std::stop_token stop)
{
    const std::lock_guard one(m_settling);
    Result<std::set<DocumentId>> documents;
    {
        const std::lock_guard lock(m_mutex);
        documents = owed();
    }
    if (!documents)
        return;
    for (const DocumentId& document : *documents)
        if (!stop.stop_requested() && settleOne(document, stop))
            paid(document);
}

} // namespace diakinisi::desk
