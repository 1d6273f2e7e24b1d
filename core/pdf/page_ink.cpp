#include "pdf/page_ink.h"

#include <algorithm>
#include <cmath>

namespace diakinisi::pdf {

namespace {

constexpr std::int64_t largestContent = 16 << 20;
constexpr std::size_t mostAnnotations = 5000;
constexpr int highestParent = 32;
constexpr std::int64_t hidden = 2 | 32;

Value inherited(const Document& document, const Dict& page, const char* key)
{
    Dict at = page;
    for (int up = 0; up < highestParent; ++up) {
        const Value value = document.get(at, key);
        if (!value.isNull() || !at.contains("Parent"))
            return value;
        at = document.get(at, "Parent").dict();
    }
    return {};
}

Rect rectOf(const Document& document, const Array& box)
{
    double n[4] = {};
    for (std::size_t i = 0; box.size() == 4 && i < 4; ++i) {
        const double d = document.resolve(box[i]).number();
        n[i] = std::isfinite(d) ? std::clamp(d, -1e6, 1e6) : 0;
    }
    return {std::min(n[0], n[2]), std::min(n[1], n[3]), std::abs(n[2] - n[0]), std::abs(n[3] - n[1])};
}

/// All streams of /Contents, as one; none when one cannot be read.
std::optional<QByteArray> contentOf(const Document& document, const Dict& page)
{
    const Value slot = page["Contents"];
    const Value contents = document.resolve(slot);
    const Array parts = contents.isArray() ? contents.array() : Array{slot};
    QByteArray all;
    for (const Value& part : parts) {
        const Result<Object> object = part.ref() ? document.object(*part.ref()) : Result<Object>(Object{});
        if (!object)
            return std::nullopt;
        if (!object->isStream())
            continue;
        const Result<QByteArray> bytes = document.streamBytes(*object, largestContent - all.size());
        if (!bytes)
            return std::nullopt;
        all += *bytes + '\n';
    }
    return all;
}

bool overlap(const Rect& a, const Rect& b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

} // namespace

Rect annotationArea(const Document& document, const Dict& annotation)
{
    return rectOf(document, document.get(annotation, "Rect").array());
}

bool PageInk::isBlank(const Rect& area) const
{
    return !m_everywhere &&
           std::none_of(m_boxes.begin(), m_boxes.end(), [&](const Rect& box) { return overlap(box, area); });
}

PageInk readPageInk(const Document& document, const Dict& page)
{
    PageInk ink;
    ink.m_sheet = rectOf(document, inherited(document, page, "MediaBox").array());
    if (ink.m_sheet.width <= 0 || ink.m_sheet.height <= 0)
        ink.m_sheet = {0, 0, 612, 792};
    const std::optional<QByteArray> content = page.isEmpty() ? std::nullopt : contentOf(document, page);
    ContentInk painted{document, ink.m_sheet};
    const double unchanged[6] = {1, 0, 0, 1, 0, 0};
    ink.m_everywhere = !content || !painted.add(*content, inherited(document, page, "Resources").dict(), unchanged, 0);
    ink.m_boxes = std::move(painted.boxes);
    const Array annotations = document.get(page, "Annots").array();
    if (annotations.size() > mostAnnotations)
        ink.m_everywhere = true;
    for (std::size_t i = 0; i < std::min(annotations.size(), mostAnnotations); ++i) {
        const Dict dict = document.resolve(annotations[i]).dict();
        if ((document.get(dict, "F").integer() & hidden) == 0 && dict.contains("AP"))
            ink.m_boxes.push_back(annotationArea(document, dict));
    }
    return ink;
}

} // namespace diakinisi::pdf
