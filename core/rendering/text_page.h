#pragma once
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <vector>

namespace diakinisi::rendering {

/// One word as it stands on the page.
struct TextWord {
    QString text;
    QRectF box;             ///< points, from the page's upper left corner
    bool spaceAfter = true; ///< false where the word is written on without a gap
    bool endsLine = false;

    friend bool operator==(const TextWord&, const TextWord&) = default;
};

/// The text that a page carries, in reading order, wherever it came from (a PDF's text layer, recognition).
struct TextPage {
    QSizeF size; ///< points
    std::vector<TextWord> words;

    /// The words with spaces and line breaks between them.
    QString plainText() const;

    friend bool operator==(const TextPage&, const TextPage&) = default;
};

} // namespace diakinisi::rendering
