#pragma once
#include "base/ids.h"
#include "domain/document.h"
#include "domain/organisation.h"

#include <random>

namespace diakinisi::bench {

/// Registered documents of a municipality as a desk of one person gets them: two years of the book, subjects of Greek
/// words in their inflections, senders, charges; the newest few hundred are open at this person's unit. The same seed
/// gives the same documents but for their ids.
class SampleDocuments
{
public:
    SampleDocuments(const domain::Organisation& organisation, const domain::PersonId& person, IdSource& ids,
                    Instant now);

    /// The `index`-th of `count`, oldest first.
    domain::Document make(qint64 index, qint64 count);

    /// Words of the subjects, as a clerk would type them: not always in the form that the subject has.
    static QStringList typedWords();

private:
    QString subject();
    domain::Registration registration(qint64 index, Instant at) const;
    domain::Charge charge(Instant at, bool open);
    QString pick(const QStringList& words);

    const domain::PersonId m_person;
    IdSource& m_ids;
    const Instant m_now;
    std::vector<domain::UnitId> m_units; ///< all; the person's own first
    std::mt19937 m_dice{20261123};       // NOLINT: repeatable on purpose
};

} // namespace diakinisi::bench
