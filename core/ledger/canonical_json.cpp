#include "ledger/canonical_json.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>
#include <vector>

namespace diakinisi::ledger {

namespace {

constexpr char hexDigits[] = "0123456789abcdef";

/// The two-character escape of RFC 8785, 3.2.2.2; 0 when the character has none.
char shortEscape(char16_t c)
{
    switch (c) {
    case u'\b':
        return 'b';
    case u'\t':
        return 't';
    case u'\n':
        return 'n';
    case u'\f':
        return 'f';
    case u'\r':
        return 'r';
    case u'"':
        return '"';
    case u'\\':
        return '\\';
    default:
        return 0;
    }
}

char* writeEscaped(char* out, char16_t c)
{
    *out++ = '\\';
    if (const char escape = shortEscape(c)) {
        *out++ = escape;
        return out;
    }
    for (const char fixed : {'u', '0', '0'})
        *out++ = fixed;
    *out++ = hexDigits[c >> 4];
    *out++ = hexDigits[c & 15];
    return out;
}

char* writeUtf8(char* out, char32_t c)
{
    const auto byte = [&out](char32_t bits) { *out++ = static_cast<char>(static_cast<unsigned char>(bits)); };
    if (c < 0x800) {
        byte(0xc0 | (c >> 6));
    } else if (c < 0x10000) {
        byte(0xe0 | (c >> 12));
        byte(0x80 | ((c >> 6) & 0x3f));
    } else {
        byte(0xf0 | (c >> 18));
        byte(0x80 | ((c >> 12) & 0x3f));
        byte(0x80 | ((c >> 6) & 0x3f));
    }
    byte(0x80 | (c & 0x3f));
    return out;
}

class CanonicalWriter
{
public:
    bool object(const QJsonObject& object, int level);
    QByteArray bytes;
    const char* wrong = nullptr;

private:
    bool value(const QJsonValue& value, int level);
    bool array(const QJsonArray& array, int level);
    bool number(const QJsonValue& value);
    bool string(const QString& text);
    bool member(bool first, const QString& name, const QJsonValue& value, int level);
    bool sorted(const QJsonObject& object, int level);
    bool refuse(const char* why)
    {
        wrong = why;
        return false;
    }
};

bool CanonicalWriter::string(const QString& text)
{
    if (!isNfc(text))
        return refuse("a text that is not in NFC");
    return appendCanonicalString(bytes, text) || refuse("a lone surrogate or U+0000 in a text");
}

bool CanonicalWriter::number(const QJsonValue& value)
{
    const qint64 integer = value.toInteger(0);
    if (integer == 0 && value.toInteger(1) != 0)
        return refuse("a number that is not an integer");
    if (integer > largestInteger || integer < -largestInteger)
        return refuse("an integer beyond 2^53");
    bytes.append(QByteArray::number(integer));
    return true;
}

bool CanonicalWriter::value(const QJsonValue& value, int level)
{
    switch (value.type()) {
    case QJsonValue::Null:
        bytes.append("null");
        return true;
    case QJsonValue::Bool:
        bytes.append(value.toBool() ? "true" : "false");
        return true;
    case QJsonValue::Double:
        return number(value);
    case QJsonValue::String:
        return string(value.toString());
    case QJsonValue::Array:
        return array(value.toArray(), level + 1);
    case QJsonValue::Object:
        return object(value.toObject(), level + 1);
    case QJsonValue::Undefined:
        break;
    }
    return refuse("an undefined value");
}

bool CanonicalWriter::array(const QJsonArray& array, int level)
{
    if (level > deepest)
        return refuse("too many levels");
    bytes.append('[');
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            bytes.append(',');
        if (!value(array.at(i), level))
            return false;
    }
    bytes.append(']');
    return true;
}

bool CanonicalWriter::member(bool first, const QString& name, const QJsonValue& member, int level)
{
    if (!first)
        bytes.append(',');
    if (!string(name))
        return false;
    bytes.append(':');
    return value(member, level);
}

bool CanonicalWriter::object(const QJsonObject& object, int level)
{
    if (level > deepest)
        return refuse("too many levels");
    const qsizetype begin = bytes.size();
    bytes.append('{');
    QString before;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool first = it == object.begin();
        const QString name = it.key();
        if (!first && !(before < name)) { // Qt's own order differs from the standard's for some names
            bytes.truncate(begin);
            return sorted(object, level);
        }
        if (!member(first, name, it.value(), level))
            return false;
        before = name;
    }
    bytes.append('}');
    return true;
}

bool CanonicalWriter::sorted(const QJsonObject& object, int level)
{
    std::vector<std::pair<QString, QJsonValue>> members;
    for (auto it = object.begin(); it != object.end(); ++it)
        members.emplace_back(it.key(), it.value());
    std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    bytes.append('{');
    bool first = true;
    for (const auto& [name, value] : members) {
        if (!member(first, name, value, level))
            return false;
        first = false;
    }
    bytes.append('}');
    return true;
}

} // namespace

bool appendCanonicalString(QByteArray& to, QStringView text)
{
    const qsizetype begin = to.size();
    to.resize(begin + 6 * text.size() + 2); // no character takes more; cut back below
    char* out = to.data() + begin;
    *out++ = '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.utf16()[i];
        if (c == 0)
            return false;
        if (c < 0x20 || c == u'"' || c == u'\\') {
            out = writeEscaped(out, c);
        } else if (c < 0x80) {
            *out++ = static_cast<char>(c);
        } else if (!QChar::isSurrogate(c)) {
            out = writeUtf8(out, c);
        } else {
            if (!QChar::isHighSurrogate(c) || i + 1 == text.size() || !QChar::isLowSurrogate(text.utf16()[i + 1]))
                return false;
            out = writeUtf8(out, QChar::surrogateToUcs4(c, text.utf16()[++i]));
        }
    }
    *out++ = '"';
    to.truncate(out - to.data());
    return true;
}

Result<QByteArray> canonicalBytes(const QJsonObject& object)
{
    CanonicalWriter writer;
    writer.bytes.reserve(512);
    if (!writer.object(object, 1))
        return fail(ErrorCode::MalformedInput, {}, QString::fromLatin1(writer.wrong));
    return std::move(writer.bytes);
}

} // namespace diakinisi::ledger
