#pragma once
#include "pdf/compose.h"
#include "rendering/page_renderer.h"

namespace diakinisi::desk {

/// The pages of image files, ready to be composed. JPEG and PNG files are taken as they are once the worker could read
/// them; each frame of a TIFF file is drawn by the worker. ImageUnreadable, FileTooLarge, NotSupported (a PDF among
/// them), and those of the renderer.
Result<std::vector<pdf::PageImage>> readImagePages(const QStringList& paths, rendering::PageRenderer& renderer,
                                                   std::stop_token stop);

} // namespace diakinisi::desk
