#include "server/office/scribe.h"

#include "domain/apply.h"
#include "domain/decide.h"
#include "server/office/stored_json.h"
#include "wire/document_json.h"
#include "wire/event_json.h"
#include "wire/organisation_json.h"

#include <QJsonDocument>

namespace diakinisi::server {

namespace {

template <class T>
Result<T> parsed(const QByteArray& bytes, Result<T> (*read)(const QJsonObject&))
{
    const auto object = storedObject(bytes);
    if (!object)
        return fail(object.error());
    return read(*object);
}

} // namespace

/// Gives the numbers of the transaction under way; a unit that is dropped gives its numbers back.
class Scribe::Counter final : public domain::NumberSource
{
public:
    explicit Counter(Scribe& scribe) : m_scribe(scribe) {}

    domain::RegisterNumber next(const QString& series, int year) override
    {
        const auto number = m_scribe.writer().nextNumber(series, year);
        m_scribe.well(number);
        return {series, year, number.value_or(0)};
    }

private:
    Scribe& m_scribe;
};

Scribe::Scribe(LedgerStore& store, const Clock& clock, IdSource& ids, RandomSource& random, Log& log)
    : m_store(store),
      m_clock(clock),
      m_ids(ids),
      m_random(random),
      m_log(log),
      m_time(clock)
{
}

bool Scribe::well(const Done& done)
{
    if (!done && !m_broken)
        m_broken = done.error();
    return done.has_value();
}

Done Scribe::load()
{
    m_broken.reset();
    m_before.reset();
    m_documents.clear();
    m_changed.clear();
    m_principals.clear();
    m_touched = {};
    const auto head = writer().head();
    if (!head)
        return fail(head.error());
    m_head = *head;
    const auto stored = writer().organisation();
    if (!stored)
        return fail(stored.error());
    m_organisationPosition = stored->first;
    m_organisation = {};
    if (!stored->second.isEmpty()) {
        auto organisation = parsed<domain::Organisation>(stored->second, wire::organisationFromJson);
        if (!organisation)
            return fail(ErrorCode::StoreBroken, QStringLiteral("organisation"), organisation.error().subject);
        m_organisation = std::move(*organisation);
    }
    const auto row = writer().document(domain::organisationDocument());
    if (!row)
        return fail(row.error());
    m_organisationKey = *row ? (*row)->key : 0;
    m_organisationChanged = false;
    m_replacementsChecked = {};
    for (const domain::Person& person : m_organisation.persons)
        m_principals.insert(person.id, domain::principalsOf(m_organisation, person.id, m_time.now(m_head.at)));
    m_published = std::make_shared<OrganisationView>(
        OrganisationView{m_organisationPosition, m_organisation, m_principals, stored->second});
    return {};
}

Done Scribe::beginBatch()
{
    m_touched = {};
    if (const Done begun = writer().begin(); !begun)
        return begun;
    endReplacements();
    return {};
}

Done Scribe::commitBatch()
{
    writeStates();
    if (m_broken)
        return fail(*m_broken);
    if (const Done done = writer().commit(); !done)
        return done;
    publish();
    return {};
}

void Scribe::abandonBatch()
{
    writer().rollback();
    if (const Done done = load(); !done)
        m_log.error("store-unreadable", {{"code", errorWord(done.error().code)}, {"cause", done.error().cause}});
}

void Scribe::beginUnit(bool several)
{
    well(writer().mark());
    if (several)
        m_before = Before{m_head, m_organisation, m_principals, m_organisationPosition, m_organisationChanged, {}};
}

void Scribe::keepUnit()
{
    m_before.reset();
    well(writer().release());
}

void Scribe::dropUnit()
{
    well(writer().undo());
    if (!m_before)
        return; // a single command is refused before it writes anything
    m_head = m_before->head;
    m_organisation = m_before->organisation;
    m_principals = m_before->principals;
    m_organisationPosition = m_before->organisationPosition;
    m_organisationChanged = m_before->organisationChanged;
    for (auto& [id, was] : m_before->documents) {
        if (was)
            m_documents[id] = std::move(*was);
        else
            m_documents.erase(id);
    }
    m_before.reset();
}

Scribe::Open* Scribe::open(const domain::DocumentId& id)
{
    auto found = m_documents.find(id);
    const bool known = found != m_documents.end();
    if (!known) {
        const auto row = writer().document(id);
        if (!well(row) || !*row)
            return nullptr;
        auto document = parsed<domain::Document>((*row)->state, wire::documentFromJson);
        if (!document) {
            well(Done(fail(ErrorCode::StoreBroken, id.toString(), document.error().subject)));
            return nullptr;
        }
        Open opened{(*row)->key, (*row)->position, std::move(*document), {}, false};
        opened.grants = domain::grantsOf(opened.document);
        found = m_documents.emplace(id, std::move(opened)).first;
    }
    if (m_before)
        m_before->documents.try_emplace(id, found->second);
    return &found->second;
}

Scribe::Open* Scribe::create(const domain::DocumentId& id)
{
    const auto key = writer().addDocument(id);
    if (!well(key))
        return nullptr;
    if (m_before)
        m_before->documents.try_emplace(id, std::nullopt);
    Open opened;
    opened.key = *key;
    return &m_documents.insert_or_assign(id, std::move(opened)).first->second;
}

domain::Context Scribe::context(const Actor& actor, Counter& counter)
{
    domain::Context context;
    context.actor = actor.person;
    context.authority = true;
    context.at = m_time.now(m_head.at);
    context.legalTime = m_time.legalTime(context.at, m_organisation.zone);
    context.numbers = m_time.stopped(m_head.at) ? nullptr : &counter;
    context.organisation = &m_organisation;
    return context;
}

Result<Scribe::Written> Scribe::carryOut(const Actor& actor, const domain::Command& command, const Findings& findings)
{
    if (command.document == domain::organisationDocument())
        return onOrganisation(actor, command);
    return onDocument(actor, command, findings);
}

Result<Scribe::Written> Scribe::onDocument(const Actor& actor, const domain::Command& command, const Findings& findings)
{
    static const domain::Document nothing;
    Counter counter(*this);
    Open* opened = open(command.document);
    auto decided = domain::decide(opened ? opened->document : nothing, command, context(actor, counter));
    if (!decided)
        return fail(decided.error());
    if (opened)
        if (const Done good = checkSigned(*opened, actor, command, findings); !good)
            return fail(good.error());
    if (!opened && !decided->empty())
        opened = create(command.document);
    Written written{m_head.position + 1, {}};
    std::vector<Sha256> arrivals;
    for (domain::Decided& each : *decided) {
        if (m_broken)
            return fail(*m_broken);
        const domain::Event event = write(actor, command, std::move(each), opened->key, written);
        applyTo(*opened, event);
        for (const Sha256& digest : refer(*opened, actor, event.body))
            arrivals.push_back(digest);
    }
    for (const Sha256& digest : arrivals)
        bySystem(command.document, domain::MarkFileArrived{digest});
    noteFindings(command, findings);
    return written;
}

Result<Scribe::Written> Scribe::onOrganisation(const Actor& actor, const domain::Command& command)
{
    Counter counter(*this);
    auto decided = domain::decideOrganisation(m_organisation, command, context(actor, counter));
    if (!decided)
        return fail(decided.error());
    if (const auto* founding = std::get_if<domain::FoundOrganisation>(&command.body))
        if (!OfficialTime::knowsZone(founding->zone))
            return fail(ErrorCode::FieldInvalid, QStringLiteral("zone"));
    if (m_organisationKey == 0) {
        const auto key = writer().addDocument(domain::organisationDocument());
        if (!well(key))
            return fail(key.error());
        m_organisationKey = *key;
    }
    Written written{m_head.position + 1, {}};
    for (domain::Decided& each : *decided) {
        applyToOrganisation(write(actor, command, std::move(each), m_organisationKey, written));
        if (m_broken)
            return fail(*m_broken);
    }
    return written;
}

void Scribe::bySystem(const domain::DocumentId& document, domain::CommandBody body)
{
    domain::Command command;
    command.document = document;
    command.body = std::move(body);
    const Actor system{domain::systemActor(), std::nullopt};
    if (m_broken)
        return;
    // Refused only where it is done already, or where the document has gone: nothing to do then.
    const auto written = onDocument(system, command, {});
    if (!written && !m_broken)
        m_log.warning("system-act-refused",
                      {{"kind", domain::kindOf(command.body)}, {"code", errorWord(written.error().code)}});
}

domain::Event Scribe::write(const Actor& actor, const domain::Command& command, domain::Decided decided,
                            qint64 document, Written& written)
{
    ledger::Record record;
    ledger::Envelope& envelope = record.envelope;
    envelope.ledger = m_head.ledger;
    envelope.epoch = m_head.epoch;
    envelope.id = m_ids.make<domain::EventId>();
    envelope.document = command.document;
    envelope.kind = domain::kindOf(decided.body);
    envelope.v = wire::versionOf(envelope.kind);
    envelope.at = m_time.now(m_head.at);
    envelope.by = actor.person;
    envelope.onBehalfOf = decided.onBehalfOf;
    envelope.device = actor.device;
    if (!command.id.isNull())
        envelope.command = command.id;
    const wire::EventParts parts = wire::partsOf(decided.body);
    auto payload = ledger::sealed(parts.open, parts.restricted, parts.personal, m_random);
    if (well(payload)) {
        record.payload = std::move(*payload);
        ledger::seal(record, m_head.position + 1, m_head.hash);
        m_head.position = envelope.seq;
        m_head.hash = envelope.hash;
        m_head.at = envelope.at;
        QByteArray bytes = ledger::toBytes(record);
        well(writer().append(m_head, document, bytes));
        written.records.push_back(std::move(bytes));
    }
    return {envelope.id, envelope.document, envelope.at, envelope.by, envelope.onBehalfOf, std::move(decided.body)};
}

void Scribe::applyTo(Open& open, const domain::Event& event)
{
    domain::apply(open.document, event);
    std::set<domain::Principal> grants = domain::grantsOf(open.document);
    if (grants != open.grants)
        well(writer().changeGrants(open.key, open.grants, grants, m_head.position));
    m_touched.principals.insert(open.grants.begin(), open.grants.end());
    m_touched.principals.insert(grants.begin(), grants.end());
    open.grants = std::move(grants);
    open.position = m_head.position;
    if (!std::exchange(open.changed, true))
        m_changed.push_back(event.document);
    if (open.document.registration.number)
        well(writer().putRegisterRow(open.key, open.document.registration));
}

void Scribe::writeStates()
{
    for (const domain::DocumentId& id : std::exchange(m_changed, {})) {
        const auto found = m_documents.find(id);
        if (found == m_documents.end() || !found->second.changed || m_broken)
            continue; // dropped with its unit
        Open& open = found->second;
        const QByteArray state = QJsonDocument(wire::toJson(open.document)).toJson(QJsonDocument::Compact);
        well(writer().putDocument({open.key, open.position, state}));
        open.changed = false;
    }
    if (!m_organisationChanged || m_broken)
        return;
    m_organisationJson = QJsonDocument(wire::toJson(m_organisation)).toJson(QJsonDocument::Compact);
    well(writer().putOrganisation(m_organisationPosition, m_organisationJson));
    well(writer().putDocument({m_organisationKey, m_organisationPosition, QByteArray("{}")}));
}

void Scribe::publish()
{
    if (m_organisationChanged) {
        m_published = std::make_shared<OrganisationView>(
            OrganisationView{m_organisationPosition, m_organisation, m_principals, m_organisationJson});
        m_organisationChanged = false;
    }
    forgetOldest();
}

void Scribe::forgetOldest()
{
    constexpr std::size_t most = 4'000;
    if (m_documents.size() > most)
        m_documents.clear(); // all written: what is needed again is read again
}

} // namespace diakinisi::server
