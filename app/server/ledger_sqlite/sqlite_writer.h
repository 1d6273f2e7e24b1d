#pragma once
#include "server/ledger_sqlite/sqlite_view.h"

#include <QHash>

namespace diakinisi::server {

/// The writing half: the one write connection and the one transaction at a time.
class SqliteWriter final : public SqliteReading<LedgerWriter>
{
public:
    explicit SqliteWriter(Database database) : SqliteReading(m_own), m_own(std::move(database)) {}

    Done begin() override;
    Done commit() override;
    void rollback() override;
    Done mark() override;
    Done release() override;
    Done undo() override;
    Done found(const domain::LedgerId& ledger, qint64 epoch) override;
    Result<qint64> addDocument(const domain::DocumentId& id) override;
    Done putDocument(const StoredDocument& document) override;
    Done append(const LedgerHead& now, qint64 document, const QByteArray& bytes) override;
    Done putOrganisation(qint64 position, const QByteArray& state) override;
    Done changeGrants(qint64 document, const std::set<domain::Principal>& before,
                      const std::set<domain::Principal>& after, qint64 position) override;
    Done changeMemberships(const domain::PersonId& person, const std::set<domain::Principal>& before,
                           const std::set<domain::Principal>& after, qint64 position) override;
    Done putAnswer(const domain::CommandId& id, const StoredAnswer& answer) override;
    Result<qint64> nextNumber(const QString& series, int year) override;
    Done putRegisterRow(qint64 document, const domain::Registration& registration) override;
    Done addFile(const Sha256& digest, qint64 size, Instant at) override;
    Result<qint64> removeUnreferencedFiles(Instant before) override;
    Done addUploader(const domain::PersonId& person, const Sha256& digest) override;
    Done putFileReference(qint64 document, const FileReference& reference) override;
    Result<std::vector<domain::DocumentId>> entitle(const domain::PersonId& person, const Sha256& digest) override;
    Done addDueJudgement(const DueJudgement& due) override;
    Done removeDueJudgement(const domain::DocumentId& document, const Sha256& digest) override;

    Database& database() { return m_own; }

private:
    Result<qint64> principalKey(const domain::Principal& principal);

    Database m_own;
    QHash<QString, qint64> m_principals; // keys that are on disk, or in the transaction under way
};

} // namespace diakinisi::server
