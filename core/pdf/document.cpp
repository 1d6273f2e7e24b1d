#include "pdf/document.h"

#include "pdf/filters.h"
#include "pdf/parser.h"

#include <QHash>
#include <QIODevice>

#include <algorithm>

namespace diakinisi::pdf {

namespace {

constexpr std::int64_t largestObject = 32 << 20;       // the dictionary or array itself, not a stream's data
constexpr std::int64_t largestObjectStream = 64 << 20; // unpacked
constexpr qsizetype cachedObjects = 8000;
constexpr std::int64_t cachedSize = 2048; // larger objects are read again rather than kept
constexpr std::int64_t cachedStreamBytes = 96 << 20;
// Reading stops when it has cost more than this: a small file can name a large object again and again.
constexpr std::int64_t workAllowed = 512 << 20;
constexpr std::int64_t workForEachByte = 8;
constexpr std::int64_t workOfLooking = 16;

tl::unexpected<Error> broken(const QString& why)
{
    return fail(ErrorCode::PdfBroken, {}, why);
}

struct ObjectStream {
    QByteArray data;
    std::vector<std::pair<std::int32_t, std::int64_t>> objects; // number, offset in data
};

} // namespace

struct Document::State {
    ByteSource source;
    std::int64_t shift = 0;
    XrefChain chain;
    std::vector<XrefEntry> entries; // by number, the newest of each
    QString version;
    mutable QHash<std::int32_t, Object> objects;
    mutable QHash<std::int32_t, std::shared_ptr<const ObjectStream>> streams;
    mutable std::int64_t streamBytes = 0;
    mutable std::int64_t work = 0;

    bool isExhausted() const { return work > workAllowed + workForEachByte * source.size(); }

    Result<Object> readAt(std::int64_t at, Ref expected, std::int64_t* size = nullptr) const;
    Result<std::shared_ptr<const ObjectStream>> objectStream(const Document& document, std::int32_t number) const;
    void mergeEntries();
};

Document::Document(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

void Document::State::mergeEntries()
{
    for (const XrefSection& section : chain.sections)
        entries.insert(entries.end(), section.entries.begin(), section.entries.end());
    std::stable_sort(entries.begin(), entries.end(),
                     [](const XrefEntry& a, const XrefEntry& b) { return a.number < b.number; });
    const auto same = [](const XrefEntry& a, const XrefEntry& b) { return a.number == b.number; };
    entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
    entries.shrink_to_fit();
}

Result<Document> Document::open(QIODevice& device, std::int64_t length)
{
    const std::int64_t size = length < 0 ? device.size() : std::min<std::int64_t>(length, device.size());
    auto state = std::make_unique<State>(State{ByteSource(device, size), 0, {}, {}, {}, {}, {}, 0, 0});
    const Result<QByteArray> head = state->source.read(0, 1024);
    if (!head)
        return fail(head.error());
    state->shift = head->indexOf("%PDF-");
    if (state->shift < 0)
        return fail(ErrorCode::NotPdf);
    const QByteArray version = head->mid(state->shift + 5, 3);
    state->version = QString::fromLatin1(version);
    Result<XrefChain> chain = readXrefChain(state->source, state->shift);
    if (!chain && state->shift > 0) {
        // Some makers count from the file's first byte in spite of what stands before the header.
        state->shift = 0;
        chain = readXrefChain(state->source, 0);
    }
    if (!chain)
        return fail(chain.error());
    state->chain = std::move(*chain);
    state->mergeEntries();
    Document document(std::move(state));
    if (!document.trailer()["Root"].ref())
        return broken(QStringLiteral("the trailer names no catalog"));
    if (!document.isEncrypted() && document.catalog().isEmpty())
        return broken(QStringLiteral("the catalog is not there"));
    const QByteArray newer = document.catalog()["Version"].name();
    if (newer.size() == 3 && QString::fromLatin1(newer) > document.m_state->version)
        document.m_state->version = QString::fromLatin1(newer);
    return document;
}

std::int64_t Document::length() const
{
    return m_state->source.size();
}
const ByteSource& Document::source() const
{
    return m_state->source;
}
QString Document::version() const
{
    return m_state->version;
}
bool Document::isEncrypted() const
{
    return !trailer()["Encrypt"].isNull();
}
const Dict& Document::trailer() const
{
    return m_state->chain.sections.front().trailer;
}
const std::vector<XrefSection>& Document::sections() const
{
    return m_state->chain.sections;
}
std::int64_t Document::startXref() const
{
    return m_state->chain.startXref;
}
std::int64_t Document::headerShift() const
{
    return m_state->shift;
}

std::int32_t Document::nextNumber() const
{
    std::int64_t next = m_state->entries.empty() ? 1 : m_state->entries.back().number + std::int64_t{1};
    for (const XrefSection& section : m_state->chain.sections)
        next = std::max(next, std::min<std::int64_t>(section.trailer["Size"].integer(), 0x7f000000));
    return static_cast<std::int32_t>(std::min<std::int64_t>(next, 0x7fffff00));
}

const std::vector<XrefEntry>& Document::entries() const
{
    return m_state->entries;
}

std::optional<XrefEntry> Document::entry(std::int32_t number) const
{
    const auto& entries = m_state->entries;
    const auto found = std::lower_bound(entries.begin(), entries.end(), number,
                                        [](const XrefEntry& e, std::int32_t n) { return e.number < n; });
    if (found == entries.end() || found->number != number)
        return std::nullopt;
    return *found;
}

Result<Object> Document::State::readAt(std::int64_t at, Ref expected, std::int64_t* size) const
{
    for (std::int64_t window = 2048;; window *= 4) {
        const Result<QByteArray> bytes = source.read(at, window);
        if (!bytes)
            return fail(bytes.error());
        Parser parser(*bytes);
        const auto number = parser.number();
        const auto generation = number ? parser.number() : std::nullopt;
        const bool head = generation && parser.word("obj");
        if (head && (*number != expected.number || *generation != expected.generation))
            return broken(QStringLiteral("another object stands where %1 should").arg(expected.number));
        const std::optional<Value> value = head ? parser.value() : std::nullopt;
        if (value) {
            Object object{*value, at, at, -1};
            if (size)
                *size = parser.at();
            if (value->isDict() && parser.streamWord()) {
                object.dataAt = at + parser.at();
                return object;
            }
            if (parser.word("endobj"))
                return object;
        }
        if (!parser.ranOut() || at + window >= source.size() || window > largestObject)
            return broken(QStringLiteral("object %1 is damaged").arg(expected.number));
    }
}

Result<std::shared_ptr<const ObjectStream>> Document::State::objectStream(const Document& document,
                                                                          std::int32_t number) const
{
    if (const auto found = streams.constFind(number); found != streams.constEnd())
        return *found;
    const std::optional<XrefEntry> entry = document.entry(number);
    if (!entry || entry->kind != XrefEntry::Kind::InFile)
        return broken(QStringLiteral("object stream %1 is not there").arg(number));
    const Result<Object> object = readAt(entry->where, {number, entry->generation});
    if (!object)
        return fail(object.error());
    if (!object->isStream() || !object->value.dict()["Type"].isName("ObjStm"))
        return broken(QStringLiteral("object %1 is no object stream").arg(number));
    Result<QByteArray> data = document.streamBytes(*object, largestObjectStream);
    if (!data)
        return fail(data.error());
    auto stream = std::make_shared<ObjectStream>();
    stream->data = std::move(*data);
    const std::int64_t count = object->value.dict()["N"].integer();
    const std::int64_t first = object->value.dict()["First"].integer();
    Parser parser(stream->data);
    for (std::int64_t i = 0; i < count; ++i) {
        const auto inner = parser.number();
        const auto offset = inner ? parser.number() : std::nullopt;
        if (!offset || *inner > 0x7fffffff || first < 0 || first + *offset >= stream->data.size())
            return broken(QStringLiteral("object stream %1 is damaged").arg(number));
        stream->objects.emplace_back(static_cast<std::int32_t>(*inner), first + *offset);
    }
    work += stream->data.size();
    streamBytes += stream->data.size();
    if (streamBytes > cachedStreamBytes) {
        streams.clear();
        streamBytes = stream->data.size();
    }
    streams.insert(number, stream);
    return stream;
}

Result<Object> Document::object(Ref ref) const
{
    m_state->work += workOfLooking;
    const std::optional<XrefEntry> entry = this->entry(ref.number);
    if (!entry || entry->kind == XrefEntry::Kind::Free)
        return Object{};
    if (const auto found = m_state->objects.constFind(ref.number); found != m_state->objects.constEnd())
        return *found;
    if (m_state->isExhausted())
        return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("the file asks for too much reading"));
    Result<Object> object = Object{};
    std::int64_t size = 0;
    if (entry->kind == XrefEntry::Kind::InFile) {
        if (entry->generation != ref.generation)
            return Object{};
        object = m_state->readAt(entry->where, ref, &size);
    } else {
        if (entry->where > 0x7fffffff || ref.generation != 0)
            return broken(QStringLiteral("object %1 is damaged").arg(ref.number));
        const auto stream = m_state->objectStream(*this, static_cast<std::int32_t>(entry->where));
        if (!stream)
            return fail(stream.error());
        const auto index = static_cast<std::size_t>(entry->generation);
        if (index >= (*stream)->objects.size() || (*stream)->objects[index].first != ref.number)
            return broken(QStringLiteral("object %1 is not in its stream").arg(ref.number));
        Parser parser((*stream)->data, (*stream)->objects[index].second);
        const std::optional<Value> value = parser.value();
        if (!value)
            return broken(QStringLiteral("object %1 is damaged").arg(ref.number));
        size = parser.at() - (*stream)->objects[index].second;
        object = Object{*value, -1, -1, -1};
    }
    m_state->work += size;
    if (!object || size > cachedSize)
        return object;
    if (m_state->objects.size() >= cachedObjects)
        m_state->objects.clear();
    m_state->objects.insert(ref.number, *object);
    return object;
}

Value Document::resolve(const Value& value) const
{
    Value current = value;
    for (int step = 0; step < 32; ++step) {
        const Ref* ref = current.ref();
        if (!ref)
            return current;
        const Result<Object> next = object(*ref);
        if (!next)
            return {};
        current = next->value;
    }
    return {};
}

Result<std::int64_t> Document::streamLength(const Object& stream) const
{
    const Value length = get(stream.value.dict(), "Length");
    if (!stream.isStream() || !length.isInteger() || length.integer() < 0 ||
        length.integer() > this->length() - stream.dataAt)
        return broken(QStringLiteral("a stream has no usable length"));
    const Result<QByteArray> after = source().read(stream.dataAt + length.integer(), 32);
    if (!after)
        return fail(after.error());
    Parser parser(*after);
    if (!parser.word("endstream"))
        return broken(QStringLiteral("a stream does not end where its length says"));
    return length.integer();
}

Result<QByteArray> Document::streamBytes(const Object& stream, std::int64_t limit) const
{
    if (isEncrypted())
        return fail(ErrorCode::PdfEncrypted);
    const Result<std::int64_t> length = streamLength(stream);
    if (!length)
        return fail(length.error());
    if (*length > limit)
        return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("a stream is too large"));
    Result<QByteArray> data = source().read(stream.dataAt, *length);
    const Dict& dict = stream.value.dict();
    const Value filter = get(dict, "Filter");
    const Value parameters = get(dict, "DecodeParms");
    const Array filters = filter.isArray() ? filter.array() : filter.isNull() ? Array{} : Array{filter};
    if (filters.size() > 8)
        return broken(QStringLiteral("too many filters"));
    for (std::size_t i = 0; data && i < filters.size(); ++i) {
        const Array& list = parameters.array();
        const Value own = resolve(parameters.isArray() && i < list.size() ? list[i] : parameters);
        data = undoFilter(resolve(filters[i]).name(), own.dict(), *data, limit);
    }
    if (data && data->size() > limit)
        return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("a stream is too large"));
    return data;
}

} // namespace diakinisi::pdf
