#pragma once
#include <QListView>

namespace diakinisi::ui {

class PageStripModel;
class PileWork;

/// The pages of the pile as small pictures, as they come: chosen with keys or mouse, put in order by dragging, turned,
/// left out, deleted, split into documents. Single letters act, as in lists, each with its Greek twin.
class PageStrip : public QListView
{
    Q_OBJECT

public:
    explicit PageStrip(PileWork& work, QWidget* parent = nullptr);

    /// Rows of the pile that are chosen, rising.
    std::vector<int> chosen() const;
    void choose(int row);

    void turn(int quarterTurns);
    void remove();
    void undo();
    /// A document begins at the chosen page; where one does, it goes on the one before.
    void splitHere();
    /// Out, or in again.
    void leaveOut();
    void move(int step);

Q_SIGNALS:
    void scanWanted();         ///< Space: the next page
    void pageChosen(int page); ///< of the first document, from 0

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    bool actLetter(QChar letter, Qt::KeyboardModifiers modifiers);
    void choose(const std::vector<int>& rows);
    void tellPage();

    PileWork& m_work;
    PageStripModel* m_model;
};

} // namespace diakinisi::ui
