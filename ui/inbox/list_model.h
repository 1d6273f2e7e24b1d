#pragma once
#include "desk/document_lists.h"
#include "ui/parts/context.h"

#include <QAbstractListModel>
#include <QTimer>

namespace diakinisi::ui {

/// The rows of one list, read in pages on the read lane; re-reads what changed and keeps its place.
class ListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int pageRows = 500;

    explicit ListModel(const Context& context, QObject* parent = nullptr);

    void setQuery(const desk::ListQuery& query);
    const desk::ListQuery& query() const { return m_query; }
    /// Reads again, from the first row to the last one loaded; soon, many wishes as one.
    void reload();
    /// Rows from elsewhere (search); nothing is read.
    void setRows(std::vector<desk::DocumentRow> rows);

    const desk::DocumentRow& row(int index) const { return m_rows.at(static_cast<std::size_t>(index)); }
    std::optional<int> indexOf(const domain::DocumentId& document) const;
    /// Does this row begin another day than the one above? Never in lists that are not ordered by day.
    bool startsDay(int index) const;
    bool isLoading() const { return m_task.running(); }
    QDate today() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void loading();
    void loaded();
    void failed(const diakinisi::Error& error);

private:
    using Rows = std::vector<desk::DocumentRow>;

    void readAgain();
    void readRows(const QVector<domain::DocumentId>& ids);
    void merge(Rows fresh);
    void removeVanished(const Rows& fresh);

    Context m_context;
    desk::ListQuery m_query;
    bool m_fixed = true; ///< rows were given, nothing is to be read
    Rows m_rows;
    bool m_more = false;
    QTimer m_soon;
    Task<Result<Rows>> m_task;
    Task<Result<Rows>> m_changedTask;
};

} // namespace diakinisi::ui
