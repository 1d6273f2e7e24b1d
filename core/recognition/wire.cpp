#include "recognition/wire.h"

#include "base/worker_frames.h"
#include "imaging/wire.h"

namespace diakinisi::recognition::wire {

namespace {

const QString pathKey = QStringLiteral("path");
const QString frameKey = QStringLiteral("frame");
const QString prepareKey = QStringLiteral("prepare");
const QString uprightKey = QStringLiteral("upright");
const QString wordsKey = QStringLiteral("words");
const QString textBytesKey = QStringLiteral("textBytes");
const QString withoutTextKey = QStringLiteral("withoutText");

} // namespace

QJsonObject fromData(const RecognitionData& data)
{
    return {{QStringLiteral("languages"), data.languages}, {QStringLiteral("folder"), data.folder}};
}

RecognitionData toData(const QJsonObject& head)
{
    return {head.value(u"languages").toString(), head.value(u"folder").toString()};
}

QJsonObject fromRequest(const PageRequest& request)
{
    QJsonObject head{{pathKey, request.path},
                     {frameKey, request.frame},
                     {prepareKey, imaging::wire::fromOptions(request.prepare)},
                     {uprightKey, request.upright}};
    if (request.words)
        head.insert(wordsKey, fromData(*request.words));
    return head;
}

PageRequest toRequest(const QJsonObject& head)
{
    PageRequest request;
    request.path = head.value(pathKey).toString();
    request.frame = head.value(frameKey).toInt(-1);
    request.prepare = imaging::wire::toOptions(head.value(prepareKey).toObject());
    request.upright = head.value(uprightKey).toBool();
    if (head.contains(wordsKey))
        request.words = toData(head.value(wordsKey).toObject());
    return request;
}

WorkerMessage fromRead(const PageRead& read)
{
    WorkerMessage message = imaging::wire::fromPage(read.page);
    if (read.text) {
        const QByteArray text = read.text->toBytes();
        message.head.insert(textBytesKey, qint64{text.size()});
        message.blob += text;
    }
    if (read.withoutText)
        message.head.insert(withoutTextKey, workerframe::fromError(*read.withoutText));
    return message;
}

Result<PageRead> toRead(WorkerMessage message)
{
    PageRead read;
    const QJsonObject head = message.head;
    if (head.contains(textBytesKey)) {
        const qint64 size = head.value(textBytesKey).toInteger(-1);
        if (size < 0 || size > message.blob.size())
            return fail(ErrorCode::WorkerDied, {}, QStringLiteral("the worker's answer makes no sense"));
        read.text = TextPage::fromBytes(message.blob.last(size));
        if (!read.text)
            return fail(ErrorCode::WorkerDied, {}, QStringLiteral("the worker's answer makes no sense"));
        message.blob.chop(size);
    }
    if (head.contains(withoutTextKey))
        read.withoutText = workerframe::toError(head.value(withoutTextKey).toObject());
    auto page = imaging::wire::toPage(std::move(message));
    if (!page)
        return fail(page.error());
    read.page = std::move(*page);
    return read;
}

} // namespace diakinisi::recognition::wire
