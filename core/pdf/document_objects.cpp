#include "pdf/document_state.h"
#include "pdf/filters.h"
#include "pdf/parser.h"

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

} // namespace

bool Document::State::isExhausted() const
{
    return work > workAllowed + workForEachByte * source.size();
}

void Document::State::unlock(Object& object) const
{
    if (security && object.ref.number != securityObject)
        object.value = security->unlockStrings(object.value, object.ref);
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
            Object object{*value, at, at, -1, expected};
            unlock(object);
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
        object = Object{*value, -1, -1, -1, ref};
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

namespace {

/// Where the stream's data end, whatever its dictionary says; -1 when there is no end.
Result<std::int64_t> findStreamEnd(const ByteSource& source, std::int64_t from, std::int64_t& work)
{
    constexpr std::int64_t piece = 1 << 20;
    constexpr std::int64_t word = 9;
    for (std::int64_t at = from; at < source.size(); at += piece - word) {
        const Result<QByteArray> bytes = source.read(at, piece);
        if (!bytes)
            return fail(bytes.error());
        work += bytes->size();
        qsizetype end = bytes->indexOf("endstream");
        if (end < 0)
            continue;
        if (end > 0 && bytes->at(end - 1) == '\n')
            --end;
        if (end > 0 && bytes->at(end - 1) == '\r')
            --end;
        return at + end - from;
    }
    return broken(QStringLiteral("a stream has no end"));
}

} // namespace

Result<std::int64_t> Document::streamLength(const Object& stream) const
{
    if (!stream.isStream())
        return broken(QStringLiteral("no stream"));
    const Value length = get(stream.value.dict(), "Length");
    const bool possible =
        length.isInteger() && length.integer() >= 0 && length.integer() <= this->length() - stream.dataAt;
    if (possible) {
        const Result<QByteArray> after = source().read(stream.dataAt + length.integer(), 32);
        if (!after)
            return fail(after.error());
        if (Parser(*after).word("endstream"))
            return length.integer();
    }
    if (m_state->repaired && !m_state->isExhausted())
        return findStreamEnd(source(), stream.dataAt, m_state->work);
    return broken(QStringLiteral("a stream does not end where its length says"));
}

Result<QByteArray> Document::streamBytes(const Object& stream, std::int64_t limit) const
{
    if (const Done open = readable(); !open)
        return fail(open.error());
    const Result<std::int64_t> length = streamLength(stream);
    if (!length)
        return fail(length.error());
    if (*length > limit)
        return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("a stream is too large"));
    Result<QByteArray> data = source().read(stream.dataAt, *length);
    const Dict& dict = stream.value.dict();
    if (data && m_state->security)
        data = m_state->security->unlockStream(dict, stream.ref, *data);
    const Value filter = get(dict, "Filter");
    const Value parameters = get(dict, "DecodeParms");
    const Array filters = filter.isArray() ? filter.array() : filter.isNull() ? Array{} : Array{filter};
    if (filters.size() > 8)
        return broken(QStringLiteral("too many filters"));
    for (std::size_t i = 0; data && i < filters.size(); ++i) {
        const Array& list = parameters.array();
        if (resolve(filters[i]).isName("Crypt"))
            continue;
        const Value own = resolve(parameters.isArray() && i < list.size() ? list[i] : parameters);
        data = undoFilter(resolve(filters[i]).name(), own.dict(), *data, limit);
    }
    if (data && data->size() > limit)
        return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("a stream is too large"));
    return data;
}

} // namespace diakinisi::pdf
