#include "server/office/judge.h"

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
    if (finding.isOpen())
        return finding;
    if (!isVerdict(finding))
        return std::nullopt;
    const std::lock_guard lock(m_mutex);
    if (m_known.size() >= mostRemembered)
        m_known.clear();
    m_known.insert_or_assign(key, finding);
    return finding;
}

bool Judge::died(const Result<signing::Derivation>& answer)
{
    if (answer || answer.error().code != ErrorCode::WorkerDied)
        return false;
    m_log.warning("worker-died", {{"over", QStringLiteral("rendition")}, {"cause", answer.error().cause}});
    return true;
}

Result<signing::Derivation> Judge::derivation(QFile& former, QFile& renewed)
{
    const auto ask = [&] { return m_signatures.checkDerivation(former, renewed, {{}, m_clock.now()}, {}); };
    if (auto first = ask(); !died(first))
        return first;
    auto second = ask();
    if (died(second) && m_signatures.works())
        return fail(ErrorCode::SignatureNotAccepted, {},
                    QStringLiteral("the file ends whoever judges it: ") + second.error().cause);
    return second;
}

Finding Judge::look(const Sha256& former, const Sha256& renewed)
{
    QFile before(m_files.path(former));
    QFile after(m_files.path(renewed));
    if (!before.open(QIODevice::ReadOnly) || !after.open(QIODevice::ReadOnly))
        return {Done(fail(ErrorCode::FileUnreadable)), {}, {}};
    const auto found = derivation(before, after);
    if (!found)
        return {Done(fail(found.error())), {}, {}};
    Finding finding{Done(), {}, {}};
    if (found->numberFilled)
        finding.filledNumber = found->number;
    const auto& made = found->newSignature;
    if (made && made->kind != signing::SignatureKind::Timestamp && made->signer)
        finding.certificate = made->signer->fingerprint;
    return finding;
}

} // namespace diakinisi::server
