#include "recognition/reread_words.h"

#include "recognition/greek_shape.h"

#include <QRegularExpression>

#include <algorithm>
#include <memory>

#include <tesseract/baseapi.h>

namespace diakinisi::recognition {

namespace {

constexpr int mostWords = 80;
constexpr double pointsAnInch = 72;
constexpr double margin = 1.6; ///< points around a word
constexpr double latinLikely = 0.8;
constexpr double sureOfGreek = 0.85;
constexpr double sureEnough = 0.5;   ///< of the reading in Greek alone
constexpr double latinStands = 0.94; ///< a word read so surely in Latin, and not in capitals, stays
constexpr qsizetype latinLength = 3;

bool isGreekPage(const TextPage& page)
{
    qsizetype greek = 0;
    qsizetype latin = 0;
    for (const TextWord& word : page.words) {
        greek += std::ranges::count_if(word.text, &isGreek);
        latin += std::ranges::count_if(word.text, &isLatin);
    }
    return greek > 2 * latin;
}

bool isNetAddress(const QString& text)
{
    return text.contains(u'@') ? text.contains(u'.') : text.startsWith(u"www") || text.startsWith(u"http");
}

bool isDoubtful(const TextWord& word)
{
    const bool hasLatin = std::ranges::any_of(word.text, &isLatin) || word.text.startsWith(u'@');
    if (!hasLatin || isNetAddress(word.text))
        return false;
    const bool capitals = word.text == word.text.toUpper();
    return capitals || word.confidence < latinStands || word.text.size() <= latinLength;
}

/// Letters that no Greek capital looks like: the word may well be Latin. Among digits they are a file's mark, and those
/// are Greek in a Greek letter (ΓΜ-0426 read as FM-0426).
bool hasLatinOnly(const QString& text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.isDigit(); }) &&
           std::ranges::any_of(text, [](QChar c) { return QStringView(u"DFGJLRSUVWdfgjlrsz").contains(c); });
}

/// Nothing Latin is left and something Greek is there.
bool isGreekThroughout(const QString& text)
{
    return std::ranges::any_of(text, &isGreek) && std::ranges::none_of(text, &isLatin);
}

/// Do both have the same digits in the same places, the rest being letters and signs? Then `greek` only reads the mark
/// before the number otherwise, and is believed however unsure it is of the whole.
bool sameDigits(const QString& word, const QString& greek)
{
    if (word.size() != greek.size() || std::ranges::none_of(word, [](QChar c) { return c.isDigit(); }))
        return false;
    for (qsizetype i = 0; i < word.size(); ++i)
        if ((word[i].isDigit() || greek[i].isDigit()) && word[i] != greek[i])
            return false;
    return true;
}

/// What Greek alone makes of a box, and how surely.
std::pair<QString, double> readBox(tesseract::TessBaseAPI& greek, const QRectF& points, double dpi)
{
    const double scale = dpi / pointsAnInch;
    const QRect box = QRectF(points.topLeft() * scale, points.size() * scale).toAlignedRect();
    greek.SetRectangle(std::max(0, box.left()), std::max(0, box.top()), box.width(), box.height());
    const std::unique_ptr<char[]> text(greek.GetUTF8Text());
    const QString read = QString::fromUtf8(text.get()).simplified().replace(u'\u00B5', u'\u03BC');
    return {read, greek.MeanTextConf() / 100.0};
}

} // namespace

bool hasDoubtfulWords(const TextPage& page)
{
    return isGreekPage(page) && std::ranges::any_of(page.words, &isDoubtful);
}

void rereadDoubtfulWords(tesseract::TessBaseAPI& greek, double dpi, TextPage& page)
{
    greek.SetPageSegMode(tesseract::PSM_SINGLE_WORD);
    int count = 0;
    for (TextWord& word : page.words) {
        if (count >= mostWords)
            break;
        if (!isDoubtful(word))
            continue;
        ++count;
        auto [text, sureness] = readBox(greek, word.box.adjusted(-margin, -margin, margin, margin), dpi);
        static const QRegularExpression edge(QStringLiteral("(?<=\\d)ό")); // what it makes of a six's edge
        if (sameDigits(word.text, QString(text).remove(edge)))
            text.remove(edge);
        const bool same = sameDigits(word.text, text);
        const bool latin = hasLatinOnly(word.text) && word.confidence > latinLikely;
        const double needed = same ? 0 : latin ? sureOfGreek : sureEnough;
        if (sureness >= needed && isGreekThroughout(text) && text != word.text)
            word.alternative = text;
    }
}

} // namespace diakinisi::recognition
