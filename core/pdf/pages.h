#pragma once
#include "pdf/document.h"

namespace diakinisi::pdf {

/// A rectangle in points.
struct Rect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    friend bool operator==(const Rect&, const Rect&) = default;
};

/// A page with what it inherits.
struct Page {
    Ref ref;
    Dict dict;
    Rect mediaBox;
    Rect cropBox;     ///< within the media box
    int rotation = 0; ///< 0, 90, 180, 270, clockwise

    /// As shown: sides exchanged when the page lies on its side.
    double shownWidth() const { return rotation % 180 ? cropBox.height : cropBox.width; }
    double shownHeight() const { return rotation % 180 ? cropBox.width : cropBox.height; }
    /// From the page as shown (origin bottom left of what is seen) to the page's own coordinates.
    Rect fromShown(const Rect& shown) const;
    Rect toShown(const Rect& own) const;
};

/// A rectangle with area, corners in any order; none for what is no rectangle or lies a million points away.
std::optional<Rect> readRect(const Document& document, const Value& value);

/// All pages in order: at most 100000, tree depth 64. PdfBroken when the tree does not hold, PdfEncrypted.
Result<std::vector<Page>> readPages(const Document& document);

} // namespace diakinisi::pdf
