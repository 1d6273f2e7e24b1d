#pragma once
#include <QFrame>

class QLabel;
class QPushButton;

namespace diakinisi::ui {

/// The paper bears our label: its scan belongs to a document that has its number already.
class LabelBar : public QFrame
{
    Q_OBJECT

public:
    explicit LabelBar(QWidget* parent = nullptr);

    /// The number of that document; empty: the paper bears none.
    void show(const QString& number);

Q_SIGNALS:
    void newWanted(); ///< it shall be a new document all the same

private:
    void retranslate();

    QString m_number;
    QLabel* m_text;
    QPushButton* m_new;
};

} // namespace diakinisi::ui
