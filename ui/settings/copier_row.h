#pragma once
#include "ui/parts/context.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace diakinisi::ui {

/// The folder that the office's copier drops its files into: typed or chosen; empty where there is none.
class CopierRow : public QWidget
{
    Q_OBJECT

public:
    explicit CopierRow(const Context& context, QWidget* parent = nullptr);
    QLineEdit* field() { return m_folder; }

private:
    void keep();
    void choose();
    void retranslate();

    Context m_context;
    QLineEdit* m_folder;
    QPushButton* m_choose;
};

} // namespace diakinisi::ui
