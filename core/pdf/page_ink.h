#pragma once
#include "pdf/document.h"
#include "pdf/pages.h"

#include <vector>

namespace diakinisi::pdf {

/// Where a page shows something, roughly and rather too much than too little: to know that a place is blank. Text is
/// taken for as wide as it could be, what is painted for its box; what is not understood is everywhere.
class PageInk
{
public:
    /// True only when nothing is shown in `area` (in the page's own coordinates, as annotations have them).
    bool isBlank(const Rect& area) const;
    double pageArea() const { return m_sheet.width * m_sheet.height; }

private:
    friend PageInk readPageInk(const Document& document, const Dict& page);
    Rect m_sheet;
    std::vector<Rect> m_boxes;
    bool m_everywhere = false;
};

/// At most 16 MB of content, 200 000 marks and forms 8 deep; beyond that the page counts as covered.
PageInk readPageInk(const Document& document, const Dict& page);

/// What a content stream paints, added to `boxes`; false when it was not understood or is too much.
struct ContentInk {
    const Document& document;
    Rect sheet;
    std::vector<Rect> boxes{};
    int operators = 0;
    int forms = 0;

    bool add(const QByteArray& content, const Dict& resources, const double (&matrix)[6], int depth);
};

/// An annotation's /Rect, its corners in order; empty when it has none.
Rect annotationArea(const Document& document, const Dict& annotation);

} // namespace diakinisi::pdf
