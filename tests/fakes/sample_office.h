#pragma once
#include "tests/fakes/fake_office.h"

namespace diakinisi::fakes {

/// A municipality in the middle of a working day: units, persons, letters on their way in every state.
struct SampleOffice {
    std::shared_ptr<FakeOffice> office;
    domain::PersonId clerk;   ///< registry
    domain::PersonId head;    ///< of the technical service; signs
    domain::PersonId officer; ///< handles charged documents there
    domain::UnitId registry;
    domain::UnitId technical;
    QVector<domain::DocumentId> toSign; ///< waiting for the head's signature
    domain::DocumentId signedOne;
};

/// `clock` is set by the caller, usually to a fixed morning.
SampleOffice makeSampleOffice(const Clock& clock);

/// A letter as HTML, one page of A4.
QString letter(const QString& sender, const QString& number, const QString& date, const QString& place,
               const QString& subject, const QStringList& paragraphs, const QString& signatory);

} // namespace diakinisi::fakes
