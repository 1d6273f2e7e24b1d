#include "pdf/judge_changes.h"
#include "pdf/revisions.h"

#include <algorithm>

namespace diakinisi::pdf {

namespace {

constexpr std::int64_t mostBlank = 4096;

Change structure(int revision, const char* why)
{
    return {revision, ChangeKind::Structure, false, QString::fromLatin1(why)};
}

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

/// The newer file's cross-reference goes on into the older one's, section by section.
bool continues(const Document& older, const Document& newer)
{
    const auto& oldest = older.sections();
    const auto& newest = newer.sections();
    if (newest.size() <= oldest.size() || older.headerShift() != newer.headerShift())
        return false;
    return std::equal(oldest.rbegin(), oldest.rend(), newest.rbegin(),
                      [](const XrefSection& a, const XrefSection& b) { return a.at == b.at; });
}

} // namespace

Result<std::vector<Change>> compareRevisions(QIODevice& file, std::int64_t signedLength, const ChangeRules& rules)
{
    const Result<Document> whole = Document::open(file);
    if (!whole)
        return fail(whole.error());
    if (signedLength >= whole->length())
        return std::vector<Change>{};
    Result<Document> before = Document::open(file, signedLength);
    const Result<std::vector<Revision>> revisions = readRevisions(*whole);
    if (!before || !revisions)
        return std::vector<Change>{structure(0, "the signed part is no whole file of itself")};
    std::vector<Change> changes;
    if (before->sections().front().at == whole->sections().front().at) {
        if (!isBlank(whole->source(), signedLength, whole->length()))
            changes.push_back(structure(0, "bytes after the end"));
        return changes;
    }
    if (!continues(*before, *whole))
        return std::vector<Change>{structure(0, "the cross-reference does not go on from the signed one")};
    bool first = true;
    for (std::size_t i = 0; i < revisions->size(); ++i) {
        const Revision& revision = (*revisions)[i];
        const int number = static_cast<int>(i) + 1;
        if (revision.begin < signedLength && revision.end <= signedLength + 2)
            continue;
        if (first &&
            !isBlank(whole->source(), std::min(signedLength, revision.begin), std::max(signedLength, revision.begin)))
            changes.push_back(structure(number, "bytes between the signed part and the next saving"));
        first = false;
        Result<Document> after = Document::open(file, revision.end);
        if (!after || !continues(*before, *after)) {
            changes.push_back(structure(number, "the saving is no whole file of itself"));
            return changes;
        }
        const std::vector<Change> found = ChangeJudge(*before, *after, rules, number).judge(revision.objects);
        changes.insert(changes.end(), found.begin(), found.end());
        before = std::move(after);
    }
    if (!isBlank(whole->source(), revisions->back().end, whole->length()))
        changes.push_back(structure(0, "bytes after the end"));
    return changes;
}

} // namespace diakinisi::pdf
