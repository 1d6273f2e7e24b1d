#include "desk/kept_pages.h"

#include "base/worker_frames.h"
#include "imaging/encode.h"
#include "imaging/wire.h"

#include <QFile>
#include <QJsonObject>

namespace diakinisi::desk {

namespace {

const QString optionsKey = QStringLiteral("options");
const QString pageKey = QStringLiteral("page");

QString keptPath(const recognition::PageRequest& request)
{
    return QStringLiteral("%1.%2-%3.ready")
        .arg(request.path, QString::number(request.frame), QString::number(request.prepare.quarterTurns));
}

std::optional<imaging::PreparedPage> readKept(const recognition::PageRequest& request)
{
    QFile file(keptPath(request));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto lengths = workerframe::lengths(file.read(workerframe::prefixBytes));
    const auto head = lengths ? workerframe::head(file.read(lengths->head)) : std::nullopt;
    // Of another version of the program, or asked for otherwise: made anew.
    if (!head || head->value(optionsKey).toObject() != imaging::wire::fromOptions(request.prepare))
        return std::nullopt;
    auto page = imaging::wire::toPage({head->value(pageKey).toObject(), file.read(lengths->blob)});
    return page ? std::optional(std::move(*page)) : std::nullopt;
}

/// Only saves time: that it cannot be written is no error.
void keep(const recognition::PageRequest& request, const imaging::PreparedPage& page)
{
    const WorkerMessage message = imaging::wire::fromPage(page);
    const QJsonObject head{{optionsKey, imaging::wire::fromOptions(request.prepare)}, {pageKey, message.head}};
    if (const auto opening = workerframe::opening(head, message.blob.size()))
        (void)imaging::writeWhole(keptPath(request), *opening + message.blob);
}

} // namespace

imaging::PrepareOptions deskPreparation(int quarterTurns)
{
    imaging::PrepareOptions options;
    options.cleanUp.deskew = true;
    options.quarterTurns = quarterTurns;
    options.readCodes = true;
    return options;
}

Result<recognition::PageRead> KeptPages::read(const recognition::PageRequest& request, std::stop_token stop)
{
    if (request.words || request.upright)
        return m_reader.read(request, std::move(stop));
    if (auto kept = readKept(request))
        return recognition::PageRead{std::move(*kept), {}, {}};
    auto read = m_reader.read(request, std::move(stop));
    if (read)
        keep(request, read->page);
    return read;
}

Result<TextPage> KeptPages::words(const QString& path, int page, const recognition::RecognitionData& data,
                                  std::stop_token stop)
{
    return m_reader.words(path, page, data, std::move(stop));
}

} // namespace diakinisi::desk
