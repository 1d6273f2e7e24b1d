#pragma once
#include "pdf/revisions.h"

namespace diakinisi::pdf {

/// Looks for objects in the bytes of one saving that no cross-reference lists there but that bear the number of one
/// that is in use: a reader that believes the file to be damaged, and searches it, would take them. What is wrong, in
/// English; empty when nothing is.
QString unlistedObjects(const Document& before, const Document& after, const Revision& saving);

/// The objects that a saving moves without naming them: because it puts another object stream in the place of theirs,
/// or lists one object in two ways. What is wrong; empty when nothing is.
QString movedObjects(const Document& before, const Document& after, const Revision& saving);

} // namespace diakinisi::pdf
