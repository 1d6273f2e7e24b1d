#include "base/worker_frames.h"

#include <QCborMap>
#include <QCborValue>
#include <QtEndian>

namespace diakinisi::workerframe {

namespace {
constexpr char mark[] = {'D', 'K', 'W', '1'};
}

std::optional<QByteArray> opening(const QJsonObject& head, std::int64_t blobBytes)
{
    const QByteArray packed = QCborMap::fromJsonObject(head).toCborValue().toCbor();
    if (packed.size() > mostHeadBytes || blobBytes < 0 || blobBytes > mostBlobBytes)
        return std::nullopt;
    QByteArray bytes(prefixBytes, Qt::Uninitialized);
    std::copy(std::begin(mark), std::end(mark), bytes.data());
    qToLittleEndian(static_cast<quint32>(packed.size()), bytes.data() + 4);
    qToLittleEndian(static_cast<quint32>(blobBytes), bytes.data() + 8);
    return bytes + packed;
}

std::optional<Lengths> lengths(QByteArrayView prefix)
{
    if (prefix.size() != prefixBytes || !prefix.startsWith(QByteArrayView(mark, sizeof mark)))
        return std::nullopt;
    const auto head = qFromLittleEndian<quint32>(prefix.data() + 4);
    const auto blob = qFromLittleEndian<quint32>(prefix.data() + 8);
    if (head > mostHeadBytes || blob > mostBlobBytes)
        return std::nullopt;
    return Lengths{static_cast<qsizetype>(head), static_cast<qsizetype>(blob)};
}

std::optional<QJsonObject> head(const QByteArray& bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || error.offset != bytes.size() || !value.isMap())
        return std::nullopt;
    return value.toMap().toJsonObject();
}

QJsonObject fromError(const Error& error)
{
    return {{QStringLiteral("kind"), QStringLiteral("error")},
            {QStringLiteral("code"), errorWord(error.code)},
            {QStringLiteral("subject"), error.subject.left(limits::fieldCharacters)},
            {QStringLiteral("cause"), error.cause.left(limits::fieldCharacters)}};
}

Error toError(const QJsonObject& head)
{
    return {errorCode(head.value(u"code").toString()), head.value(u"subject").toString(),
            head.value(u"cause").toString()};
}

} // namespace diakinisi::workerframe
