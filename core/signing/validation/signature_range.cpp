#include "signing/validation/signature_range.h"

namespace diakinisi::signing {

namespace {

constexpr std::int64_t spare = 1LL << 30; // read beyond eight times the file's length

SignedRange unsound(SignedRange range, const char* why)
{
    range.problem = QString::fromLatin1(why);
    return range;
}

/// The object in whose bytes the signature dictionary stands: its own, or the field's when it is written there.
Result<pdf::Object> holder(const pdf::Document& document, const pdf::Field& field)
{
    if (const pdf::Ref* ref = field.value.ref())
        return document.object(*ref);
    return field.hasRef ? document.object(field.ref) : Result<pdf::Object>(pdf::Object{});
}

} // namespace

SignedRange readRange(const pdf::Document& document, const pdf::Field& field)
{
    SignedRange range;
    range.signature = document.resolve(field.value).dict();
    if (range.signature.hasTwice() || field.dict.hasTwice())
        return unsound(range, "an entry of the signature stands twice");
    const pdf::Array bytes = document.get(range.signature, "ByteRange").array();
    const pdf::Text* contents = range.signature["Contents"].text();
    if (bytes.size() != 4 || !contents || contents->bytes.isEmpty())
        return unsound(range, "/ByteRange or /Contents is missing or odd");
    std::int64_t n[4];
    for (std::size_t i = 0; i < 4; ++i)
        n[i] = bytes[i].integer(-1);
    if (n[0] != 0 || n[1] <= 0 || n[2] <= n[1] || n[3] <= 0 || n[2] > document.length() ||
        n[3] > document.length() - n[2])
        return unsound(range, "/ByteRange does not cover the file from its first byte on");
    range.gapBegin = n[1];
    range.gapEnd = n[2];
    range.end = n[2] + n[3];
    range.contents = contents->bytes;
    const Result<pdf::Object> object = holder(document, field);
    if (!object || object->valueAt < 0)
        return unsound(range, "the signature stands in an object stream");
    const std::int64_t at = object->valueAt + contents->at;
    if (!contents->hexadecimal || contents->length != 2 * contents->bytes.size() + 2 || at != range.gapBegin ||
        at + contents->length != range.gapEnd)
        return unsound(range, "/ByteRange leaves out other bytes than /Contents");
    const Result<pdf::Document> then = pdf::Document::open(document.source().device(), range.end);
    const Result<pdf::Object> same = then ? holder(*then, field) : fail(then.error());
    if (!same || same->at != object->at || object->at > range.gapBegin)
        return unsound(range, "the signed part is no whole file with this signature");
    return range;
}

FileDigests::FileDigests(const pdf::ByteSource& source, std::stop_token stop)
    : m_source(source),
      m_stop(std::move(stop)),
      m_left(spare + 8 * source.size())
{
}

Done FileDigests::add(EVP_MD_CTX* context, std::int64_t from, std::int64_t to)
{
    constexpr std::int64_t piece = 1 << 20;
    for (std::int64_t at = from; at < to; at += piece) {
        const std::int64_t length = std::min(piece, to - at);
        m_left -= length;
        if (m_stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (m_left < 0)
            return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("too many signatures over the same bytes"));
        const Result<QByteArray> bytes = m_source.read(at, length);
        if (!bytes)
            return fail(bytes.error());
        EVP_DigestUpdate(context, bytes->constData(), static_cast<std::size_t>(bytes->size()));
    }
    return {};
}

Result<FileDigests::Running*> FileDigests::upTo(std::int64_t place, const EVP_MD* digest, const QString& algorithm)
{
    Running& running = m_running[algorithm];
    if (!running.context || running.at > place) {
        running = {DigestContext(EVP_MD_CTX_new()), 0};
        if (!running.context || EVP_DigestInit_ex(running.context.get(), digest, nullptr) != 1)
            return nullptr;
    }
    if (const Done read = add(running.context.get(), running.at, place); !read)
        return fail(read.error());
    running.at = place;
    return &running;
}

Result<QByteArray> FileDigests::over(const SignedRange& range, const QString& algorithm)
{
    const EVP_MD* digest = EVP_get_digestbyname(algorithm.toLatin1().constData());
    if (!digest)
        return QByteArray();
    const Result<Running*> before = upTo(range.gapBegin, digest, algorithm);
    if (!before)
        return fail(before.error());
    if (!*before)
        return QByteArray();
    const DigestContext whole(EVP_MD_CTX_new());
    QByteArray value(EVP_MAX_MD_SIZE, '\0');
    unsigned length = 0;
    if (!whole || EVP_MD_CTX_copy_ex(whole.get(), (*before)->context.get()) != 1)
        return QByteArray();
    if (const Done rest = add(whole.get(), range.gapEnd, range.end); !rest)
        return fail(rest.error());
    if (EVP_DigestFinal_ex(whole.get(), reinterpret_cast<unsigned char*>(value.data()), &length) != 1)
        return QByteArray();
    value.truncate(static_cast<qsizetype>(length));
    return value;
}

QByteArray RangeDigest::operator()(const QString& algorithm)
{
    if (const auto known = m_known.find(algorithm); known != m_known.end())
        return known->second;
    Result<QByteArray> digest = m_file.over(m_range, algorithm);
    if (!digest) {
        m_error = digest.error();
        return {};
    }
    return m_known[algorithm] = std::move(*digest);
}

} // namespace diakinisi::signing
