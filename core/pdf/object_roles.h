#pragma once
#include "pdf/document.h"

#include <QHash>

#include <vector>

namespace diakinisi::pdf {

/// What an object is for, by the way that leads to it from the catalog. One object may have several.
enum class Role : std::uint32_t {
    Catalog = 1U << 0,
    Form = 1U << 1,
    FieldList = 1U << 2,
    Field = 1U << 3, ///< also its widgets
    FormResources = 1U << 4,
    SignatureValue = 1U << 5,
    SignedAppearance = 1U << 6, ///< what a signed field shows
    FieldAppearance = 1U << 7,
    PageTree = 1U << 8,
    Page = 1U << 9,
    AnnotationList = 1U << 10,
    Annotation = 1U << 11,
    PageContent = 1U << 12,
    Font = 1U << 13,
    LongTermData = 1U << 14,
    Metadata = 1U << 15,
    Names = 1U << 16,
    Action = 1U << 17,
    Other = 1U << 18,
    FormResourceList = 1U << 19, ///< one category of the form's resources: its fonts
};

inline constexpr std::uint32_t lastRole = static_cast<std::uint32_t>(Role::FormResourceList);

struct ObjectRoles {
    QHash<std::int32_t, std::uint32_t> roles; ///< by object number; also of objects that are named but not there
    QHash<std::int32_t, Ref> appearanceOf;    ///< the field to which a FieldAppearance object belongs
    bool tooMany = false;                     ///< the walk was given up

    bool has(std::int32_t number, Role role) const
    {
        return (roles.value(number) & static_cast<std::uint32_t>(role)) != 0;
    }
};

/// Walks all that the catalog reaches; at most 2 million steps.
ObjectRoles findRoles(const Document& document);

/// A field's own or inherited /FT and its full name (parents at most 32 up).
QByteArray fieldType(const Document& document, const Dict& field);
QString fieldName(const Document& document, const Dict& field);

} // namespace diakinisi::pdf
