#include "recognition/letter_readers.h"
#include "recognition/text_opening.h"

#include <algorithm>

namespace diakinisi::recognition {

namespace {

constexpr std::size_t mostLines = 8;
constexpr qsizetype mostLetters = 600;
constexpr double sameBlock = 1.3;    ///< of the usual pitch: a wider distance begins another paragraph
constexpr double labelled = 0.98;    ///< how often what stands behind the label is the subject
constexpr double quotedAlone = 0.55; ///< a line in guillemets before the text
constexpr double standsAlone = 0.45;
constexpr qsizetype shortestSubject = 12;
constexpr qsizetype longestAlone = 260;

/// How large a run's letters are, by its words that reach both above and below the small ones; 0 where none does.
double sizeOf(const TextRun& run)
{
    double size = 0;
    for (const TextRun::Word& word : run.words) {
        const QStringView text = QStringView(run.text).mid(word.begin, word.size);
        const auto has = [text](QStringView letters) {
            return std::ranges::any_of(text, [letters](QChar c) { return letters.contains(c); });
        };
        const bool above = std::ranges::any_of(text, [](QChar c) { return c.isUpper(); }) || has(u"βδθλάέήίόύώ");
        if (above && has(u"γημρςφχψβζξ"))
            size = std::max(size, word.word->box.height());
    }
    return size;
}

/// Letters of another size are another paragraph.
bool isOtherSize(const TextRun& line, const TextRun& next)
{
    constexpr double sameSize = 1.13;
    const double here = sizeOf(line);
    const double there = sizeOf(next);
    return here > 0 && there > 0 && std::max(here, there) > sameSize * std::min(here, there);
}

/// The right edge that lines of the column reach.
double columnRight(const PageLines& page, double left, const Span& first)
{
    double right = page.runs[first.run].level.right();
    for (const TextRun& run : page.runs)
        if (run.level.left() > left - 60 && run.level.left() < left + 60 &&
            run.level.top() < page.runs[first.run].level.bottom() + 60 * page.letterHeight)
            right = std::max(right, run.level.right());
    return right;
}

/// Would the next line's first word have stood in this line? Then the break was meant.
bool endsEarly(const TextRun& line, const TextRun& next, double right, double letter)
{
    const double word = next.words.empty() ? 0 : next.words.front().word->box.width();
    return line.level.right() + word + 2.5 * letter < right;
}

class SubjectLines
{
public:
    SubjectLines(const LetterView& view, int page, const LabelHit& hit)
        : m_view(view),
          m_page(view.pages()[static_cast<std::size_t>(page)]),
          m_hit(hit)
    {
    }

    std::vector<Span> from(const Span& first)
    {
        m_lines = {first};
        addRest(first);
        const double labelLeft = m_view.runOf(m_page.page, m_hit.run).level.left();
        const double right = columnRight(m_page, m_view.level(first).left(), first);
        while (m_lines.size() < mostLines && !isClosed()) {
            const auto next = nextLine(labelLeft);
            if (!next || opensText(m_view.shape(*next)) || m_letters > mostLetters)
                break;
            const TextRun& above = m_view.run(m_lines.back());
            const TextRun& below = m_view.run(*next);
            const bool carriesOn = m_view.text(*next).front().isLower();
            const bool ends = opensSentence(below) || isOtherSize(above, below) ||
                              endsEarly(above, below, right, m_page.letterHeight);
            if (!inQuotes() && !carriesOn && ends)
                break;
            add(*next);
            addRest(*next);
        }
        return m_lines;
    }

private:
    void add(const Span& span)
    {
        m_lines.push_back(span);
        m_letters += span.length;
    }
    /// A justified line falls apart where its gaps are wide.
    void addRest(const Span& span)
    {
        for (std::size_t i = span.run + 1; i < m_page.runs.size() && m_page.runs[i].row == m_view.run(span).row; ++i) {
            const double gap = m_page.runs[i].level.left() - m_page.runs[i - 1].level.right();
            if (m_view.labelOf(m_page.page, i) != nullptr || gap > 5 * m_page.letterHeight)
                return;
            add(m_view.whole(m_page.page, i));
        }
    }
    std::optional<Span> nextLine(double labelLeft) const
    {
        const double letter = m_page.letterHeight;
        const double pitch = m_view.pitch(m_page.page);
        const TextRun& above = m_view.run(m_lines.back());
        const double left = m_view.level(m_lines.front()).left();
        for (std::size_t i = m_lines.back().run + 1; i < m_page.runs.size(); ++i) {
            const TextRun& next = m_page.runs[i];
            if (next.row == above.row)
                continue;
            if (next.level.center().y() - above.level.center().y() > sameBlock * pitch ||
                m_view.labelOf(m_page.page, i) != nullptr)
                return std::nullopt;
            const bool centred = std::abs(next.level.center().x() - above.level.center().x()) < 2 * letter;
            if (centred || (next.level.left() > labelLeft - 3 * letter && next.level.left() < left + 12 * letter))
                return m_view.whole(m_page.page, i);
        }
        return std::nullopt;
    }
    QString text() const
    {
        QString joined;
        for (const Span& line : m_lines)
            joined += m_view.run(line).text.mid(std::max<qsizetype>(0, line.from - 2), line.length + 4);
        return joined;
    }
    bool inQuotes() const
    {
        const QString all = text();
        return all.count(u'«') > all.count(u'»') && all.indexOf(u'«') < 4;
    }
    bool isClosed() const
    {
        const QString all = text().trimmed();
        return all.indexOf(u'«') >= 0 && all.indexOf(u'«') < 4 && all.count(u'«') <= all.count(u'»') &&
               (all.endsWith(u'»') || all.endsWith(u"».") || all.endsWith(u"»"));
    }

    const LetterView& m_view;
    const PageLines& m_page;
    const LabelHit& m_hit;
    std::vector<Span> m_lines;
    qsizetype m_letters = 0;
};

/// The first label is the letter's own, unless a later one is written better: a body quotes others.
const LabelHit* bestLabel(const LetterView& view, int page)
{
    const LabelHit* best = nullptr;
    for (const LabelHit& hit : view.labels(page)) {
        if (hit.label != Label::Subject)
            continue;
        const double worth = hit.sureness + (hit.colon ? 0.1 : 0);
        if (!best || worth > best->sureness + (best->colon ? 0.1 : 0) + 0.1)
            best = &hit;
    }
    return best;
}

/// Where the particulars above a text end: below the lowest label of the first page's upper half that is no subject.
double particularsEnd(const LetterView& view, const PageLines& page)
{
    double end = 0;
    for (const LabelHit& hit : view.labels(page.page)) {
        const bool particular = hit.label == Label::To || hit.label == Label::Copy || hit.label == Label::Date ||
                                hit.label == Label::Number || hit.label == Label::From;
        const double bottom = view.runOf(page.page, hit.run).level.bottom();
        if (particular && bottom < page.size.height() * 0.6)
            end = std::max(end, bottom);
    }
    return end;
}

/// The run right above in the same column: how far, points; nothing where none stands.
std::optional<std::pair<std::size_t, double>> runAbove(const PageLines& page, std::size_t run)
{
    const QRectF& here = page.runs[run].level;
    std::optional<std::pair<std::size_t, double>> nearest;
    for (std::size_t i = 0; i < page.runs.size(); ++i) {
        const QRectF& other = page.runs[i].level;
        const double distance = here.center().y() - other.center().y();
        const bool over = other.left() < here.right() && other.right() > here.left();
        if (over && distance > 0.5 * page.letterHeight && (!nearest || distance < nearest->second))
            nearest = std::pair(i, distance);
    }
    return nearest;
}

/// Is the distance to the line above wider than between lines, of the page or of the lines above?
bool standsApart(const LetterView& view, const PageLines& page, std::size_t run)
{
    constexpr double widerThanPitch = 1.15;
    constexpr double widerThanAbove = 1.4;
    const auto above = runAbove(page, run);
    if (!above || above->second > widerThanPitch * view.pitch(page.page))
        return true;
    const auto further = runAbove(page, above->first);
    return further && above->second > widerThanAbove * further->second;
}

/// A letter without the word: a short paragraph of its own between the particulars and the text, that is no sentence.
std::optional<ReadField> unlabelled(const LetterView& view, const PageLines& page)
{
    const double from = particularsEnd(view, page);
    if (from <= 0)
        return std::nullopt;
    for (std::size_t i = 0; i < page.runs.size(); ++i) {
        const TextRun& run = page.runs[i];
        if (run.level.top() < from || view.labelOf(page.page, i) != nullptr)
            continue;
        if (opensText(run.shape) || opensSentence(run))
            return std::nullopt;
        if (run.text.size() < shortestSubject || !standsApart(view, page, i))
            continue;
        LabelHit here{Label::Subject, i, 0, 0, 1, false, {}, false};
        const std::vector<Span> lines = SubjectLines(view, page.page, here).from(view.whole(page.page, i));
        const bool quoted = run.text.startsWith(u'«');
        ReadField field = view.field(lines, quoted ? quotedAlone : standsAlone);
        const bool sentence = field.text.endsWith(u'.') || field.text.endsWith(u',') || field.text.endsWith(u':');
        if (lines.size() <= 3 && !sentence && field.text.size() <= longestAlone)
            return field;
        return std::nullopt; // the text has begun
    }
    return std::nullopt;
}

} // namespace

void readSubject(const LetterView& view, LetterReading& found)
{
    for (const PageLines& page : view.pages()) {
        const LabelHit* hit = bestLabel(view, page.page);
        if (!hit)
            continue;
        const auto value = view.valueOrBelow(page.page, *hit);
        if (!value)
            continue;
        ReadField field = view.field(SubjectLines(view, page.page, *hit).from(*value), labelled * hit->sureness);
        if (field.text.endsWith(u'.') && !field.text.endsWith(u".."))
            field.text.chop(1);
        field.value = field.text;
        if (!field.text.isEmpty()) {
            found.subject = field;
            return;
        }
    }
    if (!view.pages().empty())
        found.subject = unlabelled(view, view.pages().front());
}

} // namespace diakinisi::recognition
