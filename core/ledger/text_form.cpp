#include "ledger/text_form.h"

#include <algorithm>

namespace diakinisi::ledger {

namespace {

/// Characters that are composed, take no part in composing and stand in no order with others: with these alone a text
/// is in NFC. Latin, Greek without its three doubles, dashes and quotation marks, the euro sign.
bool isPlainlyComposed(char16_t c)
{
    return c < 0x300 || (c >= 0x370 && c < 0x400 && c != 0x374 && c != 0x37e && c != 0x387) ||
           (c >= 0x2010 && c <= 0x2027) || c == 0x20ac;
}

/// The character at `at`, which moves behind it; a lone surrogate as it stands.
char32_t next(QStringView text, qsizetype& at)
{
    const char16_t c = text.utf16()[at++];
    if (!QChar::isHighSurrogate(c) || at == text.size() || !QChar::isLowSurrogate(text.utf16()[at]))
        return c;
    return QChar::surrogateToUcs4(c, text.utf16()[at++]);
}

/// How many marks stand in a row at the end, once this character, taken apart, is added. The same for a text in any
/// normalization form.
int marksAfter(int marks, char32_t c)
{
    if (QChar::decompositionTag(c) != QChar::Canonical)
        return QChar::combiningClass(c) == 0 ? 0 : marks + 1;
    const QString apart = QChar::decomposition(c);
    for (qsizetype at = 0; at < apart.size();)
        marks = marksAfter(marks, next(apart, at));
    return marks;
}

} // namespace

bool hasFewMarks(QStringView text)
{
    int marks = 0;
    for (qsizetype at = 0; at < text.size() && marks <= mostMarks;)
        marks = marksAfter(marks, next(text, at));
    return marks <= mostMarks;
}

QString withFewMarks(const QString& text)
{
    QString result;
    result.reserve(text.size());
    int marks = 0;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype begin = at;
        const int after = marksAfter(marks, next(text, at));
        if (after > mostMarks)
            continue;
        marks = after;
        result += QStringView(text).mid(begin, at - begin);
    }
    return result;
}

bool isNfc(QStringView text)
{
    if (std::all_of(text.utf16(), text.utf16() + text.size(), isPlainlyComposed))
        return true;
    const QString copy = text.toString();
    return hasFewMarks(text) && copy.normalized(QString::NormalizationForm_C) == copy;
}

QString textFromUtf8(QByteArrayView bytes)
{
    static constexpr QByteArrayView mark("\xef\xbb\xbf");
    QString marks;
    while (bytes.startsWith(mark)) {
        marks += QChar(QChar::ByteOrderMark);
        bytes = bytes.sliced(mark.size());
    }
    return marks.isEmpty() ? QString::fromUtf8(bytes) : marks + QString::fromUtf8(bytes);
}

} // namespace diakinisi::ledger
