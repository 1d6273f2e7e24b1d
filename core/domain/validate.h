#pragma once
#include "base/result.h"
#include "domain/commands.h"

namespace diakinisi::domain {

// What a form must hold before it can become an act. Each names the offending field in Error::subject.

/// The required fields of a registration (product rule 1): direction, subject, sender or recipients, count of items,
/// unit addressed; and that what is optional is well formed.
Done validateIdentity(const Identity& identity, const Particulars& particulars,
                      const std::vector<PartyContact>& contacts, const Organisation& organisation);

Done validateItems(const std::vector<NewItem>& items);
Done validateFile(const FileRef& file, const QString& field);

/// Not empty after trimming, not too long, no control characters but line ends.
Done validateText(const QString& text, const QString& field, ErrorCode whenEmpty = ErrorCode::FieldMissing);
/// The same, but may be empty.
Done validateOptionalText(const QString& text, const QString& field);
/// "2026-11-23" or empty.
Done validateDate(const QString& date, const QString& field);

Done validateUnit(const UnitId& unit, const Organisation& organisation, const QString& field);
Done validatePerson(const PersonId& person, const Organisation& organisation, const QString& field);

} // namespace diakinisi::domain
