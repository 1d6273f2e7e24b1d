#pragma once
#include "server/accounts/accounts.h"

namespace diakinisi::server {

/// One opening of a restricted document.
struct Access {
    qint64 number = 0; ///< grows
    Instant at;
    domain::PersonId person;
    domain::DeviceId device;
    domain::DocumentId document;
    QString what; ///< "document", "history" or "file"
    std::optional<Sha256> file{};
};

/// Who opened restricted documents, in a database of its own. Thread-safe; blocks.
class AccessLog
{
public:
    static Result<std::unique_ptr<AccessLog>> open(const QString& path, const Clock& clock);

    /// On disk when it returns: what is noted is given out only afterwards.
    Done note(const Session& session, const domain::DocumentId& document, const QString& what,
              const std::optional<Sha256>& file = std::nullopt);
    /// In order, behind number `after`; of one document or of all.
    Result<std::vector<Access>> list(qint64 after, qint64 limit, const std::optional<domain::DocumentId>& document);
    Done checkIntegrity();

private:
    AccessLog(std::unique_ptr<storage::Connection> database, const Clock& clock);

    const Clock& m_clock;
    std::mutex m_mutex;
    std::unique_ptr<storage::Connection> m_database;
};

} // namespace diakinisi::server
