#pragma once
#include "desk/rows.h"

#include <QListView>

namespace diakinisi::ui {

/// A list of documents driven by the keyboard: letters act (Greek and Latin alike), Space reads on.
class ListView : public QListView
{
    Q_OBJECT

public:
    explicit ListView(QWidget* parent = nullptr);
    QVector<domain::DocumentId> selectedDocuments() const;
    std::optional<domain::DocumentId> currentDocument() const;

Q_SIGNALS:
    void letterAct(diakinisi::domain::Act act);
    void readOn();
    void readBack();
    void opened(const diakinisi::domain::DocumentId& document);
    void currentMoved();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void keyboardSearch(const QString&) override {} // letters act instead
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void openCurrent();
};

/// The act of a letter in lists, each as a Greek and a Latin one on the same key.
std::optional<domain::Act> actOfLetter(const QString& typed);

} // namespace diakinisi::ui
