#pragma once
#include "rendering/page_renderer.h"

namespace diakinisi::worker {

/// Image files as documents: each frame a page. What the file does not say of its size in inches is taken to fill an A4
/// sheet. For PDF and anything else: NotPdf.
class ImagePages final : public rendering::PageRenderer
{
public:
    Result<rendering::DocumentInfo> inspect(const rendering::PageSource& source, std::stop_token stop) override;
    Result<QImage> render(const rendering::PageSource& source, const rendering::RenderRequest& request,
                          std::stop_token stop) override;
    Result<rendering::TextPage> text(const rendering::PageSource& source, int page, std::stop_token stop) override;
};

} // namespace diakinisi::worker
