#include "signing/pades/may_sign.h"

#include "pdf/security.h"
#include "signing/validation/change_rules.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr std::int64_t readOnly = 1;

tl::unexpected<Error> forbidden(const char* why)
{
    return fail(ErrorCode::PdfForbids, {}, QString::fromLatin1(why));
}

Done mayAppend(const pdf::Document& document)
{
    if (document.isRepaired())
        return fail(ErrorCode::PdfBroken, {},
                    QStringLiteral("the cross-reference is damaged; only a copy written anew can be signed"));
    return document.readable();
}

/// A dynamic form is drawn by its reader from XFA: what a page shows is not what would be signed (and no field of ours
/// would be seen). A static one has its pages like any other.
bool isDynamicXfa(const pdf::Document& document)
{
    const pdf::Dict catalog = document.catalog();
    const pdf::Dict form = document.get(catalog, "AcroForm").dict();
    return form.contains("XFA") &&
           (document.get(catalog, "NeedsRendering").isTrue() || document.get(form, "Fields").array().empty());
}

Done mayBySecurity(const pdf::Document& document, bool newField)
{
    const pdf::Security* security = document.security();
    if (!security)
        return {};
    if (newField && !security->mayAddFields())
        return forbidden("the encryption's rights allow no new signature field");
    if (!newField && !security->mayFillFields())
        return forbidden("the encryption's rights allow no signing");
    return {};
}

Done mayByEarlier(const pdf::Document& document, const std::vector<pdf::Field>& fields, const QString& name,
                  bool certifies)
{
    if (pdf::permissionOf(document) == pdf::Permission::NoChanges)
        return forbidden("a certification or lock allows no change");
    for (const pdf::Field& field : fields) {
        const pdf::Dict signature = document.resolve(field.value).dict();
        if (field.type != "Sig" || signature.isEmpty())
            continue;
        if (certifies)
            return forbidden("only the first signature can certify");
        if (pdf::isLocked(name, rulesOf(document, field, fields)))
            return forbidden("an earlier signature locks the field");
    }
    return {};
}

} // namespace

Done maySign(const pdf::Document& document, const std::vector<pdf::Field>& fields, const pdf::Field* existing,
             const QString& name, const SignOptions& options)
{
    if (const Done append = mayAppend(document); !append)
        return append;
    if (isDynamicXfa(document))
        return forbidden("a dynamic XFA form");
    if (const Done rights = mayBySecurity(document, !existing); !rights)
        return rights;
    if (const Done earlier = mayByEarlier(document, fields, name, options.certify != Certify::None); !earlier)
        return earlier;
    if (existing && (document.get(existing->dict, "Ff").integer() & readOnly) != 0)
        return forbidden("the signature field is read-only");
    return {};
}

Done mayTimestamp(const pdf::Document& document)
{
    if (const Done append = mayAppend(document); !append)
        return append;
    return mayBySecurity(document, true);
}

} // namespace diakinisi::signing
