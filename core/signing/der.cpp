#include "signing/der.h"

#include <QList>

#include <algorithm>

namespace diakinisi::signing::der {

QByteArray element(unsigned char tag, const QByteArray& content)
{
    QByteArray result(1, static_cast<char>(tag));
    const auto length = static_cast<std::uint64_t>(content.size());
    if (length < 0x80) {
        result += static_cast<char>(length);
    } else {
        QByteArray digits;
        for (std::uint64_t rest = length; rest != 0; rest >>= 8)
            digits.prepend(static_cast<char>(rest & 0xff));
        result += static_cast<char>(0x80 | digits.size());
        result += digits;
    }
    return result + content;
}

QByteArray small(int number)
{
    return element(0x02, QByteArray(1, static_cast<char>(number)));
}

QByteArray positive(const QByteArray& bytes)
{
    qsizetype zeros = 0;
    while (zeros + 1 < bytes.size() && bytes[zeros] == 0)
        ++zeros;
    QByteArray content = bytes.sliced(zeros);
    if (content.isEmpty() || (static_cast<unsigned char>(content[0]) & 0x80U) != 0)
        content.prepend('\0');
    return element(0x02, content);
}

QByteArray setOf(std::vector<QByteArray> members)
{
    std::sort(members.begin(), members.end(), [](const QByteArray& a, const QByteArray& b) {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
            return static_cast<unsigned char>(x) < static_cast<unsigned char>(y);
        });
    });
    QByteArray content;
    for (const QByteArray& member : members)
        content += member;
    return element(0x31, content);
}

QByteArray oid(const char* dotted)
{
    const QList<QByteArray> arcs = QByteArray(dotted).split('.');
    QByteArray content(1, static_cast<char>(arcs[0].toInt() * 40 + arcs[1].toInt()));
    for (qsizetype i = 2; i < arcs.size(); ++i) {
        QByteArray digits;
        unsigned arc = arcs[i].toUInt();
        do {
            digits.prepend(static_cast<char>((arc & 0x7f) | (digits.isEmpty() ? 0 : 0x80)));
            arc >>= 7;
        } while (arc != 0);
        content += digits;
    }
    return element(0x06, content);
}

const char* digestOid(DigestAlgorithm algorithm)
{
    return algorithm == DigestAlgorithm::Sha512   ? "2.16.840.1.101.3.4.2.3"
           : algorithm == DigestAlgorithm::Sha384 ? "2.16.840.1.101.3.4.2.2"
                                                  : "2.16.840.1.101.3.4.2.1";
}

QString digestName(DigestAlgorithm algorithm)
{
    return algorithm == DigestAlgorithm::Sha512   ? QStringLiteral("SHA512")
           : algorithm == DigestAlgorithm::Sha384 ? QStringLiteral("SHA384")
                                                  : QStringLiteral("SHA256");
}

} // namespace diakinisi::signing::der
