#include "pdf/value.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace diakinisi::pdf {

namespace {

bool isRegular(char c)
{
    const auto u = static_cast<unsigned char>(c);
    return u > 0x20 && u < 0x7f && !QByteArrayView("()<>[]{}/%#").contains(c);
}

void writeName(const QByteArray& text, QByteArray& to)
{
    to += '/';
    for (const char c : text) {
        if (isRegular(c))
            to += c;
        else
            to += '#' + QByteArray(1, c).toHex();
    }
}

void writeText(const Text& text, QByteArray& to)
{
    const bool plain = std::all_of(text.bytes.begin(), text.bytes.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
    if (text.hexadecimal || !plain) {
        to += '<' + text.bytes.toHex() + '>';
        return;
    }
    to += '(';
    for (const char c : text.bytes) {
        if (c == '(' || c == ')' || c == '\\')
            to += '\\';
        to += c;
    }
    to += ')';
}

QByteArray spellReal(double d)
{
    if (!std::isfinite(d))
        d = 0;
    QByteArray spelling = QByteArray::number(std::clamp(d, -1e9, 1e9), 'f', 4);
    while (spelling.endsWith('0'))
        spelling.chop(1);
    if (spelling.endsWith('.'))
        spelling.chop(1);
    return spelling == "-0" ? QByteArray("0") : spelling;
}

struct Writer {
    QByteArray& to;

    void operator()(std::monostate) const { to += "null"; }
    void operator()(bool b) const { to += b ? "true" : "false"; }
    void operator()(std::int64_t i) const { to += QByteArray::number(static_cast<qlonglong>(i)); }
    void operator()(const Real& real) const { to += real.spelling; }
    void operator()(const Ref& ref) const
    {
        to += QByteArray::number(ref.number) + ' ' + QByteArray::number(ref.generation) + " R";
    }
    void operator()(const Name& name) const { writeName(name.text, to); }
    void operator()(const Text& text) const { writeText(text, to); }
    void operator()(const Raw& raw) const { to += raw.bytes; }
    void operator()(const std::shared_ptr<const Array>& array) const
    {
        to += '[';
        for (std::size_t i = 0; i < array->size(); ++i) {
            if (i > 0)
                to += ' ';
            (*array)[i].write(to);
        }
        to += ']';
    }
    void operator()(const std::shared_ptr<const Dict>& dict) const { dict->write(to); }
};

} // namespace

Value::Value(double d) : m_data(Real{d, spellReal(d)}) {}
Value::Value(Array array) : m_data(std::make_shared<const Array>(std::move(array))) {}
Value::Value(Dict dict) : m_data(std::make_shared<const Dict>(std::move(dict))) {}

bool Value::isTrue() const
{
    const bool* b = std::get_if<bool>(&m_data);
    return b && *b;
}

bool Value::isName(QByteArrayView text) const
{
    const Name* name = std::get_if<Name>(&m_data);
    return name && name->text == text;
}

const Array& Value::array() const&
{
    static const Array none;
    const auto* array = std::get_if<std::shared_ptr<const Array>>(&m_data);
    return array ? **array : none;
}

const Dict& Value::dict() const&
{
    static const Dict none;
    const auto* dict = std::get_if<std::shared_ptr<const Dict>>(&m_data);
    return dict ? **dict : none;
}

Dict Value::dict() &&
{
    return std::as_const(*this).dict();
}

std::int64_t Value::integer(std::int64_t otherwise) const
{
    const auto* i = std::get_if<std::int64_t>(&m_data);
    return i ? *i : otherwise;
}

double Value::number(double otherwise) const
{
    if (const auto* i = std::get_if<std::int64_t>(&m_data))
        return static_cast<double>(*i);
    const Real* real = std::get_if<Real>(&m_data);
    return real ? real->value : otherwise;
}

QByteArray Value::name() const
{
    const Name* name = std::get_if<Name>(&m_data);
    return name ? name->text : QByteArray();
}

void Value::write(QByteArray& to) const
{
    std::visit(Writer{to}, m_data);
}

bool operator==(const Value& a, const Value& b)
{
    if (a.m_data.index() != b.m_data.index())
        return false;
    if (a.isArray())
        return a.array() == b.array();
    if (a.isDict())
        return a.dict() == b.dict();
    return a.m_data == b.m_data;
}

Dict::Dict(std::initializer_list<std::pair<const char*, Value>> entries)
{
    for (const auto& [key, value] : entries)
        append(QByteArray(key), value);
}

const Value& Dict::operator[](QByteArrayView key) const&
{
    static const Value none;
    for (const auto& [name, value] : m_entries)
        if (name == key)
            return value;
    return none;
}

bool Dict::contains(QByteArrayView key) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&](const auto& entry) { return entry.first == key; });
}

void Dict::set(const QByteArray& key, Value value)
{
    for (auto& [name, old] : m_entries) {
        if (name == key) {
            old = std::move(value);
            return;
        }
    }
    m_entries.emplace_back(key, std::move(value));
}

void Dict::remove(QByteArrayView key)
{
    std::erase_if(m_entries, [&](const auto& entry) { return entry.first == key; });
}

void Dict::append(QByteArray key, Value value)
{
    // Looking for twins costs the square of the size, so in huge dictionaries (never of a signature) it is left out.
    if (m_entries.size() < 2000 && contains(key))
        m_twice = true;
    m_entries.emplace_back(std::move(key), std::move(value));
}

void Dict::write(QByteArray& to) const
{
    to += "<<";
    for (const auto& [key, value] : m_entries) {
        writeName(key, to);
        to += ' ';
        value.write(to);
    }
    to += ">>";
}

bool operator==(const Dict& a, const Dict& b)
{
    if (a.m_entries.size() != b.m_entries.size())
        return false;
    if (a.m_entries == b.m_entries)
        return true;
    if (a.m_twice || b.m_twice || a.m_entries.size() > 2000)
        return false;
    return std::all_of(a.m_entries.begin(), a.m_entries.end(),
                       [&](const auto& entry) { return b.contains(entry.first) && b[entry.first] == entry.second; });
}

Value textString(const QString& text)
{
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 32 && c.unicode() < 127; });
    if (ascii)
        return Text{text.toLatin1()};
    QByteArray bytes("\xfe\xff", 2);
    for (const QChar c : text) {
        bytes += static_cast<char>(c.unicode() >> 8);
        bytes += static_cast<char>(c.unicode() & 0xff);
    }
    return Text{bytes, true};
}

QString readTextString(const Value& value)
{
    const Text* text = value.text();
    if (!text)
        return {};
    const QByteArray& bytes = text->bytes;
    if (bytes.startsWith("\xfe\xff")) {
        QString result;
        for (qsizetype i = 2; i + 1 < bytes.size(); i += 2)
            result += QChar(static_cast<char16_t>((static_cast<unsigned char>(bytes[i]) << 8) |
                                                  static_cast<unsigned char>(bytes[i + 1])));
        return result;
    }
    if (bytes.startsWith("\xef\xbb\xbf"))
        return QString::fromUtf8(bytes.sliced(3));
    return QString::fromLatin1(bytes);
}

} // namespace diakinisi::pdf
