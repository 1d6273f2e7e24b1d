#include "wire/json_reader.h"

#include "ledger/canonical_json.h"

#include <QJsonArray>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace diakinisi::wire {

namespace {

using Parser = nlohmann::json;

/// Builds Qt's values from nlohmann's events. A false ends the reading; m_wrong says why.
class Builder final : public nlohmann::json_sax<Parser>
{
public:
    explicit Builder(int deepest) : m_deepest(deepest) {}

    bool null() override { return add(QJsonValue::Null); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override
    {
        return value >= -ledger::largestInteger ? add(static_cast<qint64>(value)) : refuse("an integer beyond 2^53");
    }
    bool number_unsigned(number_unsigned_t value) override
    {
        return value <= static_cast<number_unsigned_t>(ledger::largestInteger) ? add(static_cast<qint64>(value))
                                                                               : refuse("an integer beyond 2^53");
    }
    bool number_float(number_float_t, const string_t&) override { return refuse("a number that is not an integer"); }
    bool string(string_t& value) override
    {
        return hasNull(value) ? refuse("U+0000 in a text") : add(ledger::textFromUtf8(value));
    }
    bool binary(binary_t&) override { return refuse("bytes"); }
    bool start_object(std::size_t) override { return open(false); }
    bool key(string_t& name) override
    {
        m_levels.back().name = ledger::textFromUtf8(name);
        return hasNull(name) ? refuse("U+0000 in a name") : true;
    }
    bool end_object() override;
    bool start_array(std::size_t) override { return open(true); }
    bool end_array() override
    {
        const QJsonArray array = std::move(m_levels.back().array);
        m_levels.pop_back();
        return add(array);
    }
    bool parse_error(std::size_t, const std::string&, const Parser::exception& error) override
    {
        m_wrong = QString::fromLatin1(error.what());
        return false;
    }

    const QJsonObject& object() const { return m_object; }
    const QString& wrong() const { return m_wrong; }

private:
    struct Level {
        bool isArray = false;
        QString name; ///< of the member that is being read
        QJsonArray array;
        std::vector<std::pair<QString, QJsonValue>> members; ///< sorted at the end: inserting each in its place is n^2
    };

    static bool hasNull(const string_t& text) { return text.find('\0') != string_t::npos; }
    bool refuse(const char* why)
    {
        m_wrong = QString::fromLatin1(why);
        return false;
    }
    bool open(bool isArray)
    {
        if (m_levels.size() >= static_cast<std::size_t>(m_deepest))
            return refuse("too many levels");
        if (m_levels.empty() && isArray)
            return refuse("not an object");
        m_levels.push_back({isArray, {}, {}, {}});
        return true;
    }
    bool add(const QJsonValue& value)
    {
        if (m_levels.empty())
            return refuse("not an object");
        Level& level = m_levels.back();
        if (level.isArray)
            level.array.append(value);
        else
            level.members.emplace_back(std::move(level.name), value);
        return true;
    }

    int m_deepest;
    std::vector<Level> m_levels;
    QJsonObject m_object;
    QString m_wrong;
};

bool Builder::end_object()
{
    auto members = std::move(m_levels.back().members);
    m_levels.pop_back();
    std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto twice = std::adjacent_find(members.begin(), members.end(),
                                          [](const auto& a, const auto& b) { return a.first == b.first; });
    if (twice != members.end())
        return refuse("a name twice in one object");
    QJsonObject object;
    for (const auto& [name, value] : members)
        object.insert(name, value);
    if (!m_levels.empty())
        return add(object);
    m_object = object;
    return true;
}

} // namespace

Result<QJsonObject> readJsonObject(QByteArrayView bytes, JsonLimits limits)
{
    if (bytes.size() > limits.bytes)
        return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("a JSON text of %1 bytes").arg(bytes.size()));
    if (bytes.startsWith(QByteArrayView("\xef\xbb\xbf"))) // nlohmann would skip it
        return fail(ErrorCode::MalformedInput, {}, QStringLiteral("a byte order mark"));
    if (bytes.contains('\0')) // nlohmann would take one between values for the end
        return fail(ErrorCode::MalformedInput, {}, QStringLiteral("a null byte"));
    Builder builder(limits.depth);
    try {
        if (!Parser::sax_parse(bytes.begin(), bytes.end(), &builder))
            return fail(ErrorCode::MalformedInput, {}, builder.wrong());
    } catch (const std::exception& e) {
        return fail(ErrorCode::MalformedInput, {}, QString::fromLatin1(e.what()));
    }
    return builder.object();
}

} // namespace diakinisi::wire
