#include "signing/validation/signature_range.h"

#include "signing/openssl_handles.h"

namespace diakinisi::signing {

namespace {

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

Done RangeDigest::add(void* context, std::int64_t from, std::int64_t to) const
{
    constexpr std::int64_t piece = 1 << 20;
    for (std::int64_t at = from; at < to; at += piece) {
        if (m_stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const Result<QByteArray> bytes = m_source.read(at, std::min(piece, to - at));
        if (!bytes)
            return fail(bytes.error());
        EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(context), bytes->constData(),
                         static_cast<std::size_t>(bytes->size()));
    }
    return {};
}

QByteArray RangeDigest::operator()(const QString& algorithm)
{
    if (const auto known = m_known.find(algorithm); known != m_known.end())
        return known->second;
    const EVP_MD* digest = EVP_get_digestbyname(algorithm.toLatin1().constData());
    const DigestContext context(EVP_MD_CTX_new());
    QByteArray value(EVP_MAX_MD_SIZE, '\0');
    unsigned length = 0;
    if (!digest || !context || EVP_DigestInit_ex(context.get(), digest, nullptr) != 1)
        return {};
    Done read = add(context.get(), 0, m_range.gapBegin);
    if (read)
        read = add(context.get(), m_range.gapEnd, m_range.end);
    if (!read)
        m_error = read.error();
    if (m_error || EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(value.data()), &length) != 1)
        return {};
    value.truncate(static_cast<qsizetype>(length));
    return m_known[algorithm] = value;
}

} // namespace diakinisi::signing
