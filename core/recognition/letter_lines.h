#pragma once
#include "base/text_page.h"

#include <vector>

namespace diakinisi::recognition {

/// Words that stand together in a line: between two wide gaps, so a heading and the date beside it are two runs.
struct TextRun {
    struct Word {
        const TextWord* word = nullptr;
        qsizetype begin = 0; ///< of its first letter in `text`
        qsizetype size = 0;
    };
    int page = 0;
    int row = 0;   ///< runs of one row stand beside each other
    QRectF level;  ///< as if the page lay level: for comparing places
    QString text;  ///< the words with one space between them, alphabets mended
    QString shape; ///< shapeOf(text)
    std::vector<Word> words;

    /// The words that have letters within the span, together: where they stand, and how surely they were recognised.
    QRectF boxOf(qsizetype from, qsizetype length) const;
    double confidenceOf(qsizetype from, qsizetype length) const;
};

/// A page taken apart into runs, row by row from the top, each row from the left.
struct PageLines {
    int page = 0;
    QSizeF size;
    double letterHeight = 0; ///< of the page's usual words, points
    std::vector<TextRun> runs;
    double slope = 0; ///< of its lines: points down for one to the right

    /// Where the words stand that have letters within the span, as if the page lay level.
    QRectF levelOf(const TextRun& run, qsizetype from, qsizetype length) const;

    /// Of the runs that begin a row.
    double leftEdge() const;
    /// The runs of the row that stand right of the run, in order.
    std::vector<const TextRun*> rightOf(const TextRun& run) const;
};

/// Finds lines by where the words stand, whatever order they come in and whatever slope the page has. Words without a
/// place (of an e-mail) keep their order and their line ends.
PageLines linesOf(const TextPage& page, int number);

} // namespace diakinisi::recognition
