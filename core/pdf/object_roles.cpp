#include "pdf/object_roles.h"

namespace diakinisi::pdf {

namespace {

constexpr int highestParent = 32;
constexpr Ref shared{-1, 0}; // the owner of what several own

struct Step {
    Value value;
    Role role = Role::Other;
    Ref owner;          ///< of appearances and annotation lists
    bool again = false; ///< the object had this role already, but its content or owner is new
};

bool isOwned(Role role)
{
    return role == Role::FieldAppearance || role == Role::AnnotationList;
}

/// Ways that also lead to pages and fields, which have their own role by then and are not entered again.
bool isWeak(Role role)
{
    return role == Role::Other || role == Role::Action || role == Role::Names || role == Role::StructureTree;
}

} // namespace

class RoleWalk
{
public:
    RoleWalk(const Document& document, ObjectRoles& found) : m_document(document), m_found(found) {}

    void run()
    {
        drain();
        // What only hangs on outlines, destinations and the like, or on a way up, comes last.
        m_second = true;
        m_steps.swap(m_later);
        drain();
    }

    void go(const Value& value, Role role, Ref owner = {}, bool again = false)
    {
        if (!value.ref() && !value.isArray() && !value.isDict())
            return;
        (isWeak(role) && !m_second ? m_later : m_steps).push_back({value, role, owner, again});
    }

private:
    void drain()
    {
        while (!m_steps.empty() && ++m_found.m_steps <= ObjectRoles::mostSteps) {
            const Step step = std::move(m_steps.back());
            m_steps.pop_back();
            enter(step);
        }
    }

    void enter(const Step& step)
    {
        const Ref* ref = step.value.ref();
        if (!ref)
            return children(step.value, step, {}, {});
        std::uint32_t& roles = m_found.m_roles[ref->number];
        const auto bit = static_cast<std::uint32_t>(step.role);
        const bool had = (roles & bit) != 0;
        if (!had && isWeak(step.role) && roles != 0)
            return;
        roles |= bit;
        bool isNew = !had || step.again;
        const Ref owner = own(*ref, step, had, isNew);
        if (!isNew)
            return;
        // Other readers do not look at the generation; so what stands under the number counts.
        const std::optional<XrefEntry> entry = m_document.entry(ref->number);
        const bool inFile = entry && entry->kind == XrefEntry::Kind::InFile;
        const Ref there{ref->number, inFile ? entry->generation : 0};
        const Result<Object> object = m_document.object(there);
        if (object)
            children(object->value, step, there, owner);
    }

    /// The owner as it is from now on. What belongs to a second one is gone through once more, for both.
    Ref own(Ref ref, const Step& step, bool had, bool& isNew)
    {
        if (!isOwned(step.role))
            return step.owner;
        Ref& kept = (step.role == Role::FieldAppearance ? m_found.m_shownBy : m_found.m_pageOf)[ref.number];
        if (!had) {
            kept = step.owner;
        } else if (kept != step.owner && kept != shared) {
            kept = shared;
            isNew = true;
        }
        return kept;
    }

    void children(const Value& value, const Step& step, Ref own, Ref owner)
    {
        for (const Value& item : value.array())
            go(item, elementRole(step.role, item), owner);
        const Dict& dict = value.dict();
        if (dict.isEmpty())
            return;
        switch (step.role) {
        case Role::Catalog:
            return catalog(dict);
        case Role::Form:
            return each(dict, {{"Fields", Role::FieldList}, {"DR", Role::FormResources}}, Role::Other);
        case Role::FormResources:
            return each(dict, {}, Role::FormResourceList);
        case Role::FormResourceList:
            return each(dict, {}, Role::Font);
        case Role::Field:
            return field(dict, own);
        case Role::PageTree:
            return each(dict, {{"Kids", Role::PageTree}}, Role::PageContent);
        case Role::Page:
            return page(dict, own);
        case Role::Annotation:
            return each(dict, {{"Popup", Role::Annotation}, {"AP", Role::Annotation}, {"A", Role::Action}},
                        Role::Other);
        case Role::Permissions:
            return each(dict, {}, Role::SignatureValue);
        case Role::SignatureValue: // what a transform is about: the catalog, as a rule (ISO 32000-1, table 253)
            return each(dict, {{"Data", Role::Other}}, Role::SignatureValue);
        case Role::PageContent:
            return each(dict, {{"Font", Role::Font}}, Role::PageContent);
        default:
            return each(dict, {}, step.role, owner);
        }
    }

    Role elementRole(Role list, const Value& item) const
    {
        if (list == Role::FieldList)
            return Role::Field;
        if (list == Role::AnnotationList)
            return m_document.resolve(item).dict()["Subtype"].isName("Widget") ? Role::Field : Role::Annotation;
        if (list == Role::PageTree)
            return m_document.resolve(item).dict().contains("Kids") ? Role::PageTree : Role::Page;
        return list;
    }

    /// Every entry; keys that are listed have the role that stands there. A way up is a weak one.
    void each(const Dict& dict, std::initializer_list<std::pair<const char*, Role>> known, Role otherwise,
              Ref owner = {})
    {
        for (const auto& [key, item] : dict.entries()) {
            Role role = otherwise;
            for (const auto& [name, meant] : known)
                if (key == name)
                    role = meant;
            if (key == "Parent" || (key == "P" && otherwise != Role::PageContent))
                role = Role::Other;
            go(item, role, owner);
        }
    }

    void catalog(const Dict& dict)
    {
        // The tree's root is a node, whether or not it has kids.
        each(dict,
             {{"Pages", Role::PageTree},
              {"AcroForm", Role::Form},
              {"DSS", Role::LongTermData},
              {"Metadata", Role::Metadata},
              {"Extensions", Role::Metadata},
              {"MarkInfo", Role::Metadata},
              {"PieceInfo", Role::Metadata},
              {"Perms", Role::Permissions},
              {"StructTreeRoot", Role::StructureTree},
              {"Names", Role::Names},
              {"OpenAction", Role::Action},
              {"AA", Role::Action}},
             Role::Other);
    }

    void page(const Dict& dict, Ref own)
    {
        for (const auto& [key, item] : dict.entries()) {
            if (key == "Annots")
                go(item, Role::AnnotationList, own);
            else if (key == "Metadata" || key == "PieceInfo")
                go(item, Role::Metadata);
            else
                go(item, key == "AA"       ? Role::Action
                         : key == "Parent" ? Role::PageTree // some readers look there for what is inherited
                                           : Role::PageContent);
        }
    }

    void field(const Dict& dict, Ref own)
    {
        const bool isSignature = fieldType(m_document, dict) == "Sig";
        const bool isSigned = isSignature && !inheritedValue(m_document, dict).dict().isEmpty();
        const Role shown = isSigned ? Role::SignedAppearance : Role::FieldAppearance;
        for (const auto& [key, item] : dict.entries()) {
            if (key == "Kids")
                go(item, Role::FieldList);
            else if (key == "V")
                go(item, isSignature ? Role::SignatureValue : Role::FieldAppearance, own);
            else if (key == "AP")
                go(item, shown, own);
            else if (key == "Parent")
                go(item, Role::Field);
            else
                go(item, key == "A" || key == "AA" ? Role::Action : Role::Other);
        }
    }

    const Document& m_document;
    ObjectRoles& m_found;
    std::vector<Step> m_steps;
    std::vector<Step> m_later;
    bool m_second = false;
};

void ObjectRoles::begin(const Document& document)
{
    RoleWalk walk(document, *this);
    walk.go(document.trailer()["Root"], Role::Catalog);
    walk.go(document.trailer()["Info"], Role::Metadata);
    walk.run();
}

void ObjectRoles::extend(const Document& after, const std::vector<XrefEntry>& touched)
{
    RoleWalk walk(after, *this);
    walk.go(after.trailer()["Info"], Role::Metadata);
    for (const XrefEntry& entry : touched) {
        const std::uint32_t bits = of(entry.number);
        for (std::uint32_t bit = 1; bit <= lastRole; bit <<= 1) {
            const auto role = static_cast<Role>(bit);
            const Ref owner = role == Role::FieldAppearance  ? m_shownBy.value(entry.number)
                              : role == Role::AnnotationList ? m_pageOf.value(entry.number)
                                                             : Ref{};
            if (bits & bit)
                walk.go(Ref{entry.number, 0}, role, owner, true);
        }
    }
    walk.run();
}

std::optional<Ref> ObjectRoles::ownerOf(std::int32_t number, Role role) const
{
    const auto& owners = role == Role::FieldAppearance ? m_shownBy : m_pageOf;
    const auto found = owners.constFind(number);
    if (found == owners.constEnd() || *found == shared || *found == Ref{})
        return std::nullopt;
    return *found;
}

QByteArray fieldType(const Document& document, const Dict& field)
{
    Dict at = field;
    for (int up = 0; up < highestParent; ++up) {
        const Value type = document.get(at, "FT");
        if (!type.isNull() || !at.contains("Parent"))
            return type.name();
        at = document.get(at, "Parent").dict();
    }
    return {};
}

Value inheritedValue(const Document& document, const Dict& field)
{
    Dict at = field;
    for (int up = 0; up < highestParent; ++up) {
        const Value value = document.get(at, "V");
        if (!value.isNull() || !at.contains("Parent"))
            return value;
        at = document.get(at, "Parent").dict();
    }
    return {};
}

QString fieldName(const Document& document, const Dict& field)
{
    Dict at = field;
    QStringList parts;
    for (int up = 0; up < highestParent; ++up) {
        if (at.contains("T"))
            parts.prepend(readTextString(document.get(at, "T")).left(1024));
        if (!at.contains("Parent"))
            break;
        at = document.get(at, "Parent").dict();
    }
    return parts.join(u'.');
}

} // namespace diakinisi::pdf
