#pragma once
#include "pdf/document.h"

#include <QHash>

#include <optional>
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
    Metadata = 1U << 15, ///< also what programs keep for themselves
    Names = 1U << 16,
    Action = 1U << 17,
    Other = 1U << 18,
    FormResourceList = 1U << 19, ///< one category of the form's resources: its fonts
    Permissions = 1U << 20,      ///< the catalog's /Perms
    StructureTree = 1U << 21,
};

inline constexpr std::uint32_t lastRole = static_cast<std::uint32_t>(Role::StructureTree);

/// The objects' roles in all states of a file that were walked. A role once had is never lost: what a later saving no
/// longer reaches stays under the stricter rule.
class ObjectRoles
{
public:
    /// Walks all that the catalog reaches; at most 2 million steps over all calls.
    void begin(const Document& document);
    /// Goes on with what this saving changed: only from there.
    void extend(const Document& after, const std::vector<XrefEntry>& touched);

    /// Bits; also of objects that are named but not there.
    std::uint32_t of(std::int32_t number) const { return m_roles.value(number); }
    /// Of a FieldAppearance: the one field that shows it; of an AnnotationList: its page. None when it is shared.
    std::optional<Ref> ownerOf(std::int32_t number, Role role) const;
    /// The walk was given up.
    bool tooMany() const { return m_steps > mostSteps; }

private:
    friend class RoleWalk;
    static constexpr int mostSteps = 2'000'000;

    QHash<std::int32_t, std::uint32_t> m_roles;
    QHash<std::int32_t, Ref> m_shownBy;
    QHash<std::int32_t, Ref> m_pageOf;
    int m_steps = 0;
};

/// A field's own or inherited /FT and its full name (parents at most 32 up).
QByteArray fieldType(const Document& document, const Dict& field);
QString fieldName(const Document& document, const Dict& field);
/// Its own or inherited /V, resolved.
Value inheritedValue(const Document& document, const Dict& field);

} // namespace diakinisi::pdf
