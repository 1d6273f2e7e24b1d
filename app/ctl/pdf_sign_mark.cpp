#include "ctl/pdf_sign_mark.h"

#include "base/worker_process.h"
#include "ctl/worker_program.h"
#include "desk/mark_place.h"
#include "rendering/worker_renderer.h"

#include <QFile>
#include <QRegularExpression>

namespace diakinisi::ctl {

namespace {

constexpr qint64 largestImage = 2 << 20;

std::optional<signing::VisibleMark> markOf(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,6}):(-?[\\d.]+),(-?[\\d.]+),([\\d.]+),([\\d.]+)$"));
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&](int group) { return match.captured(group).toDouble(); };
    return signing::VisibleMark{match.captured(1).toInt(), {number(2), number(3), number(4), number(5)}};
}

/// None when there is no worker or it cannot read the file: the mark then stands at the foot of the page.
std::vector<pdf::Rect> wordsOn(const QString& path, int page, double height)
{
    WorkerSettings settings;
    settings.program = findWorkerProgram();
    WorkerProcess worker(settings);
    const auto text =
        rendering::WorkerRenderer(worker).text(rendering::PageSource::ofFile(path), page - 1, std::stop_token());
    std::vector<pdf::Rect> boxes;
    if (text)
        for (const rendering::TextWord& word : text->words)
            boxes.push_back(
                {word.box.x(), height - word.box.y() - word.box.height(), word.box.width(), word.box.height()});
    return boxes;
}

} // namespace

Result<MarkRequest> readMarkRequest(const Arguments& arguments)
{
    MarkRequest request;
    const QString visible = arguments.value(QStringLiteral("visible"));
    request.wanted = arguments.has(QStringLiteral("visible"));
    request.findsPlace = visible == u"auto";
    if (!request.wanted && (arguments.has(QStringLiteral("image")) || arguments.has(QStringLiteral("qr"))))
        return fail(ErrorCode::FieldInvalid, QStringLiteral("--image and --qr go with --visible"));
    if (request.wanted && !request.findsPlace) {
        const auto mark = markOf(visible);
        if (!mark)
            return fail(ErrorCode::FieldInvalid, QStringLiteral("--visible auto or --visible PAGE:X,Y,W,H"));
        request.mark = *mark;
    }
    request.mark.qr = arguments.value(QStringLiteral("qr"));
    if (!arguments.has(QStringLiteral("image")))
        return request;
    QFile image(arguments.value(QStringLiteral("image")));
    if (!image.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, image.fileName(), image.errorString());
    if (image.size() > largestImage)
        return fail(ErrorCode::FileTooLarge, image.fileName());
    request.mark.image = image.readAll();
    return request;
}

Done placeMarkIn(const QString& path, const MarkRequest& request, signing::SignOptions& options)
{
    if (!request.wanted)
        return {};
    options.mark = request.mark;
    if (!request.findsPlace)
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    const bool wide = !request.mark.image.isEmpty() || !request.mark.qr.isEmpty();
    const auto room = desk::findMarkRoom(file, std::nullopt, wide,
                                         [&](int page, double height) { return wordsOn(path, page, height); });
    if (!room)
        return fail(room.error());
    options.mark->page = room->page;
    options.mark->area = room->area;
    if (options.fieldName.isEmpty())
        options.fieldName = room->fieldName;
    return {};
}

} // namespace diakinisi::ctl
