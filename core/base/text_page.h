#pragma once
#include <QByteArray>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <optional>
#include <vector>

namespace diakinisi {

/// One word as it stands on the page.
struct TextWord {
    QString text;
    QRectF box;             ///< points, from the page's upper left corner
    bool spaceAfter = true; ///< false where the word is written on without a gap
    bool endsLine = false;
    double confidence = 1; ///< 0..1; of recognised words less than 1, of a PDF's own words 1
    QString alternative{}; ///< what the page's main language alone makes of a recognised word, where that is likelier

    friend bool operator==(const TextWord&, const TextWord&) = default;
};

/// The text that a page carries, in reading order, wherever it came from (a PDF's text layer, recognition).
struct TextPage {
    static constexpr int mostWords = 200'000;

    QSizeF size; ///< points, of the page as shown
    std::vector<TextWord> words;

    /// The words with spaces and line breaks between them.
    QString plainText() const;
    /// The page in bytes, and back; nothing for bytes that hold no page, or one of more than `mostWords`.
    QByteArray toBytes() const;
    static std::optional<TextPage> fromBytes(const QByteArray& bytes);

    friend bool operator==(const TextPage&, const TextPage&) = default;
};

} // namespace diakinisi
