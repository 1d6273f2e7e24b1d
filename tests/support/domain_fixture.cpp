#include "tests/support/domain_fixture.h"

namespace diakinisi::test {

using namespace domain;

namespace {

class Counter final : public NumberSource
{
public:
    explicit Counter(qint64& last) : m_last(last) {}
    RegisterNumber next(const QString& series, int year) override { return {series, year, ++m_last}; }

private:
    qint64& m_last;
};

} // namespace

Office::Office()
{
    organisation.name = QStringLiteral("Δήμος");
    organisation.zone = QStringLiteral("Europe/Athens");
    const auto unit = [this](const char16_t* code, std::optional<UnitId> parent, UnitKind kind) {
        const auto id = newId<UnitId>();
        organisation.units.insert(id, {id, parent, QString::fromUtf16(code), QString::fromUtf16(code), kind, true});
        return id;
    };
    municipality = unit(u"ΔΗΜ", std::nullopt, UnitKind::Municipality);
    directorate = unit(u"ΔΔΥ", municipality, UnitKind::Directorate);
    registryUnit = unit(u"ΠΡΩΤ", directorate, UnitKind::Department);
    staffUnit = unit(u"ΠΡΟΣ", directorate, UnitKind::Department);
    finance = unit(u"ΔΟΙΚ", municipality, UnitKind::Directorate);
    const auto person = [this](const char* login, std::vector<RoleAssignment> roles) {
        const auto id = newId<PersonId>();
        const QString name = QString::fromLatin1(login);
        organisation.persons.insert(id, {id, name, name, name, std::move(roles), {}, true});
        return id;
    };
    registry = person("registry", {{Role::RegistryClerk, registryUnit}});
    registryHead = person("registryHead", {{Role::RegistryHead, registryUnit}});
    head = person("head", {{Role::Head, staffUnit}});
    clerk = person("clerk", {{Role::Clerk, staffUnit}});
    director = person("director", {{Role::Head, directorate}});
    treasurer = person("treasurer", {{Role::Head, finance}});
    payer = person("payer", {{Role::Clerk, finance}});
    mayor = person("mayor", {{Role::FinalSignatory, municipality}});
    auditor = person("auditor", {{Role::Auditor, std::nullopt}});
    admin = person("admin", {{Role::Administrator, std::nullopt}});
}

LegalTime Office::legal() const
{
    constexpr int athens = 120;
    const QString local = toIso(now + athens * 60'000);
    return {now, athens, local.left(10), local.left(4).toInt()};
}

Command Office::command(const DocumentId& document, CommandBody body)
{
    return {newId<CommandId>(), document, 1, now, {}, std::nullopt, std::move(body)};
}

FileRef Office::file(const char* content, const QString& name) const
{
    return {Sha256::of(content), static_cast<qint64>(qstrlen(content)), QStringLiteral("application/pdf"), name};
}

NewItem Office::mainItem(const char* content)
{
    return {newId<ItemId>(), newId<VersionId>(), ItemRole::Main, QStringLiteral("Έγγραφο"), file(content)};
}

Register Office::incoming(const QString& subject)
{
    Register form;
    form.identity = {Direction::Incoming, staffUnit, 1, 2};
    form.particulars.subject = subject;
    form.particulars.parties = {{PartyKind::Citizen, QStringLiteral("Μαρία Ιωάννου"), false}};
    form.items = {mainItem()};
    return form;
}

StartDraft Office::draft(const QString& subject)
{
    StartDraft form;
    form.identity = {Direction::Outgoing, staffUnit, 1, 1};
    form.particulars.subject = subject;
    form.particulars.parties = {{PartyKind::Citizen, QStringLiteral("Μαρία Ιωάννου"), false}};
    form.items = {mainItem("the answer")};
    return form;
}

Result<std::vector<Decided>> Office::tryOut(const Document& document, const PersonId& by, CommandBody body,
                                            bool authority)
{
    Counter numbers(counter);
    Context context;
    context.actor = by;
    context.authority = authority;
    context.at = now;
    context.organisation = &organisation;
    if (authority) {
        context.legalTime = legal();
        context.numbers = &numbers;
    }
    const DocumentId id = document.exists() ? document.id : newId<DocumentId>();
    return decide(document, command(id, std::move(body)), context);
}

Done Office::act(Document& document, const PersonId& by, CommandBody body, bool authority)
{
    auto decided = tryOut(document, by, std::move(body), authority);
    if (!decided)
        return fail(decided.error());
    const DocumentId id = document.exists() ? document.id : newId<DocumentId>();
    for (Decided& each : *decided)
        apply(document, Event{newId<EventId>(), id, now, by, each.onBehalfOf, std::move(each.body)});
    return {};
}

void Office::mustAct(Document& document, const PersonId& by, CommandBody body)
{
    if (const Done done = act(document, by, std::move(body)); !done)
        qFatal("refused: %s %s", qPrintable(errorWord(done.error().code)), qPrintable(done.error().subject));
}

Done Office::define(const PersonId& by, CommandBody body)
{
    Context context;
    context.actor = by;
    context.authority = true;
    context.at = now;
    context.organisation = &organisation;
    auto decided = decideOrganisation(organisation, command(organisationDocument(), std::move(body)), context);
    if (!decided)
        return fail(decided.error());
    for (Decided& each : *decided)
        apply(organisation,
              Event{newId<EventId>(), organisationDocument(), now, by, each.onBehalfOf, std::move(each.body)});
    return {};
}

void Office::arriveAll(Document& document)
{
    std::vector<Sha256> digests;
    for (const Item& item : document.items)
        for (const Version& version : item.versions)
            for (const Rendition& rendition : version.renditions)
                digests.push_back(rendition.file.digest);
    for (const Sha256& digest : digests)
        mustAct(document, systemActor(), MarkFileArrived{digest});
}

Document Office::registered()
{
    Document document;
    mustAct(document, registry, incoming());
    arriveAll(document);
    return document;
}

Document Office::started()
{
    Document document;
    mustAct(document, clerk, draft());
    arriveAll(document);
    return document;
}

ChargeId Office::charge(Document& document, const UnitId& unit)
{
    const auto id = newId<ChargeId>();
    mustAct(document, registry, ChargeTo{id, unit, std::nullopt, Purpose::Action, {}, {}});
    return id;
}

std::vector<NewStep> Office::chain(std::vector<std::pair<PersonId, StepKind>> steps)
{
    std::vector<NewStep> result;
    for (const auto& [person, kind] : steps)
        result.push_back({newId<StepId>(), person, kind, static_cast<int>(result.size())});
    return result;
}

NewRendition Office::signedFrom(const Document& document, const char* content)
{
    return {file(content), RenditionRole::Signed, document.mainItem()->newest().newest().file.digest};
}

} // namespace diakinisi::test
