#pragma once
#include "desk/form_drafts.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;

namespace diakinisi::ui {

/// Offers the forms that were begun and not sent.
class DraftsBar : public QFrame
{
    Q_OBJECT

public:
    explicit DraftsBar(QWidget* parent = nullptr);
    void show(std::vector<desk::FormDraft> drafts);

Q_SIGNALS:
    void resumed(const diakinisi::desk::FormDraft& draft);
    void thrownAway(const QUuid& id);

private:
    void rebuild();

    QLabel* m_text;
    QComboBox* m_choice;
    QPushButton* m_resume;
    QPushButton* m_throwAway;
    std::vector<desk::FormDraft> m_drafts;
};

} // namespace diakinisi::ui
