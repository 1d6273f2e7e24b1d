#pragma once
#include "rendering/page_renderer.h"

namespace diakinisi::worker {

/// Gives a file to the renderer of its kind, told by its first bytes.
class DocumentPages final : public rendering::PageRenderer
{
public:
    /// Both must outlive this.
    DocumentPages(rendering::PageRenderer& pdf, rendering::PageRenderer& images) : m_pdf(pdf), m_images(images) {}

    Result<rendering::DocumentInfo> inspect(const rendering::PageSource& source, std::stop_token stop) override;
    Result<QImage> render(const rendering::PageSource& source, const rendering::RenderRequest& request,
                          std::stop_token stop) override;
    Result<rendering::TextPage> text(const rendering::PageSource& source, int page, std::stop_token stop) override;

private:
    Result<rendering::PageRenderer*> rendererOf(const rendering::PageSource& source);

    rendering::PageRenderer& m_pdf;
    rendering::PageRenderer& m_images;
};

} // namespace diakinisi::worker
