#include "domain/decide_parts.h"
#include "domain/validate.h"

#include <array>

namespace diakinisi::domain::rules {

namespace {

Done mayBegin(const Case& c)
{
    if (c.document.exists())
        return fail(ErrorCode::AlreadyExists);
    return guard::mayRegister(c.who());
}

Done validateAccess(const Access& access, const Organisation& organisation)
{
    for (const PersonId& person : access.named)
        if (auto ok = validatePerson(person, organisation, QStringLiteral("access")); !ok)
            return ok;
    return {};
}

template <class Form>
Done validateForm(const Form& form, const Organisation& organisation)
{
    if (auto ok = validateIdentity(form.identity, form.particulars, form.contacts, organisation); !ok)
        return ok;
    if (auto ok = validateItems(form.items); !ok)
        return ok;
    return validateAccess(form.access, organisation);
}

/// Numbers come last, when nothing else can refuse any more: so no number is ever taken in vain.
Result<RegisterNumber> takeNumber(const Context& context)
{
    if (!context.numbers || !context.legalTime)
        return fail(ErrorCode::NumberingStopped);
    return context.numbers->next(mainSeries, context.legalTime->year);
}

} // namespace

Outcome decide(const Register& command, const Case& c)
{
    if (auto ok = mayBegin(c); !ok)
        return fail(ok.error());
    if (auto ok = validateForm(command, c.organisation()); !ok)
        return fail(ok.error());
    DocumentRegistered event{command.identity, command.particulars, command.contacts, command.items,
                             command.access,   std::nullopt,        std::nullopt,     c.context.claimed};
    if (c.context.authority) {
        auto number = takeNumber(c.context);
        if (!number)
            return fail(number.error());
        event.number = *number;
        event.legalTime = c.context.legalTime;
    }
    return events(std::move(event));
}

Outcome decide(const StartDraft& command, const Case& c)
{
    if (auto ok = mayBegin(c); !ok)
        return fail(ok.error());
    if (command.identity.direction == Direction::Incoming)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("direction"));
    if (auto ok = validateForm(command, c.organisation()); !ok)
        return fail(ok.error());
    return events(DraftStarted{command.identity, command.particulars, command.contacts, command.items, command.access});
}

Outcome decide(const Reserve& command, const Case& c)
{
    const Document& document = c.document;
    if (document.registration.state != NumberState::None)
        return fail(ErrorCode::AlreadyRegistered);
    const Step* step = document.step(command.step);
    if (!step || !document.route.isCurrent(command.step) || step->kind != StepKind::Sign ||
        !document.route.isLast(command.step))
        return fail(ErrorCode::NotYourTurn);
    if (step->person != c.context.actor)
        return fail(ErrorCode::NotPermitted);
    const Item* main = document.mainItem();
    if (!main || main->newest().newest().file.digest != command.base)
        return fail(ErrorCode::RenditionSuperseded);
    if (auto ok = validateIdentity(document.identity, document.particulars, document.contacts, c.organisation()); !ok)
        return fail(ok.error());
    if (!c.context.authority)
        return std::vector<Decided>{}; // only the server can; until it answers nothing changes
    if (!document.filesArrived())
        return fail(ErrorCode::FilesNotArrived);
    auto number = takeNumber(c.context);
    if (!number)
        return fail(number.error());
    return events(NumberReserved{*number, *c.context.legalTime, document.identity, document.particulars, command.step});
}

Outcome decide(const Confirm& command, const Case& c)
{
    const Registration& registration = c.document.registration;
    if (registration.state != NumberState::Reserved || !registration.number || !registration.legalTime)
        return fail(ErrorCode::NumberNotReserved);
    const Step* step = c.document.step(command.step);
    if (!step || !c.document.route.isCurrent(command.step) || step->kind != StepKind::Sign)
        return fail(ErrorCode::NotYourTurn);
    if (step->person != c.context.actor)
        return fail(ErrorCode::NotPermitted);
    // A reserved number is used on its day or cancelled: the book of a day must not change afterwards.
    if (c.context.legalTime && c.context.legalTime->localDate != registration.legalTime->localDate)
        return fail(ErrorCode::NumberNotReserved, display(*registration.number));
    if (auto ok = validateSignedRenditions(command.renditions, c.document); !ok)
        return fail(ok.error());
    return events(StepSigned{command.step, command.renditions}, NumberConfirmed{*registration.number});
}

namespace {

QString joined(const std::vector<Party>& parties)
{
    QStringList names;
    for (const Party& party : parties)
        names << party.name;
    return names.join(u'\n');
}

/// The field's value as text, or nothing when there is no such field.
std::optional<QString> identityField(const Document& document, const QString& field)
{
    const Particulars& p = document.particulars;
    const std::array<std::pair<QLatin1StringView, QString>, 8> values{{
        {QLatin1StringView("subject"), p.subject},
        {QLatin1StringView("parties"), joined(p.parties)},
        {QLatin1StringView("their-number"), p.theirNumber},
        {QLatin1StringView("their-date"), p.theirDate},
        {QLatin1StringView("place"), p.place},
        {QLatin1StringView("kind"), p.kind},
        {QLatin1StringView("item-count"), QString::number(document.identity.itemCount)},
        {QLatin1StringView("sheet-count"), QString::number(document.identity.sheetCount)},
    }};
    for (const auto& [name, value] : values)
        if (name == field)
            return value;
    return std::nullopt;
}

Done validateCorrection(const CorrectIdentity& command)
{
    if (command.field == u"subject" || command.field == u"parties")
        return validateText(command.value, command.field);
    if (command.field == u"their-date")
        return validateDate(command.value, command.field);
    if (command.field == u"item-count" || command.field == u"sheet-count") {
        constexpr int mostCounted = 100'000;
        bool isNumber = false;
        const int count = command.value.toInt(&isNumber);
        const int least = command.field == u"item-count" ? 1 : 0;
        if (!isNumber || count < least || count > mostCounted)
            return fail(ErrorCode::FieldInvalid, command.field);
        return {};
    }
    return validateOptionalText(command.value, command.field);
}

} // namespace

Outcome decide(const CorrectIdentity& command, const Case& c)
{
    if (auto ok = guard::mayCorrect(c.document, c.who()); !ok)
        return fail(ok.error());
    const auto old = identityField(c.document, command.field);
    if (!old)
        return fail(ErrorCode::FieldInvalid, command.field);
    if (auto ok = validateCorrection(command); !ok)
        return fail(ok.error());
    const bool draft = c.document.registration.state == NumberState::None;
    const auto reason = draft ? validateOptionalText(command.reason, QStringLiteral("reason"))
                              : validateText(command.reason, QStringLiteral("reason"), ErrorCode::ReasonMissing);
    if (!reason)
        return fail(reason.error());
    if (*old == command.value)
        return std::vector<Decided>{};
    return events(IdentityCorrected{command.field, *old, command.value, command.reason});
}

Outcome decide(const CancelNumber& command, const Case& c)
{
    if (auto ok = guard::mayCancelNumber(c.document, c.who()); !ok)
        return fail(ok.error());
    if (auto ok = validateText(command.reason, QStringLiteral("reason"), ErrorCode::ReasonMissing); !ok)
        return fail(ok.error());
    return events(NumberCancelledEvent{*c.document.registration.number, command.reason});
}

Outcome decide(const SetAccess& command, const Case& c)
{
    if (auto ok = guard::maySetAccess(c.document, c.who()); !ok)
        return fail(ok.error());
    if (auto ok = validateAccess(command.access, c.organisation()); !ok)
        return fail(ok.error());
    return events(AccessSet{command.access});
}

} // namespace diakinisi::domain::rules
