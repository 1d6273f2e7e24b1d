#include "signing/keys/pkcs11_certificates.h"
#include "signing/keys/pkcs11_key.h"
#include "signing/keys/pkcs11_modules.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

bool canSign(const Pkcs11Module& module, CK_SLOT_ID slot, CK_MECHANISM_TYPE mechanism)
{
    CK_MECHANISM_INFO info{};
    return module.functions().C_GetMechanismInfo(slot, mechanism, &info) == CKR_OK && (info.flags & CKF_SIGN) != 0;
}

/// PKCS#1 v1.5 first where both can be had: every reader of signatures knows it.
QList<SignatureScheme> schemesOn(const Pkcs11Module& module, CK_SLOT_ID slot, const QString& key)
{
    QList<SignatureScheme> schemes;
    const bool rsa = key.startsWith(u"RSA-");
    if (rsa && !key.startsWith(u"RSA-PSS-") && canSign(module, slot, CKM_RSA_PKCS))
        schemes += SignatureScheme::RsaPkcs1;
    if (rsa && canSign(module, slot, CKM_RSA_PKCS_PSS))
        schemes += SignatureScheme::RsaPss;
    if (key.startsWith(u"ECDSA-") && canSign(module, slot, CKM_ECDSA))
        schemes += SignatureScheme::Ecdsa;
    return schemes;
}

struct Search {
    const Pkcs11Uri& uri;
    Instant now;
    std::vector<FoundTokenKey> found{};
    bool tokenSeen = false;
    std::optional<Error> trouble{}; ///< the first; told only when nothing was found

    Done lookAt(const std::shared_ptr<Pkcs11Module>& module);
    Done lookAt(const std::shared_ptr<Pkcs11Module>& module, const TokenFacts& token);
    void add(FoundTokenKey key);
};

/// The same certificate seen through a second module counts once, through the first.
void Search::add(FoundTokenKey key)
{
    const bool known = std::ranges::any_of(
        found, [&](const FoundTokenKey& other) { return other.certificate.der == key.certificate.der; });
    if (!known)
        found.push_back(std::move(key));
}

Done Search::lookAt(const std::shared_ptr<Pkcs11Module>& module, const TokenFacts& token)
{
    const auto session = Pkcs11Session::open(module, static_cast<CK_SLOT_ID>(token.slotId));
    if (!session)
        return fail(pkcs11Error(session.error(), "C_OpenSession"));
    const auto contents = readContents(**session, *module, token);
    if (!contents)
        return fail(pkcs11Error(contents.error(), "C_FindObjects"));
    for (const TokenCertificate& own : contents->own) {
        if (!meansCertificate(uri, own))
            continue;
        KeyCertificate key{own.der, issuersOf(own.der, contents->authorities), own.facts,
                           schemesOn(*module, static_cast<CK_SLOT_ID>(token.slotId), own.facts.key)};
        add({module, token, own, std::move(key)});
    }
    return {};
}

Done Search::lookAt(const std::shared_ptr<Pkcs11Module>& module)
{
    if (!meansModule(uri, *module))
        return {};
    const auto tokens = module->tokens();
    if (!tokens)
        return fail(tokens.error());
    Done all;
    for (const TokenFacts& token : *tokens) {
        if (!meansToken(uri, token))
            continue;
        tokenSeen = true;
        if (const Done looked = lookAt(module, token); !looked && all)
            all = fail(looked.error());
    }
    return all;
}

bool ofOneHolder(const FoundTokenKey& one, const FoundTokenKey& other)
{
    return one.token.serial == other.token.serial && one.certificate.facts.subject == other.certificate.facts.subject;
}

/// By what the certificates are for and when they are valid; never by slot.
Result<FoundTokenKey> choose(std::vector<FoundTokenKey> found, Instant now)
{
    const auto fit = [now](const FoundTokenKey& key) { return fitness(key.certificate.facts, now); };
    const Fitness best = fit(*std::ranges::max_element(found, {}, fit));
    if (best == Fitness::NotForSigning)
        return fail(ErrorCode::CertificateUnsuitable, found.front().certificate.facts.commonName);
    const auto gone = std::ranges::find_if(found, [&](const FoundTokenKey& key) {
        return fit(key) == Fitness::NotValidNow &&
               (best == Fitness::NotValidNow || key.certificate.facts.nonRepudiation);
    });
    // The certificate for logging in does not stand in for one for signatures that has expired.
    if (best != Fitness::Good && gone != found.end())
        return fail(ErrorCode::CertificateExpired, gone->certificate.facts.commonName);
    std::erase_if(found, [&](const FoundTokenKey& key) { return fit(key) != best; });
    if (!std::ranges::all_of(found, [&](const FoundTokenKey& key) { return ofOneHolder(key, found.front()); }))
        return fail(ErrorCode::FieldInvalid, QStringLiteral("pkcs11"),
                    QStringLiteral("several keys fit: name one with token=, serial= or id="));
    const auto newest =
        std::ranges::max_element(found, {}, [](const FoundTokenKey& key) { return key.certificate.facts.notBefore; });
    if (newest->key.schemes.isEmpty())
        return fail(ErrorCode::NotSupported, newest->certificate.facts.commonName, newest->certificate.facts.key);
    return std::move(*newest);
}

} // namespace

Result<FoundTokenKey> findTokenKey(const Pkcs11Uri& uri, const KeyPlaces& places, Instant now)
{
    Search search{uri, now};
    for (const QString& path : uri.modulePath.isEmpty() ? places.paths : QStringList{uri.modulePath}) {
        const auto module = places.modules.open(path);
        const Done looked = module ? search.lookAt(*module) : fail(module.error());
        if (!looked && !search.trouble)
            search.trouble = looked.error();
    }
    if (!search.found.empty())
        return choose(std::move(search.found), now);
    if (search.trouble)
        return fail(*search.trouble);
    if (search.tokenSeen)
        return fail(ErrorCode::CertificateUnsuitable, uri.token.value_or(QString()),
                    QStringLiteral("the token holds no such certificate"));
    return fail(ErrorCode::TokenMissing, uri.token.value_or(QString()));
}

} // namespace diakinisi::signing
