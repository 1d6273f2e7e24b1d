#include "recognition/letter_labels.h"

#include "recognition/greek_shape.h"
#include "recognition/label_match.h"

#include <algorithm>

namespace diakinisi::recognition {

namespace {

constexpr qsizetype longestTranslation = 20;

bool isNoise(QChar c)
{
    return !c.isLetterOrNumber() && c != u'@' && c != u'«';
}

/// "Θέμα/Subject:" of which the first half is misread: the other half tells.
std::optional<LabelHit> byTranslation(const QString& shape, qsizetype from)
{
    const qsizetype colon = shape.indexOf(u':', from);
    const qsizetype space = shape.indexOf(u' ', from);
    if (colon < 0 || colon - from > longestTranslation || (space >= 0 && space < colon))
        return std::nullopt;
    for (qsizetype at = from + 1; at < colon; ++at) {
        if (shape[at - 1] != u'/' && !isLatin(shape[at]))
            continue;
        auto hit = labelAt(shape, at, true);
        if (hit && hit->colon && hit->valueBegin > colon) {
            hit->begin = from;
            hit->sureness -= forgivenLetter;
            return hit;
        }
    }
    return std::nullopt;
}

constexpr qsizetype longestPart = 14; ///< of a label in two lines
constexpr double nextLine = 2.2;      ///< of the letters' height: the second line is no further below

/// Where each of the run's first two words ends, as long as they are words: a number is none.
std::vector<qsizetype> wordEnds(const TextRun& run)
{
    std::vector<qsizetype> ends;
    for (const TextRun::Word& word : run.words) {
        const qsizetype end = word.begin + word.size;
        const QStringView text = QStringView(run.text).mid(word.begin, word.size);
        const bool isNumber = std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
        if (isNumber || end > longestPart || ends.size() == 2)
            break;
        ends.push_back(end);
    }
    return ends;
}

/// A label broken in two: the run begins with its first words, right below in the same column stand the others alone.
std::optional<LabelHit> stacked(const PageLines& lines, std::size_t above, std::size_t below)
{
    const TextRun& first = lines.runs[above];
    const TextRun& second = lines.runs[below];
    const double distance = second.level.center().y() - first.level.center().y();
    if (second.row == first.row || distance > nextLine * lines.letterHeight || second.text.size() > longestPart ||
        wordEnds(second).empty() || wordEnds(second).back() != second.text.size())
        return std::nullopt;
    for (const qsizetype end : wordEnds(first)) {
        const QRectF part = lines.levelOf(first, 0, end);
        const double shared = std::min(part.right(), second.level.right()) - std::max(part.left(), second.level.left());
        const QString words = first.shape.left(end) + u' ' + second.shape;
        auto hit = shared > 0.5 * part.width() ? labelAt(words, 0, true) : std::nullopt;
        if (!hit || hit->valueBegin < words.size())
            continue;
        hit->run = above;
        hit->valueBegin = end;
        while (hit->valueBegin < first.shape.size() && isBetween(first.shape[hit->valueBegin]))
            ++hit->valueBegin;
        hit->tail = below;
        return hit;
    }
    return std::nullopt;
}

void addStacked(const PageLines& lines, std::vector<LabelHit>& hits)
{
    constexpr std::size_t runsLookedAt = 6; ///< further ones stand further below
    const auto labelled = [&hits](std::size_t run) {
        return std::ranges::find_if(hits, [run](const LabelHit& hit) { return hit.run == run && hit.begin < 4; });
    };
    for (std::size_t i = 0; i + 1 < lines.runs.size(); ++i) {
        if (wordEnds(lines.runs[i]).empty() || labelled(i) != hits.end())
            continue;
        const std::size_t end = std::min(lines.runs.size(), i + runsLookedAt);
        for (std::size_t j = i + 1; j < end; ++j)
            if (const auto hit = stacked(lines, i, j)) {
                hits.push_back(*hit);
                if (const auto own = labelled(j); own != hits.end())
                    own->isTail = true;
                else
                    hits.push_back({hit->label, j, 0, lines.runs[j].text.size(), hit->sureness, false, {}, true});
                break;
            }
    }
    std::ranges::stable_sort(hits, [](const LabelHit& a, const LabelHit& b) {
        return std::pair(a.run, a.begin) < std::pair(b.run, b.begin);
    });
}

} // namespace

std::vector<LabelHit> labelsOf(const PageLines& lines)
{
    std::vector<LabelHit> hits;
    for (std::size_t i = 0; i < lines.runs.size(); ++i) {
        const QString& shape = lines.runs[i].shape;
        qsizetype from = 0;
        while (from < shape.size() && isNoise(shape[from]))
            ++from;
        for (bool first = true; from >= 0 && from < shape.size(); first = false) {
            auto hit = labelAt(shape, from, !first);
            if (!hit && first)
                hit = byTranslation(shape, from);
            if (hit && (first || hit->colon)) {
                hit->run = i;
                hits.push_back(*hit);
                from = std::max(hit->valueBegin, from + 1);
            }
            from = shape.indexOf(u' ', from);
            from = from < 0 ? from : from + 1;
        }
    }
    addStacked(lines, hits);
    return hits;
}

} // namespace diakinisi::recognition
