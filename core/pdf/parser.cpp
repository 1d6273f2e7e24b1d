#include "pdf/parser.h"

namespace diakinisi::pdf {

namespace {

constexpr int deepest = 64;
constexpr int mostValues = 500'000;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isDelimiter(char c)
{
    return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' ||
           c == '%';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexDigit(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

void Parser::skipSpace()
{
    while (m_at < m_bytes.size()) {
        if (peek() == '%') {
            while (m_at < m_bytes.size() && peek() != '\n' && peek() != '\r')
                ++m_at;
        } else if (isSpace(peek())) {
            ++m_at;
        } else {
            return;
        }
    }
    m_ranOut = true;
}

std::optional<Value> Parser::value(bool references)
{
    m_values = 0;
    return valueAt(0, references);
}

std::optional<Value> Parser::valueAt(int depth, bool references)
{
    skipSpace();
    if (depth > deepest || ++m_values > mostValues || atEnd())
        return std::nullopt;
    const char c = peek();
    if (isDigit(c) || c == '+' || c == '-' || c == '.')
        return numberOrRef(references);
    switch (c) {
    case '/':
        if (auto text = nameText())
            return Value(Name{*text});
        return std::nullopt;
    case '(':
        return literal();
    case '[':
        return array(depth, references);
    case '<':
        if (m_at + 1 >= m_bytes.size()) {
            m_ranOut = true;
            return std::nullopt;
        }
        return m_bytes[m_at + 1] == '<' ? dict(depth, references) : hexText();
    default:
        return keyword();
    }
}

std::optional<std::int64_t> Parser::number()
{
    skipSpace();
    const qsizetype start = m_at;
    std::int64_t result = 0;
    while (m_at < m_bytes.size() && isDigit(peek()) && m_at - start < 18)
        result = result * 10 + (m_bytes[m_at++] - '0');
    if (m_at >= m_bytes.size())
        m_ranOut = true;
    else if (isDigit(peek()))
        return std::nullopt;
    if (m_at == start)
        return std::nullopt;
    return result;
}

std::optional<Value> Parser::numberOrRef(bool references)
{
    const qsizetype start = m_at;
    bool real = false;
    while (m_at < m_bytes.size() && (isDigit(peek()) || peek() == '.' || peek() == '-' || peek() == '+')) {
        real = real || peek() == '.';
        ++m_at;
    }
    atEnd();
    const QByteArrayView spelling = m_bytes.sliced(start, m_at - start);
    if (spelling.size() > 40)
        return std::nullopt;
    bool good = false;
    if (real) {
        QByteArray text = spelling.toByteArray();
        double d = text == "." ? 0 : text.toDouble(&good);
        return Value(Real{good ? d : 0, text});
    }
    const qlonglong integer = spelling.toByteArray().toLongLong(&good);
    if (!good)
        return Value(Real{0, QByteArray("0")}); // "--5", "1-2": readers take these as zero
    if (!references || integer < 0 || integer > 0x7fffffff || !isDigit(spelling.front()))
        return Value(static_cast<std::int64_t>(integer));
    const qsizetype after = m_at;
    const std::optional<std::int64_t> generation = number();
    if (generation && *generation <= 65535) {
        skipSpace();
        if (!atEnd() && peek() == 'R') {
            ++m_at;
            return Value(Ref{static_cast<std::int32_t>(integer), static_cast<std::int32_t>(*generation)});
        }
    }
    m_at = after;
    return Value(static_cast<std::int64_t>(integer));
}

bool Parser::literalEscape(QByteArray& text)
{
    if (atEnd())
        return false;
    const char c = m_bytes[m_at++];
    static constexpr char letters[] = "nrtbf";
    static constexpr char meanings[] = "\n\r\t\b\f";
    const qsizetype known = QByteArrayView(letters).indexOf(c);
    if (known >= 0) {
        text += meanings[known];
    } else if (c >= '0' && c <= '7') {
        int code = c - '0';
        for (int i = 0; i < 2 && m_at < m_bytes.size() && peek() >= '0' && peek() <= '7'; ++i)
            code = code * 8 + (m_bytes[m_at++] - '0');
        text += static_cast<char>(code & 0xff);
    } else if (c == '\r') {
        if (m_at < m_bytes.size() && peek() == '\n')
            ++m_at;
    } else if (c != '\n') {
        text += c;
    }
    return true;
}

std::optional<Value> Parser::literal()
{
    const qsizetype start = m_at++;
    QByteArray text;
    for (int open = 1;;) {
        if (atEnd())
            return std::nullopt;
        const char c = m_bytes[m_at++];
        if (c == '\\') {
            if (!literalEscape(text))
                return std::nullopt;
            continue;
        }
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (open == 0)
            return Value(Text{text, false, start, m_at - start});
        text += c;
    }
}

std::optional<Value> Parser::hexText()
{
    const qsizetype start = m_at++;
    const qsizetype end = m_bytes.indexOf('>', m_at);
    if (end < 0) {
        m_at = m_bytes.size();
        m_ranOut = true;
        return std::nullopt;
    }
    // Signature values are long, and read by everything that looks at their fields.
    QByteArray text((end - m_at + 1) / 2, Qt::Uninitialized);
    char* to = text.data();
    int high = -1;
    for (; m_at < end; ++m_at) {
        const int digit = hexDigit(peek());
        if (digit < 0 && !isSpace(peek()))
            return std::nullopt;
        if (digit < 0)
            continue;
        if (high >= 0)
            *to++ = static_cast<char>(high * 16 + digit);
        high = high < 0 ? digit : -1;
    }
    ++m_at;
    if (high >= 0)
        *to++ = static_cast<char>(high * 16);
    text.truncate(to - text.constData());
    return Value(Text{text, true, start, m_at - start});
}

std::optional<QByteArray> Parser::nameText()
{
    ++m_at;
    QByteArray text;
    while (!atEnd() && !isSpace(peek()) && !isDelimiter(peek())) {
        char c = m_bytes[m_at++];
        if (c == '#' && m_at + 1 < m_bytes.size() && hexDigit(peek()) >= 0 && hexDigit(m_bytes[m_at + 1]) >= 0) {
            c = static_cast<char>(hexDigit(peek()) * 16 + hexDigit(m_bytes[m_at + 1]));
            m_at += 2;
        }
        text += c;
        if (text.size() > 4096)
            return std::nullopt;
    }
    return text;
}

std::optional<Value> Parser::array(int depth, bool references)
{
    ++m_at;
    Array items;
    for (;;) {
        skipSpace();
        if (atEnd())
            return std::nullopt;
        if (peek() == ']') {
            ++m_at;
            return Value(std::move(items));
        }
        std::optional<Value> item = valueAt(depth + 1, references);
        if (!item)
            return std::nullopt;
        items.push_back(std::move(*item));
    }
}

std::optional<Value> Parser::dict(int depth, bool references)
{
    m_at += 2;
    Dict entries;
    for (;;) {
        skipSpace();
        if (atEnd())
            return std::nullopt;
        if (peek() == '>') {
            if (m_at + 1 >= m_bytes.size()) {
                m_ranOut = true;
                return std::nullopt;
            }
            if (m_bytes[m_at + 1] != '>')
                return std::nullopt;
            m_at += 2;
            return Value(std::move(entries));
        }
        if (peek() != '/')
            return std::nullopt;
        std::optional<QByteArray> key = nameText();
        if (!key)
            return std::nullopt;
        std::optional<Value> item = valueAt(depth + 1, references);
        if (!item)
            return std::nullopt;
        entries.append(std::move(*key), std::move(*item));
    }
}

std::optional<Value> Parser::keyword()
{
    if (word("null"))
        return Value();
    if (word("true"))
        return Value(true);
    if (word("false"))
        return Value(false);
    return std::nullopt;
}

bool Parser::word(QByteArrayView word)
{
    skipSpace();
    if (m_at + word.size() > m_bytes.size()) {
        m_ranOut = true;
        return false;
    }
    if (m_bytes.sliced(m_at, word.size()) != word)
        return false;
    const qsizetype after = m_at + word.size();
    if (after < m_bytes.size() && !isSpace(m_bytes[after]) && !isDelimiter(m_bytes[after]))
        return false;
    m_at = after;
    return true;
}

bool Parser::streamWord()
{
    if (!word("stream"))
        return false;
    if (m_at + 1 >= m_bytes.size()) {
        m_ranOut = true;
        return false;
    }
    if (peek() == '\r')
        ++m_at;
    if (m_at < m_bytes.size() && peek() == '\n')
        ++m_at;
    return true;
}

} // namespace diakinisi::pdf
