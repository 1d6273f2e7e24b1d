#pragma once
#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace diakinisi::storage {

/// One word of a text, as search takes it.
struct ScannedWord {
    int begin = 0; ///< bytes in the text
    int end = 0;
    QByteArray form;                ///< folded, UTF-8; "12345/2026" for a number chain
    std::vector<QByteArray> pieces; ///< of a number chain: "12345" and "2026"; else empty
    bool greek = false;             ///< every letter is Greek once folded: it can be stemmed
};

/// Goes through a UTF-8 text word by word. Words are runs of letters and digits; runs of digits joined by '/' or '-'
/// are one number chain (register numbers, dates). Bad UTF-8 separates words.
class WordScanner
{
public:
    static constexpr qsizetype longestForm = 96; ///< bytes; what is longer is cut
    static constexpr std::size_t mostPieces = 6;

    explicit WordScanner(QByteArrayView utf8) : m_text(utf8) {}
    bool next(ScannedWord& word);

private:
    char32_t decode(qsizetype at, qsizetype& after) const;
    void scanRun(ScannedWord& word, bool& digitsOnly);
    void scanChain(ScannedWord& word);

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace diakinisi::storage
