#pragma once
#include "domain/document.h"
#include "domain/organisation.h"

#include <set>
#include <string>

namespace diakinisi::domain {

/// One to whom sight can be granted: "person:<id>", "unit:<id>" or "role:registry" / "role:auditor".
using Principal = QString;

/// Who may see this document now: the persons and units on its way, the registry and the auditors. A restricted one:
/// only the persons named, those who act on it, and whoever registered it.
std::set<Principal> grantsOf(const Document& document);

/// As whom this person sees: himself, his units, all below a unit whose head he is, and his roles.
std::set<Principal> principalsOf(const Organisation& organisation, const PersonId& person);

/// The two together, for one document in hand.
bool maySee(const Document& document, const Organisation& organisation, const PersonId& person);

} // namespace diakinisi::domain
