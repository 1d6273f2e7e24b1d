#include "pdf/revisions.h"

#include "pdf/parser.h"

#include <algorithm>

namespace diakinisi::pdf {

namespace {

/// The end of the saving whose cross-reference section ends at `from`: after "startxref N %%EOF" and its line end.
Result<std::int64_t> savingEnd(const ByteSource& source, std::int64_t from)
{
    constexpr std::int64_t window = 1 << 16;
    const Result<QByteArray> bytes = source.read(from, window);
    if (!bytes)
        return fail(bytes.error());
    qsizetype at = bytes->indexOf("%%EOF");
    if (at < 0)
        return fail(ErrorCode::PdfBroken, {}, QStringLiteral("a cross-reference has no end mark"));
    at += 5;
    if (at < bytes->size() && bytes->at(at) == '\r')
        ++at;
    if (at < bytes->size() && bytes->at(at) == '\n')
        ++at;
    return from + at;
}

std::vector<XrefEntry> merged(std::vector<XrefEntry> entries)
{
    std::stable_sort(entries.begin(), entries.end(),
                     [](const XrefEntry& a, const XrefEntry& b) { return a.number < b.number; });
    const auto same = [](const XrefEntry& a, const XrefEntry& b) { return a.number == b.number; };
    entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
    return entries;
}

/// A hybrid's table says of what its stream holds that it is free; that is no contradiction.
bool isAmbiguous(std::vector<XrefEntry> entries)
{
    std::erase_if(entries, [](const XrefEntry& e) { return e.kind == XrefEntry::Kind::Free; });
    std::stable_sort(entries.begin(), entries.end(),
                     [](const XrefEntry& a, const XrefEntry& b) { return a.number < b.number; });
    return std::adjacent_find(entries.begin(), entries.end(), [](const XrefEntry& a, const XrefEntry& b) {
               return a.number == b.number && !(a == b);
           }) != entries.end();
}

} // namespace

Result<std::vector<Revision>> readRevisions(const Document& document)
{
    const std::vector<XrefSection>& sections = document.sections();
    std::vector<Revision> revisions;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        Revision revision{0, 0, sections[i].at, {}, isAmbiguous(sections[i].entries)};
        std::vector<XrefEntry> entries = sections[i].entries;
        std::int64_t last = sections[i].end;
        // A linearised file's first section stands before the one that it calls previous: both are one saving.
        while (i + 1 < sections.size() && sections[i + 1].at > sections[i].at) {
            ++i;
            entries.insert(entries.end(), sections[i].entries.begin(), sections[i].entries.end());
            last = std::max(last, sections[i].end);
        }
        const Result<std::int64_t> end = savingEnd(document.source(), last);
        if (!end)
            return fail(end.error());
        revision.end = *end;
        revision.objects = merged(std::move(entries));
        revisions.push_back(std::move(revision));
    }
    std::reverse(revisions.begin(), revisions.end());
    for (std::size_t i = 1; i < revisions.size(); ++i) {
        revisions[i].begin = revisions[i - 1].end;
        if (revisions[i].end <= revisions[i].begin)
            return fail(ErrorCode::PdfBroken, {}, QStringLiteral("the savings do not follow each other"));
    }
    return revisions;
}

QString changeWord(ChangeKind kind)
{
    static constexpr const char* words[] = {"signing",    "timestamp", "long-term-data", "form-filling",
                                            "annotation", "field",     "page-content",   "page-tree",
                                            "fonts",      "metadata",  "attachment",     "active-content",
                                            "catalog",    "signature", "structure",      "other"};
    return QString::fromLatin1(words[static_cast<std::size_t>(kind)]);
}

} // namespace diakinisi::pdf
