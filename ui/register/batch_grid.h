#pragma once
#include "ui/parts/context.h"

#include <QTableView>

namespace diakinisi::ui {

class BatchModel;

/// The grid itself. Typing begins in the cell that is chosen, Enter goes down, Tab goes on, Ctrl+Down copies the cell
/// down, Space takes a row out or in, Ctrl+Z undoes.
class BatchGrid : public QTableView
{
    Q_OBJECT

public:
    BatchGrid(const Context& context, BatchModel& model, QWidget* parent = nullptr);

    /// What is being typed is taken in.
    void commit();

Q_SIGNALS:
    void opened(const diakinisi::domain::DocumentId& document); ///< of a row that is registered
    void cellEntered(const QModelIndex& cell);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    bool focusNextPrevChild(bool next) override;

private:
    void goDown();
    void copyDown();
    void enter();

    BatchModel& m_model;
};

} // namespace diakinisi::ui
