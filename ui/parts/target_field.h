#pragma once
#include "desk/directory.h"
#include "ui/parts/context.h"
#include "ui/parts/type_ahead.h"

namespace diakinisi::ui {

/// A unit or a person by type-ahead: two letters and Enter.
class TargetField : public TypeAhead
{
    Q_OBJECT

public:
    enum class Of { UnitsAndPersons, Units, Persons };

    TargetField(const Context& context, Of of, QWidget* parent = nullptr);

    const std::optional<desk::ChargeTarget>& target() const { return m_target; }
    void setTarget(std::optional<desk::ChargeTarget> target);
    /// By ids as a saved form has them; nothing when the organisation knows neither.
    void setTarget(std::optional<domain::UnitId> unit, std::optional<domain::PersonId> person);

Q_SIGNALS:
    void targetChanged();

private:
    std::vector<Offer> offers(const QString& letters);

    const desk::Directory& m_directory;
    Of m_of;
    std::vector<desk::ChargeTarget> m_offered;
    std::optional<desk::ChargeTarget> m_target;
};

/// Sender or recipient: free text, with the names used before on offer.
class PartyField : public TypeAhead
{
    Q_OBJECT

public:
    explicit PartyField(const Context& context, QWidget* parent = nullptr);

private:
    struct Asker;
    std::shared_ptr<Asker> m_asker;
    PartyField(std::shared_ptr<Asker> asker, QWidget* parent);
};

} // namespace diakinisi::ui
