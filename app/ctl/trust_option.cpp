#include "ctl/trust_option.h"

#include "signing/authorities/http_fetcher.h"
#include "signing/trust/trusted_lists.h"

namespace diakinisi::ctl {

QStringList trustOptions()
{
    return {QStringLiteral("trust"), QStringLiteral("trusted-list"), QStringLiteral("trusted-list-signers")};
}

Result<signing::TrustMaterial> readTrust(Context& context, const Arguments& arguments, bool offline)
{
    signing::TrustMaterial trust;
    for (const QString& place : arguments.values(QStringLiteral("trust"))) {
        const Result<signing::TrustMaterial> found =
            place == u"system" ? signing::readSystemTrust() : signing::readTrustFolder(place);
        if (!found)
            return found;
        trust.add(*found);
    }
    const QStringList lists = arguments.values(QStringLiteral("trusted-list"));
    if (lists.isEmpty())
        return trust;
    QList<QByteArray> signers;
    for (const QString& folder : arguments.values(QStringLiteral("trusted-list-signers"))) {
        const Result<signing::TrustMaterial> found = signing::readTrustFolder(folder);
        if (!found)
            return found;
        signers += found->anchors;
    }
    signing::HttpFetcher fetcher({.privateAddresses = arguments.has(QStringLiteral("private-addresses"))});
    const Result<signing::GatheredLists> gathered =
        signing::gatherTrustedLists(lists, signers, offline ? nullptr : &fetcher, context.clock.now());
    if (!gathered)
        return fail(gathered.error());
    for (const QString& remark : gathered->remarks)
        context.messages << remark << '\n';
    trust.services = gathered->services;
    return trust;
}

} // namespace diakinisi::ctl
