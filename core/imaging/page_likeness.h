#pragma once
#include <QByteArray>
#include <QImage>

namespace diakinisi::imaging {

/// Where on a page there is how much ink, coarsely: what two scans of one paper have in common, and two letters on the
/// same headed paper have not: a byte for each of `columns` x `rows` cells of the part that carries ink, and one for
/// that part's proportions.
struct PageMark {
    static constexpr int columns = 36;
    static constexpr int rows = 48;
    static constexpr qsizetype size = columns * rows + 1;
    QByteArray cells; ///< columns * rows + 1; empty for a page without ink

    bool isEmpty() const { return cells.isEmpty(); }
    friend bool operator==(const PageMark&, const PageMark&) = default;
};

/// Of a picture of a page, upright and about level, of any size above 300 pixels (a smaller one has no mark).
PageMark markOf(const QImage& page);

/// How like two pages are, 0..1. Two scans of one paper (skew, shift, noise, another brightness) are above
/// `samePaper`, different letters below, forms of one kind that were filled in differently mostly so.
double likeness(const PageMark& a, const PageMark& b);
inline constexpr double samePaper = 0.95;

} // namespace diakinisi::imaging
