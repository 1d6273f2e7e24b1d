#pragma once
#include "pdf/value.h"

#include <QByteArrayView>

#include <optional>

namespace diakinisi::pdf {

/// Reads PDF tokens and values (ISO 32000-1, 7.2 and 7.3) from bytes in memory. Bounded: depth 64, 500000 values in one
/// object. When the bytes end in the middle of something, ranOut() tells that more bytes may help.
class Parser
{
public:
    explicit Parser(QByteArrayView bytes, std::int64_t at = 0) : m_bytes(bytes), m_at(at) {}

    std::int64_t at() const { return m_at; }
    bool ranOut() const { return m_ranOut; }
    void skipSpace();
    /// The next value; with `references`, "12 0 R" is one. None when there is none here.
    std::optional<Value> value(bool references = true);
    /// An unsigned number of at most 18 digits, after white space.
    std::optional<std::int64_t> number();
    /// Steps over this word, when it stands here after white space.
    bool word(QByteArrayView word);
    /// "stream" with its line end: then at() is the first byte of the data.
    bool streamWord();

private:
    std::optional<Value> valueAt(int depth, bool references);
    std::optional<Value> numberOrRef(bool references);
    std::optional<Value> literal();
    bool literalEscape(QByteArray& text);
    std::optional<Value> hexText();
    std::optional<QByteArray> nameText();
    std::optional<Value> array(int depth, bool references);
    std::optional<Value> dict(int depth, bool references);
    std::optional<Value> keyword();
    bool atEnd()
    {
        if (m_at < m_bytes.size())
            return false;
        m_ranOut = true;
        return true;
    }
    char peek() const { return m_bytes[m_at]; }

    QByteArrayView m_bytes;
    qsizetype m_at;
    int m_values = 0;
    bool m_ranOut = false;
};

} // namespace diakinisi::pdf
