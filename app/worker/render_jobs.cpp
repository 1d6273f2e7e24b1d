#include "worker/render_jobs.h"

#include "rendering/wire.h"

namespace diakinisi::worker {

using namespace rendering;

namespace {

using RenderJob = std::function<Result<WorkerMessage>(const PageSource&, const QJsonObject&, std::stop_token)>;

/// The bytes that came last.
struct Kept {
    QByteArray bytes;
    Sha256 digest;
};

Result<std::optional<PageSource>> sourceOf(const WorkerMessage& request, Kept& kept)
{
    const QString path = request.head.value(u"path").toString();
    if (!path.isEmpty())
        return PageSource::ofFile(path);
    const auto digest = Sha256::fromHex(request.head.value(u"digest").toString());
    if (!digest)
        return fail(ErrorCode::FieldMissing, QStringLiteral("digest"));
    if (!request.blob.isEmpty()) {
        if (Sha256::of(request.blob) != *digest)
            return fail(ErrorCode::DigestMismatch, digest->hex());
        kept = {request.blob, *digest};
    }
    if (kept.digest != *digest || kept.bytes.isEmpty())
        return std::optional<PageSource>();
    return PageSource::ofBytes(kept.bytes, kept.digest);
}

Job withSource(const std::shared_ptr<Kept>& kept, RenderJob job)
{
    return
        [kept, job = std::move(job)](const WorkerMessage& request, const JobContext& context) -> Result<WorkerMessage> {
            const auto source = sourceOf(request, *kept);
            if (!source)
                return fail(source.error());
            if (!*source)
                return WorkerMessage{{{QStringLiteral("wantsBytes"), true}}, {}};
            return job(**source, request.head, context.stop);
        };
}

} // namespace

void addRenderJobs(JobTable& jobs, PageRenderer& renderer)
{
    const auto kept = std::make_shared<Kept>();
    jobs[QStringLiteral("inspect")] =
        withSource(kept, [&renderer](const PageSource& source, const QJsonObject&, std::stop_token stop) {
            return renderer.inspect(source, stop).map(wire::fromInfo);
        });
    jobs[QStringLiteral("render")] =
        withSource(kept, [&renderer](const PageSource& source, const QJsonObject& head, std::stop_token stop) {
            return renderer.render(source, wire::toRequest(head), stop).map(wire::fromImage);
        });
    jobs[QStringLiteral("text")] =
        withSource(kept, [&renderer](const PageSource& source, const QJsonObject& head, std::stop_token stop) {
            return renderer.text(source, head.value(u"page").toInt(-1), stop).map(wire::fromText);
        });
}

} // namespace diakinisi::worker
