#include "signing/keys/pkcs11_uri.h"

#include <QStringList>

#include <array>

namespace diakinisi::signing {

namespace {

constexpr qsizetype longest = 4096;
const QString scheme = QStringLiteral("pkcs11:");

struct TextAttribute {
    const char* name;
    std::optional<QString> Pkcs11Uri::*member;
};

constexpr std::array texts{
    TextAttribute{"token", &Pkcs11Uri::token},
    TextAttribute{"manufacturer", &Pkcs11Uri::manufacturer},
    TextAttribute{"serial", &Pkcs11Uri::serial},
    TextAttribute{"model", &Pkcs11Uri::model},
    TextAttribute{"library-manufacturer", &Pkcs11Uri::libraryManufacturer},
    TextAttribute{"library-description", &Pkcs11Uri::libraryDescription},
    TextAttribute{"slot-manufacturer", &Pkcs11Uri::slotManufacturer},
    TextAttribute{"slot-description", &Pkcs11Uri::slotDescription},
    TextAttribute{"object", &Pkcs11Uri::object},
};

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// The bytes of a value; none when a percent sign begins nothing, or where a character may not stand unescaped.
std::optional<QByteArray> decoded(const QByteArray& value)
{
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char c = value[i];
        if (c == '%') {
            if (i + 2 >= value.size() || !isHex(value[i + 1]) || !isHex(value[i + 2]))
                return std::nullopt;
            i += 2;
        } else if (static_cast<unsigned char>(c) <= 0x20 || static_cast<unsigned char>(c) == 0x7f) {
            return std::nullopt;
        }
    }
    return QByteArray::fromPercentEncoding(value);
}

/// Unreserved characters (RFC 3986) stay, and the few others that RFC 7512 allows in both parts.
QString encoded(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toPercentEncoding(QByteArrayLiteral(":@!$'()*+,=")));
}

tl::unexpected<Error> wrong(const QString& what)
{
    return fail(ErrorCode::FieldInvalid, what);
}

std::optional<quint64> numberOf(const QString& text)
{
    bool good = !text.isEmpty() && text.front().isDigit();
    const quint64 number = text.toULongLong(&good, 10);
    return good ? std::optional(number) : std::nullopt;
}

Done takePath(Pkcs11Uri& uri, const QString& name, const QByteArray& value)
{
    const QString text = QString::fromUtf8(value);
    if (name == u"id") {
        if (uri.id)
            return wrong(name);
        uri.id = value;
        return {};
    }
    if (name == u"slot-id") {
        if (uri.slotId || !numberOf(text))
            return wrong(name);
        uri.slotId = numberOf(text);
        return {};
    }
    if (name == u"type")
        return text == u"cert" || text == u"private" ? Done{} : wrong(name);
    for (const TextAttribute& known : texts)
        if (name == QLatin1String(known.name)) {
            if (uri.*known.member)
                return wrong(name);
            uri.*known.member = text;
            return {};
        }
    return fail(ErrorCode::NotSupported, name);
}

/// Only a local file: a program to be run, or an address, must not come in with a URI.
std::optional<QString> fileOf(const QString& source)
{
    const QString path = source.startsWith(u"file://") ? source.sliced(7)
                         : source.startsWith(u"file:") ? source.sliced(5)
                                                       : source;
    const bool drive = path.size() > 2 && path[0].isLetter() && path[1] == u':';
    return path.startsWith(u'/') || drive ? std::optional(path) : std::nullopt;
}

/// What is not known in the query changes nothing about which object is meant.
Done takeQuery(Pkcs11Uri& uri, const QString& name, const QByteArray& value)
{
    const QString text = QString::fromUtf8(value);
    if (name == u"pin-value")
        return wrong(QStringLiteral("pin-value: a PIN is never an argument; use pin-source=file:PATH"));
    if (name == u"module-name")
        uri.moduleName = text;
    else if (name == u"module-path")
        uri.modulePath = text;
    else if (name == u"pin-source") {
        const auto file = fileOf(text);
        if (!file)
            return wrong(name);
        uri.pinFile = *file;
    }
    return {};
}

Done takeAll(Pkcs11Uri& uri, const QString& part, QChar separator,
             Done (*take)(Pkcs11Uri&, const QString&, const QByteArray&))
{
    for (const QString& attribute : part.split(separator, Qt::SkipEmptyParts)) {
        const qsizetype equals = attribute.indexOf(u'=');
        const auto value = equals > 0 ? decoded(attribute.sliced(equals + 1).toUtf8()) : std::nullopt;
        if (!value)
            return wrong(equals > 0 ? attribute.first(equals) : attribute);
        if (const Done taken = take(uri, attribute.first(equals), *value); !taken)
            return taken;
    }
    return {};
}

} // namespace

Result<Pkcs11Uri> parsePkcs11Uri(const QString& text)
{
    if (!text.startsWith(scheme, Qt::CaseInsensitive) || text.size() > longest)
        return wrong(QStringLiteral("pkcs11:"));
    const QString body = text.sliced(scheme.size());
    const qsizetype mark = body.indexOf(u'?');
    Pkcs11Uri uri;
    if (const Done path = takeAll(uri, mark < 0 ? body : body.first(mark), u';', takePath); !path)
        return fail(path.error());
    if (mark >= 0)
        if (const Done query = takeAll(uri, body.sliced(mark + 1), u'&', takeQuery); !query)
            return fail(query.error());
    return uri;
}

QString Pkcs11Uri::toString() const
{
    QStringList path;
    for (const TextAttribute& known : texts)
        if (this->*known.member)
            path += QLatin1String(known.name) + u'=' + encoded((this->*known.member)->toUtf8());
    if (slotId)
        path += QStringLiteral("slot-id=") + QString::number(*slotId);
    if (id) {
        // Every byte escaped, as RFC 7512 (2.3) advises for binary values.
        const QString hex = QString::fromLatin1(id->toHex()).toUpper();
        QString escaped;
        for (qsizetype i = 0; i < hex.size(); i += 2)
            escaped += u'%' + hex.sliced(i, 2);
        path += QStringLiteral("id=") + escaped;
    }
    QStringList query;
    if (!moduleName.isEmpty())
        query += QStringLiteral("module-name=") + encoded(moduleName.toUtf8());
    if (!modulePath.isEmpty())
        query += QStringLiteral("module-path=") + encoded(modulePath.toUtf8());
    if (!pinFile.isEmpty())
        query += QStringLiteral("pin-source=") + encoded("file:" + pinFile.toUtf8());
    const QString text = scheme + path.join(u';');
    return query.isEmpty() ? text : text + u'?' + query.join(u'&');
}

} // namespace diakinisi::signing
