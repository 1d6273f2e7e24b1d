#include "pdf/place_mark.h"

#include "pdf/form.h"

#include <algorithm>
#include <cmath>

namespace diakinisi::pdf {

namespace {

constexpr std::size_t mostRects = 20'000;
constexpr double margin = 28;
constexpr double gap = 6;
constexpr double step = 6;
constexpr double smallest = 0.6;
constexpr double footer = 60; ///< text that stands alone this low is a footer, not the end of the letter
constexpr double aboveFooter = 40;
constexpr int hiddenOrNoView = 2 | 32; // annotation flags

double top(const Rect& r)
{
    return r.y + r.height;
}

double right(const Rect& r)
{
    return r.x + r.width;
}

double overlap(const Rect& a, const Rect& b)
{
    const double w = std::min(right(a), right(b)) - std::max(a.x, b.x);
    const double h = std::min(top(a), top(b)) - std::max(a.y, b.y);
    return w > 0 && h > 0 ? w * h : 0;
}

Rect grown(const Rect& r, double by)
{
    return {r.x - by, r.y - by, r.width + 2 * by, r.height + 2 * by};
}

/// The rectangle around the lowest line of the body's text.
std::optional<Rect> lastLine(const std::vector<Rect>& text)
{
    std::vector<Rect> words = text;
    std::sort(words.begin(), words.end(), [](const Rect& a, const Rect& b) { return a.y < b.y; });
    std::size_t begin = 0;
    // A page number or an address at the foot stands apart from what is above it.
    for (std::size_t i = 0; i < words.size() && words[i].y < footer; ++i)
        if (i + 1 < words.size() && words[i + 1].y - top(words[i]) > aboveFooter)
            begin = i + 1;
    if (begin >= words.size())
        return std::nullopt;
    Rect line = words[begin];
    for (std::size_t i = begin + 1; i < words.size(); ++i) {
        if (words[i].y > line.y + line.height * 0.6)
            break;
        const double left = std::min(line.x, words[i].x);
        line.width = std::max(right(line), right(words[i])) - left;
        line.x = left;
    }
    return line;
}

/// Where the mark's upper left corner would best be.
struct Wish {
    double left = 0;
    double top = 0;
};

class Search
{
public:
    Search(double pageWidth, double pageHeight, const Occupied& occupied, double width, double height)
        : m_page{0, 0, pageWidth, pageHeight},
          m_occupied(occupied),
          m_width(width),
          m_height(height)
    {
    }

    std::optional<MarkPlace> find(double textWeight) const
    {
        const Wish wish = this->wish();
        std::optional<MarkPlace> best;
        double least = 0;
        const double edge = std::min({margin, (m_page.width - m_width) / 2, (m_page.height - m_height) / 2});
        if (edge < 0)
            return std::nullopt;
        for (const double x : positions(edge, m_page.width - edge - m_width, wish.left)) {
            for (const double y : positions(edge, m_page.height - edge - m_height, wish.top - m_height)) {
                const Rect area{x, y, m_width, m_height};
                if (covers(m_occupied.marks, grown(area, gap - 0.1)))
                    continue;
                const double text = textWeight < 0 ? (covers(m_occupied.text, grown(area, gap / 2)) ? -1 : 0)
                                                   : covered(m_occupied.text, area);
                if (text < 0)
                    continue;
                const double cost = distance(area, wish) + text * std::max(0.0, textWeight);
                if (!best || cost < least) {
                    least = cost;
                    best = MarkPlace{area, text > 0};
                }
            }
        }
        return best;
    }

private:
    /// Every step over the range, and the wanted position itself.
    static std::vector<double> positions(double from, double to, double wanted)
    {
        std::vector<double> result{std::clamp(wanted, from, std::max(from, to))};
        for (double at = from; at <= to && result.size() < 600; at += std::max(step, (to - from) / 500))
            result.push_back(at);
        return result;
    }

    Wish wish() const
    {
        if (!m_occupied.marks.empty()) {
            // Beside the last one, on the side that has room.
            const Rect& last = m_occupied.marks.back();
            const bool leftHasRoom = last.x - gap - m_width >= margin;
            const bool rightHasRoom = right(last) + gap + m_width <= m_page.width - margin;
            if (rightHasRoom && (!leftHasRoom || last.x < m_page.width / 3))
                return {right(last) + gap, top(last)};
            return {leftHasRoom ? last.x - gap - m_width : last.x, leftHasRoom ? top(last) : last.y - gap};
        }
        const double rightmost = m_page.width - margin - m_width;
        const std::optional<Rect> line = lastLine(m_occupied.text);
        if (!line)
            return {rightmost, margin + m_height};
        const bool block = line->width < 0.6 * m_page.width && line->x + line->width / 2 > 0.35 * m_page.width;
        const double left = block ? line->x + line->width / 2 - m_width / 2 : rightmost;
        return {std::clamp(left, margin, std::max(margin, rightmost)), line->y - gap};
    }

    /// Going up over the text is worse than going aside or down.
    double distance(const Rect& area, const Wish& wish) const
    {
        const double up = top(area) - wish.top;
        return std::abs(area.x - wish.left) + (up > 0 ? 3 * up : -up);
    }

    static bool covers(const std::vector<Rect>& rects, const Rect& area)
    {
        return std::any_of(rects.begin(), rects.end(), [&](const Rect& r) { return overlap(r, area) > 0; });
    }
    static double covered(const std::vector<Rect>& rects, const Rect& area)
    {
        double sum = 0;
        for (const Rect& r : rects)
            sum += overlap(r, area);
        return sum;
    }

    Rect m_page;
    const Occupied& m_occupied;
    double m_width;
    double m_height;
};

} // namespace

std::optional<MarkPlace> placeMark(double pageWidth, double pageHeight, const Occupied& occupied, double width,
                                   double height)
{
    Occupied bounded = occupied;
    bounded.marks.resize(std::min(bounded.marks.size(), mostRects));
    bounded.text.resize(std::min(bounded.text.size(), mostRects));
    const double most = std::min(1.0, std::min(pageWidth / width, pageHeight / height));
    for (double scale = most; scale >= most * smallest; scale *= 0.87)
        if (const auto place = Search(pageWidth, pageHeight, bounded, width * scale, height * scale).find(-1))
            return place;
    return Search(pageWidth, pageHeight, bounded, width * most * smallest, height * most * smallest).find(1);
}

std::vector<Rect> annotationsOn(const Document& document, const Page& page)
{
    std::vector<Rect> result;
    for (const Value& item : document.get(page.dict, "Annots").array()) {
        const Dict dict = document.resolve(item).dict();
        const bool unseen = (document.get(dict, "F").integer() & hiddenOrNoView) != 0;
        const QByteArray kind = document.get(dict, "Subtype").name();
        if (unseen || kind == "Popup" || kind == "Link")
            continue;
        if (const std::optional<Rect> box = readRect(document, dict["Rect"]))
            result.push_back(page.toShown(*box));
        if (result.size() >= mostRects)
            break;
    }
    return result;
}

std::optional<EmptySignatureField> findEmptySignatureField(const Document& document, const std::vector<Page>& pages)
{
    for (const Field& field : readFields(document)) {
        if (field.type != "Sig" || !field.hasRef || !document.resolve(field.value).dict().isEmpty())
            continue;
        const Value widget = widgetOf(document, field);
        const std::optional<Rect> box = readRect(document, document.resolve(widget).dict()["Rect"]);
        if (!box || box->width < 20 || box->height < 10)
            continue;
        const std::size_t index = pageOf(document, pages, widget);
        if (index < pages.size())
            return EmptySignatureField{field.name, static_cast<int>(index) + 1, pages[index].toShown(*box)};
    }
    return std::nullopt;
}

} // namespace diakinisi::pdf
