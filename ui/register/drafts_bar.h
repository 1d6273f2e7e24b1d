#pragma once
#include "desk/form_drafts.h"
#include "desk/scan_desk.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;

namespace diakinisi::ui {

/// Offers the forms that were begun and not sent, and the pages that were scanned and not registered.
class DraftsBar : public QFrame
{
    Q_OBJECT

public:
    explicit DraftsBar(QWidget* parent = nullptr);
    void show(std::vector<desk::FormDraft> drafts, std::vector<desk::ScanPile> piles);

Q_SIGNALS:
    void resumed(const diakinisi::desk::FormDraft& draft);
    void thrownAway(const diakinisi::desk::FormDraft& draft);
    void pileTaken(const diakinisi::desk::ScanPile& pile);
    void pileThrownAway(const diakinisi::desk::ScanPile& pile);

private:
    void resume();
    void throwAway();
    QString headline() const;
    void rebuild();

    QLabel* m_text;
    QComboBox* m_choice; ///< forms first, then piles
    QPushButton* m_resume;
    QPushButton* m_throwAway;
    std::vector<desk::FormDraft> m_drafts;
    std::vector<desk::ScanPile> m_piles;
};

} // namespace diakinisi::ui
