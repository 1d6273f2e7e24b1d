#include "pdf/text_layer.h"

#include <cmath>
#include <span>

namespace diakinisi::pdf {

namespace {

constexpr double smallestSize = 1; // points
constexpr double widestScale = 5000;

QByteArray number(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text;
}

/// From the page as shown (points from its upper left corner) to its own space.
struct Placing {
    QSizeF shown;
    int rotation = 0;

    /// The text matrix that writes from there, along the line.
    QByteArray matrix(double x, double y) const
    {
        switch (rotation) {
        case 90:
            return "0 1 -1 0 " + number(y) + ' ' + number(x);
        case 180:
            return "-1 0 0 -1 " + number(shown.width() - x) + ' ' + number(y);
        case 270:
            return "0 -1 1 0 " + number(shown.height() - y) + ' ' + number(shown.width() - x);
        default:
            return "1 0 0 1 " + number(x) + ' ' + number(shown.height() - y);
        }
    }
};

/// A line's lower edge as a straight line, and its height. Single words lie: 'ρ' reaches lower than 'α'.
struct Line {
    double atZero = 0;
    double slope = 0;
    double height = 0;

    double bottom(double x) const { return atZero + slope * x; }
};

Line lineOf(std::span<const TextWord> words)
{
    double n = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXX = 0;
    double sumXY = 0;
    for (const TextWord& word : words) {
        const double x = word.box.center().x();
        const double y = word.box.center().y();
        n += 1;
        sumX += x;
        sumY += y;
        sumXX += x * x;
        sumXY += x * y;
    }
    Line line;
    const double spread = n * sumXX - sumX * sumX;
    if (words.size() >= 4 && spread > n * n * 100) // a short line says nothing of its slope
        line.slope = std::clamp((n * sumXY - sumX * sumY) / spread, -0.1, 0.1);
    double lowest = -1e9;
    double highest = 1e9;
    for (const TextWord& word : words) {
        const double tilt = line.slope * word.box.center().x();
        lowest = std::max(lowest, word.box.bottom() - tilt);
        highest = std::min(highest, word.box.top() - tilt);
    }
    line.atZero = lowest;
    line.height = std::max(smallestSize, lowest - highest);
    return line;
}

class LineWriter
{
public:
    LineWriter(QByteArray& to, InvisibleFont& font, QByteArray fontName, Placing placing)
        : m_to(to),
          m_font(font),
          m_fontName(std::move(fontName)),
          m_placing(placing)
    {
    }

    void write(std::span<const TextWord> words)
    {
        const Line line = lineOf(words);
        m_size = std::round(line.height * 10) / 10;
        m_to += '/' + m_fontName + ' ' + number(m_size) + " Tf\n";
        for (std::size_t i = 0; i < words.size(); ++i) {
            const QRectF& box = words[i].box;
            const double base = line.bottom(box.center().x()) - InvisibleFont::descent * m_size;
            show(words[i].text, box.left(), box.width(), base);
            if (i + 1 < words.size() && words[i].spaceAfter)
                show(QStringLiteral(" "), box.right(), words[i + 1].box.left() - box.right(), base);
        }
        // Without it, the last word of this line and the first of the next are one to some readers.
        if (!words.empty() && words.back().spaceAfter)
            show(QStringLiteral(" "), words.back().box.right(), InvisibleFont::advance * m_size / 2,
                 line.bottom(words.back().box.center().x()) - InvisibleFont::descent * m_size);
    }

private:
    void show(const QString& text, double left, double width, double base)
    {
        int count = 0;
        const QByteArray codes = m_font.codes(text, count);
        if (count == 0)
            return;
        const double natural = count * InvisibleFont::advance * m_size;
        const double scale = std::clamp(100 * std::max(width, 0.1) / natural, 1.0, widestScale);
        m_to += m_placing.matrix(left, base) + " Tm " + number(scale) + " Tz " + codes + " Tj\n";
    }

    QByteArray& m_to;
    InvisibleFont& m_font;
    QByteArray m_fontName;
    Placing m_placing;
    double m_size = 0;
};

} // namespace

QByteArray textLayer(const TextPage& page, int rotation, const QByteArray& fontName, InvisibleFont& font)
{
    if (page.words.empty())
        return {};
    QByteArray operators("BT 3 Tr\n");
    LineWriter writer(operators, font, fontName, {page.size, rotation});
    const std::span<const TextWord> words(page.words);
    for (std::size_t from = 0; from < words.size();) {
        std::size_t to = from;
        while (to + 1 < words.size() && !words[to].endsLine)
            ++to;
        writer.write(words.subspan(from, to - from + 1));
        from = to + 1;
    }
    return operators + "ET\n";
}

} // namespace diakinisi::pdf
