#include "signing/validation/certificate_path.h"

#include "signing/authorities/revocation_source.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr std::size_t longestPath = 10;
constexpr std::size_t mostPaths = 16;
constexpr int mostChecks = 256;
constexpr int mostFetches = 4;

SubIndication wordFor(int error)
{
    switch (error) {
    case X509_V_ERR_INVALID_PURPOSE:
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
    case X509_V_ERR_PERMITTED_VIOLATION:
    case X509_V_ERR_EXCLUDED_VIOLATION:
    case X509_V_ERR_SUBTREE_MINMAX:
    case X509_V_ERR_UNSUPPORTED_CONSTRAINT_TYPE:
    case X509_V_ERR_UNSUPPORTED_NAME_SYNTAX:
    case X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION:
    case X509_V_ERR_INVALID_POLICY_EXTENSION:
    case X509_V_ERR_NO_EXPLICIT_POLICY:
        return SubIndication::ChainConstraintsFailure;
    default:
        return SubIndication::CertificateChainGeneralFailure;
    }
}

/// For signing documents: not something else. Key usage says digitalSignature or nonRepudiation (or nothing), and the
/// extended key usage, where there is one, is not only for servers, timestamps and OCSP answers.
bool maySignDocuments(X509* certificate)
{
    const std::uint32_t usage = X509_get_key_usage(certificate);
    if ((usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0)
        return false;
    int critical = -1;
    auto* extended =
        static_cast<EXTENDED_KEY_USAGE*>(X509_get_ext_d2i(certificate, NID_ext_key_usage, &critical, nullptr));
    bool fits = !extended;
    for (int i = 0; extended && i < sk_ASN1_OBJECT_num(extended); ++i) {
        const int nid = OBJ_obj2nid(sk_ASN1_OBJECT_value(extended, i));
        fits = fits || (nid != NID_server_auth && nid != NID_time_stamp && nid != NID_OCSP_sign);
    }
    sk_ASN1_OBJECT_pop_free(extended, ASN1_OBJECT_free);
    return fits;
}

} // namespace

class PathFinder::Search
{
public:
    Search(PathFinder& finder, const QList<QByteArray>& others) : m_finder(finder)
    {
        for (const QByteArray& der : others)
            learn(der);
    }

    std::vector<CertificatePath> run(const QByteArray& certificate)
    {
        X509Handle own = toX509(certificate);
        if (own) {
            m_chain.push_back(certificate);
            extend(own.get());
        }
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const auto& a, const auto& b) { return a.size() < b.size(); });
        return std::move(m_found);
    }

private:
    void learn(const QByteArray& der)
    {
        if (X509Handle certificate = toX509(der))
            m_others.push_back({std::move(certificate), der});
    }

    bool issued(X509* issuer, X509* certificate)
    {
        if (X509_NAME_cmp(X509_get_subject_name(issuer), X509_get_issuer_name(certificate)) != 0 ||
            X509_check_issued(issuer, certificate) != X509_V_OK || --m_checksLeft < 0)
            return false;
        const bool holds = X509_verify(certificate, X509_get0_pubkey(issuer)) == 1;
        ERR_clear_error();
        return holds;
    }

    void extend(X509* last)
    {
        if (m_finder.isAnchor(m_chain.back())) {
            m_found.push_back(m_chain);
            return;
        }
        const std::size_t before = m_found.size();
        follow(m_finder.m_anchors, last);
        follow(m_others, last);
        if (m_found.size() > before || !m_finder.m_source || m_fetchesLeft-- <= 0)
            return;
        const Result<QList<QByteArray>> fetched = m_finder.m_source->issuers(m_chain.back(), m_finder.m_stop);
        if (!fetched)
            return;
        std::vector<Known> issuers;
        for (const QByteArray& der : *fetched)
            if (X509Handle certificate = toX509(der))
                issuers.push_back({std::move(certificate), der});
        follow(issuers, last);
    }

    void follow(const std::vector<Known>& candidates, X509* last)
    {
        if (m_chain.size() >= longestPath)
            return;
        for (const Known& candidate : candidates) {
            if (m_found.size() >= mostPaths)
                return;
            if (std::find(m_chain.begin(), m_chain.end(), candidate.der) != m_chain.end() ||
                !issued(candidate.certificate.get(), last))
                continue;
            m_chain.push_back(candidate.der);
            extend(candidate.certificate.get());
            m_chain.pop_back();
        }
    }

    PathFinder& m_finder;
    std::vector<Known> m_others;
    CertificatePath m_chain;
    std::vector<CertificatePath> m_found;
    int m_checksLeft = mostChecks;
    int m_fetchesLeft = mostFetches;
};

PathFinder::PathFinder(const QList<QByteArray>& anchors, RevocationSource* source, std::stop_token stop)
    : m_source(source),
      m_stop(std::move(stop))
{
    for (const QByteArray& der : anchors)
        if (X509Handle certificate = toX509(der))
            m_anchors.push_back({std::move(certificate), der});
}

PathFinder::~PathFinder() = default;

bool PathFinder::isAnchor(const QByteArray& der) const
{
    return std::any_of(m_anchors.begin(), m_anchors.end(), [&](const Known& known) { return known.der == der; });
}

const std::vector<CertificatePath>& PathFinder::find(const QByteArray& certificate, const QList<QByteArray>& others)
{
    const auto [at, isNew] = m_found.try_emplace({certificate, others});
    if (isNew && hasAnchors())
        at->second = Search(*this, others).run(certificate);
    return at->second;
}

PathFault checkConstraints(const CertificatePath& path, PathUse use)
{
    const X509Handle first = toX509(path.front());
    const X509Handle anchor = toX509(path.back());
    const StoreHandle store(X509_STORE_new());
    const StackHandle between(sk_X509_new_null());
    for (std::size_t i = 1; i + 1 < path.size(); ++i)
        if (X509Handle certificate = toX509(path[i]))
            sk_X509_push(between.get(), certificate.release());
    const StoreContext context(X509_STORE_CTX_new());
    if (!first || !anchor || X509_STORE_add_cert(store.get(), anchor.get()) != 1 ||
        X509_STORE_CTX_init(context.get(), store.get(), first.get(), between.get()) != 1)
        return {SubIndication::CertificateChainGeneralFailure, opensslError()};
    X509_STORE_CTX_set_flags(context.get(),
                             X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME | X509_V_FLAG_POLICY_CHECK);
    if (use == PathUse::Timestamp)
        X509_STORE_CTX_set_purpose(context.get(), X509_PURPOSE_TIMESTAMP_SIGN);
    const bool good = X509_verify_cert(context.get()) == 1;
    const int error = X509_STORE_CTX_get_error(context.get());
    ERR_clear_error();
    if (!good)
        return {wordFor(error), QString::fromLatin1(X509_verify_cert_error_string(error))};
    if (use == PathUse::Signature && path.size() > 1 && X509_check_ca(first.get()) == 1)
        return {SubIndication::ChainConstraintsFailure, QStringLiteral("the certificate is an authority's")};
    if (use == PathUse::Signature && !maySignDocuments(first.get()))
        return {SubIndication::ChainConstraintsFailure, QStringLiteral("the certificate is not for signatures")};
    return {};
}

} // namespace diakinisi::signing
