#include "desk/desk_signer.h"

#include "desk/key_choices.h"
#include "desk/mark_maker.h"
#include "desk/row_maker.h"
#include "desk/signing_run.h"
#include "domain/policy.h"
#include "signing/keys/pkcs12_key.h"

#include <QFileInfo>

namespace diakinisi::desk {

using namespace domain;

namespace {

/// What stands in the way of this person's signature on the document now.
std::optional<Error> obstacle(const Document& document, const Step* step, const PersonId& person)
{
    if (document.newerKind)
        return Error{ErrorCode::UnknownKind, {}, {}};
    if (document.registration.state == NumberState::Cancelled)
        return Error{ErrorCode::NumberCancelled, {}, {}};
    if (!step || step->kind != StepKind::Sign || step->person != person)
        return Error{ErrorCode::NotYourTurn, {}, {}};
    const Item* main = document.mainItem();
    if (!main)
        return Error{ErrorCode::FieldMissing, QStringLiteral("items"), {}};
    const FileRef& file = main->newest().newest().file;
    if (file.mediaType != u"application/pdf")
        return Error{ErrorCode::NotPdf, file.name, {}};
    return std::nullopt;
}

bool isNewest(const Document& document, const Sha256& rendition)
{
    const Item* main = document.mainItem();
    return main && main->newest().newest().file.digest == rendition;
}

SigningTerms termsOf(const QJsonObject& said)
{
    SigningTerms terms;
    terms.level = policy::text(said, policy::signatureLevel);
    if (terms.level != u"B-B")
        for (const QString& address : policy::list(said, policy::timestampAuthorities))
            terms.authorities += QUrl(address).host();
    terms.waits = policy::text(said, policy::timestampAway) == u"wait";
    return terms;
}

} // namespace

int SigningPlan::ready() const
{
    return static_cast<int>(std::ranges::count_if(items, [](const SigningItem& item) { return !item.problem; }));
}

bool DeskSigner::isRegistered(const Sha256& certificate) const
{
    const auto holder = m_parts.organisation()->personWithCertificate(certificate);
    return holder && holder == m_parts.store->person();
}

Result<std::vector<KeyChoice>> DeskSigner::keys()
{
    std::vector<KeyChoice> keys = keysElsewhere(m_parts);
    const auto modules = m_parts.keyFinder.list(m_parts.tokenModulePaths(), m_parts.officialNow(), {});
    for (KeyChoice& key : keysOnTokens(modules))
        keys.push_back(std::move(key));
    for (KeyChoice& key : keys)
        key.registered = isRegistered(key.certificate);
    markOwnSignaturePins(m_parts, keys);
    return keys;
}

Result<KeyChoice> DeskSigner::addKeyFile(const QString& path, const Secret& pin)
{
    const auto opened = signing::Pkcs12Key::open(path, pin);
    const auto certificate = opened ? (*opened)->certificate() : fail(opened.error());
    if (!certificate)
        return fail(certificate.error());
    const QString absolute = QFileInfo(path).absoluteFilePath();
    KeyChoice key = choiceOf(QStringLiteral("p12:") + absolute, certificate->facts);
    key.registered = isRegistered(key.certificate);
    if (const Done saved = m_parts.store->memory().saveKeyFile({absolute, aboutKeyFile(key)}); !saved)
        return fail(saved.error());
    return key;
}

SigningItem DeskSigner::itemOf(const DocumentId& id, const PersonId& person)
{
    SigningItem item;
    item.document = id;
    const auto organisation = m_parts.organisation();
    const Instant now = m_parts.officialNow();
    const auto state = m_parts.store->views().document(id);
    if (!state) {
        item.problem = state.error();
        return item;
    }
    item.row = RowMaker(organisation, now).row(state->row);
    const Document& document = state->document;
    const Step* step = stepFor(document, *organisation, person, now);
    item.problem = obstacle(document, step, person);
    if (item.problem)
        return item;
    const Sha256 digest = document.mainItem()->newest().newest().file.digest;
    const NumberState number = document.registration.state;
    item.takesNumber =
        number == NumberState::Reserved || (number == NumberState::None && document.route.isLast(step->id));
    item.seen = m_parts.store->memory().seen(digest).value_or(false);
    const auto held = m_parts.store->files().state(digest);
    if (!held || *held != storage::HeldFiles::State::Here) {
        // Asked for right away: the next look finds it here.
        static_cast<void>(m_parts.store->files().want(digest));
        m_parts.kick();
        item.problem = Error{ErrorCode::FilesNotArrived, document.mainItem()->newest().newest().file.name, {}};
    }
    return item;
}

Result<SigningPlan> DeskSigner::plan(const QVector<DocumentId>& documents)
{
    const auto person = m_parts.person();
    if (!person)
        return fail(person.error());
    SigningPlan plan;
    plan.terms = termsOf(m_parts.organisation()->policy);
    for (const DocumentId& document : documents)
        plan.items.push_back(itemOf(document, *person));
    return plan;
}

Result<MarkPreview> DeskSigner::previewMark(const DocumentId& document, const QString& signerName,
                                            const MarkWishes& wishes, QSize fit, std::stop_token stop)
{
    const auto state = m_parts.store->views().document(document);
    if (!state)
        return fail(state.error());
    const Item* main = state->document.mainItem();
    if (!main)
        return fail(ErrorCode::FieldMissing, QStringLiteral("items"));
    const auto file = m_parts.store->files().open(main->newest().newest().file.digest);
    if (!file)
        return fail(file.error());
    MarkWishes wanted = wishes;
    if (wanted.withCode)
        wanted.qr = markCode(state->document, *m_parts.organisation());
    return MarkMaker(m_parts).preview((*file)->readAll(), signerName, wanted, fit, std::move(stop));
}

Done DeskSigner::checkCertificate(const signing::CertificateFacts& facts)
{
    const Instant now = m_parts.officialNow();
    if (now < facts.notBefore || facts.notAfter < now)
        return fail(ErrorCode::CertificateExpired, facts.commonName);
    if (!facts.maySign)
        return fail(ErrorCode::CertificateUnsuitable, facts.commonName);
    if (!isRegistered(facts.fingerprint))
        return fail(ErrorCode::CertificateNotYours, facts.commonName);
    return {};
}

/// The PIN is tried once, after everything that can be known without it, and before any number is taken.
Result<DeskSigner::Unlocked> DeskSigner::unlock(const QString& uri, const Secret& pin, const Secret& signaturePin)
{
    const auto found = signing::findKey(uri, {m_parts.tokenModules, m_parts.tokenModulePaths()}, m_parts.officialNow());
    if (!found)
        return fail(found.error());
    if (const signing::KeyCertificate* known = (*found)->certificate())
        if (const Done good = checkCertificate(known->facts); !good)
            return fail(good.error());
    auto key = (*found)->unlock(pin, signaturePin);
    const auto certificate = key ? (*key)->certificate() : fail(key.error());
    const Done good = certificate ? checkCertificate(certificate->facts) : fail(certificate.error());
    if (!good)
        return fail(good.error());
    return Unlocked{std::move(*key), certificate->facts};
}

Result<std::vector<SigningOutcome>> DeskSigner::sign(const QVector<DocumentId>& documents, const KeyChoice& key,
                                                     const Secret& pin, const SigningWishes& wishes, Progress& progress,
                                                     std::stop_token stop)
{
    const auto planned = plan(documents);
    if (!planned)
        return fail(planned.error());
    const auto font = m_parts.font();
    if (!font)
        return fail(font.error());
    auto unlocked = unlock(key.uri, pin, wishes.signaturePin ? wishes.signaturePin->clone() : Secret());
    if (!unlocked)
        return fail(unlocked.error());
    const Sha256 certificate = unlocked->facts.fingerprint;
    auto outcomes =
        SigningRun(m_parts, std::move(unlocked->key), unlocked->facts, *font, wishes, progress, std::move(stop))
            .run(*planned);
    const auto refused = [](const SigningOutcome& each) {
        return each.problem && each.problem->code == ErrorCode::PinWrong;
    };
    if (std::ranges::any_of(outcomes, refused))
        noteOwnSignaturePin(m_parts, certificate);
    return outcomes;
}

Result<std::vector<OwedSignature>> DeskSigner::owed()
{
    const RowMaker rows(m_parts.organisation(), m_parts.officialNow());
    std::vector<OwedSignature> list;
    for (const OwedTimestamps::Owed& owed : m_owed.all()) {
        const auto state = m_parts.store->views().document(owed.document);
        if (state && isNewest(state->document, owed.rendition)) // else left by a crash before the act, or signed over
            list.push_back({owed.document, rows.row(state->row), owed.since,
                            state->document.route.state == RouteState::Open, m_owed.problemOf(owed.rendition)});
        else if (!state && state.error().code != ErrorCode::NotFound)
            return fail(state.error());
    }
    return list;
}

} // namespace diakinisi::desk
