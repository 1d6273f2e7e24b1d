#pragma once
#include "base/result.h"
#include "domain/organisation.h"
#include "storage/views.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace diakinisi::storage {

class ReadPool;
class Connection;

/// What the lists, the document's page and the search box read. Every call reads one consistent state on a read-only
/// connection of its own and never waits for a writer. Thread-safe; blocks.
class DeskViews
{
public:
    using OrganisationNow = std::function<std::shared_ptr<const domain::Organisation>()>;
    DeskViews(ReadPool& pool, OrganisationNow organisation);

    Result<std::vector<ViewRow>> list(const ViewQuery& query, std::stop_token stop = {}) const;
    /// At the cost of a few rows, however many documents there are.
    Result<ViewCounts> counts() const;
    /// In the order of `ids`; those that are not here are left out.
    Result<std::vector<ViewRow>> rows(const QVector<domain::DocumentId>& ids) const;
    /// NotFound when it is not (or no longer) on this desk.
    Result<DocumentState> document(const domain::DocumentId& id) const;
    /// As the server confirmed it, without what waits; NotFound.
    Result<domain::Document> confirmed(const domain::DocumentId& id) const;
    Result<std::vector<HistoryEntry>> history(const domain::DocumentId& id) const;
    Result<std::vector<WaitingCommand>> waiting(const domain::DocumentId& id) const;
    /// The newest with this number; of this year, or of any when year is 0. NotFound.
    Result<domain::DocumentId> byNumber(qint64 number, int year) const;
    /// 'Where is it?': newest first. Words match by stem or form, the last one also as a prefix; "123/2026" the number.
    Result<std::vector<ViewRow>> find(const QString& text, int limit, std::stop_token stop = {}) const;
    /// What looks like the same document: the sender's number and date agree (accents and case aside), or a file is the
    /// very same. Newest first.
    Result<std::vector<ViewRow>> twins(const domain::Particulars& particulars, const std::vector<Sha256>& files,
                                       int limit) const;
    /// Incoming documents with a number, not cancelled, newest first: those that have all of the words, or any of them
    /// (anyWordExpression). What a desk's past says of documents like these.
    enum class Words { All, Any };
    Result<std::vector<domain::Document>> past(const QString& words, Words which, int limit) const;
    Result<std::vector<AttentionEntry>> attention() const;

private:
    ReadPool& m_pool;
    OrganisationNow m_organisation;
};

} // namespace diakinisi::storage
