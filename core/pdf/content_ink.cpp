#include "pdf/page_ink.h"
#include "pdf/parser.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace diakinisi::pdf {

namespace {

constexpr std::size_t mostBoxes = 200'000;
constexpr std::size_t mostOperands = 4096;
constexpr std::size_t mostStates = 256;
constexpr int deepestForm = 8;
constexpr int mostForms = 1000;
constexpr int mostOperators = 5'000'000;
constexpr std::int64_t largestForm = 8 << 20;
constexpr double widest = 1.2; // of the letter size, for one byte of text
constexpr double rise = 1.2;   // above the line, of the letter size
constexpr double fall = 0.5;   // below it

using Matrix = std::array<double, 6>;

/// `a` first, then `b` (ISO 32000-1, 8.3.4).
Matrix times(const Matrix& a, const Matrix& b)
{
    return {a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],        a[2] * b[0] + a[3] * b[2],
            a[2] * b[1] + a[3] * b[3], a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5]};
}

struct State {
    Matrix matrix{1, 0, 0, 1, 0, 0};
    double size = 0;
    double leading = 0;
    double spacing = 0; // between letters and between words, the larger
    double stretch = 1;
    double raised = 0;
    double line = 1;
    bool white = false; // what is filled now cannot be seen on white paper
};

/// Reads one content stream, operator by operator (ISO 32000-1, annex A).
class Interpreter
{
public:
    Interpreter(ContentInk& ink, const Dict& resources, const Matrix& matrix, int depth)
        : m_ink(ink),
          m_resources(resources),
          m_depth(depth)
    {
        m_state.matrix = matrix;
    }

    bool run(const QByteArray& content);

private:
    bool apply(QByteArrayView word);
    bool graphics(QByteArrayView word);
    bool path(QByteArrayView word);
    bool colour(QByteArrayView word);
    bool text(QByteArrayView word);
    bool object(const QByteArray& name);
    bool show();
    bool font();
    bool isPlainFont(const QByteArray& name) const;
    void place(const Matrix& line)
    {
        m_line = line;
        m_shown = 0;
    }
    void nextLine(double x, double y) { place(times({1, 0, 0, 1, x, y}, m_line)); }
    bool paint(const Matrix& matrix, double x1, double y1, double x2, double y2);
    void point(double x, double y);
    bool paintPath(bool filled, bool stroked);
    double number(std::size_t fromEnd) const
    {
        return m_operands.size() > fromEnd ? m_operands[m_operands.size() - 1 - fromEnd].number() : 0;
    }

    ContentInk& m_ink;
    const Dict& m_resources;
    int m_depth;
    QByteArrayView m_word;
    State m_state;
    std::vector<State> m_saved;
    std::vector<Value> m_operands;
    Matrix m_line{1, 0, 0, 1, 0, 0};
    double m_shown = 0;         // how far the line may reach by now
    std::optional<Rect> m_path; // x, y, width, height hold left, bottom, right, top
};

bool isOperatorLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '*' || c == '\'' ||
           c == '"';
}

/// After the data of an inline image; -1 when there is no end.
qsizetype afterInlineImage(const QByteArray& content, qsizetype at)
{
    for (qsizetype end = content.indexOf("EI", at); end >= 0; end = content.indexOf("EI", end + 1)) {
        const auto blank = [&](qsizetype i) {
            return i >= content.size() || static_cast<unsigned char>(content[i]) <= 32;
        };
        if (end > 0 && blank(end - 1) && blank(end + 2))
            return end + 2;
    }
    return -1;
}

bool Interpreter::run(const QByteArray& content)
{
    for (qsizetype at = 0; at < content.size();) {
        Parser parser(content, at);
        parser.skipSpace();
        const qsizetype begin = parser.at();
        qsizetype end = begin;
        while (end < content.size() && isOperatorLetter(content[end]))
            ++end;
        const bool isWord = end > begin && !(content[begin] >= '0' && content[begin] <= '9');
        const QByteArrayView word = isWord ? QByteArrayView(content).sliced(begin, end - begin) : QByteArrayView();
        if (begin >= content.size())
            break;
        if (!isWord || word == "true" || word == "false" || word == "null") {
            std::optional<Value> value = parser.value(false);
            if (!value || m_operands.size() > mostOperands)
                return false;
            m_operands.push_back(std::move(*value));
            at = parser.at();
            continue;
        }
        at = word == "ID" ? afterInlineImage(content, end) : end;
        if (at < 0 || !apply(word))
            return false;
        if (word != "BI")
            m_operands.clear();
    }
    return true;
}

bool Interpreter::apply(QByteArrayView word)
{
    m_word = word;
    if (++m_ink.operators > mostOperators)
        return false;
    if (word == "ID")
        return paint(m_state.matrix, 0, 0, 1, 1);
    if (word == "Do")
        return m_operands.empty() || object(m_operands.back().name());
    return graphics(word) && path(word) && colour(word) && text(word);
}

bool Interpreter::graphics(QByteArrayView word)
{
    if (word == "q") {
        m_saved.push_back(m_state);
        return m_saved.size() <= mostStates;
    }
    if (word == "Q" && !m_saved.empty()) {
        m_state = m_saved.back();
        m_saved.pop_back();
    } else if (word == "cm") {
        m_state.matrix = times({number(5), number(4), number(3), number(2), number(1), number(0)}, m_state.matrix);
    } else if (word == "w") {
        m_state.line = std::abs(number(0));
    }
    return word != "sh"; // fills whatever the clip lets through
}

bool Interpreter::path(QByteArrayView word)
{
    if (word == "m" || word == "l") {
        point(number(1), number(0));
    } else if (word == "c" || word == "v" || word == "y") {
        for (std::size_t i = 0; i + 1 < m_operands.size(); i += 2)
            point(m_operands[i].number(), m_operands[i + 1].number());
    } else if (word == "re") {
        point(number(3), number(2));
        point(number(3) + number(1), number(2) + number(0));
        point(number(3) + number(1), number(2));
        point(number(3), number(2) + number(0));
    } else if (word == "f" || word == "F" || word == "f*") {
        return paintPath(true, false);
    } else if (word == "S" || word == "s") {
        return paintPath(false, true);
    } else if (word == "B" || word == "B*" || word == "b" || word == "b*") {
        return paintPath(true, true);
    } else if (word == "n") {
        m_path.reset();
    }
    return true;
}

bool Interpreter::colour(QByteArrayView word)
{
    if (word == "g" || word == "rg")
        m_state.white = number(0) == 1 && (word == "g" || (number(1) == 1 && number(2) == 1));
    else if (word == "k")
        m_state.white = m_operands.size() == 4 && number(0) == 0 && number(1) == 0 && number(2) == 0 && number(3) == 0;
    else if (word == "cs" || word == "sc" || word == "scn")
        m_state.white = false;
    return true;
}

bool Interpreter::text(QByteArrayView word)
{
    if (word == "BT")
        place({1, 0, 0, 1, 0, 0});
    else if (word == "Tm")
        place({number(5), number(4), number(3), number(2), number(1), number(0)});
    else if (word == "Td" || word == "TD")
        nextLine(number(1), number(0));
    if (word == "TL" || word == "TD")
        m_state.leading = word == "TL" ? number(0) : -number(0);
    if (word == "T*" || word == "'" || word == "\"")
        nextLine(0, -m_state.leading);
    if (word == "Tj" || word == "TJ" || word == "'" || word == "\"")
        return m_operands.empty() || show();
    return font();
}

/// What is said once and holds for all that follows; `m_word` is one of the text state's operators or of none here.
bool Interpreter::font()
{
    if (m_word == "Tf")
        m_state.size = number(0);
    else if (m_word == "Tc" || m_word == "Tw")
        m_state.spacing = std::max(m_state.spacing, std::abs(number(0)));
    else if (m_word == "Tz")
        m_state.stretch = std::max(1.0, std::abs(number(0)) / 100);
    else if (m_word == "Ts")
        m_state.raised = std::abs(number(0));
    else if (m_word == "gs" && !m_operands.empty())
        return !m_ink.document.get(m_ink.document.get(m_resources, "ExtGState").dict(), m_operands.back().name())
                    .dict()
                    .contains("Font");
    return m_word != "Tf" || m_operands.size() < 2 || isPlainFont(m_operands[m_operands.size() - 2].name());
}

/// One whose letters are about as large as it says and stand in a row.
bool Interpreter::isPlainFont(const QByteArray& name) const
{
    const Dict dict = m_ink.document.get(m_ink.document.get(m_resources, "Font").dict(), name).dict();
    return !dict["Subtype"].isName("Type3") && !m_ink.document.get(dict, "Encoding").name().endsWith("-V");
}

bool Interpreter::show()
{
    const Value& what = m_operands.back();
    qsizetype bytes = what.text() ? what.text()->bytes.size() : 0;
    double moved = 0; // thousandths of the size
    for (const Value& item : what.array()) {
        bytes += item.text() ? item.text()->bytes.size() : 0;
        moved += std::abs(item.number());
    }
    const double size = std::abs(m_state.size);
    const double each = widest * size + 2 * m_state.spacing;
    m_shown += m_state.stretch * (static_cast<double>(bytes) * each + moved / 1000 * size);
    return paint(times(m_line, m_state.matrix), 0, -fall * size - m_state.raised, m_shown,
                 rise * size + m_state.raised);
}

void Interpreter::point(double x, double y)
{
    const Matrix& m = m_state.matrix;
    const double px = x * m[0] + y * m[2] + m[4];
    const double py = x * m[1] + y * m[3] + m[5];
    if (!m_path)
        m_path = Rect{px, py, px, py};
    m_path = Rect{std::min(m_path->x, px), std::min(m_path->y, py), std::max(m_path->width, px),
                  std::max(m_path->height, py)};
}

bool Interpreter::paintPath(bool filled, bool stroked)
{
    if (m_path && !(filled && m_state.white && !stroked)) {
        const Matrix& m = m_state.matrix;
        const double scale = std::max({std::abs(m[0]), std::abs(m[1]), std::abs(m[2]), std::abs(m[3])});
        const double line = std::max(1.0, m_state.line * scale);
        m_ink.boxes.push_back({m_path->x - line, m_path->y - line, m_path->width - m_path->x + 2 * line,
                               m_path->height - m_path->y + 2 * line});
    }
    m_path.reset();
    return m_ink.boxes.size() < mostBoxes;
}

bool Interpreter::paint(const Matrix& m, double x1, double y1, double x2, double y2)
{
    double left = 1e9, bottom = 1e9, right = -1e9, top = -1e9;
    for (const auto& [x, y] : {std::pair(x1, y1), std::pair(x2, y1), std::pair(x1, y2), std::pair(x2, y2)}) {
        const double px = x * m[0] + y * m[2] + m[4];
        const double py = x * m[1] + y * m[3] + m[5];
        if (!std::isfinite(px) || !std::isfinite(py))
            return false;
        left = std::min(left, px);
        right = std::max(right, px);
        bottom = std::min(bottom, py);
        top = std::max(top, py);
    }
    m_ink.boxes.push_back({left, bottom, right - left, top - bottom});
    return m_ink.boxes.size() < mostBoxes;
}

bool Interpreter::object(const QByteArray& name)
{
    const Value slot = m_ink.document.get(m_resources, "XObject").dict()[name];
    const Result<Object> found = slot.ref() ? m_ink.document.object(*slot.ref()) : Result<Object>(Object{});
    if (!found)
        return false;
    const Dict dict = found->value.dict();
    if (!dict["Subtype"].isName("Form"))
        return paint(m_state.matrix, 0, 0, 1, 1);
    if (m_depth >= deepestForm || ++m_ink.forms > mostForms)
        return false;
    const Result<QByteArray> content = m_ink.document.streamBytes(*found, largestForm);
    Matrix own{1, 0, 0, 1, 0, 0};
    const Array given = m_ink.document.get(dict, "Matrix").array();
    for (std::size_t i = 0; given.size() == 6 && i < 6; ++i)
        own[i] = m_ink.document.resolve(given[i]).number();
    const Matrix all = times(own, m_state.matrix);
    const double matrix[6] = {all[0], all[1], all[2], all[3], all[4], all[5]};
    const Value resources = m_ink.document.get(dict, "Resources");
    return content && m_ink.add(*content, resources.isDict() ? resources.dict() : m_resources, matrix, m_depth + 1);
}

} // namespace

bool ContentInk::add(const QByteArray& content, const Dict& resources, const double (&matrix)[6], int depth)
{
    const Matrix start{matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]};
    return Interpreter(*this, resources, start, depth).run(content);
}

} // namespace diakinisi::pdf
