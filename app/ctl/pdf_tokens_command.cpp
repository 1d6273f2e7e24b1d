#include "ctl/arguments.h"
#include "ctl/pdf_commands.h"
#include "signing/keys/key_finder.h"
#include "signing/keys/module_paths.h"
#include "signing/keys/pkcs11_modules.h"

#include <QJsonArray>
#include <QJsonObject>

namespace diakinisi::ctl {

namespace {

using namespace signing;

QString pinWord(const TokenFacts& token)
{
    if (!token.pinSet)
        return QStringLiteral("not-set");
    switch (token.tries) {
    case PinTries::Few:
        return QStringLiteral("few-tries");
    case PinTries::Last:
        return QStringLiteral("last-try");
    case PinTries::None:
        return QStringLiteral("locked");
    case PinTries::Enough:
        break;
    }
    return QStringLiteral("good");
}

QString fitWord(const CertificateFacts& facts, Instant now)
{
    switch (fitness(facts, now)) {
    case Fitness::Good:
        return QStringLiteral("good");
    case Fitness::DigitalSignatureOnly:
        return QStringLiteral("digital-signature-only");
    case Fitness::NotValidNow:
        return now < facts.notBefore ? QStringLiteral("not-yet-valid") : QStringLiteral("expired");
    case Fitness::NotForSigning:
        break;
    }
    return QStringLiteral("not-for-signing");
}

QJsonValue errorJson(const std::optional<Error>& problem)
{
    return problem ? QJsonValue(errorLine(*problem)) : QJsonValue();
}

QJsonObject toJson(const TokenCertificate& certificate, Instant now)
{
    const CertificateFacts& facts = certificate.facts;
    return {{QStringLiteral("key"), certificate.uri},
            {QStringLiteral("signer"), facts.subject},
            {QStringLiteral("issuer"), facts.issuer},
            {QStringLiteral("serial"), facts.serial},
            {QStringLiteral("algorithm"), facts.key},
            {QStringLiteral("not_before"), toIso(facts.notBefore)},
            {QStringLiteral("not_after"), toIso(facts.notAfter)},
            {QStringLiteral("fingerprint"), facts.fingerprint.hex()},
            {QStringLiteral("fit"), fitWord(facts, now)}};
}

QJsonObject toJson(const TokenListing& token, Instant now)
{
    QJsonArray certificates;
    for (const TokenCertificate& certificate : token.certificates)
        certificates += toJson(certificate, now);
    const TokenFacts& facts = token.facts;
    return {{QStringLiteral("label"), facts.label},
            {QStringLiteral("serial"), facts.serial},
            {QStringLiteral("manufacturer"), facts.manufacturer},
            {QStringLiteral("model"), facts.model},
            {QStringLiteral("slot"), facts.slot},
            {QStringLiteral("pin"), pinWord(facts)},
            {QStringLiteral("pin_pad"), facts.onPad},
            {QStringLiteral("certificates"), certificates},
            {QStringLiteral("error"), errorJson(token.problem)}};
}

QJsonObject toJson(const ModuleListing& module, Instant now)
{
    QJsonArray tokens;
    for (const TokenListing& token : module.tokens)
        tokens += toJson(token, now);
    return {{QStringLiteral("path"), module.path},
            {QStringLiteral("name"), module.name},
            {QStringLiteral("tokens"), tokens},
            {QStringLiteral("error"), errorJson(module.problem)}};
}

void print(QTextStream& out, const ModuleListing& module, Instant now)
{
    out << module.path << ": " << (module.problem ? errorLine(*module.problem) : module.name) << '\n';
    for (const TokenListing& token : module.tokens) {
        out << "  " << token.facts.label << ", serial number " << token.facts.serial
            << "; PIN: " << pinWord(token.facts) << (token.facts.onPad ? ", typed at the reader\n" : "\n");
        if (token.problem)
            out << "    " << errorLine(*token.problem) << '\n';
        for (const TokenCertificate& certificate : token.certificates)
            out << "    " << certificate.facts.commonName << ", until " << toIso(certificate.facts.notAfter) << ": "
                << fitWord(certificate.facts, now) << "\n      --key '" << certificate.uri << "'\n";
    }
}

bool anyGood(const std::vector<ModuleListing>& modules, Instant now)
{
    for (const ModuleListing& module : modules)
        for (const TokenListing& token : module.tokens)
            for (const TokenCertificate& certificate : token.certificates)
                if (fitness(certificate.facts, now) == Fitness::Good)
                    return true;
    return false;
}

} // namespace

Exit pdfTokens(Context& context, const QStringList& words)
{
    const Result<Arguments> arguments = Arguments::parse(words, {QStringLiteral("module")}, {QStringLiteral("json")});
    if (!arguments || !arguments->rest().isEmpty())
        return reportUsage(context, QStringLiteral("only --module FILE and --json"));
    Pkcs11Modules modules;
    const Instant now = context.clock.now();
    const auto listings =
        DirectKeyFinder(modules).list(modulePaths(arguments->values(QStringLiteral("module"))), now, {});
    if (arguments->has(QStringLiteral("json"))) {
        QJsonArray json;
        for (const ModuleListing& module : listings)
            json += toJson(module, now);
        printJson(context, QJsonObject{{QStringLiteral("modules"), json}});
    } else {
        for (const ModuleListing& module : listings)
            print(context.out, module, now);
        if (listings.empty())
            context.messages << "diakinisictl: no token's module is installed; name one with --module\n";
    }
    return anyGood(listings, now) ? Exit::Done : Exit::No;
}

} // namespace diakinisi::ctl
