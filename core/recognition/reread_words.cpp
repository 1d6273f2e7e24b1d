#include "recognition/reread_words.h"

#include "recognition/greek_shape.h"

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

/// Letters that no Greek capital looks like: the word may well be Latin.
bool hasLatinOnly(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return QStringView(u"DFGJLRSUVWdfgjlrsz").contains(c); });
}

/// Nothing Latin is left and something Greek is there.
bool isGreekThroughout(const QString& text)
{
    return std::ranges::any_of(text, &isGreek) && std::ranges::none_of(text, &isLatin);
}

/// What Greek alone makes of a box.
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
        const auto [text, sureness] = readBox(greek, word.box.adjusted(-margin, -margin, margin, margin), dpi);
        const double needed = hasLatinOnly(word.text) && word.confidence > latinLikely ? sureOfGreek : sureEnough;
        if (sureness >= needed && isGreekThroughout(text) && text != word.text)
            word.alternative = text;
    }
}

} // namespace diakinisi::recognition
