#include "rendering/wire.h"

#include <QDataStream>
#include <QIODevice>

namespace diakinisi::rendering::wire {

namespace {

constexpr auto streamVersion = QDataStream::Qt_6_4;
const QString widthKey = QStringLiteral("width");
const QString heightKey = QStringLiteral("height");
const QString grayKey = QStringLiteral("gray");
const QString dotsKey = QStringLiteral("dotsPerMetre");

tl::unexpected<Error> nonsense()
{
    return fail(ErrorCode::WorkerDied, {}, QStringLiteral("the worker's answer makes no sense"));
}

void dropBytes(void* bytes)
{
    delete static_cast<QByteArray*>(bytes);
}

} // namespace

QJsonObject fromRequest(const RenderRequest& request)
{
    return {{QStringLiteral("page"), request.page},
            {QStringLiteral("dpi"), request.dpi},
            {QStringLiteral("fitWidth"), request.fit.width()},
            {QStringLiteral("fitHeight"), request.fit.height()},
            {QStringLiteral("turns"), request.quarterTurns},
            {grayKey, request.gray}};
}

RenderRequest toRequest(const QJsonObject& head)
{
    RenderRequest request;
    request.page = head.value(u"page").toInt(-1);
    request.dpi = head.value(u"dpi").toDouble();
    request.fit = QSize(head.value(u"fitWidth").toInt(), head.value(u"fitHeight").toInt());
    request.quarterTurns = head.value(u"turns").toInt();
    request.gray = head.value(grayKey).toBool();
    return request;
}

WorkerMessage fromImage(const QImage& image)
{
    const bool gray = image.format() == QImage::Format_Grayscale8;
    const QImage sent = gray ? image : image.convertToFormat(QImage::Format_RGB32);
    const QJsonObject head{
        {widthKey, sent.width()}, {heightKey, sent.height()}, {grayKey, gray}, {dotsKey, sent.dotsPerMeterX()}};
    return {head, QByteArray(reinterpret_cast<const char*>(sent.constBits()), sent.sizeInBytes())};
}

Result<QImage> toImage(WorkerMessage message)
{
    const int width = message.head.value(widthKey).toInt();
    const int height = message.head.value(heightKey).toInt();
    const bool gray = message.head.value(grayKey).toBool();
    if (width < 1 || height < 1 || width > PageRenderer::largestSide || height > PageRenderer::largestSide)
        return nonsense();
    const qsizetype lineBytes = gray ? (width + 3) / 4 * 4 : qsizetype{width} * 4;
    if (message.blob.size() != lineBytes * height)
        return nonsense();
    auto* const bytes = new QByteArray(std::move(message.blob)); // given to the image, which drops it
    QImage image(reinterpret_cast<const uchar*>(bytes->constData()), width, height, lineBytes,
                 gray ? QImage::Format_Grayscale8 : QImage::Format_RGB32, dropBytes, bytes);
    const int dots = std::clamp(message.head.value(dotsKey).toInt(), 0, 100'000);
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    return image;
}

WorkerMessage fromInfo(const DocumentInfo& info)
{
    WorkerMessage message;
    QDataStream stream(&message.blob, QIODevice::WriteOnly);
    stream.setVersion(streamVersion);
    stream << static_cast<qint32>(info.kind) << static_cast<qint32>(info.pages.size());
    for (const PageInfo& page : info.pages)
        stream << page.size << page.pixels;
    return message;
}

Result<DocumentInfo> toInfo(const WorkerMessage& message)
{
    QDataStream stream(message.blob);
    stream.setVersion(streamVersion);
    qint32 kind = 0;
    qint32 count = 0;
    stream >> kind >> count;
    if (kind < 0 || kind > static_cast<qint32>(FileKind::Tiff) || count < 1 || count > PageRenderer::mostPages)
        return nonsense();
    DocumentInfo info{static_cast<FileKind>(kind), std::vector<PageInfo>(static_cast<std::size_t>(count))};
    for (PageInfo& page : info.pages)
        stream >> page.size >> page.pixels;
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return nonsense();
    return info;
}

WorkerMessage fromText(const TextPage& page)
{
    return {{}, page.toBytes()};
}

Result<TextPage> toText(const WorkerMessage& message)
{
    auto page = TextPage::fromBytes(message.blob);
    if (!page)
        return nonsense();
    return std::move(*page);
}

} // namespace diakinisi::rendering::wire
