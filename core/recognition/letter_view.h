#pragma once
#include "recognition/letter_labels.h"
#include "recognition/letter_reading.h"

namespace diakinisi::recognition {

/// A part of one run's text.
struct Span {
    int page = 0;
    std::size_t run = 0;
    qsizetype from = 0;
    qsizetype length = 0;
};

/// A letter taken apart once, for the readers of the single fields.
class LetterView
{
public:
    explicit LetterView(const std::vector<TextPage>& pages);

    const std::vector<PageLines>& pages() const { return m_pages; }
    const std::vector<LabelHit>& labels(int page) const { return m_labels[static_cast<std::size_t>(page)]; }
    const TextRun& run(const Span& span) const { return runOf(span.page, span.run); }
    const TextRun& runOf(int page, std::size_t run) const { return m_pages[static_cast<std::size_t>(page)].runs[run]; }
    bool isGreek() const { return m_greek; }

    /// The label that the run begins with, or nothing.
    const LabelHit* labelOf(int page, std::size_t run) const;
    /// The first of this kind, on the first page that has one.
    std::optional<std::pair<int, LabelHit>> first(Label label) const;
    /// The usual distance from line to line, points.
    double pitch(int page) const { return m_pitch[static_cast<std::size_t>(page)]; }

    /// What stands behind the label in its row, up to the next label: the rest of its run, else the next run.
    std::optional<Span> valueOf(int page, const LabelHit& hit) const;
    /// The same, else what stands right below the label.
    std::optional<Span> valueOrBelow(int page, const LabelHit& hit) const;
    /// The run that carries a column on below, beginning at about `left`; nothing where a label begins, another column
    /// stands there, or the distance is more than `pitches` usual lines.
    std::optional<Span> below(const Span& above, double left, double pitches) const;
    Span whole(int page, std::size_t run) const;

    QString text(const Span& span) const { return run(span).text.mid(span.from, span.length); }
    QString shape(const Span& span) const { return run(span).shape.mid(span.from, span.length); }
    QRectF level(const Span& span) const;

    /// The spans as one field: texts joined (a word broken at a line's end made whole), boxes together, confidence the
    /// recogniser's times `sureness`. Edges are freed from spaces and signs that nobody means.
    ReadField field(const std::vector<Span>& spans, double sureness) const;

private:
    std::optional<Span> overlapping(int page, const LabelHit& label) const;

    std::vector<PageLines> m_pages;
    std::vector<std::vector<LabelHit>> m_labels;
    std::vector<double> m_pitch;
    bool m_greek = false;
};

} // namespace diakinisi::recognition
