#include "storage/desk_views.h"
#include "storage/json_blob.h"
#include "storage/search/query.h"
#include "storage/sqlite/read_pool.h"
#include "storage/sqlite/rows.h"

namespace diakinisi::storage {

Result<std::vector<domain::Document>> DeskViews::past(const QString& words, Words which, int limit) const
{
    const QByteArray expression = which == Words::All ? searchExpression(words + u' ') : anyWordExpression(words);
    if (expression.isEmpty())
        return std::vector<domain::Document>{};
    auto connection = m_pool.borrow();
    if (!connection)
        return fail(connection.error());
    const auto blobs = allRows(
        **connection,
        "SELECT coalesce(s.view, s.confirmed, s.base) FROM "
        "(SELECT rowid AS found FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2) "
        "CROSS JOIN document d ON d.row = found JOIN document_state s ON s.row = found "
        "WHERE d.direction = ?3 AND NOT d.cancelled AND d.number_state <> ?4 ORDER BY found DESC",
        [](const Statement& s) { return s.blob(0); }, QString::fromUtf8(expression), limit,
        static_cast<int>(domain::Direction::Incoming), static_cast<int>(domain::NumberState::None));
    if (!blobs)
        return fail(blobs.error());
    std::vector<domain::Document> documents;
    for (const QByteArray& blob : *blobs) {
        auto document = documentFromBlob(blob);
        if (!document)
            return fail(document.error());
        documents.push_back(std::move(*document));
    }
    return documents;
}

} // namespace diakinisi::storage
