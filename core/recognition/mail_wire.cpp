#include "recognition/mail_wire.h"

#include <QDataStream>
#include <QIODevice>

namespace diakinisi::recognition {

namespace {

constexpr auto streamVersion = QDataStream::Qt_6_4;

QDataStream& operator<<(QDataStream& stream, const MailAddress& address)
{
    return stream << address.name << address.address;
}

QDataStream& operator>>(QDataStream& stream, MailAddress& address)
{
    return stream >> address.name >> address.address;
}

QDataStream& operator<<(QDataStream& stream, const MailAttachment& file)
{
    return stream << file.name << file.mediaType << file.bytes;
}

QDataStream& operator>>(QDataStream& stream, MailAttachment& file)
{
    return stream >> file.name >> file.mediaType >> file.bytes;
}

template <class T>
void put(QDataStream& stream, const std::vector<T>& list)
{
    stream << static_cast<qint32>(list.size());
    for (const T& each : list)
        stream << each;
}

template <class T>
bool take(QDataStream& stream, std::vector<T>& list, std::size_t most)
{
    qint32 count = 0;
    stream >> count;
    if (count < 0 || static_cast<std::size_t>(count) > most)
        return false;
    list.resize(static_cast<std::size_t>(count));
    for (T& each : list)
        stream >> each;
    return true;
}

} // namespace

QByteArray wire::fromMail(const MailFile& mail)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(streamVersion);
    stream << mail.subject << mail.from << mail.date << mail.text << mail.cut;
    put(stream, mail.to);
    put(stream, mail.copies);
    put(stream, mail.attachments);
    return bytes;
}

std::optional<MailFile> wire::toMail(const QByteArray& bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(streamVersion);
    MailFile mail;
    stream >> mail.subject >> mail.from >> mail.date >> mail.text >> mail.cut;
    const bool whole = take(stream, mail.to, MailFile::mostAddresses) &&
                       take(stream, mail.copies, MailFile::mostAddresses) &&
                       take(stream, mail.attachments, MailFile::mostParts + 1);
    if (!whole || stream.status() != QDataStream::Ok || !stream.atEnd())
        return std::nullopt;
    return mail;
}

} // namespace diakinisi::recognition
