#include "domain/apply.h"

#include "domain/apply_parts.h"

#include <algorithm>

namespace diakinisi::domain {

namespace {

Item itemOf(const NewItem& incoming, const Event& event)
{
    const Rendition original{incoming.file, RenditionRole::Original,
                             std::nullopt,  DerivationVerdict::Unchecked,
                             std::nullopt,  event.by,
                             event.at,      false};
    return {incoming.id, incoming.role, incoming.title, {{incoming.version, event.by, event.at, {original}}}};
}

template <class Begun>
void begin(Document& document, const Begun& body, const Event& event)
{
    document.id = event.document;
    document.createdBy = event.by;
    document.createdAt = event.at;
    document.identity = body.identity;
    document.particulars = body.particulars;
    document.contacts = body.contacts;
    document.access = body.access;
    for (const NewItem& item : body.items)
        document.items.push_back(itemOf(item, event));
}

void fold(Document& document, const DocumentRegistered& body, const Event& event)
{
    begin(document, body, event);
    document.registration.state = body.number ? NumberState::Given : NumberState::Waiting;
    document.registration.number = body.number;
    document.registration.legalTime = body.legalTime;
    document.registration.claimed = body.claimed;
    document.registration.by = event.by;
    notePassed(document, body.identity.unit);
}

void fold(Document& document, const DraftStarted& body, const Event& event)
{
    begin(document, body, event);
}

void fold(Document& document, const NumberReserved& body, const Event& event)
{
    document.registration.state = NumberState::Reserved;
    document.registration.number = body.number;
    document.registration.legalTime = body.legalTime;
    document.registration.by = event.by;
}

void fold(Document& document, const NumberConfirmed&, const Event&)
{
    document.registration.state = NumberState::Given;
    notePassed(document, document.identity.unit);
}

void fold(Document& document, const FileAdded& body, const Event& event)
{
    const auto known = std::find_if(document.items.begin(), document.items.end(),
                                    [&body](const Item& item) { return item.id == body.item.id; });
    Item incoming = itemOf(body.item, event);
    if (known == document.items.end())
        document.items.push_back(std::move(incoming));
    else
        known->versions.push_back(std::move(incoming.versions.front()));
}

void fold(Document& document, const RenditionAdded& body, const Event& event)
{
    for (Item& item : document.items)
        for (Version& version : item.versions)
            if (item.id == body.item && version.id == body.version)
                version.renditions.push_back(renditionOf(body.rendition, event));
}

template <class Change>
void changeRenditions(Document& document, const Sha256& digest, Change change)
{
    for (Item& item : document.items)
        for (Version& version : item.versions)
            for (Rendition& rendition : version.renditions)
                if (rendition.file.digest == digest)
                    change(rendition);
}

void fold(Document& document, const FileArrived& body, const Event&)
{
    changeRenditions(document, body.digest, [](Rendition& rendition) { rendition.arrived = true; });
}

void fold(Document& document, const RenditionJudged& body, const Event&)
{
    changeRenditions(document, body.digest, [&body](Rendition& rendition) {
        rendition.verdict = body.verdict;
        rendition.signer = body.signer;
    });
}

void fold(Document& document, const FindingRecorded& body, const Event& event)
{
    changeRenditions(document, body.finding.digest, [&](Rendition& rendition) {
        rendition.findings.push_back({event.by, event.at, body.finding});
    });
}

void correctParties(Document& document, const QString& value)
{
    const QStringList names = value.split(u'\n', Qt::SkipEmptyParts);
    std::vector<Party> parties;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        Party party = at < document.particulars.parties.size() ? document.particulars.parties[at] : Party{};
        party.name = names[i];
        parties.push_back(std::move(party));
    }
    document.particulars.parties = std::move(parties);
    std::erase_if(document.contacts, [&](const PartyContact& contact) {
        return static_cast<std::size_t>(contact.party) >= document.particulars.parties.size();
    });
}

void fold(Document& document, const IdentityCorrected& body, const Event& event)
{
    Particulars& p = document.particulars;
    const std::pair<QLatin1StringView, QString*> texts[] = {
        {QLatin1StringView("subject"), &p.subject},
        {QLatin1StringView("their-number"), &p.theirNumber},
        {QLatin1StringView("their-date"), &p.theirDate},
        {QLatin1StringView("place"), &p.place},
        {QLatin1StringView("kind"), &p.kind},
    };
    for (const auto& [name, text] : texts)
        if (name == body.field)
            *text = body.newValue;
    if (body.field == u"parties")
        correctParties(document, body.newValue);
    if (body.field == u"item-count")
        document.identity.itemCount = body.newValue.toInt();
    if (body.field == u"sheet-count")
        document.identity.sheetCount = body.newValue.toInt();
    if (document.registration.state != NumberState::None)
        document.registration.corrections.push_back(
            {body.field, body.oldValue, body.newValue, body.reason, event.by, event.at});
}

void fold(Document& document, const NumberCancelledEvent& body, const Event& event)
{
    if (document.registration.state == NumberState::Reserved) {
        document.registration = {}; // the row stays in the book; the draft may take another number
        return;
    }
    document.registration.state = NumberState::Cancelled;
    document.registration.cancelReason = body.reason;
    document.registration.cancelledBy = event.by;
    document.registration.cancelledAt = event.at;
}

void fold(Document& document, const NoteAdded& body, const Event& event)
{
    document.notes.push_back({event.by, event.at, body.text});
}

void fold(Document& document, const AccessSet& body, const Event&)
{
    document.access = body.access;
}

void fold(Document& document, const UnknownEvent&, const Event&)
{
    document.newerKind = true;
}

} // namespace

Rendition renditionOf(const NewRendition& incoming, const Event& event)
{
    return {incoming.file, incoming.role, incoming.derivedFrom, DerivationVerdict::Unchecked, std::nullopt, event.by,
            event.at,      false};
}

void notePassed(Document& document, const UnitId& unit)
{
    if (std::find(document.passedThrough.begin(), document.passedThrough.end(), unit) == document.passedThrough.end())
        document.passedThrough.push_back(unit);
}

void apply(Document& document, const Event& event)
{
    std::visit(
        [&](const auto& body) {
            if constexpr (requires { fold(document, body, event); })
                fold(document, body, event);
            else if constexpr (requires { foldRoute(document, body, event); })
                foldRoute(document, body, event);
        },
        event.body);
    ++document.revision;
    document.changedAt = event.at;
}

} // namespace diakinisi::domain
