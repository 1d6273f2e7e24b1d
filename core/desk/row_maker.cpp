#include "desk/row_maker.h"

#include <QDateTime>
#include <QTimeZone>

namespace diakinisi::desk {

using namespace domain;

QDateTime localTime(Instant at, const Organisation& organisation)
{
    const QTimeZone zone(organisation.zone.toUtf8());
    return zone.isValid() ? toUtcDateTime(at).toTimeZone(zone) : toUtcDateTime(at);
}

RowMaker::RowMaker(std::shared_ptr<const Organisation> organisation, Instant now)
    : m_organisation(std::move(organisation)),
      m_today(localTime(now, *m_organisation).date().toString(Qt::ISODate))
{
}

QString RowMaker::nameOf(const std::optional<PersonId>& person) const
{
    const Person* known = person ? m_organisation->person(*person) : nullptr;
    return known ? known->name : QString();
}

DocumentRow RowMaker::row(const storage::ViewRow& view) const
{
    DocumentRow row;
    row.id = view.id;
    row.number = view.number;
    row.numberState = view.numberState;
    row.direction = view.direction;
    row.subject = view.subject;
    row.parties = view.parties;
    if (const Unit* unit = view.unit ? m_organisation->unit(*view.unit) : nullptr) {
        row.unitCode = unit->code;
        row.unitName = unit->name;
    }
    row.holder = nameOf(view.holder);
    row.at = view.at;
    row.localDate = view.localDate;
    row.dueDate = view.dueDate;
    row.purpose = view.purpose;
    row.routeState = view.routeState;
    row.late = !view.dueDate.isEmpty() && view.dueDate < m_today; // ISO dates compare as texts
    row.unread = view.unread;
    row.restricted = view.restricted;
    row.cancelled = view.cancelled;
    row.hasSignature = view.hasSignature;
    row.waiting = view.waiting;
    return row;
}

std::vector<DocumentRow> RowMaker::rows(const std::vector<storage::ViewRow>& views) const
{
    std::vector<DocumentRow> made;
    made.reserve(views.size());
    for (const storage::ViewRow& view : views)
        made.push_back(row(view));
    return made;
}

namespace {

template <class Body>
QString textOf(const Body& body)
{
    if constexpr (requires { body.note; })
        return body.note;
    else if constexpr (requires { body.reason; })
        return body.reason;
    else if constexpr (requires { body.text; })
        return body.text;
    else if constexpr (requires(QString word) { word = body.finding; })
        return body.finding;
    else if constexpr (requires { body.kindWord; })
        return body.kindWord;
    else
        return {};
}

template <class Body>
QString targetOf(const Body& body, const Organisation& organisation)
{
    if constexpr (requires {
                      body.charge;
                      body.unit;
                      body.person;
                  }) {
        const Unit* unit = body.unit ? organisation.unit(*body.unit) : nullptr;
        const Person* person = body.person ? organisation.person(*body.person) : nullptr;
        return unit ? unit->code + u' ' + unit->name : person ? person->name : QString();
    } else if constexpr (requires { body.steps; }) {
        QStringList names;
        for (const NewStep& step : body.steps)
            if (const Person* person = organisation.person(step.person); person && !names.contains(person->name))
                names << person->name;
        return names.join(QStringLiteral(", "));
    } else if constexpr (requires { body.number; }) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(body.number)>, RegisterNumber>)
            return display(body.number);
        else
            return body.number ? display(*body.number) : QString();
    } else {
        return {};
    }
}

} // namespace

HistoryRow RowMaker::history(const storage::HistoryEntry& entry) const
{
    const Event& event = entry.event;
    HistoryRow row;
    row.kind = kindOf(event.body);
    row.at = event.at;
    row.by = nameOf(event.by);
    row.onBehalfOf = nameOf(event.onBehalfOf);
    row.waiting = entry.waiting;
    std::visit(
        [&](const auto& body) {
            row.target = targetOf(body, *m_organisation);
            row.text = textOf(body);
        },
        event.body);
    if (const auto* corrected = std::get_if<IdentityCorrected>(&event.body)) {
        row.target = corrected->field;
        row.text = corrected->oldValue + QStringLiteral(" → ") + corrected->newValue +
                   (corrected->reason.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(corrected->reason));
    }
    return row;
}

AttentionRow RowMaker::attention(const storage::AttentionEntry& entry) const
{
    AttentionRow row;
    row.command = entry.command;
    row.document = entry.document;
    row.what = entry.kind;
    row.subject = entry.subject;
    row.reason = entry.reason;
    row.at = entry.at;
    row.dependents = entry.dependents;
    return row;
}

} // namespace diakinisi::desk
