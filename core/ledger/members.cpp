#include "ledger/members.h"

#include "ledger/canonical_json.h"

#include <algorithm>

namespace diakinisi::ledger {

namespace {
constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
}

void Members::refuse(const char16_t* name)
{
    if (m_wrong.isEmpty())
        m_wrong = QString::fromUtf16(name);
}

void Members::take(const char16_t* name, Instant& into)
{
    into = read(name, instantFromIso(m_object.value(QStringView(name)).toString()));
}

void Members::take(const char16_t* name, Sha256& into)
{
    into = read(name, Sha256::fromHex(m_object.value(QStringView(name)).toString()));
}

void Members::take(const char16_t* name, qint64& into, qint64 least)
{
    const QJsonValue value = m_object.value(QStringView(name));
    into = value.toInteger(least - 1);
    if (into < least || into > largestInteger)
        refuse(name);
}

void Members::takeWord(const char16_t* name, QString& into)
{
    into = m_object.value(QStringView(name)).toString();
    if (!isWord(into))
        refuse(name);
}

void Members::take(const char16_t* name, QByteArray& into, qsizetype count)
{
    const QByteArray text = m_object.value(QStringView(name)).toString().toLatin1();
    into = QByteArray::fromBase64(text, base64Url);
    if (into.size() != count || into.toBase64(base64Url) != text)
        refuse(name);
}

bool isWord(QStringView text)
{
    return !text.isEmpty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

QString toBase64Url(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64(base64Url));
}

} // namespace diakinisi::ledger
