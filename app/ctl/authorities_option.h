#pragma once
#include "base/random.h"
#include "ctl/arguments.h"
#include "ctl/command_line.h"
#include "signing/http_fetcher.h"
#include "signing/revocation_fetcher.h"
#include "signing/sign_pdf.h"
#include "signing/timestamp_authorities.h"

namespace diakinisi::ctl {

/// --tsa URL..., --tsa-policy OID, --trust DIR, --cache DIR, --allow-private: those whom levels above B-B need, over
/// the real network.
class AuthoritiesOption
{
public:
    static QStringList withValue();
    static QStringList flags() { return {QStringLiteral("allow-private")}; }
    /// FieldInvalid for an address that is none; FileUnreadable (folder of anchors).
    static Result<std::unique_ptr<AuthoritiesOption>> read(const Arguments& arguments, const Clock& clock);

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
