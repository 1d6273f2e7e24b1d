#pragma once
#include "base/result.h"
#include "domain/organisation.h"

#include <memory>

namespace diakinisi::desk {

/// A unit or a person to charge, as type-ahead offers it.
struct ChargeTarget {
    std::optional<domain::UnitId> unit;
    std::optional<domain::PersonId> person;
    QString label; ///< "ΔΟΙΚ Διεύθυνση Οικονομικού" or "Παπαδόπουλος Νίκος, Τμήμα ..."
    QString remark; ///< of an absent person: the name of the substitute
};

/// The organisation as this desk knows it.
class Directory
{
public:
    virtual ~Directory() = default;
    /// At once; a snapshot that never changes under the reader.
    virtual std::shared_ptr<const domain::Organisation> organisation() const = 0;
    /// Units and persons whose code, name or login begins with the letters (accents and case folded, Latin look-alikes
    /// too); recent and frequent ones of this desk first. At once.
    virtual std::vector<ChargeTarget> suggest(const QString& letters, int limit) const = 0;
    /// Remembers a choice for the order of suggestions.
    virtual void noteChosen(const ChargeTarget& target) = 0;
    /// Senders used before that begin so, frequent first.
    virtual Result<std::vector<QString>> suggestParties(const QString& letters, int limit) const = 0;
};

} // namespace diakinisi::desk
