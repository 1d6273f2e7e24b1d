#pragma once
#include "desk/registration_batch.h"
#include "ui/parts/context.h"

#include <QAbstractTableModel>
#include <QImage>

namespace diakinisi::ui {

/// The documents that are registered together as the rows of a grid.
class BatchModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Document, Subject, Sender, TheirNumber, TheirDate, Kind, Charge, State, Columns };
    /// The first page of a document, small; null until it is there, and refresh() is called then.
    using Picture = std::function<QImage(const desk::BatchRow&)>;

    BatchModel(const Context& context, desk::RegistrationBatch& batch, Picture picture, QObject* parent = nullptr);

    /// Shows the batch as it is now.
    void refresh();
    const desk::BatchRow* rowAt(const QModelIndex& index) const;
    /// Of this row and column, or no index.
    QModelIndex indexOf(const QUuid& row, int column) const;
    static std::optional<desk::BatchField> fieldOf(int column);

    void type(const QModelIndex& index, const desk::BatchValue& value);
    /// As RegistrationBatch::copyDown; where the value went.
    QModelIndex copyDown(const QModelIndex& index);
    void undo();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void edited(const QUuid& row); ///< by the clerk; null: all of them

private:
    QVariant documentData(const desk::BatchRow& row, int at, int role) const;
    QVariant fieldData(const desk::BatchRow& row, desk::BatchField field, int role) const;
    QVariant stateData(const desk::BatchRow& row, int role) const;
    QString words(const desk::BatchValue& value, desk::BatchField field) const;

    Context m_context;
    desk::RegistrationBatch& m_batch;
    Picture m_picture;
    std::vector<QUuid> m_rows; ///< as the view knows them
};

/// What has become of a row, or what stands in its way; empty where nothing is to be said.
QString batchStateWords(const desk::BatchRow& row);

} // namespace diakinisi::ui
