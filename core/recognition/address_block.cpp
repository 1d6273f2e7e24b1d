#include "recognition/address_block.h"

#include "recognition/written_date.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace diakinisi::recognition {

namespace {

constexpr double sameBlock = 1.5; ///< of the usual pitch
constexpr double sameColumn = 2;  ///< of the letters' height
constexpr double headPart = 0.55; ///< of the page: an address stands above
constexpr qsizetype shortest = 5; ///< letters of a line that says anything
constexpr qsizetype longest = 80;

/// Where the letter speaks: its salutation, else its subject.
double textTop(const LetterView& view)
{
    static const QRegularExpression salutation(QStringLiteral("^\\W{0,2}(?:Dear\\b|To whom it may|Sirs?,|Ladies and)"),
                                               QRegularExpression::CaseInsensitiveOption);
    const PageLines& page = view.pages().front();
    double top = page.size.height() * headPart;
    for (const TextRun& run : page.runs)
        if (salutation.match(run.text).hasMatch())
            top = std::min(top, run.level.top());
    for (const LabelHit& hit : view.labels(0))
        if (hit.label == Label::Subject)
            top = std::min(top, page.runs[hit.run].level.top());
    return top;
}

bool mayBeAddress(const LetterView& view, std::size_t run)
{
    const TextRun& line = view.runOf(0, run);
    static const QRegularExpression other(
        QStringLiteral("@|www\\.|\\b(?:Tel|Fax|Phone|VAT)\\b|^(?:By |Via |Private|Confidential|Urgent|For the att)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto letters = std::ranges::count_if(line.text, [](QChar c) { return c.isLetter(); });
    return letters >= shortest && line.text.size() <= longest && view.labelOf(0, run) == nullptr &&
           datesIn(line.shape).empty() && !other.match(line.text).hasMatch();
}

} // namespace

std::vector<Span> addressBlock(const LetterView& view)
{
    if (view.pages().empty() || view.isGreek())
        return {};
    const PageLines& page = view.pages().front();
    const double end = textTop(view);
    const double left = page.leftEdge();
    std::vector<std::vector<Span>> blocks(1);
    double above = 0;
    for (std::size_t i = 0; i < page.runs.size(); ++i) {
        const QRectF& level = page.runs[i].level;
        if (level.top() >= end || std::abs(level.left() - left) > sameColumn * page.letterHeight)
            continue;
        const bool belongs = mayBeAddress(view, i);
        if (!belongs || level.center().y() - above > sameBlock * view.pitch(0))
            blocks.emplace_back();
        above = level.center().y();
        if (belongs)
            blocks.back().push_back(view.whole(0, i));
    }
    // The sender's own lines stand on top of the page.
    std::erase_if(blocks, [](const std::vector<Span>& block) { return block.empty() || block.front().run == 0; });
    return blocks.empty() ? std::vector<Span>() : blocks.back();
}

} // namespace diakinisi::recognition
