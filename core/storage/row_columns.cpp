#include "storage/row_columns.h"

#include "storage/search/fold.h"

#include <QDateTime>
#include <QTimeZone>

namespace diakinisi::storage {

namespace {

using domain::Charge;
using domain::Document;
using domain::NumberState;
using domain::RouteState;

constexpr qint64 numbersInYear = 1'000'000'000;
constexpr qint64 lastInBook = 100'000 * numbersInYear;

bool concerns(const Charge& charge, const PersonLens& lens)
{
    if (!charge.isOpen())
        return false;
    return charge.person ? *charge.person == lens.person : charge.unit && lens.units.contains(*charge.unit);
}

bool isTurnOf(const Document& document, const PersonLens& lens)
{
    const auto current = document.route.current();
    return std::any_of(current.begin(), current.end(), [&lens](const domain::Step* step) {
        return step->person == lens.person ||
               (step->kind == domain::StepKind::Approve && lens.replaced.contains(step->person));
    });
}

/// The charge that the row shows: the person's own open one, those for action first; else the first open one.
const Charge* shownCharge(const Document& document, const PersonLens& lens)
{
    const Charge* shown = nullptr;
    int best = 0;
    for (const Charge& charge : document.charges) {
        const int worth = !charge.isOpen()                            ? 0
                          : !concerns(charge, lens)                   ? 1
                          : charge.purpose != domain::Purpose::Action ? 2
                                                                      : 3;
        if (worth > best) {
            best = worth;
            shown = &charge;
        }
    }
    return shown;
}

bool isNumbered(const Document& document)
{
    const NumberState state = document.registration.state;
    return state != NumberState::None && state != NumberState::Returned;
}

bool isUnassigned(const Document& document)
{
    const NumberState state = document.registration.state;
    if (state != NumberState::Given && state != NumberState::Waiting && state != NumberState::Leased)
        return false;
    if (document.route.state == RouteState::Open || document.route.state == RouteState::Completed)
        return false;
    return std::all_of(document.charges.begin(), document.charges.end(),
                       [](const Charge& charge) { return charge.state == domain::ChargeState::Returned; });
}

int personalListsOf(const Document& document, const PersonLens& lens)
{
    int lists = 0;
    for (const Charge& charge : document.charges)
        if (concerns(charge, lens))
            lists |= listBit(charge.purpose == domain::Purpose::Information ? ViewList::ForInformation
                                                                            : ViewList::ForAction);
    if (isTurnOf(document, lens))
        lists |= listBit(ViewList::ForApproval);
    if (lens.registry && isUnassigned(document))
        lists |= listBit(ViewList::Unassigned);
    return lists;
}

int listsOf(const Document& document, const PersonLens& lens)
{
    int lists = personalListsOf(document, lens);
    const bool numbered = isNumbered(document);
    const bool underWay = document.route.state == RouteState::Open;
    const bool own = document.createdBy == lens.person || lens.units.contains(document.identity.unit);
    if (numbered)
        lists |= listBit(ViewList::Book);
    if (document.registration.state == NumberState::None && !underWay && document.createdBy == lens.person)
        lists |= listBit(ViewList::Drafts);
    if (document.identity.direction != domain::Direction::Incoming && (numbered || underWay) && (own || lens.registry))
        lists |= listBit(ViewList::Outgoing);
    return lists;
}

std::optional<domain::UnitId> whereItIs(const Document& document, const Charge* charge,
                                        const domain::Organisation& organisation)
{
    if (charge && charge->unit)
        return charge->unit;
    if (charge && charge->person)
        if (const auto units = organisation.unitsOf(*charge->person); !units.empty())
            return units.front();
    if (document.identity.unit.isNull())
        return std::nullopt;
    return document.identity.unit;
}

std::optional<domain::PersonId> holderOf(const Document& document, const Charge* charge)
{
    if (const auto current = document.route.current(); !current.empty())
        return current.front()->person;
    if (!charge)
        return std::nullopt;
    return charge->handler ? charge->handler : charge->person;
}

QString dueOf(const Document& document, const Charge* shown, const PersonLens& lens)
{
    if (shown && concerns(*shown, lens) && !shown->dueDate.isEmpty())
        return shown->dueDate;
    QString earliest;
    for (const Charge& charge : document.charges)
        if (charge.isOpen() && !charge.dueDate.isEmpty() && (earliest.isEmpty() || charge.dueDate < earliest))
            earliest = charge.dueDate;
    return earliest;
}

bool isSigned(const domain::Rendition& rendition)
{
    using domain::RenditionRole;
    return rendition.role == RenditionRole::CoSigned || rendition.role == RenditionRole::Signed ||
           rendition.role == RenditionRole::Timestamped;
}

bool hasSignature(const Document& document)
{
    return std::any_of(document.items.begin(), document.items.end(), [](const domain::Item& item) {
        if (item.versions.empty())
            return false;
        const auto& renditions = item.newest().renditions;
        return std::any_of(renditions.begin(), renditions.end(), &isSigned);
    });
}

QString namesOf(const Document& document)
{
    QStringList names;
    for (const domain::Party& party : document.particulars.parties)
        names << party.name;
    return names.join(QStringLiteral("; "));
}

qint64 bookOrderOf(const domain::Registration& registration)
{
    if (!registration.number)
        return lastInBook;
    return registration.number->year * numbersInYear + registration.number->number;
}

OpenTo openTo(const Document& document, const Charge* openCharge)
{
    if (openCharge || document.route.state == RouteState::Open || isUnassigned(document))
        return OpenTo::Anyone;
    return document.identity.direction == domain::Direction::Incoming ? OpenTo::Nothing : OpenTo::Units;
}

QString dayAt(Instant at, const domain::Organisation& organisation)
{
    const QTimeZone zone(organisation.zone.toLatin1());
    const QDateTime utc = toUtcDateTime(at);
    return (zone.isValid() ? utc.toTimeZone(zone) : utc).date().toString(Qt::ISODate);
}

void describe(ViewRow& row, const Document& document, const domain::Organisation& organisation)
{
    const auto& registration = document.registration;
    row.id = document.id;
    row.number = registration.number;
    row.numberState = registration.state;
    row.direction = document.identity.direction;
    row.subject = document.particulars.subject;
    row.parties = namesOf(document);
    row.at = registration.legalTime ? registration.legalTime->at : document.createdAt;
    row.localDate =
        registration.legalTime ? registration.legalTime->localDate : dayAt(document.createdAt, organisation);
    row.routeState = document.route.state;
    row.restricted = document.access.restricted;
    row.cancelled = registration.state == NumberState::Cancelled;
    row.hasSignature = hasSignature(document);
}

} // namespace

RowColumns columnsOf(const Document& document, const PersonLens& lens, const domain::Organisation& organisation)
{
    RowColumns columns;
    describe(columns.row, document, organisation);
    const Charge* charge = shownCharge(document, lens);
    columns.row.unit = whereItIs(document, charge, organisation);
    columns.row.holder = holderOf(document, charge);
    columns.row.dueDate = dueOf(document, charge, lens);
    columns.row.purpose = charge ? charge->purpose : domain::Purpose::Action;
    columns.lists = listsOf(document, lens);
    columns.open = openTo(document, charge);
    columns.bookOrder = bookOrderOf(document.registration);
    columns.twin = twinKey(document.particulars);
    return columns;
}

QString searchTextOf(const Document& document)
{
    const domain::Particulars& p = document.particulars;
    QStringList lines;
    if (document.registration.number)
        lines << display(*document.registration.number);
    lines << p.subject;
    for (const domain::Party& party : p.parties)
        lines << party.name;
    lines << p.theirNumber << p.place << p.kind;
    for (const domain::Note& note : document.notes)
        lines << note.text;
    for (const domain::Item& item : document.items) {
        lines << item.title;
        if (!item.versions.empty() && !item.newest().renditions.empty())
            lines << item.newest().renditions.front().file.name;
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString twinKey(const domain::Particulars& particulars)
{
    const QString number = foldedWords(particulars.theirNumber).join(u'/');
    return number.isEmpty() ? QString() : number + u'|' + particulars.theirDate;
}

QByteArray selectRows(const QByteArray& rest)
{
    return "SELECT document.id, document.series, document.year, document.number, document.number_state, "
           "document.direction, document.subject, document.parties, document.unit, document.holder, "
           "document.at, document.local_date, document.due_date, document.purpose, document.route_state, "
           "document.unread, document.restricted, document.cancelled, document.has_signature, "
           "document.waiting " +
           rest;
}

ViewRow viewRowOf(const Statement& s)
{
    ViewRow row;
    row.id = s.id<domain::DocumentId>(0);
    if (!s.isNull(3))
        row.number = domain::RegisterNumber{s.text(1), static_cast<int>(s.integer(2)), s.integer(3)};
    row.numberState = static_cast<NumberState>(s.integer(4));
    row.direction = static_cast<domain::Direction>(s.integer(5));
    row.subject = s.text(6);
    row.parties = s.text(7);
    row.unit = s.optionalId<domain::UnitId>(8);
    row.holder = s.optionalId<domain::PersonId>(9);
    row.at = s.instant(10);
    row.localDate = s.text(11);
    row.dueDate = s.text(12);
    row.purpose = static_cast<domain::Purpose>(s.integer(13));
    row.routeState = static_cast<RouteState>(s.integer(14));
    row.unread = s.boolean(15);
    row.restricted = s.boolean(16);
    row.cancelled = s.boolean(17);
    row.hasSignature = s.boolean(18);
    row.waiting = static_cast<int>(s.integer(19));
    return row;
}

} // namespace diakinisi::storage
