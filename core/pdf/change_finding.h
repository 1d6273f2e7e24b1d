#pragma once
#include "pdf/revisions.h"

namespace diakinisi::pdf {

/// What a change must be allowed by. The same finding is judged by the rules of every signature before it.
enum class Need {
    Nothing,        ///< harmless whatever a signature says
    Never,          ///< no signature allows it
    Filling,        ///< a form field filled that was empty when it was signed
    Refilling,      ///< a form field filled with something else
    Signing,        ///< a signature in a field that was there, or one that shows nothing
    SigningOnBlank, ///< a visible signature in a new field, on an empty place of the page
    SigningOver,    ///< a visible signature in a new field, over something that the page shows
    AddingField,    ///< an empty signature field that shows nothing
    Remark,         ///< a remark that cannot hide or imitate the page's content
    NumberField,    ///< our own empty fields for number and date
};

/// One change between two savings, not yet judged.
struct Finding {
    int revision = 0;
    ChangeKind what = ChangeKind::Other;
    Need need = Need::Never;
    QString detail;
    QString field{};     ///< full name, of what fields may be locked
    int givenSince = -1; ///< Refilling: the revision in which the field was first filled; 0 when before all that is
                         ///< compared
};

/// `signedRevision`: the last one that the signature covers.
bool isAllowed(const Finding& finding, const ChangeRules& rules, int signedRevision);

} // namespace diakinisi::pdf
