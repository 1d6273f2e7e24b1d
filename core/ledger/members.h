#pragma once
#include "base/digest.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"

#include <QJsonObject>

#include <optional>

namespace diakinisi::ledger {

/// Reads the members of one object and remembers the first that is missing or ill-typed. For this room's own files.
class Members
{
public:
    explicit Members(const QJsonObject& object) : m_object(object) {}

    template <class Tag>
    Id<Tag> id(const char16_t* name)
    {
        return read(name, Id<Tag>::fromString(m_object.value(QStringView(name)).toString()));
    }
    template <class Tag>
    void take(const char16_t* name, Id<Tag>& into)
    {
        into = id<Tag>(name);
    }
    template <class T>
    void take(const char16_t* name, std::optional<T>& into)
    {
        if (has(name))
            take(name, into.emplace());
    }
    void take(const char16_t* name, Instant& into);
    void take(const char16_t* name, Sha256& into);
    /// An integer from `least` to 2^53.
    void take(const char16_t* name, qint64& into, qint64 least);
    /// Lower-case letters, digits and '-', at most 64.
    void takeWord(const char16_t* name, QString& into);
    /// base64url without padding, exactly `count` bytes, spelt in the one way.
    void take(const char16_t* name, QByteArray& into, qsizetype count);

    bool has(const char16_t* name) const { return m_object.contains(QStringView(name)); }
    bool good() const { return m_wrong.isEmpty(); }
    tl::unexpected<Error> failure() const { return fail(ErrorCode::MalformedInput, m_wrong); }

private:
    template <class T>
    T read(const char16_t* name, const std::optional<T>& value)
    {
        if (!value)
            refuse(name);
        return value.value_or(T{});
    }
    void refuse(const char16_t* name);

    QJsonObject m_object;
    QString m_wrong;
};

/// Is this a kind's word?
bool isWord(QStringView text);
QString toBase64Url(const QByteArray& bytes);

} // namespace diakinisi::ledger
