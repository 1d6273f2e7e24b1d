#pragma once
#include "domain/identity.h"
#include "ui/parts/context.h"

#include <QWidget>

class QComboBox;
class QListWidget;
class QToolButton;

namespace diakinisi::ui {

class PartyField;

/// Sender of an incoming document, or the recipients of an outgoing one: names used before are on offer; Enter takes
/// one more where there may be many.
class PartiesBox : public QWidget
{
    Q_OBJECT

public:
    explicit PartiesBox(const Context& context, QWidget* parent = nullptr);

    void setMany(bool many);
    void setKind(domain::PartyKind kind);
    domain::PartyKind kind() const;
    std::vector<domain::Party> parties() const;
    void setParties(const std::vector<domain::Party>& parties);
    QWidget* field();
    void setInvalid(bool invalid);

Q_SIGNALS:
    void changed();

private:
    void addTyped(bool forInformation);
    void removeCurrent();
    void rebuild();
    void retranslate();

    bool m_many = false;
    PartyField* m_name;
    QComboBox* m_kind;
    QToolButton* m_to;
    QToolButton* m_copy;
    QListWidget* m_list;
    std::vector<domain::Party> m_taken;
};

} // namespace diakinisi::ui
