#include "worker/document_pages.h"

#include "imaging/decode.h"

#include <QFile>

namespace diakinisi::worker {

using namespace rendering;

Result<PageRenderer*> DocumentPages::rendererOf(const PageSource& source)
{
    QByteArray first = source.bytes.left(12);
    if (!source.path.isEmpty()) {
        QFile file(source.path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::FileUnreadable, source.path, file.errorString());
        first = file.read(12);
    }
    return imaging::imageKindOf(first) ? &m_images : &m_pdf;
}

Result<DocumentInfo> DocumentPages::inspect(const PageSource& source, std::stop_token stop)
{
    const auto renderer = rendererOf(source);
    return renderer ? (*renderer)->inspect(source, stop) : fail(renderer.error());
}

Result<QImage> DocumentPages::render(const PageSource& source, const RenderRequest& request, std::stop_token stop)
{
    const auto renderer = rendererOf(source);
    return renderer ? (*renderer)->render(source, request, stop) : fail(renderer.error());
}

Result<TextPage> DocumentPages::text(const PageSource& source, int page, std::stop_token stop)
{
    const auto renderer = rendererOf(source);
    return renderer ? (*renderer)->text(source, page, stop) : fail(renderer.error());
}

} // namespace diakinisi::worker
