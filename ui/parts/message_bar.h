#pragma once
#include "base/error.h"

#include <QFrame>

#include <functional>
#include <optional>

class QLabel;
class QToolButton;

namespace diakinisi::ui {

/// An error or a remark in its place, above what it is about: no box that has to be clicked away. Hidden while there is
/// nothing to say.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// What happened, what was kept, what to do.
    void showError(const Error& error);
    /// A remark that is no error; `text` is made anew when the language changes, so it is a function.
    void showRemark(std::function<QString()> text);
    void clear();

private:
    void retranslate();
    void paintEvent(QPaintEvent* event) override;

    QLabel* m_heading;
    QLabel* m_text;
    QToolButton* m_details;
    QToolButton* m_close;
    QLabel* m_cause;
    std::optional<Error> m_error;
    std::function<QString()> m_remark;
};

} // namespace diakinisi::ui
