#include "desk/desk_signing_doctor.h"

#include "desk/key_choices.h"
#include "desk/signing_findings.h"

namespace diakinisi::desk {

namespace {

Examination::Trust trustOf(Parts& parts)
{
    const auto reading = parts.trust.read(parts.officialNow());
    if (!reading)
        return {false, reading.error(), {}};
    return {!(*reading)->material.isEmpty(), {}, (*reading)->remarks};
}

} // namespace

std::vector<Finding> DeskSigningDoctor::examine(std::stop_token stop)
{
    Examination examination;
    examination.now = m_parts.officialNow();
    examination.modules = m_parts.keyFinder.list(m_parts.tokenModulePaths(), examination.now, stop);
    for (const KeyChoice& key : keysElsewhere(m_parts))
        examination.elsewhere.push_back({key.uri, key.name, key.certificate, key.notBefore, key.notAfter});
    examination.organisation = m_parts.organisation();
    examination.person = m_parts.store->person();
    if (const auto offset = m_parts.store->clockOffset(); offset && *offset)
        examination.clockOffsetMs = (*offset)->first;
    askForTimestamp(examination, stop);
    examination.trust = trustOf(m_parts);
    return findingsOf(examination);
}

/// One is really asked for: nothing else says whether signing will get one.
void DeskSigningDoctor::askForTimestamp(Examination& examination, const std::stop_token& stop)
{
    const auto set = m_parts.authorities.forPolicy(examination.organisation->policy);
    examination.wantsTimestamps = set->level != signing::Level::BB;
    if (!examination.wantsTimestamps || set->timestamps.isEmpty())
        return;
    const QByteArray imprint = m_parts.random.bytes(32);
    set->timestamps.forgive();
    static_cast<void>(set->timestamps.stamp(signing::DigestAlgorithm::Sha256, imprint, stop)); // noted in the health
    examination.timestamps = set->timestamps.health();
}

} // namespace diakinisi::desk
