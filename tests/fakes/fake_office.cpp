#include "tests/fakes/fake_office.h"

#include "domain/possible.h"

#include <QDate>
#include <QDateTime>

namespace diakinisi::fakes {

using namespace domain;

class FakeOffice::Numbers final : public NumberSource
{
public:
    explicit Numbers(qint64& last) : m_last(last) {}
    RegisterNumber next(const QString& series, int year) override { return {series, year, ++m_last}; }

private:
    qint64& m_last;
};

QString plain(const QString& text)
{
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_D))
        if (!c.isMark())
            out.append(c.toLower() == QChar(0x03C2) ? QChar(0x03C3) : c.toLower());
    return out;
}

FakeOffice::FakeOffice(const Clock& clock) : m_clock(clock), m_ids(clock, m_random) {}

UnitId FakeOffice::addUnit(const QString& code, const QString& name, UnitKind kind, std::optional<UnitId> parent)
{
    const auto id = m_ids.make<UnitId>();
    organisation.units[id] = Unit{id, parent, code, name, kind, true};
    return id;
}

PersonId FakeOffice::addPerson(const QString& login, const QString& name, const QString& title,
                               std::vector<RoleAssignment> roles)
{
    const auto id = m_ids.make<PersonId>();
    organisation.persons[id] = Person{id, login, name, title, std::move(roles), {}, true};
    return id;
}

FileRef FakeOffice::addFile(FakeFile file)
{
    const Sha256 digest = Sha256::of((file.name + file.pages.join(u'\f')).toUtf8());
    FileRef ref{digest, 48'000 + file.pages.join(QString()).size() * 12, QStringLiteral("application/pdf"), file.name};
    files[digest] = std::move(file);
    return ref;
}

LegalTime FakeOffice::legalTimeOf(Instant at) const
{
    const QDateTime local = toUtcDateTime(at).toLocalTime();
    return {at, local.offsetFromUtc() / 60, local.date().toString(Qt::ISODate), local.date().year()};
}

Result<CommandId> FakeOffice::act(const PersonId& who, const DocumentId& id, CommandBody body,
                                  std::optional<Instant> at)
{
    const Command command{m_ids.make<CommandId>(), id, 1, at.value_or(now()), {}, {}, std::move(body)};
    {
        const std::lock_guard lock(m_mutex);
        Kept& kept = m_documents[id];
        Numbers numbers(m_lastNumber);
        Context context;
        context.actor = who;
        context.authority = serverAnswers;
        context.at = command.at;
        context.organisation = &organisation;
        if (serverAnswers) {
            context.legalTime = legalTimeOf(command.at);
            context.numbers = &numbers;
        }
        const auto events = decide(kept.document, command, context);
        if (!events) {
            if (!kept.document.exists())
                m_documents.erase(id);
            return fail(events.error());
        }
        m_undo[command.id] = {id, kept};
        for (const Decided& decided : *events) {
            const Event event{m_ids.make<EventId>(), id, command.at, who, decided.onBehalfOf, decided.body};
            apply(kept.document, event);
            kept.history.push_back(historyOf(event));
        }
    }
    if (changed)
        changed(id);
    return command.id;
}

Done FakeOffice::undo(const CommandId& command)
{
    DocumentId id;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_undo.find(command);
        if (found == m_undo.end())
            return fail(ErrorCode::StateChanged);
        id = found->second.first;
        m_documents[id] = found->second.second;
        m_undo.erase(found);
    }
    if (changed)
        changed(id);
    return {};
}

void FakeOffice::connectServer()
{
    std::vector<DocumentId> numbered;
    {
        const std::lock_guard lock(m_mutex);
        serverAnswers = true;
        for (auto& [id, kept] : m_documents) {
            Registration& registration = kept.document.registration;
            if (registration.state != NumberState::Waiting)
                continue;
            registration.legalTime = legalTimeOf(now());
            registration.number = RegisterNumber{mainSeries, registration.legalTime->year, ++m_lastNumber};
            registration.state = NumberState::Given;
            numbered.push_back(id);
        }
    }
    for (const DocumentId& id : numbered)
        if (changed)
            changed(id);
}

std::optional<Document> FakeOffice::document(const DocumentId& id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_documents.find(id);
    return found == m_documents.end() ? std::nullopt : std::optional(found->second.document);
}

QString FakeOffice::nameOf(const std::optional<PersonId>& person) const
{
    const Person* known = person ? organisation.person(*person) : nullptr;
    return known ? known->name : QString();
}

desk::HistoryRow FakeOffice::historyOf(const Event& event) const
{
    desk::HistoryRow row{kindOf(event.body), event.at, nameOf(event.by), nameOf(event.onBehalfOf), {}, {}, false};
    if (const auto* charged = std::get_if<Charged>(&event.body)) {
        const Unit* unit = charged->unit ? organisation.unit(*charged->unit) : nullptr;
        row.target = unit ? unit->code + u' ' + unit->name : nameOf(charged->person);
        row.text = charged->note;
    }
    if (const auto* note = std::get_if<NoteAdded>(&event.body))
        row.text = note->text;
    if (const auto* sent = std::get_if<StepSentBack>(&event.body))
        row.text = sent->reason;
    if (const auto* objected = std::get_if<StepApprovedWithObjection>(&event.body))
        row.text = objected->reason;
    if (const auto* returned = std::get_if<ChargeReturned>(&event.body))
        row.text = returned->reason;
    if (const auto* corrected = std::get_if<IdentityCorrected>(&event.body)) {
        row.target = corrected->field;
        row.text = corrected->oldValue + QStringLiteral(" → ") + corrected->newValue;
    }
    return row;
}

desk::DocumentRow FakeOffice::rowOf(const Document& document) const
{
    desk::DocumentRow row;
    row.id = document.id;
    row.number = document.registration.number;
    row.numberState = document.registration.state;
    row.direction = document.identity.direction;
    row.subject = document.particulars.subject;
    QStringList names;
    for (const Party& party : document.particulars.parties)
        names << party.name;
    row.parties = names.join(QStringLiteral("; "));
    std::optional<UnitId> unit = document.identity.unit;
    std::optional<PersonId> holder;
    for (const Charge& charge : document.charges)
        if (charge.isOpen()) {
            unit = charge.unit ? charge.unit : unit;
            holder = charge.handler ? charge.handler : charge.person;
            row.dueDate = charge.dueDate;
            row.purpose = charge.purpose;
        }
    for (const Step* step : document.route.current())
        holder = step->person;
    if (const Unit* known = unit ? organisation.unit(*unit) : nullptr) {
        row.unitCode = known->code;
        row.unitName = known->name;
    }
    row.holder = nameOf(holder);
    row.at = document.registration.legalTime ? document.registration.legalTime->at : document.createdAt;
    row.localDate = toUtcDateTime(row.at).toLocalTime().date().toString(Qt::ISODate);
    row.routeState = document.route.state;
    row.late = !row.dueDate.isEmpty() && row.dueDate < toUtcDateTime(now()).toLocalTime().date().toString(Qt::ISODate);
    row.unread = !read.contains(document.id);
    row.restricted = document.access.restricted;
    row.cancelled = document.registration.state == NumberState::Cancelled;
    row.waiting = document.registration.state == NumberState::Waiting ? 1 : 0;
    for (const Step& step : document.route.steps)
        row.hasSignature = row.hasSignature || step.state == StepState::Signed;
    return row;
}

Result<desk::DocumentView> FakeOffice::view(const DocumentId& id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_documents.find(id);
    if (found == m_documents.end())
        return fail(ErrorCode::NotFound);
    const Kept& kept = found->second;
    return desk::DocumentView{kept.document, rowOf(kept.document), kept.history, true,
                              possibleActs(kept.document, organisation, me, now())};
}

bool FakeOffice::isIn(desk::ListKind list, const Document& document) const
{
    using desk::ListKind;
    const Charge* charge = chargeFor(document, organisation, me);
    const bool numbered = document.registration.state != NumberState::None;
    switch (list) {
    case ListKind::ForAction:
        return charge && charge->purpose != Purpose::Information;
    case ListKind::ForInformation:
        return charge && charge->purpose == Purpose::Information;
    case ListKind::ForApproval:
        return stepFor(document, organisation, me, now()) != nullptr;
    case ListKind::Unassigned:
        return numbered && document.charges.empty() && document.identity.direction == Direction::Incoming;
    case ListKind::Book:
        return numbered;
    case ListKind::Drafts:
        return !numbered;
    case ListKind::Outgoing:
        return numbered && document.identity.direction == Direction::Outgoing;
    case ListKind::NeedsYou:
        return false;
    }
    return false;
}

std::vector<desk::DocumentRow> FakeOffice::rows(const desk::ListQuery& query) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<desk::DocumentRow> found;
    for (const auto& [id, kept] : m_documents) {
        if (!isIn(query.kind, kept.document))
            continue;
        desk::DocumentRow row = rowOf(kept.document);
        const QDate day = QDate::fromString(row.localDate, Qt::ISODate);
        const QString text =
            plain(row.subject + u' ' + row.parties + u' ' + (row.number ? display(*row.number) : QString()));
        if ((query.direction && row.direction != *query.direction) || (query.from && day < *query.from) ||
            (query.unit && kept.document.identity.unit != *query.unit) || !text.contains(plain(query.text)))
            continue;
        found.push_back(std::move(row));
    }
    using Order = desk::ListQuery::Order;
    std::stable_sort(found.begin(), found.end(), [&](const desk::DocumentRow& a, const desk::DocumentRow& b) {
        if (query.order == Order::ByNumber && a.number && b.number)
            return a.number->number > b.number->number;
        if (query.order == Order::DueFirst && a.dueDate != b.dueDate)
            return !a.dueDate.isEmpty() && (b.dueDate.isEmpty() || a.dueDate < b.dueDate);
        return query.order == Order::OldestFirst ? a.at < b.at : b.at < a.at;
    });
    const auto from = std::min<std::size_t>(found.size(), static_cast<std::size_t>(query.offset));
    const auto to = std::min<std::size_t>(found.size(), from + static_cast<std::size_t>(query.limit));
    return {found.begin() + static_cast<std::ptrdiff_t>(from), found.begin() + static_cast<std::ptrdiff_t>(to)};
}

std::vector<DocumentId> FakeOffice::all() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<DocumentId> ids;
    for (const auto& [id, kept] : m_documents)
        ids.push_back(id);
    return ids;
}

} // namespace diakinisi::fakes
