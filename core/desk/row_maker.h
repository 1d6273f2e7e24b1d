#pragma once
#include "desk/rows.h"
#include "domain/organisation.h"
#include "storage/views.h"

namespace diakinisi::desk {

/// Rows of the store's views with the names that the organisation gives them now. Pure.
class RowMaker
{
public:
    /// `today` by the organisation's zone decides what is late.
    RowMaker(std::shared_ptr<const domain::Organisation> organisation, Instant now);

    DocumentRow row(const storage::ViewRow& row) const;
    std::vector<DocumentRow> rows(const std::vector<storage::ViewRow>& rows) const;
    HistoryRow history(const storage::HistoryEntry& entry) const;
    AttentionRow attention(const storage::AttentionEntry& entry) const;

    QString nameOf(const std::optional<domain::PersonId>& person) const;
    const QString& today() const { return m_today; }

private:
    std::shared_ptr<const domain::Organisation> m_organisation;
    QString m_today;
};

/// The moment in the organisation's zone; UTC while the zone is unknown.
QDateTime localTime(Instant at, const domain::Organisation& organisation);

} // namespace diakinisi::desk
