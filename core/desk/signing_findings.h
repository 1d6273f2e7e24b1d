#pragma once
#include "desk/signing_doctor.h"
#include "domain/organisation.h"
#include "signing/authorities/timestamp_authorities.h"
#include "signing/keys/tokens.h"

#include <optional>

namespace diakinisi::desk {

/// What an examination rests on, as plain values: the rules are looked at without a token.
struct Examination {
    std::vector<signing::ModuleListing> modules;
    struct Certificate {
        QString uri;
        QString holder;
        Sha256 fingerprint;
        Instant notBefore;
        Instant notAfter;
    };
    std::vector<Certificate> elsewhere; ///< in key files and in the system's store
    std::shared_ptr<const domain::Organisation> organisation;
    std::optional<domain::PersonId> person;
    std::optional<qint64> clockOffsetMs; ///< official minus own
    bool wantsTimestamps = false;
    std::vector<signing::TimestampHealth> timestamps; ///< of those that policy names, in its order
    struct Trust {
        bool anybody = false;
        std::optional<Error> problem; ///< the folder cannot be read
        QStringList remarks;          ///< as TrustFolder::Reading
    };
    std::optional<Trust> trust; ///< none: not looked at
    Instant now;
};

/// Pure: the findings, in the order of Examined.
std::vector<Finding> findingsOf(const Examination& examination);

} // namespace diakinisi::desk
