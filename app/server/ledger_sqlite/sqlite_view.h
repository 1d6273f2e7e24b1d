#pragma once
#include "server/ledger_sqlite/query.h"
#include "server/office/ledger_store.h"

namespace diakinisi::server {

/// The reading half, on a connection of somebody else's; `Base` is LedgerView or LedgerWriter.
template <class Base>
class SqliteReading : public Base
{
public:
    explicit SqliteReading(Database& database) : m_database(database) {}

    Result<LedgerHead> head() override;
    Result<std::optional<Sha256>> hashAt(qint64 position) override;
    Result<std::pair<qint64, QByteArray>> organisation() override;
    Result<std::optional<StoredDocument>> document(const domain::DocumentId& id) override;
    Result<StoredDocument> documentByKey(qint64 key) override;
    Result<bool> maySee(const domain::PersonId& person, qint64 document) override;
    Result<std::vector<std::pair<domain::DocumentId, StoredDocument>>> documentsAfter(qint64 key,
                                                                                      qint64 limit) override;
    Result<std::vector<StoredRecord>> records(qint64 from, qint64 limit) override;
    Result<std::vector<StoredRecord>> history(qint64 document, qint64 after, qint64 limit) override;
    Result<std::vector<FeedCandidate>> eventsFor(const domain::PersonId& person, const FeedPlace& after, qint64 upTo,
                                                 qint64 limit) override;
    Result<std::vector<FeedCandidate>> appearedFor(const domain::PersonId& person, const FeedPlace& after, qint64 upTo,
                                                   qint64 limit) override;
    Result<std::vector<FeedCandidate>> withdrawnFor(const domain::PersonId& person, const FeedPlace& after, qint64 upTo,
                                                    qint64 limit) override;
    Result<std::vector<RegisterEntry>> registerRows(const domain::PersonId& person, const QString& series, int year,
                                                    qint64 from, qint64 to, qint64 limit) override;
    Result<std::optional<StoredAnswer>> answer(const domain::CommandId& id) override;
    Result<bool> hasFile(const Sha256& digest) override;
    Result<bool> hasUploaded(const domain::PersonId& person, const Sha256& digest) override;
    Result<bool> mayReadFile(const domain::PersonId& person, const Sha256& digest) override;
    Result<std::vector<domain::DocumentId>> restrictedWith(const domain::PersonId& person,
                                                           const Sha256& digest) override;
    Result<std::vector<DueJudgement>> dueJudgements() override;
    Result<std::vector<BookState>> books() override;
    Result<std::vector<domain::DocumentId>> bookDocuments(const BookState& book, qint64 after, qint64 limit) override;
    Result<std::set<domain::Principal>> openGrants(qint64 document) override;
    Result<std::set<domain::Principal>> openMemberships(const domain::PersonId& person) override;
    Result<std::vector<StoredFile>> filesAfter(const Sha256& digest, qint64 limit) override;

protected:
    Database& m_database;
};

extern template class SqliteReading<LedgerView>;
extern template class SqliteReading<LedgerWriter>;

} // namespace diakinisi::server
