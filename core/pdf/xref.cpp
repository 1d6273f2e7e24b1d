#include "pdf/xref.h"

#include "pdf/filters.h"
#include "pdf/parser.h"

#include <algorithm>
#include <set>

namespace diakinisi::pdf {

namespace {

constexpr std::size_t mostSections = 4096;
constexpr std::size_t mostEntries = 2'000'000;
constexpr std::int64_t largestSection = 128 << 20;

tl::unexpected<Error> broken(const char* why)
{
    return fail(ErrorCode::PdfBroken, {}, QString::fromLatin1(why));
}

/// Reads sections; counts what it has read so that a chain cannot grow without bound.
class ChainReader
{
public:
    ChainReader(const ByteSource& source, std::int64_t shift) : m_source(source), m_shift(shift) {}

    Result<XrefSection> section(std::int64_t at);

private:
    Result<XrefSection> table(std::int64_t at);
    bool tableBody(Parser& parser, XrefSection& section);
    bool subsection(Parser& parser, std::int64_t first, std::int64_t count, XrefSection& section);
    Result<XrefSection> stream(std::int64_t at);
    Done streamEntries(const QByteArray& data, XrefSection& section);
    Result<QByteArray> streamData(const Dict& dict, std::int64_t dataAt);
    bool put(XrefSection& section, const XrefEntry& entry);

    const ByteSource& m_source;
    std::int64_t m_shift;
    std::size_t m_entries = 0;
};

bool ChainReader::put(XrefSection& section, const XrefEntry& entry)
{
    section.entries.push_back(entry);
    return ++m_entries <= mostEntries;
}

bool ChainReader::subsection(Parser& parser, std::int64_t first, std::int64_t count, XrefSection& section)
{
    for (std::int64_t i = 0; i < count; ++i) {
        const auto where = parser.number();
        const auto generation = where ? parser.number() : std::nullopt;
        if (!generation)
            return false;
        XrefEntry entry{static_cast<std::int32_t>(first + i), XrefEntry::Kind::Free, *where,
                        static_cast<std::int32_t>(std::min<std::int64_t>(*generation, 65535))};
        if (parser.word("n"))
            entry.kind = XrefEntry::Kind::InFile;
        else if (!parser.word("f"))
            return false;
        // Of what is free MuPDF writes a generation above all that are allowed.
        if (entry.kind == XrefEntry::Kind::InFile && *generation > 65535)
            return false;
        if (entry.kind == XrefEntry::Kind::InFile)
            entry.where += m_shift;
        if (!put(section, entry))
            return false;
    }
    return true;
}

bool ChainReader::tableBody(Parser& parser, XrefSection& section)
{
    if (!parser.word("xref"))
        return false;
    while (!parser.word("trailer")) {
        const auto first = parser.number();
        const auto count = first ? parser.number() : std::nullopt;
        // An entry takes 18 bytes at least: a count that the file cannot hold is not tried.
        if (!count || *first + *count > 0x7ffffffe || *count > m_source.size() / 18 + 1)
            return false;
        if (!subsection(parser, *first, *count, section))
            return false;
    }
    const std::optional<Value> trailer = parser.value();
    if (!trailer || !trailer->isDict())
        return false;
    section.trailer = trailer->dict();
    return true;
}

Result<XrefSection> ChainReader::table(std::int64_t at)
{
    const std::size_t before = m_entries;
    for (std::int64_t window = 64 * 1024;; window *= 4) {
        const Result<QByteArray> bytes = m_source.read(at, window);
        if (!bytes)
            return fail(bytes.error());
        XrefSection section;
        section.at = at;
        m_entries = before;
        Parser parser(*bytes);
        if (tableBody(parser, section)) {
            section.end = at + parser.at();
            return section;
        }
        if (m_entries > mostEntries || !parser.ranOut() || at + window >= m_source.size() || window > largestSection)
            return broken("the cross-reference table is damaged");
    }
}

Result<QByteArray> ChainReader::streamData(const Dict& dict, std::int64_t dataAt)
{
    const std::int64_t length = dict["Length"].integer(-1);
    if (length < 0 || length > largestSection || dataAt + length > m_source.size())
        return broken("the cross-reference stream has no usable length");
    Result<QByteArray> data = m_source.read(dataAt, length);
    const Value& filter = dict["Filter"].isArray() && dict["Filter"].array().size() == 1
                              ? dict["Filter"].array().front()
                              : dict["Filter"];
    if (!data || filter.isNull())
        return data;
    const Value& parms = dict["DecodeParms"].isArray() && !dict["DecodeParms"].array().empty()
                             ? dict["DecodeParms"].array().front()
                             : dict["DecodeParms"];
    return undoFilter(filter.name(), parms.dict(), *data, largestSection);
}

std::int64_t field(QByteArrayView bytes, qsizetype& at, std::int64_t width, std::int64_t otherwise)
{
    if (width == 0)
        return otherwise;
    std::uint64_t result = 0;
    for (std::int64_t i = 0; i < width; ++i)
        result = (result << 8) | static_cast<unsigned char>(bytes[at++]);
    return static_cast<std::int64_t>(std::min<std::uint64_t>(result, 0x7fffffffffffULL));
}

Done ChainReader::streamEntries(const QByteArray& data, XrefSection& section)
{
    const Array& widths = section.trailer["W"].array();
    if (widths.size() != 3)
        return broken("the cross-reference stream has no widths");
    std::int64_t w[3];
    for (std::size_t i = 0; i < 3; ++i) {
        w[i] = widths[i].integer(-1);
        if (w[i] < 0 || w[i] > 8)
            return broken("the cross-reference stream has odd widths");
    }
    Array index = section.trailer["Index"].array();
    if (index.empty())
        index = {0, section.trailer["Size"].integer()};
    qsizetype at = 0;
    const std::int64_t row = w[0] + w[1] + w[2];
    for (std::size_t pair = 0; pair + 1 < index.size(); pair += 2) {
        const std::int64_t first = index[pair].integer(-1);
        const std::int64_t count = index[pair + 1].integer(-1);
        if (first < 0 || count < 0 || first > 0x7fffffff || count > 0x7fffffff || first + count > 0x7ffffffe ||
            row == 0)
            return broken("the cross-reference stream has an odd index");
        for (std::int64_t i = 0; i < count; ++i) {
            if (at + row > data.size())
                return broken("the cross-reference stream is too short");
            const std::int64_t kind = field(data, at, w[0], 1);
            const std::int64_t second = field(data, at, w[1], 0);
            const std::int64_t third = std::min<std::int64_t>(field(data, at, w[2], 0), 0x7fffffff);
            XrefEntry entry{static_cast<std::int32_t>(first + i), XrefEntry::Kind::Free, second,
                            static_cast<std::int32_t>(third)};
            if (kind == 1)
                entry = {entry.number, XrefEntry::Kind::InFile, second + m_shift, entry.generation};
            else if (kind == 2)
                entry.kind = XrefEntry::Kind::InStream;
            if (!put(section, entry))
                return broken("too many objects");
        }
    }
    return {};
}

Result<XrefSection> ChainReader::stream(std::int64_t at)
{
    for (std::int64_t window = 4096;; window *= 4) {
        const Result<QByteArray> bytes = m_source.read(at, window);
        if (!bytes)
            return fail(bytes.error());
        Parser parser(*bytes);
        const bool head = parser.number() && parser.number() && parser.word("obj");
        std::optional<Value> value;
        if (head)
            value = parser.value();
        if (value && value->isDict() && parser.streamWord()) {
            XrefSection section;
            section.at = at;
            section.isStream = true;
            section.trailer = value->dict();
            if (!section.trailer["Type"].isName("XRef"))
                return broken("startxref points at another object");
            const Result<QByteArray> data = streamData(section.trailer, at + parser.at());
            if (!data)
                return fail(data.error());
            section.end = at + parser.at() + section.trailer["Length"].integer();
            if (const Done read = streamEntries(*data, section); !read)
                return fail(read.error());
            return section;
        }
        if (!parser.ranOut() || at + window >= m_source.size() || window > (16 << 20))
            return broken("there is no cross-reference where startxref points");
    }
}

Result<XrefSection> ChainReader::section(std::int64_t at)
{
    if (at < 0 || at >= m_source.size())
        return broken("the cross-reference lies outside the file");
    const Result<QByteArray> start = m_source.read(at, 32);
    if (!start)
        return fail(start.error());
    Parser parser(*start);
    Result<XrefSection> section = parser.word("xref") ? table(at) : stream(at);
    if (!section || section->isStream || !section->trailer["XRefStm"].isInteger())
        return section;
    // Hybrid (7.5.8.4): what the table calls free or does not list is looked for in the stream.
    Result<XrefSection> hidden = stream(section->trailer["XRefStm"].integer() + m_shift);
    if (!hidden)
        return hidden;
    section->isHybrid = true;
    const auto firstFree = std::stable_partition(section->entries.begin(), section->entries.end(),
                                                 [](const auto& e) { return e.kind != XrefEntry::Kind::Free; });
    section->entries.insert(firstFree, hidden->entries.begin(), hidden->entries.end());
    return section;
}

} // namespace

Result<std::int64_t> findStartXref(const ByteSource& source)
{
    constexpr std::int64_t tail = 2048;
    const Result<QByteArray> bytes = source.read(std::max<std::int64_t>(0, source.size() - tail), tail);
    if (!bytes)
        return fail(bytes.error());
    const qsizetype at = bytes->lastIndexOf("startxref");
    if (at < 0 || bytes->indexOf("%%EOF", at) < 0)
        return broken("the file has no end mark");
    Parser parser(*bytes, at + 9);
    const auto number = parser.number();
    if (!number)
        return broken("startxref names no offset");
    return *number;
}

Result<XrefChain> readXrefChain(const ByteSource& source, std::int64_t headerShift)
{
    const Result<std::int64_t> start = findStartXref(source);
    if (!start)
        return fail(start.error());
    XrefChain chain;
    chain.startXref = *start;
    ChainReader reader(source, headerShift);
    std::set<std::int64_t> seen;
    for (std::int64_t at = *start + headerShift;;) {
        if (!seen.insert(at).second)
            return broken("the cross-reference sections go in a circle");
        if (chain.sections.size() >= mostSections)
            return broken("too many cross-reference sections");
        Result<XrefSection> section = reader.section(at);
        if (!section)
            return fail(section.error());
        const Value previous = section->trailer["Prev"];
        chain.sections.push_back(std::move(*section));
        if (!previous.isNumber() || previous.number() == 0) // some makers write /Prev 0 for none
            return chain;
        at = static_cast<std::int64_t>(previous.number()) + headerShift;
    }
}

} // namespace diakinisi::pdf
