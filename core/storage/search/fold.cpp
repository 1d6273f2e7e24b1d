#include "storage/search/fold.h"

#include <array>

namespace diakinisi::storage {

namespace {

constexpr char32_t finalSigma = U'ς';
constexpr char32_t tableEnd = 0x2000; ///< through Greek Extended

/// Latin letters whose capital looks like a Greek one, as the Greek small letter; 0 for the others.
constexpr char32_t lookAlike(char32_t latin)
{
    constexpr std::u32string_view from = U"abezhikmnoptyx";
    constexpr std::u32string_view to = U"αβεζηικμνορτυχ";
    const auto at = from.find(latin);
    return at == std::u32string_view::npos ? 0 : to[at];
}

char32_t computed(char32_t letter)
{
    char32_t base = letter;
    for (QString parts = QChar::decomposition(base); !parts.isEmpty(); parts = QChar::decomposition(base)) {
        const auto tag = QChar::decompositionTag(base);
        if (tag != QChar::Canonical && tag != QChar::Compat && tag != QChar::Font)
            break;
        const QList<uint> letters = parts.toUcs4();
        if (letters.isEmpty() || letters.first() == base || letters.first() == U' ')
            break;
        base = letters.first();
    }
    if (QChar::category(base) == QChar::Mark_NonSpacing || QChar::category(base) == QChar::Mark_Enclosing)
        return 0;
    const char32_t small = QChar::toCaseFolded(base);
    if (small == finalSigma)
        return U'σ';
    const char32_t greek = lookAlike(small);
    return greek ? greek : small;
}

const std::array<char32_t, tableEnd>& table()
{
    static const std::array<char32_t, tableEnd> letters = [] {
        std::array<char32_t, tableEnd> made{};
        for (char32_t letter = 0; letter < tableEnd; ++letter)
            made[letter] = computed(letter);
        return made;
    }();
    return letters;
}

template <class Each>
void forEachLetter(QStringView text, Each each)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t letter = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            letter = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        each(letter);
    }
}

} // namespace

char32_t foldedLetter(char32_t letter)
{
    return letter < tableEnd ? table()[letter] : computed(letter);
}

bool isWordLetter(char32_t letter)
{
    return QChar::isLetterOrNumber(letter) || QChar::isMark(letter);
}

QString folded(QStringView text)
{
    QString result;
    result.reserve(text.size());
    forEachLetter(text, [&result](char32_t letter) {
        if (const char32_t small = foldedLetter(letter))
            result += QChar::fromUcs4(small);
    });
    return result;
}

QStringList foldedWords(QStringView text)
{
    QStringList words;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty())
            words << word;
        word.clear();
    };
    forEachLetter(text, [&](char32_t letter) {
        if (!isWordLetter(letter))
            return finish();
        if (const char32_t small = foldedLetter(letter))
            word += QChar::fromUcs4(small);
    });
    finish();
    return words;
}

} // namespace diakinisi::storage
