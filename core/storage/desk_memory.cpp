#include "storage/desk_memory.h"

#include "storage/note_party.h"
#include "storage/profile.h"
#include "storage/search/fold.h"
#include "storage/sqlite/read_pool.h"
#include "storage/sqlite/rows.h"
#include "storage/writer.h"

namespace diakinisi::storage {

namespace {

/// The desk's own keys stand apart from the store's.
QString deskKey(const QString& key)
{
    return QLatin1StringView("desk.") + key;
}

template <class Read, class... Values>
auto readAll(ReadPool& pool, const QByteArray& sql, Read&& read, const Values&... values)
    -> decltype(allRows(std::declval<Connection&>(), sql, read, values...))
{
    auto connection = pool.borrow();
    if (!connection)
        return fail(connection.error());
    return allRows(**connection, sql, std::forward<Read>(read), values...);
}

} // namespace

DeskMemory::DeskMemory(Writer& writer, ReadPool& pool) : m_writer(writer), m_pool(pool) {}

Done DeskMemory::saveForm(const StoredForm& form)
{
    return m_writer.run("INSERT INTO form_draft(id, saved_at, content) VALUES (?, ?, ?) "
                        "ON CONFLICT(id) DO UPDATE SET saved_at = excluded.saved_at, content = excluded.content",
                        form.id, form.savedAt, form.content.isNull() ? QByteArray("") : form.content);
}

Result<std::vector<StoredForm>> DeskMemory::forms() const
{
    return readAll(m_pool, "SELECT id, saved_at, content FROM form_draft ORDER BY saved_at DESC",
                   [](const Statement& s) {
                       return StoredForm{s.uuid(0), s.instant(1), s.blob(2)};
                   });
}

Done DeskMemory::removeForm(const QUuid& id)
{
    return m_writer.run("DELETE FROM form_draft WHERE id = ?", id);
}

Done DeskMemory::noteChosen(const QString& what, Instant at)
{
    return m_writer.run("INSERT INTO chosen(what, count, last) VALUES (?, 1, ?) "
                        "ON CONFLICT(what) DO UPDATE SET count = count + 1, last = max(last, excluded.last)",
                        what, at);
}

Result<std::vector<ChosenCount>> DeskMemory::chosen() const
{
    return readAll(m_pool, "SELECT what, count, last FROM chosen ORDER BY count DESC, last DESC",
                   [](const Statement& s) {
                       return ChosenCount{s.text(0), s.integer(1), s.instant(2)};
                   });
}

Done DeskMemory::saveKeyFile(const StoredKeyFile& key)
{
    return m_writer.run("INSERT INTO key_file(path, about) VALUES (?, ?) "
                        "ON CONFLICT(path) DO UPDATE SET about = excluded.about",
                        key.path, key.about.isNull() ? QByteArray("") : key.about);
}

Result<std::vector<StoredKeyFile>> DeskMemory::keyFiles() const
{
    return readAll(m_pool, "SELECT path, about FROM key_file ORDER BY path", [](const Statement& s) {
        return StoredKeyFile{s.text(0), s.blob(1)};
    });
}

Done DeskMemory::removeKeyFile(const QString& path)
{
    return m_writer.run("DELETE FROM key_file WHERE path = ?", path);
}

Done DeskMemory::markSeen(const Sha256& rendition, Instant at)
{
    return m_writer.run("INSERT OR IGNORE INTO seen(digest, at) VALUES (?, ?)", rendition, at);
}

Result<bool> DeskMemory::seen(const Sha256& rendition) const
{
    const auto found = readAll(
        m_pool, "SELECT 1 FROM seen WHERE digest = ?", [](const Statement&) { return true; }, rendition);
    if (!found)
        return fail(found.error());
    return !found->empty();
}

Done noteParty(Connection& connection, const domain::Party& party, Instant at)
{
    if (party.name.isEmpty())
        return {};
    const QString words = u' ' + foldedWords(party.name).join(u' ');
    return connection.run("INSERT INTO party(name, kind, folded, count, last) VALUES (?, ?, ?, 1, ?) "
                          "ON CONFLICT(name, kind) DO UPDATE SET count = count + 1, last = max(last, excluded.last)",
                          party.name, static_cast<int>(party.kind), words, at);
}

Done DeskMemory::noteParty(const domain::Party& party, Instant at)
{
    return m_writer.write([&](Connection& connection) { return storage::noteParty(connection, party, at); });
}

Result<std::vector<domain::Party>> DeskMemory::parties(const QString& letters, int limit) const
{
    // Folded words hold letters and digits only: nothing that LIKE or instr() takes for a sign.
    const QStringList words = foldedWords(letters);
    if (words.isEmpty() && !letters.trimmed().isEmpty())
        return std::vector<domain::Party>{};
    const QString wanted = words.isEmpty() ? QString() : u' ' + words.join(u' ');
    return readAll(
        m_pool, "SELECT name, kind FROM party WHERE instr(folded, ?) > 0 ORDER BY count DESC, last DESC LIMIT ?",
        [](const Statement& s) {
            return domain::Party{static_cast<domain::PartyKind>(s.integer(1)), s.text(0), false};
        },
        wanted, limit);
}

Done DeskMemory::setValue(const QString& key, const QByteArray& value)
{
    return m_writer.write([&](Connection& connection) { return profile::setValue(connection, deskKey(key), value); });
}

Result<std::optional<QByteArray>> DeskMemory::value(const QString& key) const
{
    auto connection = m_pool.borrow();
    if (!connection)
        return fail(connection.error());
    return profile::value(**connection, deskKey(key));
}

Done DeskMemory::removeValue(const QString& key)
{
    return m_writer.write([&](Connection& connection) { return profile::remove(connection, deskKey(key)); });
}

} // namespace diakinisi::storage
