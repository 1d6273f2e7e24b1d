#pragma once
#include "pdf/compose.h"
#include "pdf/image_file.h"
#include "pdf/value.h"

namespace diakinisi::pdf {

/// A page's picture as PDF takes it over. ImageUnreadable.
Result<ImageFile> readPageImage(const PageImage& page);

/// The image XObject's dictionary (ISO 32000-1, 8.9.5); its data is image.data.
Dict imageDict(const ImageFile& image);

} // namespace diakinisi::pdf
