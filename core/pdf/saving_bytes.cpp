#include "pdf/saving_bytes.h"

#include "pdf/parser.h"

#include <QSet>

#include <algorithm>

namespace diakinisi::pdf {

namespace {

constexpr std::int64_t largestObjectStream = 64 << 20;

struct Head {
    std::int64_t number = 0;
    qsizetype at = 0;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

/// Reads "N G " backwards from where "obj" stands.
std::optional<Head> headBefore(const QByteArray& bytes, qsizetype at)
{
    const auto blanks = [&] {
        const qsizetype from = at;
        while (at > 0 && isBlank(bytes[at - 1]))
            --at;
        return from - at;
    };
    const auto digits = [&] {
        const qsizetype from = at;
        while (at > 0 && isDigit(bytes[at - 1]) && from - at < 12)
            --at;
        return from - at;
    };
    blanks(); // others read "0obj" too
    if (digits() == 0 || blanks() == 0)
        return std::nullopt;
    const qsizetype end = at;
    if (digits() == 0)
        return std::nullopt;
    return Head{bytes.mid(at, end - at).toLongLong(), at};
}

bool isUsed(const Document& document, std::int64_t number)
{
    const auto entry =
        number <= 0x7fffffff ? document.entry(static_cast<std::int32_t>(number)) : std::optional<XrefEntry>();
    return entry && entry->kind != XrefEntry::Kind::Free;
}

/// An object stream brings nothing but what the cross-reference says is in it.
QString unlistedInStream(const Document& before, const Document& after, const XrefEntry& entry)
{
    const Result<Object> object = after.object({entry.number, entry.generation});
    if (!object || !object->isStream() || !object->value.dict()["Type"].isName("ObjStm"))
        return {};
    const Result<QByteArray> data = after.streamBytes(*object, largestObjectStream);
    if (!data)
        return QStringLiteral("an object stream cannot be read");
    Parser parser(*data);
    const std::int64_t count = object->value.dict()["N"].integer();
    for (std::int64_t i = 0; i < count; ++i) {
        const auto number = parser.number();
        if (!number || !parser.number())
            return QStringLiteral("an object stream cannot be read");
        if (*number > 0x7fffffff)
            continue;
        const auto there = after.entry(static_cast<std::int32_t>(*number));
        const bool listed = there && there->kind == XrefEntry::Kind::InStream && there->where == entry.number;
        if (!listed && isUsed(before, *number))
            return QStringLiteral("object %1 in an object stream without being listed").arg(*number);
    }
    return {};
}

} // namespace

QString unlistedObjects(const Document& before, const Document& after, const Revision& saving)
{
    constexpr std::int64_t piece = 1 << 20;
    constexpr std::int64_t overlap = 64; // a head that reaches over the border of two pieces
    QSet<std::int64_t> listed{saving.xrefAt};
    for (const XrefEntry& entry : saving.objects)
        if (entry.kind == XrefEntry::Kind::InFile)
            listed.insert(entry.where);
    for (std::int64_t at = saving.begin; at < saving.end; at += piece) {
        const std::int64_t from = std::max(saving.begin, at - overlap);
        const Result<QByteArray> bytes = after.source().read(from, std::min(saving.end, at + piece) - from);
        if (!bytes)
            return QStringLiteral("unreadable");
        for (qsizetype word = bytes->indexOf("obj"); word >= 0; word = bytes->indexOf("obj", word + 3)) {
            const std::optional<Head> head = headBefore(*bytes, word);
            if (head && !listed.contains(from + head->at) && isUsed(before, head->number))
                return QStringLiteral("object %1 without being listed").arg(head->number);
        }
    }
    for (const XrefEntry& entry : saving.objects) {
        if (entry.kind != XrefEntry::Kind::InFile)
            continue;
        if (QString found = unlistedInStream(before, after, entry); !found.isEmpty())
            return found;
    }
    return {};
}

QString movedObjects(const Document& before, const Document& after, const Revision& saving)
{
    if (saving.isAmbiguous)
        return QStringLiteral("an object is listed in two ways");
    QSet<std::int64_t> rewritten;
    for (const XrefEntry& entry : saving.objects)
        if (before.entry(entry.number) != after.entry(entry.number))
            rewritten.insert(entry.number);
    for (const XrefEntry& entry : after.entries())
        if (entry.kind == XrefEntry::Kind::InStream && rewritten.contains(entry.where) &&
            before.entry(entry.number) == entry)
            return QStringLiteral("object stream %1 is exchanged").arg(entry.where);
    return {};
}

} // namespace diakinisi::pdf
