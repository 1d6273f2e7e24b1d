#include "signing/keys/key_finder.h"

#include "signing/keys/pkcs11_certificates.h"
#include "signing/keys/pkcs11_modules.h"
#include "signing/keys/tokens_json.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

TokenListing listToken(const std::shared_ptr<Pkcs11Module>& module, const TokenFacts& facts, Instant now)
{
    TokenListing listing;
    listing.facts = facts;
    const auto session = Pkcs11Session::open(module, static_cast<CK_SLOT_ID>(facts.slotId));
    if (!session) {
        listing.problem = pkcs11Error(session.error(), "C_OpenSession");
        return listing;
    }
    auto contents = readContents(**session, *module, facts);
    if (!contents) {
        listing.problem = pkcs11Error(contents.error(), "C_FindObjects");
        return listing;
    }
    listing.certificates = std::move(contents->own);
    std::ranges::stable_sort(listing.certificates, std::ranges::greater{},
                             [now](const TokenCertificate& each) { return fitness(each.facts, now); });
    return listing;
}

bool sameToken(const TokenListing& one, const TokenListing& other)
{
    const auto der = [](const TokenCertificate& a, const TokenCertificate& b) { return a.der == b.der; };
    return one.facts.serial == other.facts.serial &&
           std::ranges::is_permutation(one.certificates, other.certificates, der);
}

void dropKnown(ModuleListing& listing, const std::vector<ModuleListing>& before)
{
    std::erase_if(listing.tokens, [&](const TokenListing& token) {
        return std::ranges::any_of(before, [&](const ModuleListing& module) {
            return std::ranges::any_of(module.tokens,
                                       [&](const TokenListing& known) { return sameToken(known, token); });
        });
    });
}

} // namespace

ModuleListing listModule(Pkcs11Modules& modules, const QString& path, Instant now)
{
    ModuleListing listing;
    listing.path = path;
    const auto module = modules.open(path);
    if (!module) {
        listing.problem = module.error();
        return listing;
    }
    listing.name = (*module)->name();
    const auto tokens = (*module)->tokens();
    if (!tokens) {
        listing.problem = tokens.error();
        return listing;
    }
    for (const TokenFacts& facts : *tokens)
        listing.tokens.push_back(listToken(*module, facts, now));
    return listing;
}

std::vector<ModuleListing> DirectKeyFinder::list(const QStringList& paths, Instant now, std::stop_token stop)
{
    std::vector<ModuleListing> listings;
    for (const QString& path : paths) {
        if (stop.stop_requested())
            break;
        ModuleListing listing = listModule(m_modules, path, now);
        dropKnown(listing, listings);
        listings.push_back(std::move(listing));
    }
    return listings;
}

WorkerKeyFinder::WorkerKeyFinder(WorkerProcess& worker, std::chrono::milliseconds patience)
    : m_worker(worker),
      m_patience(patience)
{
}

ModuleListing WorkerKeyFinder::ask(const QString& path, Instant now, const std::stop_token& stop)
{
    const auto begun = std::chrono::steady_clock::now();
    const auto answer = m_worker.call({tokensjson::question(path, now), {}}, m_patience, stop);
    if (answer)
        return tokensjson::toListing(answer->head, path);
    ModuleListing listing;
    listing.path = path;
    listing.problem = answer.error();
    if (answer.error().code == ErrorCode::WorkerDied && std::chrono::steady_clock::now() - begun >= m_patience)
        listing.problem->code = ErrorCode::TimedOut;
    return listing;
}

std::vector<ModuleListing> WorkerKeyFinder::list(const QStringList& paths, Instant now, std::stop_token stop)
{
    std::vector<ModuleListing> listings;
    for (const QString& path : paths) {
        if (stop.stop_requested())
            break;
        ModuleListing listing = ask(path, now, stop);
        dropKnown(listing, listings);
        listings.push_back(std::move(listing));
    }
    return listings;
}

} // namespace diakinisi::signing
