#include "recognition/label_match.h"

#include "recognition/greek_shape.h"
#include "recognition/letter_label_words.h"

#include <algorithm>
#include <array>

namespace diakinisi::recognition {

namespace {

constexpr qsizetype longestLabel = 40;
constexpr qsizetype longestTranslation = 20;
constexpr int fewLetters = 4; ///< labels shorter than this must be right in every letter
constexpr int manyLetters = 9;

/// Letters that recognition takes for one another, as one of them.
QChar loose(QChar shape)
{
    switch (shape.unicode()) {
    case u'Δ':
    case u'Λ':
        return u'Α';
    case u'Θ':
    case u'0':
    case u'@':
    case u'Q':
    case u'Ω':
    case u'Φ':
        return u'Ο';
    case u'Σ':
        return u'Ε';
    default:
        return shape;
    }
}

struct Known {
    LabelWords words;
    QString letters; ///< loose
};

const std::vector<Known>& knownLabels()
{
    static const std::vector<Known> known = [] {
        std::vector<Known> made;
        for (const LabelWords& words : labelWords()) {
            QString letters = shapeOf(QStringView(words.letters));
            std::ranges::transform(letters, letters.begin(), &loose);
            made.push_back({words, letters});
        }
        return made;
    }();
    return known;
}

/// The letters from a place on, without what stands between them.
struct Letters {
    QString text;                 ///< loose
    std::vector<qsizetype> ends;  ///< of each letter, in the run's text
    std::vector<bool> wordsEnd{}; ///< does a word end with it?
};

Letters lettersFrom(const QString& shape, qsizetype from)
{
    Letters letters;
    for (qsizetype i = from; i < shape.size() && letters.text.size() < longestLabel; ++i) {
        const QChar letter = shape[i];
        if (letter == u':' || letter == u'«' || (letter.isDigit() && letter != u'0'))
            break;
        if (!letter.isLetter() && letter != u'@' && letter != u'0')
            continue;
        letters.text += loose(letter);
        letters.ends.push_back(i + 1);
        letters.wordsEnd.push_back(i + 1 == shape.size() || !shape[i + 1].isLetter());
    }
    return letters;
}

/// How many letters of `word` differ from the beginning of `text`, at most `most` + 1; and how many of `text` it takes.
std::pair<int, qsizetype> distance(const QString& word, const QString& text, int most)
{
    if (most == 0)
        return text.startsWith(word) ? std::pair(0, word.size()) : std::pair(1, qsizetype{0});
    std::array<int, longestLabel + 3> row{};
    const qsizetype width = std::min(text.size(), word.size() + most);
    for (qsizetype j = 0; j <= width; ++j)
        row[static_cast<std::size_t>(j)] = static_cast<int>(j);
    for (qsizetype i = 1; i <= word.size(); ++i) {
        int corner = row[0];
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= width; ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int same = corner + (word[i - 1] == text[j - 1] ? 0 : 1);
            corner = row[at];
            row[at] = std::min({same, row[at] + 1, row[at - 1] + 1});
        }
    }
    std::pair<int, qsizetype> best{most + 1, 0};
    for (qsizetype j = 0; j <= width; ++j)
        if (row[static_cast<std::size_t>(j)] < best.first)
            best = {row[static_cast<std::size_t>(j)], j};
    return best;
}

int mostWrong(const QString& letters, bool strict)
{
    if (letters.size() <= fewLetters)
        return strict || letters.size() < fewLetters ? 0 : 1;
    if (strict)
        return letters.size() < manyLetters ? 0 : 1;
    return letters.size() < manyLetters ? 1 : 2;
}

/// "ΠΡΟΣ(1):", as printed forms have it; its second bracket may be misread.
qsizetype behindFootnote(const QString& shape, qsizetype end)
{
    const bool footnote =
        end + 2 < shape.size() && shape[end] == u'(' && (shape[end + 2] == u')' || shape[end + 2] == u':');
    return footnote ? end + (shape[end + 2] == u')' ? 3 : 2) : end;
}

/// "Θέμα/Subject:": the same in another language belongs to the label.
qsizetype behindTranslation(const QString& shape, qsizetype end)
{
    qsizetype at = end;
    while (at < shape.size() && (shape[at] == u'.' || shape[at] == u' '))
        ++at;
    const qsizetype colon = shape.indexOf(u':', at);
    const bool translated = at < shape.size() && shape[at] == u'/' && colon > at && colon - at < longestTranslation;
    return translated ? colon : end;
}

} // namespace

bool isBetween(QChar c)
{
    return c.isSpace() || QStringView(u":.;,|/-–—_=•*·'’΄\"¢").indexOf(c) >= 0;
}

std::optional<LabelHit> labelAt(const QString& shape, qsizetype from, bool strict)
{
    const Letters letters = lettersFrom(shape, from);
    std::optional<LabelHit> best;
    qsizetype bestSize = 0;
    for (const Known& known : knownLabels()) {
        if (known.letters.size() > letters.text.size() + 2)
            continue;
        const int most = mostWrong(known.letters, strict);
        const auto [wrong, taken] = distance(known.letters, letters.text, most);
        if (wrong > most || taken == 0)
            continue;
        const auto last = static_cast<std::size_t>(taken - 1);
        if (!letters.wordsEnd[last] ||
            (wrong > 0 && known.letters.size() == fewLetters && letters.text[taken - 1] != known.letters.back()))
            continue;
        qsizetype value = behindTranslation(shape, behindFootnote(shape, letters.ends[last]));
        bool colon = false;
        while (value < shape.size() && isBetween(shape[value]))
            colon = QStringView(u":;|").contains(shape[value++]) || colon; // a cell's edge is as good as a colon
        const bool alone = value >= shape.size() && wrong == 0;
        if ((known.words.needsColon && !colon && !alone) || taken - wrong <= bestSize)
            continue;
        best = LabelHit{known.words.label, 0, from, value, 1 - forgivenLetter * wrong, colon, {}, false};
        bestSize = taken - wrong;
    }
    return best;
}

} // namespace diakinisi::recognition
