#pragma once
#include "base/clock.h"
#include "base/random.h"

#include <QString>
#include <QUuid>

#include <compare>
#include <optional>

namespace diakinisi {

/// A UUID that says what it names: an Id<DocumentTag> cannot be handed over where an Id<PersonTag> is asked for.
template <class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(QUuid uuid) : m_uuid(uuid) {}

    /// From "018f3c1e-...": lower case, 36 characters, not nil; nothing else.
    static std::optional<Id> fromString(QStringView text)
    {
        if (text.size() != 36)
            return std::nullopt;
        const QUuid uuid = QUuid::fromString(text);
        if (uuid.isNull() || uuid.toString(QUuid::WithoutBraces) != text)
            return std::nullopt;
        return Id(uuid);
    }

    bool isNull() const { return m_uuid.isNull(); }
    QUuid uuid() const { return m_uuid; }
    QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id&, const Id&) = default;
    friend bool operator<(const Id& a, const Id& b) { return a.m_uuid.toRfc4122() < b.m_uuid.toRfc4122(); }
    friend size_t qHash(const Id& id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

/// Makes UUIDs of version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then randomness; so ids of one maker grow
/// with time and new rows land at the end of an index.
class IdSource
{
public:
    IdSource(const Clock& clock, RandomSource& random) : m_clock(clock), m_random(random) {}

    template <class IdType>
    IdType make()
    {
        return IdType(next());
    }

private:
    QUuid next();

    const Clock& m_clock;
    RandomSource& m_random;
};

/// The id that rule, subject and due time always give (UUID version 5): what happens by time alone is done once however
/// many processes see that it is due.
template <class IdType>
IdType derivedId(QUuid nameSpace, const QString& name)
{
    return IdType(QUuid::createUuidV5(nameSpace, name));
}

} // namespace diakinisi
