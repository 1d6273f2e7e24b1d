#include "desk/signing_authorities.h"

#include "domain/policy.h"
#include "signing/validation/timestamp_trust.h"

namespace diakinisi::desk {

namespace policy = domain::policy;

namespace {

std::vector<signing::TimestampAuthority> listOf(const QJsonObject& said)
{
    std::vector<signing::TimestampAuthority> list;
    for (const QString& address : policy::list(said, policy::timestampAuthorities))
        list.push_back({QUrl(address), policy::text(said, policy::timestampPolicy)});
    return list;
}

QList<QByteArray> timestampAnchors(const signing::TrustMaterial& material)
{
    QList<QByteArray> anchors = material.anchors;
    for (const signing::TrustService& service : material.services)
        if (service.type == signing::TrustService::Type::QualifiedTimestamping)
            for (const QByteArray& certificate : service.certificates)
                anchors += certificate;
    return anchors;
}

} // namespace

SigningAuthorities::Set::Set(const QJsonObject& said, QList<QByteArray> anchors, signing::RevocationCache& cache,
                             const Clock& clock, RandomSource& random)
    : level(signing::levelFrom(policy::text(said, policy::signatureLevel)).value_or(signing::Level::BB)),
      away(policy::text(said, policy::timestampAway) == u"wait" ? signing::WhenAway::Wait : signing::WhenAway::SignNow),
      fetcher({.privateAddresses = policy::flag(said, policy::privateAuthorities)}),
      revocation(fetcher, cache, clock),
      timestamps(fetcher, clock, random, listOf(said), signing::timestampTrust(std::move(anchors), &revocation, clock))
{
}

SigningAuthorities::SigningAuthorities(const Clock& clock, RandomSource& random, const QString& folder,
                                       signing::TrustFolder& trust)
    : m_clock(clock),
      m_random(random),
      m_folder(folder),
      m_trust(trust),
      m_cache(folder)
{
}

std::shared_ptr<SigningAuthorities::Set> SigningAuthorities::forPolicy(const QJsonObject& said)
{
    const std::lock_guard lock(m_mutex);
    const auto trusted = m_trust.read(m_clock.now());
    const auto reading = trusted ? *trusted : m_reading;
    if (!m_set || m_policy != said || m_reading != reading) {
        m_set = std::make_shared<Set>(said, reading ? timestampAnchors(reading->material) : QList<QByteArray>(),
                                      m_cache, m_clock, m_random);
        m_policy = said;
        m_reading = reading;
    }
    return m_set;
}

} // namespace diakinisi::desk
