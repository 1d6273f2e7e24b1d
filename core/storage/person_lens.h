#pragma once
#include "domain/organisation.h"

#include <QSet>

namespace diakinisi::storage {

/// What of the organisation decides whether a document concerns this person now; the domain's guards, asked once for
/// every unit and person instead of once for every document.
struct PersonLens {
    domain::PersonId person;
    bool registry = false;
    QSet<domain::UnitId> units;      ///< a charge to one of these is his affair
    QSet<domain::PersonId> replaced; ///< those for whom he may approve now

    friend bool operator==(const PersonLens&, const PersonLens&) = default;
};

PersonLens lensOf(const domain::Organisation& organisation, const domain::PersonId& person, Instant now);

/// Equal bytes for equal lenses: to notice that the lists must be computed anew.
QByteArray fingerprint(const PersonLens& lens);

} // namespace diakinisi::storage
