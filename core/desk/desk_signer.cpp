#include "desk/desk_signer.h"

#include "desk/row_maker.h"
#include "desk/signing_run.h"
#include "wire/json_reader.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace diakinisi::desk {

using namespace domain;

namespace {

const QString scheme = QStringLiteral("p12:");

QByteArray aboutOf(const KeyChoice& key)
{
    const QJsonObject json{{QStringLiteral("name"), key.name},
                           {QStringLiteral("issuer"), key.issuer},
                           {QStringLiteral("notBefore"), toIso(key.notBefore)},
                           {QStringLiteral("notAfter"), toIso(key.notAfter)},
                           {QStringLiteral("certificate"), key.certificate.hex()}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<KeyChoice> keyOf(const storage::StoredKeyFile& stored)
{
    const auto json = wire::readJsonObject(stored.about);
    const auto certificate = json ? Sha256::fromHex(json->value(u"certificate").toString()) : std::nullopt;
    if (!certificate)
        return std::nullopt;
    KeyChoice key;
    key.uri = scheme + stored.path;
    key.name = json->value(u"name").toString();
    key.issuer = json->value(u"issuer").toString();
    key.notBefore = instantFromIso(json->value(u"notBefore").toString()).value_or(Instant{});
    key.notAfter = instantFromIso(json->value(u"notAfter").toString()).value_or(Instant{});
    key.certificate = *certificate;
    return key;
}

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
    const auto stored = m_parts.store->memory().keyFiles();
    if (!stored)
        return fail(stored.error());
    std::vector<KeyChoice> keys;
    for (const storage::StoredKeyFile& file : *stored)
        if (auto key = keyOf(file)) {
            key->registered = isRegistered(key->certificate);
            keys.push_back(std::move(*key));
        }
    return keys;
}

Result<KeyChoice> DeskSigner::addKeyFile(const QString& path, const Secret& pin)
{
    const auto opened = signing::Pkcs12Key::open(path, pin);
    const auto certificate = opened ? (*opened)->certificate() : fail(opened.error());
    if (!certificate)
        return fail(certificate.error());
    const signing::CertificateFacts& facts = certificate->facts;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    KeyChoice key{scheme + absolute,
                  facts.commonName,
                  facts.issuer,
                  facts.notBefore,
                  facts.notAfter,
                  facts.fingerprint,
                  isRegistered(facts.fingerprint)};
    if (const Done saved = m_parts.store->memory().saveKeyFile({absolute, aboutOf(key)}); !saved)
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
    for (const DocumentId& document : documents)
        plan.items.push_back(itemOf(document, *person));
    return plan;
}

Result<std::vector<SigningOutcome>> DeskSigner::sign(const QVector<DocumentId>& documents, const KeyChoice& key,
                                                     const Secret& pin, Progress& progress, std::stop_token stop)
{
    const auto planned = plan(documents);
    if (!planned)
        return fail(planned.error());
    if (!key.uri.startsWith(scheme))
        return fail(ErrorCode::NotSupported, key.uri);
    // The PIN is tried once, before any number is taken.
    const auto opened = signing::Pkcs12Key::open(key.uri.mid(scheme.size()), pin);
    const auto certificate = opened ? (*opened)->certificate() : fail(opened.error());
    if (!certificate)
        return fail(certificate.error());
    const signing::CertificateFacts& facts = certificate->facts;
    const Instant now = m_parts.officialNow();
    if (now < facts.notBefore || facts.notAfter < now)
        return fail(ErrorCode::CertificateExpired, facts.commonName);
    if (!facts.maySign)
        return fail(ErrorCode::CertificateUnsuitable, facts.commonName);
    if (!isRegistered(facts.fingerprint))
        return fail(ErrorCode::CertificateNotYours, facts.commonName);
    const auto font = m_parts.font();
    if (!font)
        return fail(font.error());
    return SigningRun(m_parts, **opened, facts, *font, progress, std::move(stop)).run(*planned);
}

} // namespace diakinisi::desk
