#include "ctl/authorities_option.h"

#include "signing/authorities/authority_address.h"
#include "signing/trust/trust_material.h"
#include "signing/validation/timestamp_trust.h"

namespace diakinisi::ctl {

AuthoritiesOption::AuthoritiesOption(const Clock& clock, const signing::FetcherRules& rules, const QString& cacheFolder,
                                     std::vector<signing::TimestampAuthority> list, QList<QByteArray> anchors)
    : m_fetcher(rules),
      m_cache(cacheFolder),
      m_revocation(m_fetcher, m_cache, clock),
      m_timestamps(m_fetcher, clock, m_random, std::move(list), signing::timestampTrust(anchors, &m_revocation, clock)),
      m_anchors(std::move(anchors))
{
}

QStringList AuthoritiesOption::withValue()
{
    return {QStringLiteral("tsa"), QStringLiteral("tsa-policy"), QStringLiteral("trust"), QStringLiteral("cache")};
}

Result<std::unique_ptr<AuthoritiesOption>> AuthoritiesOption::read(const Arguments& arguments, const Clock& clock,
                                                                   About about)
{
    std::vector<signing::TimestampAuthority> list;
    for (const QString& address : arguments.values(QStringLiteral("tsa"))) {
        const QUrl url(address, QUrl::StrictMode);
        if (!signing::checkAuthorityUrl(url))
            return fail(ErrorCode::FieldInvalid, QStringLiteral("--tsa ") + address);
        list.push_back({url, arguments.value(QStringLiteral("tsa-policy"))});
    }
    QList<QByteArray> anchors;
    if (arguments.has(QStringLiteral("trust"))) {
        Result<QList<QByteArray>> read = signing::readAnchors(arguments.value(QStringLiteral("trust")));
        if (!read)
            return fail(read.error());
        anchors = std::move(*read);
    }
    const signing::FetcherRules rules{about == About::OwnKey || arguments.has(QStringLiteral("private-addresses")),
                                      anchors};
    return std::unique_ptr<AuthoritiesOption>(new AuthoritiesOption(
        clock, rules, arguments.value(QStringLiteral("cache")), std::move(list), std::move(anchors)));
}

} // namespace diakinisi::ctl
