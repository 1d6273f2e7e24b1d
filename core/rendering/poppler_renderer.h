#pragma once
#include "rendering/page_renderer.h"

namespace diakinisi::rendering {

/// PDF pages by Poppler, in this process: for the worker, which is the one that may fall over. Keeps the document that
/// was asked for last open. Not thread-safe. Images are NotPdf here.
class PopplerRenderer final : public PageRenderer
{
public:
    PopplerRenderer();
    ~PopplerRenderer() override;

    Result<DocumentInfo> inspect(const PageSource& source, std::stop_token stop) override;
    Result<QImage> render(const PageSource& source, const RenderRequest& request, std::stop_token stop) override;
    Result<TextPage> text(const PageSource& source, int page, std::stop_token stop) override;

private:
    struct Open;
    Done open(const PageSource& source);

    std::unique_ptr<Open> m_open;
};

} // namespace diakinisi::rendering
