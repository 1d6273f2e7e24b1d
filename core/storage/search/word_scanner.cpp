#include "storage/search/word_scanner.h"

#include "storage/search/fold.h"

#include <QChar>

namespace diakinisi::storage {

namespace {

constexpr char32_t badLetter = 0xFFFFFFFF;

void appendUtf8(QByteArray& to, char32_t letter)
{
    if (letter < 0x80) {
        to += static_cast<char>(letter);
    } else if (letter < 0x800) {
        to += static_cast<char>(0xC0 | (letter >> 6));
        to += static_cast<char>(0x80 | (letter & 0x3F));
    } else if (letter < 0x10000) {
        to += static_cast<char>(0xE0 | (letter >> 12));
        to += static_cast<char>(0x80 | ((letter >> 6) & 0x3F));
        to += static_cast<char>(0x80 | (letter & 0x3F));
    } else {
        to += static_cast<char>(0xF0 | (letter >> 18));
        to += static_cast<char>(0x80 | ((letter >> 12) & 0x3F));
        to += static_cast<char>(0x80 | ((letter >> 6) & 0x3F));
        to += static_cast<char>(0x80 | (letter & 0x3F));
    }
}

bool isDigit(char32_t letter)
{
    return letter >= U'0' && letter <= U'9';
}

bool isGreekSmall(char32_t letter)
{
    return letter >= U'α' && letter <= U'ω';
}

} // namespace

char32_t WordScanner::decode(qsizetype at, qsizetype& after) const
{
    const auto byte = [this](qsizetype i) { return static_cast<unsigned char>(m_text[i]); };
    const unsigned char first = byte(at);
    after = at + 1;
    if (first < 0x80)
        return first;
    const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
    if (more == 0 || first > 0xF4 || at + more >= m_text.size())
        return badLetter;
    char32_t letter = first & (0x3Fu >> more);
    for (int i = 1; i <= more; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80)
            return badLetter;
        letter = (letter << 6) | (byte(at + i) & 0x3Fu);
    }
    after = at + more + 1;
    return letter;
}

/// From a word's first letter to behind its last one.
void WordScanner::scanRun(ScannedWord& word, bool& digitsOnly)
{
    digitsOnly = true;
    word.greek = true;
    while (m_at < m_text.size()) {
        qsizetype after = 0;
        const char32_t letter = decode(m_at, after);
        if (letter == badLetter || !isWordLetter(letter))
            return;
        m_at = after;
        const char32_t small = foldedLetter(letter);
        if (small == 0)
            continue;
        digitsOnly = digitsOnly && isDigit(small);
        word.greek = word.greek && isGreekSmall(small);
        if (word.form.size() < longestForm)
            appendUtf8(word.form, small);
    }
}

bool WordScanner::next(ScannedWord& word)
{
    for (;;) {
        qsizetype after = 0;
        while (m_at < m_text.size()) {
            const char32_t letter = decode(m_at, after);
            if (letter != badLetter && isWordLetter(letter))
                break;
            m_at = after;
        }
        if (m_at >= m_text.size())
            return false;
        word = {};
        word.begin = static_cast<int>(m_at);
        bool digitsOnly = false;
        scanRun(word, digitsOnly);
        word.end = static_cast<int>(m_at);
        if (word.form.isEmpty())
            continue; // marks alone
        if (digitsOnly)
            scanChain(word);
        return true;
    }
}

/// "/2026" behind "12345": as long as runs of digits follow, joined by one '/' or '-'.
void WordScanner::scanChain(ScannedWord& word)
{
    std::vector<QByteArray> pieces{word.form};
    while (pieces.size() < mostPieces && m_at + 1 < m_text.size() && (m_text[m_at] == '/' || m_text[m_at] == '-') &&
           isDigit(static_cast<unsigned char>(m_text[m_at + 1]))) {
        const qsizetype before = m_at++;
        ScannedWord piece;
        bool digitsOnly = false;
        scanRun(piece, digitsOnly);
        if (!digitsOnly) {
            m_at = before;
            break;
        }
        pieces.push_back(piece.form);
        word.form += '/' + piece.form;
        word.end = static_cast<int>(m_at);
    }
    if (pieces.size() > 1)
        word.pieces = std::move(pieces);
}

} // namespace diakinisi::storage
