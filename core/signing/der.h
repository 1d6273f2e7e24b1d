#pragma once
#include "signing/key.h"

#include <QByteArray>

#include <vector>

/// Writing DER (ITU-T X.690): just what a SignedData needs.
namespace diakinisi::signing::der {

QByteArray element(unsigned char tag, const QByteArray& content);
inline QByteArray sequence(const QByteArray& content)
{
    return element(0x30, content);
}
inline QByteArray octets(const QByteArray& content)
{
    return element(0x04, content);
}
inline QByteArray null()
{
    return element(0x05, {});
}
QByteArray small(int number); ///< INTEGER 0..127
/// An INTEGER from big-endian bytes without sign.
QByteArray positive(const QByteArray& bytes);
/// A SET OF, its members in the order that DER wants.
QByteArray setOf(std::vector<QByteArray> members);
/// An OBJECT IDENTIFIER from its dotted spelling.
QByteArray oid(const char* dotted);
const char* digestOid(DigestAlgorithm algorithm);
/// OpenSSL's name: "SHA256".
QString digestName(DigestAlgorithm algorithm);

} // namespace diakinisi::signing::der
