#include "base/text_page.h"

#include <QDataStream>
#include <QIODevice>

namespace diakinisi {

namespace {

constexpr auto streamVersion = QDataStream::Qt_6_4;

} // namespace

QString TextPage::plainText() const
{
    QString text;
    for (const TextWord& word : words) {
        text += word.text;
        if (word.endsLine)
            text += u'\n';
        else if (word.spaceAfter)
            text += u' ';
    }
    return text;
}

QByteArray TextPage::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(streamVersion);
    stream << size << static_cast<qint32>(words.size());
    for (const TextWord& word : words)
        stream << word.text << word.box << word.spaceAfter << word.endsLine << word.confidence << word.alternative;
    return bytes;
}

std::optional<TextPage> TextPage::fromBytes(const QByteArray& bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(streamVersion);
    TextPage page;
    qint32 count = 0;
    stream >> page.size >> count;
    if (count < 0 || count > mostWords)
        return std::nullopt;
    page.words.resize(static_cast<std::size_t>(count));
    for (TextWord& word : page.words)
        stream >> word.text >> word.box >> word.spaceAfter >> word.endsLine >> word.confidence >> word.alternative;
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return std::nullopt;
    return page;
}

} // namespace diakinisi
