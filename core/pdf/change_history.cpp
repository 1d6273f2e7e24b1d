#include "pdf/change_history.h"

#include "pdf/judge_changes.h"
#include "pdf/saving_bytes.h"

#include <algorithm>

namespace diakinisi::pdf {

namespace {

constexpr std::int64_t mostBlank = 4096;
constexpr std::int64_t mostLineEnd = 2; // a signature may end before the line end that ends its saving

/// Nothing but white space in [from, to).
bool isBlank(const ByteSource& source, std::int64_t from, std::int64_t to)
{
    if (from >= to)
        return true;
    if (to - from > mostBlank)
        return false;
    const Result<QByteArray> bytes = source.read(from, to - from);
    return bytes && std::all_of(bytes->begin(), bytes->end(),
                                [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0'; });
}

Change broken(const char* why)
{
    return {0, ChangeKind::Structure, false, QString::fromLatin1(why), {}};
}

} // namespace

/// What goes on from saving to saving.
struct ChangeHistory::Running {
    ObjectRoles roles;
    FilledSince filled;
};

void ChangeHistory::structure(int revision, const QString& why)
{
    m_findings.push_back({revision, ChangeKind::Structure, Need::Never, why});
}

Result<ChangeHistory> ChangeHistory::read(QIODevice& file, std::int64_t from)
{
    const Result<Document> whole = Document::open(file);
    if (!whole)
        return fail(whole.error());
    ChangeHistory history(file);
    history.m_length = whole->length();
    history.m_shift = whole->headerShift();
    if (from < whole->length())
        history.compare(*whole, from);
    return history;
}

void ChangeHistory::compare(const Document& whole, std::int64_t from)
{
    const Result<std::vector<Revision>> revisions = readRevisions(whole);
    if (!revisions)
        return;
    for (const Revision& revision : *revisions)
        m_savings.push_back({revision.end, revision.xrefAt});
    const auto first = std::find_if(revisions->begin(), revisions->end(),
                                    [&](const Revision& r) { return r.end > from + mostLineEnd; });
    auto next = first == revisions->begin() ? first + 1 : first;
    if (next < revisions->end()) {
        Result<Document> before = Document::open(whole.source().device(), (next - 1)->end);
        Running running;
        for (bool begun = false; next != revisions->end(); ++next) {
            const int number = static_cast<int>(next - revisions->begin()) + 1;
            Result<Document> after = Document::open(whole.source().device(), next->end);
            // Each saving must be what the whole file takes for it: its end mark names its own cross-reference.
            if (!before || !after || after->sections().front().at != next->xrefAt ||
                before->sections().front().at != (next - 1)->xrefAt || after->headerShift() != m_shift) {
                structure(number, QStringLiteral("the saving is no whole file of itself"));
            } else {
                if (!begun)
                    running.roles.begin(*before);
                begun = true;
                compareOne(*before, *after, *next, number, running);
            }
            before = std::move(after);
        }
    }
    if (!isBlank(whole.source(), m_savings.back().end, m_length))
        structure(static_cast<int>(m_savings.size()) + 1, QStringLiteral("bytes after the end"));
}

void ChangeHistory::compareOne(const Document& before, const Document& after, const Revision& saving, int number,
                               Running& running)
{
    for (const QString& why : {movedObjects(before, after, saving), unlistedObjects(before, after, saving)})
        if (!why.isEmpty())
            structure(number, why);
    ChangeJudge judge(before, after, running.roles, running.filled, number);
    const std::vector<Finding> found = judge.judge(saving.objects);
    m_findings.insert(m_findings.end(), found.begin(), found.end());
    running.roles.extend(after, saving.objects);
}

std::vector<Change> ChangeHistory::since(std::int64_t signedLength, const ChangeRules& rules) const
{
    if (signedLength >= m_length)
        return {};
    if (m_savings.empty())
        return {broken("the savings do not follow each other")};
    // The last saving that is signed as a whole.
    const auto after = std::find_if(m_savings.begin(), m_savings.end(),
                                    [&](const Saving& s) { return s.end > signedLength + mostLineEnd; });
    const int signedRevision = static_cast<int>(after - m_savings.begin());
    const Result<std::int64_t> end = findStartXref(ByteSource(*m_file, signedLength));
    if (signedRevision == 0 || !end || *end + m_shift != m_savings[static_cast<std::size_t>(signedRevision) - 1].xrefAt)
        return {broken("the cross-reference does not go on from the signed one")};
    std::vector<Change> changes;
    for (const Finding& finding : m_findings)
        if (finding.revision > signedRevision)
            changes.push_back({finding.revision, finding.what, isAllowed(finding, rules, signedRevision),
                               finding.detail, finding.field});
    return changes;
}

Result<std::vector<Change>> compareRevisions(QIODevice& file, std::int64_t signedLength, const ChangeRules& rules)
{
    const Result<ChangeHistory> history = ChangeHistory::read(file, signedLength);
    if (!history)
        return fail(history.error());
    return history->since(signedLength, rules);
}

} // namespace diakinisi::pdf
