#include "pdf/change_finding.h"

#include <algorithm>

namespace diakinisi::pdf {

bool isLocked(const QString& name, const ChangeRules& rules)
{
    return rules.allFieldsLocked ||
           std::any_of(rules.lockedFields.begin(), rules.lockedFields.end(),
                       [&](const QString& locked) { return name == locked || name.startsWith(locked + u'.'); });
}

bool isAllowed(const Finding& finding, const ChangeRules& rules, int signedRevision)
{
    const bool isApproval = rules.permission == Permission::Unsaid;
    const bool mayFill = rules.permission != Permission::NoChanges && !isLocked(finding.field, rules);
    const bool mayAnnotate = isApproval || rules.permission == Permission::Annotate;
    switch (finding.need) {
    case Need::Nothing:
        return true;
    case Need::Never:
        return false;
    case Need::Filling:
    case Need::Signing:
    case Need::SigningOnBlank:
        return mayFill;
    case Need::Refilling:
        // Who approves a filled form approves what it says; who certifies it for filling has said that it may change.
        return mayFill && (!isApproval || finding.givenSince > signedRevision);
    case Need::SigningOver:
        // Published as the attack by signature on certified documents: nobody can see what lies beneath.
        return mayFill && isApproval;
    case Need::AddingField:
    case Need::Remark:
        return mayAnnotate;
    case Need::NumberField:
        return rules.newNumberField;
    }
    return false;
}

} // namespace diakinisi::pdf
