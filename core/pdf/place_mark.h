#pragma once
#include "pdf/pages.h"

#include <optional>
#include <vector>

namespace diakinisi::pdf {

/// What stands on a page already; rectangles as shown, origin bottom left, points.
struct Occupied {
    std::vector<Rect> marks; ///< of signatures, fields and other annotations: never covered
    std::vector<Rect> text;  ///< words: covered only when nothing else is left
};

struct MarkPlace {
    Rect area;
    bool overText = false; ///< no free spot was found: it covers some of the page's text
};

/// A place for a mark in the signature area: next to the last mark when there is one, else below the end of the text,
/// under the signatory's block; free of everything, and smaller (not below six tenths) where the wanted size finds no
/// room. None when the marks that are there leave no room at all. Bounded: looks at no more than 20000 rectangles.
std::optional<MarkPlace> placeMark(double pageWidth, double pageHeight, const Occupied& occupied, double width,
                                   double height);

/// The rectangles of a page's visible annotations, as shown.
std::vector<Rect> annotationsOn(const Document& document, const Page& page);

/// An empty signature field with a visible box, whose name may be used for the next signature.
struct EmptySignatureField {
    QString name;
    int page = 1; ///< counted from 1
    Rect area;    ///< as shown
};
/// The first one in the form's order.
std::optional<EmptySignatureField> findEmptySignatureField(const Document& document, const std::vector<Page>& pages);

} // namespace diakinisi::pdf
