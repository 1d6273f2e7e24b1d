#include "recognition/reread_particulars.h"

#include "recognition/act_number.h"
#include "recognition/greek_shape.h"
#include "recognition/letter_reading.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include <tesseract/baseapi.h>

namespace diakinisi::recognition {

namespace {

constexpr double pointsAnInch = 72;
constexpr double sureEnough = 0.9; ///< a word recognised so surely is not read again
constexpr std::size_t mostWords = 12;

/// The word behind the label ΑΔΑ: capitals and digits without any sense, in which recognition looks for words.
std::optional<std::size_t> actNumberOf(const TextPage& page)
{
    for (std::size_t i = 0; i + 1 < page.words.size(); ++i)
        if (!page.words[i].endsLine && announcesActNumber(shapeOf(page.words[i].text)))
            return i + 1;
    return std::nullopt;
}

/// The words within the field that have digits.
void addDigits(const TextPage& page, const std::optional<ReadField>& field, std::vector<std::size_t>& words)
{
    for (std::size_t i = 0; field && i < page.words.size() && words.size() < mostWords; ++i) {
        const TextWord& word = page.words[i];
        const bool within = field->box.contains(word.box.center());
        if (within && word.confidence < sureEnough &&
            std::ranges::any_of(word.text, [](QChar c) { return c.isDigit(); }))
            words.push_back(i);
    }
}

/// A little more or less around a word changes what is read.
std::array<QRectF, 3> boxesAround(const TextWord& word)
{
    const auto with = [&word](double points) { return word.box.adjusted(-points, -points, points, points); };
    return {with(1.6), with(2.4), with(3)};
}

/// What a reader makes of a box, with these characters alone where some are given.
QString readOf(tesseract::TessBaseAPI& reader, const char* characters, const QRectF& points, double dpi)
{
    const double scale = dpi / pointsAnInch;
    const QRect box = QRectF(points.topLeft() * scale, points.size() * scale).toAlignedRect();
    reader.SetPageSegMode(tesseract::PSM_SINGLE_WORD);
    reader.SetVariable("tessedit_char_whitelist", characters);
    reader.SetRectangle(std::max(0, box.left()), std::max(0, box.top()), box.width(), box.height());
    const std::unique_ptr<char[]> text(reader.GetUTF8Text());
    reader.SetVariable("tessedit_char_whitelist", "");
    return QString::fromUtf8(text.get()).simplified().remove(u' ');
}

bool isEdge(QChar c)
{
    return QStringView(u".,:;'’`|«»").contains(c);
}

/// Without the signs at its ends, of which a reader sees more or fewer.
QString core(QString text)
{
    while (!text.isEmpty() && isEdge(text.front()))
        text.remove(0, 1);
    while (!text.isEmpty() && isEdge(text.back()))
        text.chop(1);
    return text;
}

} // namespace

Particulars particularsOf(const TextPage& page)
{
    const LetterReading letter = readLetter({page});
    Particulars words;
    addDigits(page, letter.senderNumber, words.digits);
    addDigits(page, letter.senderDate, words.digits);
    words.actNumber = actNumberOf(page);
    return words;
}

void rereadDigits(tesseract::TessBaseAPI& english, double dpi, const Particulars& words, TextPage& page)
{
    for (const std::size_t at : words.digits) {
        TextWord& word = page.words[at];
        QString text = word.alternative.isEmpty() ? word.text : word.alternative;
        const QString known = core(text);
        QStringList readings;
        for (const QRectF& box : boxesAround(word))
            readings << core(readOf(english, "", box, dpi));
        const bool agree = readings[0] == readings[1] && readings[1] == readings[2];
        if (!agree || readings[0].size() != known.size())
            continue;
        const qsizetype from = text.indexOf(known);
        for (qsizetype i = 0; i < known.size(); ++i)
            if (known[i].isDigit() && readings[0][i].isDigit())
                text[from + i] = readings[0][i];
        if (text != word.text)
            word.alternative = text;
    }
}

void rereadActNumber(tesseract::TessBaseAPI& greek, tesseract::TessBaseAPI& english, double dpi,
                     const Particulars& words, TextPage& page)
{
    if (!words.actNumber)
        return;
    page.words[*words.actNumber - 1].alternative = QStringLiteral("ΑΔΑ:");
    TextWord& word = page.words[*words.actNumber];
    // The first reading saw the whole line: its Greek letters count twice.
    const bool isGreek = std::ranges::none_of(word.text, &isLatin);
    std::map<QString, double> votes;
    const auto vote = [&votes](const std::optional<ActNumber>& number, double weight) {
        if (number)
            votes[number->text] += weight * number->sureness;
    };
    for (const QRectF& box : boxesAround(word)) {
        const QString inGreek = readOf(greek, "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ0123456789-", box, dpi);
        const QString inEnglish = readOf(english, "ABCDEFGHIKLMNOPQRSTUVXYZ0123456789-", box, dpi);
        vote(agreedActNumber(inGreek, inEnglish), 1);
        vote(isGreek ? agreedActNumber(word.text, inEnglish) : std::nullopt, 2);
    }
    const auto best = std::ranges::max_element(votes, {}, [](const auto& each) { return each.second; });
    if (best != votes.end())
        word.alternative = best->first;
}

} // namespace diakinisi::recognition
