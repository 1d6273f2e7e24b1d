#pragma once
#include "desk/signer.h"

#include <QWidget>

class QLabel;
class QRadioButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace diakinisi::ui {

/// What is about to be signed: each document seen or not, what is set aside and why; all, only those seen, or one by
/// one.
class PlanView : public QWidget
{
    Q_OBJECT

public:
    explicit PlanView(QWidget* parent = nullptr);

    void show(const desk::SigningPlan& plan);
    const desk::SigningPlan& plan() const { return m_plan; }
    QVector<domain::DocumentId> chosen() const;
    std::optional<domain::DocumentId> current() const;

Q_SIGNALS:
    void changed();
    void currentChanged();

private:
    void rebuild();
    bool isChosen(std::size_t index) const;
    void ticked(QTreeWidgetItem* row);
    QString stateOf(const desk::SigningItem& item) const;
    QString heading(int ready, int seen) const;
    void retranslate();

    desk::SigningPlan m_plan;
    std::vector<bool> m_ticked; ///< one by one
    QLabel* m_heading;
    QTreeWidget* m_list;
    QRadioButton* m_all;
    QRadioButton* m_onlySeen;
    QRadioButton* m_single;
};

} // namespace diakinisi::ui
