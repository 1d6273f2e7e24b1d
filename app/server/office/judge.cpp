#include "server/office/judge.h"

#include "signing/validation/derivation.h"

namespace diakinisi::server {
namespace {

constexpr std::size_t mostRemembered = 2'000;

/// Errors of the machine say nothing about the file: they are not remembered.
bool isVerdict(const Finding& finding)
{
    if (finding.proved)
        return true;
    switch (finding.proved.error().code) {
    case ErrorCode::FileUnreadable:
    case ErrorCode::Cancelled:
    case ErrorCode::InternalFault:
        return false;
    default:
        return true;
    }
}

} // namespace

std::optional<Finding> Judge::judge(const Sha256& former, const Sha256& renewed)
{
    const std::pair key(former, renewed);
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_known.find(key); known != m_known.end())
            return known->second;
    }
    if (!m_files.has(former) || !m_files.has(renewed))
        return std::nullopt;
    const Finding finding = look(former, renewed);
    if (!isVerdict(finding))
        return std::nullopt;
    const std::lock_guard lock(m_mutex);
    if (m_known.size() >= mostRemembered)
        m_known.clear();
    m_known.insert_or_assign(key, finding);
    return finding;
}

Finding Judge::look(const Sha256& former, const Sha256& renewed) const
{
    QFile before(m_files.path(former));
    QFile after(m_files.path(renewed));
    if (!before.open(QIODevice::ReadOnly) || !after.open(QIODevice::ReadOnly))
        return {Done(fail(ErrorCode::FileUnreadable)), {}, {}};
    const auto derivation = signing::checkDerivation(before, after, {{}, m_clock.now()});
    if (!derivation)
        return {Done(fail(derivation.error())), {}, {}};
    Finding finding{Done(), {}, {}};
    if (derivation->numberFilled)
        finding.filledNumber = derivation->number;
    const auto& made = derivation->newSignature;
    if (made && made->kind != signing::SignatureKind::Timestamp && made->signer)
        finding.certificate = made->signer->fingerprint;
    return finding;
}

} // namespace diakinisi::server
