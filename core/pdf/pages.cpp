#include "pdf/pages.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace diakinisi::pdf {

namespace {

constexpr int deepest = 64;
constexpr std::size_t mostPages = 100'000;

Rect within(const Rect& inner, const Rect& outer)
{
    const double left = std::max(inner.x, outer.x);
    const double bottom = std::max(inner.y, outer.y);
    const double right = std::min(inner.x + inner.width, outer.x + outer.width);
    const double top = std::min(inner.y + inner.height, outer.y + outer.height);
    return right > left && top > bottom ? Rect{left, bottom, right - left, top - bottom} : outer;
}

struct Inherited {
    Value mediaBox;
    Value cropBox;
    Value rotation;
};

class TreeReader
{
public:
    explicit TreeReader(const Document& document) : m_document(document) {}

    bool node(const Value& value, Inherited inherited, int depth)
    {
        const Ref* ref = value.ref();
        if (!ref || depth > deepest || !m_seen.insert(*ref).second || pages.size() >= mostPages)
            return false;
        const Dict dict = m_document.resolve(value).dict();
        if (dict.isEmpty())
            return false;
        for (auto [key, slot] : {std::pair{"MediaBox", &inherited.mediaBox}, std::pair{"CropBox", &inherited.cropBox},
                                 std::pair{"Rotate", &inherited.rotation}})
            if (dict.contains(key))
                *slot = dict[key];
        if (!dict.contains("Kids")) {
            pages.push_back(page(*ref, dict, inherited));
            return true;
        }
        const Array kids = m_document.get(dict, "Kids").array();
        return std::all_of(kids.begin(), kids.end(), [&](const Value& kid) { return node(kid, inherited, depth + 1); });
    }

    std::vector<Page> pages;

private:
    Page page(Ref ref, const Dict& dict, const Inherited& inherited) const
    {
        Page result{ref, dict, {}, {}, 0};
        result.mediaBox = readRect(m_document, inherited.mediaBox).value_or(Rect{0, 0, 612, 792});
        result.cropBox = within(readRect(m_document, inherited.cropBox).value_or(result.mediaBox), result.mediaBox);
        const std::int64_t turn = m_document.resolve(inherited.rotation).integer() % 360;
        result.rotation = static_cast<int>(turn % 90 == 0 ? (turn + 360) % 360 : 0);
        return result;
    }

    const Document& m_document;
    std::set<Ref> m_seen;
};

} // namespace

std::optional<Rect> readRect(const Document& document, const Value& value)
{
    const Array box = document.resolve(value).array();
    if (box.size() != 4)
        return std::nullopt;
    double n[4];
    for (std::size_t i = 0; i < 4; ++i) {
        n[i] = document.resolve(box[i]).number();
        if (!std::isfinite(n[i]) || std::abs(n[i]) > 1e6)
            return std::nullopt;
    }
    const Rect rect{std::min(n[0], n[2]), std::min(n[1], n[3]), std::abs(n[2] - n[0]), std::abs(n[3] - n[1])};
    return rect.width > 0 && rect.height > 0 ? std::optional(rect) : std::nullopt;
}

Rect Page::fromShown(const Rect& s) const
{
    const Rect& c = cropBox;
    switch (rotation) {
    case 90: // the page's left side is shown on top
        return {c.x + c.width - s.y - s.height, c.y + s.x, s.height, s.width};
    case 180:
        return {c.x + c.width - s.x - s.width, c.y + c.height - s.y - s.height, s.width, s.height};
    case 270:
        return {c.x + s.y, c.y + c.height - s.x - s.width, s.height, s.width};
    default:
        return {c.x + s.x, c.y + s.y, s.width, s.height};
    }
}

Rect Page::toShown(const Rect& own) const
{
    const Rect& c = cropBox;
    const Rect at{own.x - c.x, own.y - c.y, own.width, own.height};
    switch (rotation) {
    case 90:
        return {at.y, c.width - at.x - at.width, at.height, at.width};
    case 180:
        return {c.width - at.x - at.width, c.height - at.y - at.height, at.width, at.height};
    case 270:
        return {c.height - at.y - at.height, at.x, at.height, at.width};
    default:
        return at;
    }
}

Result<std::vector<Page>> readPages(const Document& document)
{
    if (const Done open = document.readable(); !open)
        return fail(open.error());
    TreeReader reader(document);
    if (!reader.node(document.catalog()["Pages"], {}, 0) || reader.pages.empty())
        return fail(ErrorCode::PdfBroken, {}, QStringLiteral("the page tree does not hold"));
    return std::move(reader.pages);
}

} // namespace diakinisi::pdf
