#include "recognition/greek_shape.h"

#include <array>

namespace diakinisi::recognition {

namespace {

constexpr std::u16string_view latinCapitals = u"ABEZHIKMNOPTYX";
constexpr std::u16string_view greekCapitals = u"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
// Small letters by what they look like, not by what they sound like.
constexpr std::u16string_view latinSmall = u"aoivkputxwyecn";
constexpr std::u16string_view greekSmall = u"αοινκρυτχωγεςη";

constexpr char16_t tableEnd = 0x2000; ///< through Greek Extended
constexpr char16_t microSign = u'\u00B5';

char16_t translated(std::u16string_view from, std::u16string_view to, char16_t letter)
{
    const auto at = from.find(letter);
    return at == std::u16string_view::npos ? u'\0' : to[at];
}

char16_t computed(char16_t letter)
{
    QChar base(letter == microSign ? u'μ' : letter);
    for (QString parts = base.decomposition(); !parts.isEmpty(); parts = base.decomposition()) {
        if (base.decompositionTag() != QChar::Canonical || parts.front() == base)
            break;
        base = parts.front();
    }
    const QChar capital = base.toUpper();
    const char16_t greek = translated(latinCapitals, greekCapitals, capital.unicode());
    return greek != 0 ? greek : capital.unicode();
}

const std::array<char16_t, tableEnd>& table()
{
    static const std::array<char16_t, tableEnd> shapes = [] {
        std::array<char16_t, tableEnd> made{};
        for (char16_t letter = 0; letter < tableEnd; ++letter)
            made[letter] = computed(letter);
        return made;
    }();
    return shapes;
}

bool isNetAddress(QStringView word)
{
    return word.contains(u'@') || word.startsWith(u"www", Qt::CaseInsensitive) ||
           word.startsWith(u"http", Qt::CaseInsensitive);
}

bool hasBreathing(QChar letter)
{
    return letter.unicode() >= 0x1F00 && letter.unicode() < tableEnd && letter.isLetter();
}

/// The letter with a tonos, or with dialytika; itself where there is none such.
QChar withMark(QChar base, char16_t mark)
{
    const QString composed = (QString(base) + QChar(mark)).normalized(QString::NormalizationForm_C);
    return composed.size() == 1 ? composed.front() : base;
}

/// Nobody has written breathings since 1982; recognition takes a tonos, or dialytika, for one.
QString monotonic(const QString& word)
{
    constexpr char16_t tonos = 0x0301;
    constexpr char16_t dialytika = 0x0308;
    const auto isAccented = [](QChar c) { return QStringView(u"άέήίόύώΆΈΉΊΌΎΏΐΰ").contains(c); };
    bool accented = std::ranges::any_of(word, isAccented);
    const auto vowels =
        std::ranges::count_if(word, [](QChar c) { return QStringView(u"ΑΕΗΙΟΥΩ").contains(shapeOf(c)); });
    QString plain = word;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        if (!hasBreathing(plain[i]))
            continue;
        QChar base = plain[i];
        while (!base.decomposition().isEmpty())
            base = base.decomposition().front();
        const bool parted = i > 0 && accented && QStringView(u"ιυ").contains(base);
        if (parted)
            base = withMark(base, dialytika);
        else if (!accented && vowels > 1)
            base = withMark(base, tonos);
        accented = accented || isAccented(base);
        plain[i] = base;
    }
    return plain;
}

/// The word's letters in Greek, or nothing where one has no look-alike.
QString inGreek(const QString& word)
{
    QString greek = word;
    for (QChar& letter : greek) {
        if (!isLatin(letter))
            continue;
        const char16_t other = letter == u'Q'     ? u'Ω' // what recognition makes of it
                               : letter.isUpper() ? translated(latinCapitals, greekCapitals, letter.unicode())
                                                  : translated(latinSmall, greekSmall, letter.unicode());
        if (other == 0)
            return {};
        letter = other;
    }
    return greek;
}

} // namespace

QChar shapeOf(QChar letter)
{
    const char16_t code = letter.unicode();
    return code < tableEnd ? QChar(table()[code]) : letter;
}

QString shapeOf(QStringView text)
{
    QString shape(text.size(), Qt::Uninitialized);
    std::ranges::transform(text, shape.begin(), [](QChar letter) { return shapeOf(letter); });
    return shape;
}

QString shapePattern(QStringView pattern)
{
    QString shape;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool escape = pattern[i] == u'\\' && i + 1 < pattern.size();
        shape += escape ? pattern[i] : shapeOf(pattern[i]);
        if (escape)
            shape += pattern[++i];
    }
    return shape;
}

QRegularExpression shapeExpression(QStringView pattern)
{
    return QRegularExpression(shapePattern(pattern), QRegularExpression::UseUnicodePropertiesOption);
}

bool isGreek(QChar letter)
{
    return letter.script() == QChar::Script_Greek || letter.unicode() == microSign;
}

bool isLatin(QChar letter)
{
    return letter.script() == QChar::Script_Latin;
}

QString mended(const QString& text)
{
    const bool mostlyGreek = std::ranges::count_if(text, &isGreek) > std::ranges::count_if(text, &isLatin);
    QStringList words = text.split(u' ');
    for (QString& word : words) {
        word.replace(QChar(microSign), QChar(u'μ'));
        if (std::ranges::any_of(word, &hasBreathing))
            word = monotonic(word);
        const bool mixed = std::ranges::any_of(word, &isGreek) && std::ranges::any_of(word, &isLatin);
        const bool capitals = word == word.toUpper();
        if (isNetAddress(word) || !(mixed || (mostlyGreek && capitals)))
            continue;
        if (const QString greek = inGreek(word); !greek.isEmpty())
            word = greek;
    }
    return words.join(u' ');
}

} // namespace diakinisi::recognition
