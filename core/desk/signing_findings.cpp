#include "desk/signing_findings.h"

#include <algorithm>

namespace diakinisi::desk {

namespace {

using signing::Fitness;
using signing::ModuleListing;
using signing::TokenCertificate;
using signing::TokenListing;

constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr qint64 clockPatienceMs = 120'000;

/// Puts the findings together, in no order yet.
class Findings
{
public:
    explicit Findings(const Examination& examination) : m_about(examination) {}
    std::vector<Finding> all();

private:
    void addModules();
    void addModule(const ModuleListing& module);
    void addToken(const TokenListing& token);
    void addTries(const TokenListing& token);
    void addCertificates(const TokenListing& token);
    void addCertificate(const Examination::Certificate& certificate);
    void addClock();
    void addTimestamps();
    void addTrust();
    bool anyToken() const;
    Finding& add(Examined what, Condition condition, FindingCause cause, const QString& subject = {});

    const Examination& m_about;
    std::vector<Finding> m_findings;
};

Finding& Findings::add(Examined what, Condition condition, FindingCause cause, const QString& subject)
{
    m_findings.push_back({what, condition, cause, subject});
    return m_findings.back();
}

bool Findings::anyToken() const
{
    return std::ranges::any_of(m_about.modules, [](const ModuleListing& module) { return !module.tokens.empty(); });
}

FindingCause causeOf(const Error& problem)
{
    switch (problem.code) {
    case ErrorCode::WorkerDied:
        return FindingCause::ModuleDied;
    case ErrorCode::TimedOut:
        return FindingCause::ModuleSilent;
    default:
        return FindingCause::ModuleNotLoaded;
    }
}

/// A module that does not work is bad only while no other one shows a token.
void Findings::addModule(const ModuleListing& module)
{
    const Condition worst = anyToken() ? Condition::Warning : Condition::Bad;
    if (!module.problem) {
        add(Examined::Module, Condition::Good, FindingCause::Fine, module.path).detail = module.name;
    } else if (module.problem->code == ErrorCode::TokenFailed) {
        add(Examined::Module, Condition::Good, FindingCause::Fine, module.path).detail = module.name;
        add(Examined::Token, worst, FindingCause::TokenFailed, module.path).detail = module.problem->cause;
    } else {
        add(Examined::Module, worst, causeOf(*module.problem), module.path).detail = module.problem->cause;
    }
    for (const TokenListing& token : module.tokens)
        addToken(token);
}

void Findings::addModules()
{
    // Who signs with a key file or through the system's store needs no token.
    const Condition missing = m_about.elsewhere.empty() ? Condition::Bad : Condition::Warning;
    if (m_about.modules.empty())
        add(Examined::Module, missing, FindingCause::NoModule);
    for (const ModuleListing& module : m_about.modules)
        addModule(module);
    if (!anyToken())
        add(Examined::Token, missing, FindingCause::NoToken);
}

void Findings::addToken(const TokenListing& token)
{
    if (token.problem) {
        add(Examined::Token, Condition::Bad, FindingCause::TokenFailed, token.facts.label).detail =
            token.problem->cause;
        return;
    }
    const bool ready = token.facts.pinSet;
    Finding& finding = add(Examined::Token, ready ? Condition::Good : Condition::Bad,
                           ready ? FindingCause::Fine : FindingCause::PinNotSet, token.facts.label);
    finding.detail = QStringList{token.facts.manufacturer, token.facts.model, token.facts.serial}.join(u' ');
    addTries(token);
    addCertificates(token);
}

void Findings::addTries(const TokenListing& token)
{
    using signing::PinTries;
    switch (token.facts.tries) {
    case PinTries::Enough:
        add(Examined::PinTries, Condition::Good, FindingCause::Fine, token.facts.label);
        break;
    case PinTries::Few:
        add(Examined::PinTries, Condition::Warning, FindingCause::FewTries, token.facts.label);
        break;
    case PinTries::Last:
        add(Examined::PinTries, Condition::Warning, FindingCause::LastTry, token.facts.label);
        break;
    case PinTries::None:
        add(Examined::PinTries, Condition::Bad, FindingCause::PinLocked, token.facts.label);
        break;
    }
}

void Findings::addCertificates(const TokenListing& token)
{
    const auto commits = [](const TokenCertificate& each) { return each.facts.maySign && each.facts.nonRepudiation; };
    const bool any = std::ranges::any_of(token.certificates, commits);
    bool some = false;
    for (const TokenCertificate& each : token.certificates) {
        // Beside one for signatures, a certificate for logging in is as it should be and none of our business.
        if (!each.facts.maySign || (any && !commits(each)))
            continue;
        some = true;
        add(Examined::Certificate, commits(each) ? Condition::Good : Condition::Warning,
            commits(each) ? FindingCause::Fine : FindingCause::NotForCommitments, each.facts.commonName)
            .keyUri = each.uri;
        addCertificate(
            {each.uri, each.facts.commonName, each.facts.fingerprint, each.facts.notBefore, each.facts.notAfter});
    }
    if (!some)
        add(Examined::Certificate, Condition::Bad, FindingCause::NoCertificate, token.facts.label);
}

std::pair<Condition, FindingCause> validityOf(const Examination::Certificate& certificate, Instant now, qint64 days)
{
    if (now < certificate.notBefore)
        return {Condition::Bad, FindingCause::NotYetValid};
    if (certificate.notAfter < now)
        return {Condition::Bad, FindingCause::Expired};
    if (days < 7)
        return {Condition::Warning, FindingCause::ExpiresWithin7Days};
    if (days < 15)
        return {Condition::Warning, FindingCause::ExpiresWithin15Days};
    return days < 30 ? std::pair(Condition::Warning, FindingCause::ExpiresWithin30Days)
                     : std::pair(Condition::Good, FindingCause::Fine);
}

void Findings::addCertificate(const Examination::Certificate& certificate)
{
    const qint64 left = certificate.notAfter - m_about.now;
    const qint64 days = left / dayMs - (left < 0 && left % dayMs != 0 ? 1 : 0); // rounded down on both sides of zero
    const auto [condition, cause] = validityOf(certificate, m_about.now, days);
    Finding& validity = add(Examined::Validity, condition, cause, certificate.holder);
    validity.keyUri = certificate.uri;
    validity.days = days;
    const auto registered =
        m_about.organisation ? m_about.organisation->personWithCertificate(certificate.fingerprint) : std::nullopt;
    const bool mine = registered && registered == m_about.person;
    add(Examined::Registration, mine ? Condition::Good : Condition::Bad,
        mine         ? FindingCause::Fine
        : registered ? FindingCause::RegisteredToAnother
                     : FindingCause::NotRegistered,
        certificate.holder)
        .keyUri = certificate.uri;
}

void Findings::addClock()
{
    if (!m_about.clockOffsetMs) {
        add(Examined::Clock, Condition::Warning, FindingCause::ClockUnknown);
        return;
    }
    const bool good = std::abs(*m_about.clockOffsetMs) <= clockPatienceMs;
    add(Examined::Clock, good ? Condition::Good : Condition::Warning,
        good ? FindingCause::Fine : FindingCause::ClockWrong)
        .seconds = *m_about.clockOffsetMs / 1000;
}

/// One that was not asked, since another before it answered, is not told of.
void Findings::addTimestamps()
{
    if (!m_about.wantsTimestamps)
        return;
    if (m_about.timestamps.empty())
        add(Examined::Timestamps, Condition::Bad, FindingCause::NoTimestampAuthority);
    const auto answers = [](const signing::TimestampHealth& each) { return each.lastGood && !each.problem; };
    const bool anyAnswers = std::ranges::any_of(m_about.timestamps, answers);
    for (const signing::TimestampHealth& each : m_about.timestamps) {
        if (answers(each))
            add(Examined::Timestamps, Condition::Good, FindingCause::Fine, each.url.host());
        else if (each.problem)
            add(Examined::Timestamps, anyAnswers ? Condition::Warning : Condition::Bad,
                FindingCause::TimestampUnavailable, each.url.host())
                .detail = each.problem->cause;
    }
}

void Findings::addTrust()
{
    if (!m_about.trust)
        return;
    if (m_about.trust->problem)
        add(Examined::Trust, Condition::Warning, FindingCause::TrustUnreadable).detail = m_about.trust->problem->cause;
    else if (!m_about.trust->anybody)
        add(Examined::Trust, Condition::Warning, FindingCause::NobodyTrusted);
    else if (m_about.trust->remarks.isEmpty())
        add(Examined::Trust, Condition::Good, FindingCause::Fine);
    if (!m_about.trust->remarks.isEmpty())
        add(Examined::Trust, Condition::Warning, FindingCause::TrustedListDoubtful).detail =
            m_about.trust->remarks.join(QStringLiteral("; "));
}

std::vector<Finding> Findings::all()
{
    addModules();
    for (const Examination::Certificate& certificate : m_about.elsewhere)
        addCertificate(certificate);
    addClock();
    addTimestamps();
    addTrust();
    std::ranges::stable_sort(m_findings, {}, &Finding::what);
    return std::move(m_findings);
}

} // namespace

std::vector<Finding> findingsOf(const Examination& examination)
{
    return Findings(examination).all();
}

} // namespace diakinisi::desk
