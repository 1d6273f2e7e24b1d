#include "ledger/canonical_json.h"

#include <QJsonArray>

#include <algorithm>

// Reads a little more than canonicalBytes writes and then compares: what comes out must be written as what came in.
namespace diakinisi::ledger {

namespace {

class CanonicalReader
{
public:
    explicit CanonicalReader(QByteArrayView bytes) : m_at(bytes.begin()), m_end(bytes.end()) {}

    bool object(QJsonObject& into, int level);
    bool atEnd() const { return m_at == m_end; }

private:
    bool value(QJsonValue& into, int level);
    bool array(QJsonArray& into, int level);
    bool string(QString& into);
    bool escaped(QByteArray& into);
    bool number(QJsonValue& into);
    bool skip(QByteArrayView word);
    bool skip(char c) { return skip(QByteArrayView(&c, 1)); }

    const char* m_at;
    const char* m_end;
};

bool CanonicalReader::skip(QByteArrayView word)
{
    if (!QByteArrayView(m_at, m_end).startsWith(word))
        return false;
    m_at += word.size();
    return true;
}

bool CanonicalReader::value(QJsonValue& into, int level)
{
    if (m_at == m_end)
        return false;
    switch (*m_at) {
    case '{': {
        QJsonObject inner;
        const bool good = object(inner, level + 1);
        into = inner;
        return good;
    }
    case '[': {
        QJsonArray inner;
        const bool good = array(inner, level + 1);
        into = inner;
        return good;
    }
    case '"': {
        QString text;
        const bool good = string(text);
        into = text;
        return good;
    }
    case 't':
        into = true;
        return skip("true");
    case 'f':
        into = false;
        return skip("false");
    case 'n':
        into = QJsonValue::Null;
        return skip("null");
    default:
        return number(into);
    }
}

bool CanonicalReader::object(QJsonObject& into, int level)
{
    if (level > deepest || !skip('{'))
        return false;
    if (skip('}'))
        return true;
    QString before;
    do {
        QString name;
        QJsonValue member;
        if (!string(name) || (!into.isEmpty() && !(before < name)) || !skip(':') || !value(member, level))
            return false;
        into.insert(name, member); // names grow, so this appends
        before = name;
    } while (skip(','));
    return skip('}');
}

bool CanonicalReader::array(QJsonArray& into, int level)
{
    if (level > deepest || !skip('['))
        return false;
    if (skip(']'))
        return true;
    do {
        QJsonValue entry;
        if (!value(entry, level))
            return false;
        into.append(entry);
    } while (skip(','));
    return skip(']');
}

bool CanonicalReader::string(QString& into)
{
    if (!skip('"'))
        return false;
    QByteArray unescaped;
    for (;;) {
        const char* run = std::find_if(m_at, m_end, [](char c) { return c == '"' || c == '\\'; });
        if (run == m_end)
            return false;
        const QByteArrayView plain(m_at, run);
        m_at = run + 1;
        if (*run == '"') {
            into = textFromUtf8(unescaped.isEmpty() ? plain : QByteArrayView(unescaped.append(plain)));
            return true;
        }
        unescaped.append(plain);
        if (!escaped(unescaped))
            return false;
    }
}

/// What stands behind a backslash.
bool CanonicalReader::escaped(QByteArray& into)
{
    static constexpr QByteArrayView letters("btnfr\"\\");
    static constexpr QByteArrayView meanings("\b\t\n\f\r\"\\");
    if (m_at == m_end)
        return false;
    const char letter = *m_at++;
    if (const qsizetype which = letters.indexOf(letter); which >= 0) {
        into.append(meanings[which]);
        return true;
    }
    if (letter != 'u' || m_end - m_at < 4)
        return false;
    bool good = false;
    const ushort code = QByteArray(m_at, 4).toUShort(&good, 16);
    if (!good || code >= 0x20)
        return false;
    into.append(static_cast<char>(code));
    m_at += 4;
    return true;
}

bool CanonicalReader::number(QJsonValue& into)
{
    const char* end = std::find_if(m_at, m_end, [](char c) { return c != '-' && (c < '0' || c > '9'); });
    if (end - m_at > 17) // "-9007199254740992"
        return false;
    bool good = false;
    into = QByteArray(m_at, end - m_at).toLongLong(&good);
    m_at = end;
    return good;
}

} // namespace

Result<QJsonObject> canonicalObject(QByteArrayView bytes)
{
    CanonicalReader reader(bytes);
    QJsonObject object;
    if (!reader.object(object, 1) || !reader.atEnd())
        return fail(ErrorCode::MalformedInput, {}, QStringLiteral("not canonical JSON"));
    const auto again = canonicalBytes(object);
    if (!again || QByteArrayView(*again) != bytes)
        return fail(ErrorCode::MalformedInput, {}, QStringLiteral("not in canonical form"));
    return object;
}

} // namespace diakinisi::ledger
