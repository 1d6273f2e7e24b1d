#pragma once
#include "base/text_page.h"

#include <QStringList>

namespace diakinisi::tests {

/// A page set by hand: words where the test wants them, as recognition would give them.
class LaidPage
{
public:
    static constexpr double letterWidth = 5.5; ///< points
    static constexpr double letterHeight = 8;

    /// A line of words from `x`, its centre at `y`.
    LaidPage& line(double x, double y, const QString& text, double confidence = 0.95)
    {
        const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
        for (const QString& each : words) {
            TextWord word;
            word.text = each;
            const double width = letterWidth * static_cast<double>(each.size());
            word.box = QRectF(x, y - letterHeight / 2, width, letterHeight);
            word.confidence = confidence;
            x += width + letterWidth;
            m_page.words.push_back(word);
        }
        if (!words.isEmpty())
            m_page.words.back().endsLine = true;
        return *this;
    }
    /// Lines below one another, from `y` on.
    LaidPage& lines(double x, double y, const QStringList& texts)
    {
        for (const QString& text : texts) {
            line(x, y, text);
            y += pitch;
        }
        return *this;
    }
    operator TextPage() const { return m_page; }
    operator std::vector<TextPage>() const { return {m_page}; }

    static constexpr double pitch = 15;

private:
    TextPage m_page{{595, 842}, {}};
};

} // namespace diakinisi::tests
