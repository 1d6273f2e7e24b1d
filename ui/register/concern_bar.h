#pragma once
#include "desk/registrar.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace diakinisi::ui {

/// What should be known or mended before the act, above the form: never a question that has to be clicked away.
class ConcernBar : public QFrame
{
    Q_OBJECT

public:
    explicit ConcernBar(QWidget* parent = nullptr);
    /// Missing fields are told once somebody has tried to register; a likely twin is told at once.
    void show(const std::vector<desk::RegistrationConcern>& concerns, bool tried);
    void clear();

Q_SIGNALS:
    void opened(const diakinisi::domain::DocumentId& document);

private:
    void rebuild();
    void paintEvent(QPaintEvent* event) override;

    QLabel* m_text;
    QPushButton* m_open;
    std::vector<desk::RegistrationConcern> m_concerns;
    bool m_tried = false;
};

/// "Missing: Subject."
QString concernWords(const desk::RegistrationConcern& concern);

} // namespace diakinisi::ui
