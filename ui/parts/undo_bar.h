#pragma once
#include "domain/ids.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace diakinisi::ui {

/// Says for a few seconds what was just done, with 'Undo' where it can be taken back. It lies over the lower edge of
/// its parent and never takes the focus.
class UndoBar : public QFrame
{
    Q_OBJECT

public:
    explicit UndoBar(QWidget* parent);

    /// `commands` empty: only told. `text` in the language of the moment.
    void tell(const QString& text, std::vector<domain::CommandId> commands, int seconds);
    bool canUndo() const { return isVisible() && !m_commands.empty(); }
    void undo();

Q_SIGNALS:
    void undoWanted(const std::vector<diakinisi::domain::CommandId>& commands);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void place();

    QLabel* m_text;
    QPushButton* m_undo;
    QTimer m_timer;
    std::vector<domain::CommandId> m_commands;
};

} // namespace diakinisi::ui
