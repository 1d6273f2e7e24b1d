#include "pdf/repair.h"

#include "pdf/parser.h"

#include <algorithm>

namespace diakinisi::pdf {

namespace {

constexpr std::int64_t piece = 1 << 20;
constexpr std::int64_t before = 48; ///< "N G " stands that near in front of "obj"
constexpr std::int64_t window = 4096;
constexpr std::int64_t largeWindow = 256 << 10;
constexpr std::size_t mostObjects = 2'000'000;
// Looking into objects stops when it has cost more than this: what is left then counts as plain objects.
constexpr std::int64_t lookingAllowed = 64 << 20;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

/// "N G " that ends at `end`; gives where it begins.
std::optional<qsizetype> headBefore(QByteArrayView bytes, qsizetype end, Ref& ref)
{
    qsizetype at = end;
    std::int64_t numbers[2] = {0, 0};
    for (int i = 1; i >= 0; --i) {
        const qsizetype behind = at;
        while (at > 0 && isSpace(bytes[at - 1]))
            --at;
        const qsizetype last = at;
        while (at > 0 && isDigit(bytes[at - 1]) && last - at < 10)
            --at;
        if (at == last || last == behind || (at > 0 && isDigit(bytes[at - 1])))
            return std::nullopt;
        numbers[i] = bytes.sliced(at, last - at).toByteArray().toLongLong();
    }
    if (numbers[0] < 1 || numbers[0] > 0x7fffff00 || numbers[1] > 65535)
        return std::nullopt;
    ref = {static_cast<std::int32_t>(numbers[0]), static_cast<std::int32_t>(numbers[1])};
    return at;
}

class Scan
{
public:
    Scan(const ByteSource& source, std::int64_t shift) : m_source(source), m_at(shift) {}

    Result<FoundObjects> run()
    {
        while (m_at < m_source.size()) {
            const std::int64_t begin = std::max<std::int64_t>(0, m_at - before);
            const Result<QByteArray> bytes = m_source.read(begin, piece);
            if (!bytes)
                return fail(bytes.error());
            const std::int64_t end = begin + bytes->size();
            if (const Done read = readPiece(*bytes, begin); !read)
                return fail(read.error());
            // A word on the border is seen whole in the next piece.
            m_at = std::max(m_at, end >= m_source.size() ? end : end - 8);
        }
        return finish();
    }

private:
    Done readPiece(const QByteArray& bytes, std::int64_t begin)
    {
        qsizetype object = -2;
        qsizetype trailer = -2;
        for (;;) {
            const qsizetype from = m_at - begin;
            if (from >= bytes.size())
                return {};
            if (object != -1 && object < from)
                object = bytes.indexOf("obj", from);
            if (trailer != -1 && trailer < from)
                trailer = bytes.indexOf("trailer", from);
            const bool trailerFirst = trailer >= 0 && (object < 0 || trailer < object);
            const qsizetype found = trailerFirst ? trailer : object;
            if (found < 0)
                return {};
            m_at = begin + found + 3;
            if (trailerFirst)
                readTrailer(begin + found + 7);
            else if (Ref ref; const auto head = headBefore(bytes, found, ref))
                readObject(ref, begin + *head, begin + found + 3);
            if (m_found.chain.sections.front().entries.size() > mostObjects)
                return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("too many objects"));
        }
    }

    /// The value that begins at `at`, if it is short enough to be worth looking at; `after` is where it ends.
    std::optional<Value> look(std::int64_t at, std::int64_t& after, bool& isStream)
    {
        for (const std::int64_t size : {window, largeWindow}) {
            if (m_looked > lookingAllowed + 2 * m_source.size())
                return std::nullopt;
            m_looked += size;
            const Result<QByteArray> bytes = m_source.read(at, size);
            if (!bytes)
                return std::nullopt;
            Parser parser(*bytes);
            std::optional<Value> value = parser.value();
            if (value) {
                isStream = value->isDict() && parser.streamWord();
                after = at + parser.at();
                return value;
            }
            if (!parser.ranOut())
                return std::nullopt;
        }
        return std::nullopt;
    }

    void readTrailer(std::int64_t at)
    {
        bool isStream = false;
        std::int64_t after = 0;
        if (const auto value = look(at, after, isStream))
            mergeTrailer(value->dict());
    }

    void mergeTrailer(const Dict& dict)
    {
        Dict& trailer = m_found.chain.sections.front().trailer;
        for (const char* key : {"Root", "Info", "ID", "Encrypt"})
            if (dict.contains(key))
                trailer.set(key, dict[key]);
    }

    void readObject(Ref ref, std::int64_t at, std::int64_t valueAt)
    {
        m_found.chain.sections.front().entries.push_back({ref.number, XrefEntry::Kind::InFile, at, ref.generation});
        bool isStream = false;
        std::int64_t after = 0;
        const auto value = look(valueAt, after, isStream);
        if (!value || !value->isDict())
            return;
        const Dict& dict = value->dict();
        if (dict["Type"].isName("Catalog"))
            m_catalog = ref;
        if (!isStream)
            return;
        if (dict["Type"].isName("XRef"))
            mergeTrailer(dict);
        if (dict["Type"].isName("ObjStm"))
            m_found.objectStreams.push_back(ref);
        skipData(dict, after);
    }

    /// Over the stream's data, when its length can be believed: they may hold anything.
    void skipData(const Dict& dict, std::int64_t dataAt)
    {
        const std::int64_t length = dict["Length"].integer(-1);
        if (length < 0 || length > m_source.size() - dataAt)
            return;
        const Result<QByteArray> after = m_source.read(dataAt + length, 32);
        if (after && Parser(*after).word("endstream"))
            m_at = std::max(m_at, dataAt + length);
    }

    Result<FoundObjects> finish()
    {
        XrefSection& section = m_found.chain.sections.front();
        if (m_catalog && !section.trailer["Root"].ref())
            section.trailer.set("Root", *m_catalog);
        if (section.entries.empty() || !section.trailer["Root"].ref())
            return fail(ErrorCode::PdfBroken, {}, QStringLiteral("the file has neither cross-reference nor catalog"));
        section.end = m_source.size();
        std::reverse(section.entries.begin(), section.entries.end()); // the newest of a number first
        return std::move(m_found);
    }

    const ByteSource& m_source;
    std::int64_t m_at;
    std::int64_t m_looked = 0;
    FoundObjects m_found{{0, std::vector<XrefSection>(1)}, {}};
    std::optional<Ref> m_catalog;
};

} // namespace

Result<FoundObjects> findObjects(const ByteSource& source, std::int64_t headerShift)
{
    return Scan(source, headerShift).run();
}

} // namespace diakinisi::pdf
