#pragma once
#include "base/digest.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/identity.h"

#include <QByteArray>
#include <QUuid>

#include <functional>
#include <optional>
#include <vector>

namespace diakinisi::storage {

class Writer;
class ReadPool;

/// A form as it was left; the content is the desk's own affair.
struct StoredForm {
    QUuid id;
    Instant savedAt;
    QByteArray content;
};

/// A key file that the person uses here: its path and what the desk wrote down about it (never the PIN).
struct StoredKeyFile {
    QString path;
    QByteArray about;
};

/// How often and when last something was chosen on this desk.
struct ChosenCount {
    QString what;
    qint64 count = 0;
    Instant last;
};

/// What a desk remembers for its person's comfort; nothing of it ever leaves the desk. Thread-safe; blocks.
class DeskMemory
{
public:
    DeskMemory(Writer& writer, ReadPool& pool);

    Done saveForm(const StoredForm& form);
    Result<std::vector<StoredForm>> forms() const; ///< newest first
    Done removeForm(const QUuid& id);

    /// `what` is any word of the desk's, as "unit:<id>".
    Done noteChosen(const QString& what, Instant at);
    Result<std::vector<ChosenCount>> chosen() const; ///< most often first

    Done saveKeyFile(const StoredKeyFile& key);
    Result<std::vector<StoredKeyFile>> keyFiles() const;
    Done removeKeyFile(const QString& path);

    Done markSeen(const Sha256& rendition, Instant at);
    Result<bool> seen(const Sha256& rendition) const;

    /// Registrations note their parties by themselves, in enqueue().
    Done noteParty(const domain::Party& party, Instant at);
    /// Names used before whose folded form, or a word of it, begins with the folded letters; most often first.
    Result<std::vector<domain::Party>> parties(const QString& letters, int limit) const;

    /// Anything else small that belongs to the profile (device id, login, pinned certificate, last sync ...), by a key.
    Done setValue(const QString& key, const QByteArray& value);
    Result<std::optional<QByteArray>> value(const QString& key) const;
    Done removeValue(const QString& key);

private:
    Writer& m_writer;
    ReadPool& m_pool;
};

} // namespace diakinisi::storage
