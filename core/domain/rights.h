#pragma once
#include "domain/document.h"
#include "domain/organisation.h"

#include <set>

namespace diakinisi::domain {

/// One to whom sight can be granted:
/// "person:<id>"; "unit:<id>", who belongs to it; "head:<id>", heads of it or of a unit above; "chief:<id>", heads of
/// exactly this unit; "role:registry"; "role:auditor".
using Principal = QString;

/// Who may see this document now: the persons and units on its way, the registry and the auditors; a draft: its author
/// and whom it was submitted to. A restricted one: only the persons named, those who act on it, and whoever began it.
std::set<Principal> grantsOf(const Document& document);

/// As whom this person sees: himself, those he replaces (replacements over before `at` are left out), his units, all
/// below a unit whose head he is, and his roles. Nothing for a person who is not active.
std::set<Principal> principalsOf(const Organisation& organisation, const PersonId& person,
                                 std::optional<Instant> at = std::nullopt);

/// The two together, for one document in hand.
bool maySee(const Document& document, const Organisation& organisation, const PersonId& person,
            std::optional<Instant> at = std::nullopt);

} // namespace diakinisi::domain
