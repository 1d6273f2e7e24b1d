#include "signing/validation/signature_range.h"

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

} // namespace diakinisi::signing
