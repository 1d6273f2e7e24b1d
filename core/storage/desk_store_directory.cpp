#include "ledger/canonical_json.h"
#include "storage/desk_store_parts.h"
#include "storage/profile.h"
#include "storage/sqlite/rows.h"
#include "wire/organisation_json.h"

namespace diakinisi::storage {

namespace {

constexpr std::size_t documentsAtOnce = 500; ///< in memory, while all are computed anew

/// Which documents may stand in other lists under another lens.
QByteArray affectedBy(const PersonLens& before, const PersonLens& after)
{
    if (before.person != after.person)
        return "SELECT id FROM document";
    if (before.units != after.units || before.registry != after.registry)
        return "SELECT id FROM document WHERE open";
    return "SELECT id FROM document WHERE open = 1"; // a replacement begins or ends
}

Done refold(Connection& connection, const FoldContext& context, const std::vector<domain::DocumentId>& ids,
            QVector<domain::DocumentId>& changed)
{
    for (std::size_t from = 0; from < ids.size(); from += documentsAtOnce) {
        Fold fold(connection, context);
        for (std::size_t i = from; i < std::min(from + documentsAtOnce, ids.size()); ++i)
            fold.touch(ids[i]);
        if (auto ok = fold.finish(); !ok)
            return ok;
        changed << fold.changed();
    }
    return {};
}

Result<std::vector<domain::DocumentId>> documentsOf(Connection& connection, const QByteArray& sql)
{
    return allRows(connection, sql, [](const Statement& s) { return s.id<domain::DocumentId>(0); });
}

} // namespace

Done DeskStore::Parts::putInForce(const domain::PersonId& newPerson,
                                  std::shared_ptr<const domain::Organisation> newOrganisation,
                                  const std::function<Done(Connection&)>& also, StoreNews& news)
{
    const PersonLens newLens = lensOf(*newOrganisation, newPerson, clock.now());
    const bool otherRules = newOrganisation != organisationNow() || newPerson != personNow();
    const auto work = [&](Connection& connection) -> Done {
        if (also)
            if (auto ok = also(connection); !ok)
                return ok;
        const QByteArray print = fingerprint(newLens);
        const auto before = profile::value(connection, profile::lens);
        if (!before)
            return fail(before.error());
        if (*before != print) {
            // What an earlier run computed under a lens that is not known any more is computed anew altogether.
            const bool beforeKnown = *before && **before == fingerprint(lens);
            const auto affected = documentsOf(connection, affectedBy(beforeKnown ? lens : PersonLens{}, newLens));
            if (!affected)
                return fail(affected.error());
            if (auto ok = refold(connection, {*newOrganisation, newLens}, *affected, news.documents); !ok)
                return ok;
            if (auto ok = profile::setValue(connection, profile::lens, print); !ok)
                return ok;
        }
        if (!otherRules)
            return {};
        const auto waiting = OutboxTable(connection).documents();
        if (!waiting)
            return fail(waiting.error());
        return refold(connection, {*newOrganisation, newLens}, *waiting, news.documents);
    };
    if (auto ok = writer->write(work); !ok)
        return ok;
    lens = newLens;
    const std::lock_guard lock(published);
    person = newPerson;
    organisation = std::move(newOrganisation);
    return {};
}

Done DeskStore::bindPerson(const domain::PersonId& person)
{
    StoreNews news;
    {
        const std::lock_guard taken(m_parts->turn);
        const domain::PersonId known = m_parts->personNow();
        if (known == person)
            return {};
        if (!known.isNull() || person.isNull())
            return fail(ErrorCode::NotPermitted, {}, QStringLiteral("the profile belongs to another person"));
        const auto note = [&person](Connection& connection) {
            return profile::setValue(connection, profile::person, person.toString().toUtf8());
        };
        if (auto ok = m_parts->putInForce(person, m_parts->organisationNow(), note, news); !ok)
            return ok;
    }
    m_parts->tell(news);
    return {};
}

Done DeskStore::refreshForPerson()
{
    StoreNews news;
    {
        const std::lock_guard taken(m_parts->turn);
        const auto organisation = m_parts->organisationNow();
        if (lensOf(*organisation, m_parts->personNow(), m_parts->clock.now()) == m_parts->lens)
            return {};
        if (auto ok = m_parts->putInForce(m_parts->personNow(), organisation, {}, news); !ok)
            return ok;
    }
    m_parts->tell(news);
    return {};
}

Done DeskStore::takeDirectory(const wire::DirectorySnapshot& directory)
{
    const auto blob = ledger::canonicalBytes(wire::toJson(directory.organisation));
    if (!blob)
        return fail(blob.error());
    StoreNews news{.directory = true};
    {
        const std::lock_guard taken(m_parts->turn);
        const auto position = directoryPosition();
        if (!position)
            return fail(position.error());
        if (directory.position <= *position)
            return {};
        const auto keep = [&](Connection& connection) -> Done {
            if (auto ok = profile::setValue(connection, profile::directory, *blob); !ok)
                return ok;
            return profile::setNumber(connection, profile::directoryPosition, directory.position);
        };
        auto organisation = std::make_shared<const domain::Organisation>(directory.organisation);
        if (auto ok = m_parts->putInForce(m_parts->personNow(), std::move(organisation), keep, news); !ok)
            return ok;
    }
    m_parts->tell(news);
    return {};
}

Result<qint64> DeskStore::directoryPosition()
{
    auto connection = m_parts->pool->borrow();
    if (!connection)
        return fail(connection.error());
    return profile::number(**connection, profile::directoryPosition);
}

} // namespace diakinisi::storage
