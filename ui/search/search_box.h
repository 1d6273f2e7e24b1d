#pragma once
#include "desk/document_finder.h"
#include "ui/parts/context.h"

#include <QLineEdit>
#include <QPointer>
#include <QTimer>

class QFrame;
class QLabel;

namespace diakinisi::ui {

class ListModel;
class ListView;

/// 'Where is it?': results while typing, from the desk's own index; arrows choose, Enter opens. With startNumber() the
/// same line takes a register number.
class SearchBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchBox(const Context& context, QWidget* parent = nullptr);
    ~SearchBox() override;

    void start();
    void startNumber();
    ListModel& results() { return *m_results; }

Q_SIGNALS:
    void chosen(const diakinisi::domain::DocumentId& document);
    void closed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void makeList();
    void ask();
    void goToNumber();
    void say(const QString& text);
    void place();
    void close();
    void choose();
    void retranslate();

    Context m_context;
    ListModel* m_results;
    QPointer<QFrame> m_frame; ///< the window owns it
    ListView* m_list = nullptr;
    QLabel* m_note = nullptr;
    bool m_number = false;
    QTimer m_typing;
    Task<Result<std::vector<desk::DocumentRow>>> m_finding;
    Task<Result<domain::DocumentId>> m_going;
};

} // namespace diakinisi::ui
