#include "desk/desk_signing_doctor.h"

#include "desk/key_choices.h"
#include "desk/signing_findings.h"

namespace diakinisi::desk {

std::vector<Finding> DeskSigningDoctor::examine(std::stop_token stop)
{
    Examination examination;
    examination.now = m_parts.officialNow();
    examination.modules = m_parts.keyFinder.list(m_parts.tokenModulePaths(), examination.now, std::move(stop));
    for (const KeyChoice& key : keysElsewhere(m_parts))
        examination.elsewhere.push_back({key.uri, key.name, key.certificate, key.notBefore, key.notAfter});
    examination.organisation = m_parts.organisation();
    examination.person = m_parts.store->person();
    if (const auto offset = m_parts.store->clockOffset(); offset && *offset)
        examination.clockOffsetMs = (*offset)->first;
    return findingsOf(examination);
}

} // namespace diakinisi::desk
