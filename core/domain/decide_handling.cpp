#include "domain/decide_parts.h"
#include "domain/validate.h"

#include <algorithm>

namespace diakinisi::domain::rules {

namespace {

/// The open charge that the command names, if it is this person's to act on.
Result<const Charge*> ownCharge(const ChargeId& id, const Case& c)
{
    const Charge* charge = c.document.charge(id);
    if (!charge)
        return fail(ErrorCode::NotFound, QStringLiteral("charge"));
    if (!charge->isOpen())
        return fail(ErrorCode::StateChanged, QStringLiteral("charge"));
    if (!guard::concerns(*charge, c.who()))
        return fail(ErrorCode::NotPermitted);
    if (auto ok = guard::mayWrite(c.who()); !ok)
        return fail(ok.error());
    return charge;
}

Done validateTarget(const ChargeTo& command, const Case& c)
{
    if (command.unit.has_value() == command.person.has_value())
        return fail(ErrorCode::FieldInvalid, QStringLiteral("unit"));
    const auto known = command.unit ? validateUnit(*command.unit, c.organisation(), QStringLiteral("unit"))
                                    : validatePerson(*command.person, c.organisation(), QStringLiteral("person"));
    if (!known)
        return known;
    if (command.charge.isNull() || c.document.charge(command.charge))
        return fail(ErrorCode::AlreadyExists, QStringLiteral("charge"));
    const bool twice = std::any_of(c.document.charges.begin(), c.document.charges.end(), [&](const Charge& charge) {
        return charge.isOpen() && charge.unit == command.unit && charge.person == command.person &&
               charge.purpose == command.purpose;
    });
    if (twice)
        return fail(ErrorCode::AlreadyExists, QStringLiteral("unit"));
    return {};
}

} // namespace

Outcome decide(const ChargeTo& command, const Case& c)
{
    if (auto ok = guard::mayCharge(c.document, c.who()); !ok)
        return fail(ok.error());
    if (auto ok = validateTarget(command, c); !ok)
        return fail(ok.error());
    if (auto ok = validateOptionalText(command.note, QStringLiteral("note")); !ok)
        return fail(ok.error());
    if (auto ok = validateDate(command.dueDate, QStringLiteral("due-date")); !ok)
        return fail(ok.error());
    auto result =
        events(Charged{command.charge, command.unit, command.person, command.purpose, command.note, command.dueDate});
    // A head who charges within the unit has taken the unit's charge over: it no longer waits for anybody.
    const Charge* own = guard::openChargeOf(c.document, c.who());
    if (own && own->state == ChargeState::Charged && own->unit && command.person)
        result.push_back({ChargeTakenOver{own->id}, std::nullopt});
    return result;
}

Outcome decide(const TakeOver& command, const Case& c)
{
    const auto charge = ownCharge(command.charge, c);
    if (!charge)
        return fail(charge.error());
    if ((*charge)->state != ChargeState::Charged)
        return fail(ErrorCode::StateChanged, QStringLiteral("charge"));
    return events(ChargeTakenOver{command.charge});
}

Outcome decide(const ReturnCharge& command, const Case& c)
{
    const auto charge = ownCharge(command.charge, c);
    if (!charge)
        return fail(charge.error());
    if (auto ok = validateText(command.reason, QStringLiteral("reason"), ErrorCode::ReasonMissing); !ok)
        return fail(ok.error());
    return events(ChargeReturned{command.charge, command.reason});
}

Outcome decide(const CompleteCharge& command, const Case& c)
{
    const auto charge = ownCharge(command.charge, c);
    if (!charge)
        return fail(charge.error());
    const bool reasonNeeded = (*charge)->purpose == Purpose::Action && !command.answer;
    const auto reason = reasonNeeded ? validateText(command.reason, QStringLiteral("reason"), ErrorCode::ReasonMissing)
                                     : validateOptionalText(command.reason, QStringLiteral("reason"));
    if (!reason)
        return fail(reason.error());
    return events(ChargeCompleted{command.charge, command.reason, command.answer});
}

Outcome decide(const AddNote& command, const Case& c)
{
    if (auto ok = guard::mayWrite(c.who()); !ok)
        return fail(ok.error());
    if (auto ok = validateText(command.text, QStringLiteral("text")); !ok)
        return fail(ok.error());
    return events(NoteAdded{command.text});
}

} // namespace diakinisi::domain::rules
