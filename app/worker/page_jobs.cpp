#include "worker/page_jobs.h"

#include "imaging/adjust.h"
#include "recognition/turned_page.h"
#include "recognition/wire.h"

#include <QFile>

namespace diakinisi::worker {

using namespace recognition;

namespace {

constexpr double recognitionDpi = 300;

Progress tellingParts(const JobContext& context)
{
    return Progress([&context](std::int64_t done, std::int64_t total) {
        context.part({{{QStringLiteral("done"), qint64{done}}, {QStringLiteral("total"), qint64{total}}}, {}});
    });
}

Result<PageRead> read(Recogniser& recogniser, const PageRequest& request, const JobContext& context)
{
    QFile file(request.path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, request.path, file.errorString());
    imaging::PrepareOptions options = request.prepare;
    options.wantPicture = request.words.has_value();
    PageRead result;
    imaging::FindTurns turns;
    if (request.upright)
        turns = [&](const QImage& page, double dpi) {
            const auto found = recogniser.turnsOf(page, dpi, request.words ? request.words->folder : QString());
            if (!found)
                result.withoutText = found.error();
            return found.value_or(0);
        };
    auto page = imaging::preparePage(file, request.frame, options, turns);
    if (context.stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (!page)
        return fail(page.error());
    result.page = std::move(*page);
    const QImage picture = std::exchange(result.page.picture, QImage());
    if (!request.words)
        return result;
    if (result.page.findings.blank) {
        result.text = TextPage{};
        return result;
    }
    auto text = recogniser.recognise(picture, result.page.dpi, *request.words, context.stop, tellingParts(context));
    if (text)
        result.text = std::move(*text);
    else if (text.error().code == ErrorCode::Cancelled)
        return fail(text.error());
    else
        result.withoutText = text.error();
    return result;
}

/// A page that lies on its side or head is read upright; size and places are then of the page as it should be shown.
Result<TextPage> words(Recogniser& recogniser, rendering::PageRenderer& renderer, const QJsonObject& head,
                       const JobContext& context)
{
    const auto source = rendering::PageSource::ofFile(head.value(u"path").toString());
    rendering::RenderRequest request;
    request.page = head.value(u"page").toInt(-1);
    request.dpi = recognitionDpi;
    request.gray = true;
    auto own = renderer.text(source, request.page, context.stop);
    if (!own || !own->words.empty())
        return own;
    const auto picture = renderer.render(source, request, context.stop);
    if (!picture)
        return fail(picture.error());
    const RecognitionData data = wire::toData(head);
    auto text = recogniser.recognise(*picture, recognitionDpi, data, context.stop, tellingParts(context));
    if (!text)
        return text;
    text->size = own->size;
    const int turns = looksTurned(*text) ? recogniser.turnsOf(*picture, recognitionDpi, data.folder).value_or(0) : 0;
    if (turns == 0)
        return text;
    auto upright = recogniser.recognise(imaging::turned(*picture, turns), recognitionDpi, data, context.stop, {});
    if (!upright || looksTurned(*upright))
        return text;
    upright->size = turns % 2 == 0 ? own->size : own->size.transposed();
    return upright;
}

} // namespace

void addPageJobs(JobTable& jobs, Recogniser& recogniser, rendering::PageRenderer& renderer)
{
    jobs[QStringLiteral("page")] = [&recogniser](const WorkerMessage& request, const JobContext& context) {
        return read(recogniser, wire::toRequest(request.head), context).map(wire::fromRead);
    };
    jobs[QStringLiteral("words")] = [&](const WorkerMessage& request, const JobContext& context) {
        return words(recogniser, renderer, request.head, context).map([](const TextPage& text) {
            return WorkerMessage{{}, text.toBytes()};
        });
    };
}

} // namespace diakinisi::worker
