#pragma once
#include "base/random.h"
#include "ctl/arguments.h"
#include "ctl/command_line.h"
#include "signing/authorities/http_fetcher.h"
#include "signing/authorities/revocation_fetcher.h"
#include "signing/authorities/timestamp_authorities.h"
#include "signing/pades/sign_pdf.h"

namespace diakinisi::ctl {

/// --tsa URL..., --tsa-policy OID, --trust DIR, --cache DIR, --private-addresses: those whom levels above B-B need,
/// over the real network.
class AuthoritiesOption
{
public:
    static QStringList withValue();
    static QStringList flags() { return {QStringLiteral("private-addresses")}; }

    /// Whose certificates these authorities will be asked about.
    enum class About {
        OwnKey,   ///< the caller's own, so that its issuer may have its servers in a private network
        AnyFiles, ///< whatever files bring along: public addresses only, unless --private-addresses
    };
    /// FieldInvalid for an address that is none; FileUnreadable (folder of anchors).
    static Result<std::unique_ptr<AuthoritiesOption>> read(const Arguments& arguments, const Clock& clock, About about);

    signing::Authorities authorities() { return {&m_timestamps, &m_revocation, m_anchors}; }

private:
    AuthoritiesOption(const Clock& clock, const signing::FetcherRules& rules, const QString& cacheFolder,
                      std::vector<signing::TimestampAuthority> list, QList<QByteArray> anchors);

    SystemRandom m_random;
    signing::HttpFetcher m_fetcher;
    signing::RevocationCache m_cache;
    signing::RevocationFetcher m_revocation;
    signing::TimestampAuthorities m_timestamps;
    QList<QByteArray> m_anchors;
};

} // namespace diakinisi::ctl
