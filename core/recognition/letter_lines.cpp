#include "recognition/letter_lines.h"

#include "recognition/greek_shape.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace diakinisi::recognition {

namespace {

constexpr double wideGap = 2.1;        ///< of the usual letter height: more parts two columns
constexpr double sameRow = 0.62;       ///< of it: centres of one row differ by less
constexpr double longLine = 120;       ///< points: shorter ones say nothing about the slope
constexpr double steepest = 0.12;      ///< about seven degrees; more is not a slope but noise
constexpr double fallbackHeight = 8;   ///< points
constexpr double emailLineHeight = 12; ///< points, of words that have no place

constexpr std::size_t mostWordsRead = 5000; ///< of a page; a densely written one has a thousand
constexpr qsizetype longestWord = 200;

using Words = std::vector<const TextWord*>;

bool saysSomething(const TextWord& word)
{
    return std::ranges::any_of(word.text, [](QChar c) { return c.isLetterOrNumber(); });
}

/// A file from outside may say anything of where its words stand.
bool isSomewhere(const TextWord& word)
{
    constexpr double farthest = 1e5;
    const QRectF& box = word.box;
    const double edges[] = {box.left(), box.top(), box.right(), box.bottom()};
    return !word.text.isEmpty() && word.text.size() <= longestWord &&
           std::ranges::all_of(edges, [](double edge) { return std::isfinite(edge) && std::abs(edge) < farthest; });
}

double median(std::vector<double> values, double fallback)
{
    if (values.empty())
        return fallback;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double usualHeight(const TextPage& page)
{
    std::vector<double> heights;
    for (const TextWord& word : page.words)
        if (isSomewhere(word) && word.text.size() > 2 && word.box.height() > 1)
            heights.push_back(word.box.height());
    return median(std::move(heights), fallbackHeight);
}

/// How much lines fall to the right: the median over long lines of last word's centre against the first's.
double slopeOf(const std::vector<Words>& lines)
{
    std::vector<double> slopes;
    for (const Words& line : lines) {
        Words letters;
        std::ranges::copy_if(line, std::back_inserter(letters), [](const TextWord* w) { return saysSomething(*w); });
        if (letters.size() < 3)
            continue;
        const QPointF from = letters.front()->box.center();
        const QPointF to = letters.back()->box.center();
        if (to.x() - from.x() > longLine)
            slopes.push_back((to.y() - from.y()) / (to.x() - from.x()));
    }
    const double slope = median(std::move(slopes), 0);
    return std::abs(slope) < steepest ? slope : 0;
}

/// The lines as whoever made the words saw them.
std::vector<Words> givenLines(const TextPage& page)
{
    std::vector<Words> lines(1);
    const std::size_t count = std::min(page.words.size(), mostWordsRead);
    for (const TextWord& word : std::span(page.words).first(count)) {
        if (isSomewhere(word))
            lines.back().push_back(&word);
        if (word.endsLine)
            lines.emplace_back();
    }
    std::erase_if(lines, [](const Words& line) { return line.empty(); });
    return lines;
}

QRectF levelBox(const QRectF& box, double slope)
{
    return box.translated(0, -slope * box.center().x());
}

QString newText(const TextWord& word)
{
    return (word.alternative.isEmpty() ? word.text : word.alternative).normalized(QString::NormalizationForm_C);
}

TextRun runOf(const Words& words, int page, double slope)
{
    TextRun run;
    run.page = page;
    for (const TextWord* word : words) {
        if (!run.text.isEmpty() && run.words.back().word->spaceAfter)
            run.text += u' ';
        const QString text = newText(*word);
        run.words.push_back({word, run.text.size(), text.size()});
        run.text += text;
        run.level = run.level.united(levelBox(word->box, slope));
    }
    run.text = mended(run.text);
    run.shape = shapeOf(run.text);
    return run;
}

/// Parts a line where a wide gap shows, or where the next word stands further left (another column was read on).
void addRuns(const Words& line, int page, double slope, double gap, std::vector<TextRun>& runs)
{
    Words together;
    for (const TextWord* word : line) {
        if (!together.empty()) {
            const QRectF& before = together.back()->box;
            const bool apart = word->box.left() - before.right() > gap || word->box.right() < before.left();
            if (apart)
                runs.push_back(runOf(std::exchange(together, {}), page, slope));
        }
        together.push_back(word);
    }
    runs.push_back(runOf(together, page, slope));
}

void numberRows(std::vector<TextRun>& runs, double height)
{
    std::ranges::stable_sort(runs, {}, [](const TextRun& run) { return run.level.center().y(); });
    int row = -1;
    double centre = 0;
    std::vector<QRectF> inRow;
    for (TextRun& run : runs) {
        const double y = run.level.center().y();
        const bool beside = std::ranges::none_of(inRow, [&run](const QRectF& other) {
            return std::min(other.right(), run.level.right()) - std::max(other.left(), run.level.left()) > 3;
        });
        if (row < 0 || y - centre > sameRow * height || !beside) {
            ++row;
            centre = y;
            inRow.clear();
        }
        inRow.push_back(run.level);
        run.row = row;
    }
    std::ranges::stable_sort(runs, [](const TextRun& a, const TextRun& b) {
        return a.row != b.row ? a.row < b.row : a.level.left() < b.level.left();
    });
}

PageLines linesWithoutPlaces(const std::vector<Words>& given, const TextPage& page, int number)
{
    PageLines lines{number, page.size, fallbackHeight, {}, 0};
    for (const Words& line : given) {
        TextRun run = runOf(line, number, 0);
        run.row = static_cast<int>(lines.runs.size());
        run.level = QRectF(0, emailLineHeight * run.row, emailLineHeight * double(run.text.size()), fallbackHeight);
        lines.runs.push_back(std::move(run));
    }
    return lines;
}

} // namespace

QRectF TextRun::boxOf(qsizetype from, qsizetype length) const
{
    QRectF box;
    for (const Word& each : words)
        if (each.begin < from + length && each.begin + each.size > from)
            box = box.united(each.word->box);
    return box;
}

double TextRun::confidenceOf(qsizetype from, qsizetype length) const
{
    double sum = 0;
    double letters = 0;
    for (const Word& each : words) {
        if (each.begin >= from + length || each.begin + each.size <= from)
            continue;
        const auto size = static_cast<double>(each.size);
        sum += each.word->confidence * size;
        letters += size;
    }
    return letters > 0 ? sum / letters : 0;
}

QRectF PageLines::levelOf(const TextRun& run, qsizetype from, qsizetype length) const
{
    const QRectF box = run.boxOf(from, length);
    return box.isNull() ? run.level : levelBox(box, slope);
}

double PageLines::leftEdge() const
{
    std::vector<double> lefts;
    for (const TextRun& run : runs)
        if (run.text.size() > 20)
            lefts.push_back(run.level.left());
    std::ranges::sort(lefts);
    return lefts.empty() ? 0 : lefts[lefts.size() / 10];
}

std::vector<const TextRun*> PageLines::rightOf(const TextRun& run) const
{
    std::vector<const TextRun*> found;
    for (const TextRun& other : runs)
        if (other.row == run.row && other.level.left() > run.level.left())
            found.push_back(&other);
    return found;
}

PageLines linesOf(const TextPage& page, int number)
{
    const std::vector<Words> given = givenLines(page);
    const bool placed = std::ranges::any_of(page.words, [](const TextWord& word) { return !word.box.isEmpty(); });
    if (!placed)
        return linesWithoutPlaces(given, page, number);
    PageLines lines{number, page.size, usualHeight(page), {}, slopeOf(given)};
    for (const Words& line : given)
        addRuns(line, number, lines.slope, wideGap * lines.letterHeight, lines.runs);
    numberRows(lines.runs, lines.letterHeight);
    return lines;
}

} // namespace diakinisi::recognition
