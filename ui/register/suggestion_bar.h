#pragma once
#include "desk/suggestions.h"
#include "domain/organisation.h"

#include <QWidget>

#include <memory>

class QPushButton;

namespace diakinisi::ui {

/// To whom documents like this one went, each a button that says why.
class SuggestionBar : public QWidget
{
    Q_OBJECT

public:
    explicit SuggestionBar(QWidget* parent = nullptr);

    void show(std::vector<desk::Suggested<desk::SuggestedCharge>> charges,
              std::shared_ptr<const domain::Organisation> organisation);
    void clear() { show({}, {}); }
    const std::vector<desk::Suggested<desk::SuggestedCharge>>& charges() const { return m_charges; }

Q_SIGNALS:
    void chosen(const diakinisi::desk::SuggestedCharge& charge);

private:
    void retranslate();

    std::vector<desk::Suggested<desk::SuggestedCharge>> m_charges;
    std::shared_ptr<const domain::Organisation> m_organisation;
    std::vector<QPushButton*> m_buttons;
};

/// "as in 12 of 14 earlier ones"
QString reasonWords(const desk::SuggestionReason& reason);

} // namespace diakinisi::ui
