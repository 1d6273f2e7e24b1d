#include "signing/validation/change_rules.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

void permit(pdf::ChangeRules& rules, std::int64_t p)
{
    if (p >= 1 && p <= 3)
        rules.permission = std::min(rules.permission, static_cast<pdf::Permission>(p));
}

/// A dictionary with /Action and /Fields: of a FieldMDP transform or of a lock.
void lock(pdf::ChangeRules& rules, const pdf::Document& document, const pdf::Dict& said,
          const std::vector<pdf::Field>& fields)
{
    pdf::ChangeRules named;
    for (const pdf::Value& name : document.get(said, "Fields").array())
        named.lockedFields.push_back(pdf::readTextString(document.resolve(name)));
    const pdf::Value action = document.get(said, "Action");
    if (action.isName("Include")) {
        rules.lockedFields.insert(rules.lockedFields.end(), named.lockedFields.begin(), named.lockedFields.end());
    } else if (action.isName("Exclude")) {
        for (const pdf::Field& field : fields)
            if (!pdf::isLocked(field.name, named))
                rules.lockedFields.push_back(field.name);
    } else {
        rules.allFieldsLocked = true;
    }
}

} // namespace

pdf::ChangeRules rulesOf(const pdf::Document& document, const pdf::Field& field, const std::vector<pdf::Field>& fields)
{
    pdf::ChangeRules rules;
    const pdf::Dict signature = document.resolve(field.value).dict();
    for (const pdf::Value& item : document.get(signature, "Reference").array()) {
        const pdf::Dict reference = document.resolve(item).dict();
        const pdf::Dict parameters = document.get(reference, "TransformParams").dict();
        const pdf::Value method = document.get(reference, "TransformMethod");
        permit(rules, document.get(parameters, "P").integer(method.isName("DocMDP") ? 2 : 0));
        if (method.isName("FieldMDP"))
            lock(rules, document, parameters, fields);
    }
    const pdf::Dict own = document.get(field.dict, "Lock").dict();
    permit(rules, document.get(own, "P").integer());
    if (own.contains("Action"))
        lock(rules, document, own, fields);
    return rules;
}

} // namespace diakinisi::signing
