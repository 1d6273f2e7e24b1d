#pragma once
#include "desk/pile_pages.h"

#include <QAbstractListModel>

namespace diakinisi::ui {

class PileWork;

/// The pages of a pile as rows; a row that is dragged elsewhere moves its page.
class PageStripModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        Picture = Qt::UserRole, ///< QImage; null until it is there
        LeftOut,                ///< bool
        Begins,                 ///< a document begins here: its number from 1, else 0
        Blank,                  ///< bool
        Documents               ///< how many there are
    };

    explicit PageStripModel(PileWork& work, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;

private:
    void refresh();
    QString words(int row) const;

    PileWork& m_work;
    std::vector<desk::ScannedPage> m_rows; ///< as the view knows them
};

} // namespace diakinisi::ui
