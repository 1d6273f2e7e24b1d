#pragma once
#include "base/clock.h"
#include "base/random.h"
#include "signing/authorities/http_fetcher.h"
#include "signing/authorities/revocation_fetcher.h"
#include "signing/authorities/timestamp_authorities.h"
#include "signing/pades/sign_pdf.h"
#include "signing/trust/trust_folder.h"

#include <QJsonObject>

#include <memory>

namespace diakinisi::desk {

/// Those whom the organisation's policy names for signing, with what this desk has learnt of them so far. Made anew
/// only when policy, or who is trusted, changes. Thread-safe.
class SigningAuthorities
{
public:
    /// What one state of policy says. Whoever holds it may use it to the end.
    struct Set {
        Set(const QJsonObject& policy, QList<QByteArray> anchors, signing::RevocationCache& cache, const Clock& clock,
            RandomSource& random);
        signing::Authorities all() { return {&timestamps, &revocation, {}}; }

        signing::Level level = signing::Level::BB;
        signing::WhenAway away = signing::WhenAway::SignNow;
        signing::HttpFetcher fetcher;
        signing::RevocationFetcher revocation;
        signing::TimestampAuthorities timestamps;
    };

    /// `folder` keeps revocation answers while they are fresh, also those to whoever judges received files. Where
    /// somebody is trusted, only a timestamp whose authority leads to an anchor or to a timestamp service of a trusted
    /// list is taken.
    SigningAuthorities(const Clock& clock, RandomSource& random, const QString& folder, signing::TrustFolder& trust);

    std::shared_ptr<Set> forPolicy(const QJsonObject& policy);
    const QString& answersFolder() const { return m_folder; }

private:
    const Clock& m_clock;
    RandomSource& m_random;
    const QString m_folder;
    signing::TrustFolder& m_trust;
    signing::RevocationCache m_cache;
    std::mutex m_mutex;
    QJsonObject m_policy;
    std::shared_ptr<const signing::TrustFolder::Reading> m_reading;
    std::shared_ptr<Set> m_set;
};

} // namespace diakinisi::desk
