#pragma once
#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <compare>
#include <cstdint>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

/// Reading and extending PDF files (ISO 32000) that came from anybody: small, bounded, without the rules of documents.
/// All functions may be called from any thread, one file at a time; none throws.
namespace diakinisi::pdf {

/// Names an indirect object: "12 0 R".
struct Ref {
    std::int32_t number = 0;
    std::int32_t generation = 0;

    friend auto operator<=>(const Ref&, const Ref&) = default;
};

struct Name {
    QByteArray text; ///< without the slash, #xx decoded

    friend bool operator==(const Name&, const Name&) = default;
};

struct Text {
    QByteArray bytes;
    bool hexadecimal = false;
    std::int64_t at = -1;    ///< where its token begins in the bytes that were parsed; -1 when made by us
    std::int64_t length = 0; ///< the token's length there, brackets included

    friend bool operator==(const Text& a, const Text& b) { return a.bytes == b.bytes; }
};

struct Real {
    double value = 0;
    QByteArray spelling;

    friend bool operator==(const Real& a, const Real& b) { return a.spelling == b.spelling; }
};

/// Bytes that are written as they are; never comes from reading.
struct Raw {
    QByteArray bytes;

    friend bool operator==(const Raw&, const Raw&) = default;
};

class Value;
class Dict;
using Array = std::vector<Value>;

/// One PDF value. Cheap to copy: arrays and dictionaries are shared and never change once inside a Value.
class Value
{
public:
    Value() = default;
    Value(bool b) : m_data(b) {}
    Value(int i) : m_data(static_cast<std::int64_t>(i)) {}
    Value(std::int64_t i) : m_data(i) {}
    Value(double d);
    Value(Ref ref) : m_data(ref) {}
    Value(Name name) : m_data(std::move(name)) {}
    Value(Text text) : m_data(std::move(text)) {}
    Value(Real real) : m_data(std::move(real)) {}
    Value(Raw raw) : m_data(std::move(raw)) {}
    Value(Array array);
    Value(Dict dict);
    Value(const char*) = delete;

    bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    bool isArray() const { return std::holds_alternative<std::shared_ptr<const Array>>(m_data); }
    bool isDict() const { return std::holds_alternative<std::shared_ptr<const Dict>>(m_data); }
    bool isInteger() const { return std::holds_alternative<std::int64_t>(m_data); }
    bool isNumber() const { return isInteger() || std::holds_alternative<Real>(m_data); }
    bool isTrue() const;
    bool isName(QByteArrayView text) const;

    /// The value as that type, or what is empty of it.
    const Array& array() const&;
    Array array() && { return std::as_const(*this).array(); }
    const Dict& dict() const&;
    Dict dict() &&;
    std::int64_t integer(std::int64_t otherwise = 0) const;
    double number(double otherwise = 0) const;
    QByteArray name() const;
    const Text* text() const { return std::get_if<Text>(&m_data); }
    const Ref* ref() const { return std::get_if<Ref>(&m_data); }

    void write(QByteArray& to) const;
    friend bool operator==(const Value& a, const Value& b);

private:
    std::variant<std::monostate, bool, std::int64_t, Real, Ref, Name, Text, Raw, std::shared_ptr<const Array>,
                 std::shared_ptr<const Dict>>
        m_data;
};

/// A dictionary in the order in which it was read. Equal when the same keys have equal values.
class Dict
{
public:
    Dict() = default;
    Dict(std::initializer_list<std::pair<const char*, Value>> entries);

    /// Null when there is no such key.
    const Value& operator[](QByteArrayView key) const&;
    Value operator[](QByteArrayView key) && { return std::as_const(*this)[key]; }
    bool contains(QByteArrayView key) const;
    void set(const QByteArray& key, Value value);
    void remove(QByteArrayView key);
    /// As read: keeps a second entry of the same key, and remembers that there was one.
    void append(QByteArray key, Value value);
    /// A key stood twice: readers differ about which one counts, so nothing signed may have it.
    bool hasTwice() const { return m_twice; }
    bool isEmpty() const { return m_entries.empty(); }
    const std::vector<std::pair<QByteArray, Value>>& entries() const& { return m_entries; }
    std::vector<std::pair<QByteArray, Value>> entries() && { return std::move(m_entries); }

    void write(QByteArray& to) const;
    friend bool operator==(const Dict& a, const Dict& b);

private:
    std::vector<std::pair<QByteArray, Value>> m_entries;
    bool m_twice = false;
};

/// A text string as PDF wants it: PDFDocEncoding's ASCII part where that is enough, else UTF-16BE with mark.
Value textString(const QString& text);
/// What a text string says (UTF-16BE, UTF-8 with mark, else PDFDocEncoding taken as Latin-1).
QString readTextString(const Value& value);

} // namespace diakinisi::pdf
