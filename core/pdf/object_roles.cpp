#include "pdf/object_roles.h"

#include <QSet>

namespace diakinisi::pdf {

namespace {

constexpr int mostSteps = 2'000'000;
constexpr int highestParent = 32;

struct Step {
    Value value;
    Role role = Role::Other;
    Ref owner; ///< for appearances: whose
};

class Walk
{
public:
    explicit Walk(const Document& document) : m_document(document) {}

    ObjectRoles run()
    {
        const Value& root = m_document.trailer()["Root"];
        go(root, Role::Catalog);
        go(m_document.trailer()["Info"], Role::Metadata);
        drain();
        // What only hangs on outlines, destinations and the like comes last: such ways also lead to pages, which have
        // their own role by then and are not entered again.
        m_second = true;
        m_steps.swap(m_later);
        drain();
        m_found.tooMany = m_count > mostSteps;
        return std::move(m_found);
    }

private:
    void drain()
    {
        while (!m_steps.empty() && ++m_count <= mostSteps) {
            const Step step = std::move(m_steps.back());
            m_steps.pop_back();
            enter(step);
        }
    }

    static bool isWeak(Role role) { return role == Role::Other || role == Role::Action || role == Role::Names; }

    void go(const Value& value, Role role, Ref owner = {})
    {
        if (!value.ref() && !value.isArray() && !value.isDict())
            return;
        (isWeak(role) && !m_second ? m_later : m_steps).push_back({value, role, owner});
    }

    void enter(const Step& step)
    {
        const Ref* ref = step.value.ref();
        if (!ref) {
            children(step.value, step, {});
            return;
        }
        std::uint32_t& roles = m_found.roles[ref->number];
        const auto bit = static_cast<std::uint32_t>(step.role);
        if ((roles & bit) != 0 || (isWeak(step.role) && roles != 0))
            return;
        roles |= bit;
        if (step.role == Role::FieldAppearance)
            m_found.appearanceOf.insert(ref->number, step.owner);
        const Result<Object> object = m_document.object(*ref);
        if (object)
            children(object->value, step, *ref);
    }

    void children(const Value& value, const Step& step, Ref own)
    {
        for (const Value& item : value.array())
            go(item, elementRole(step.role, item), step.owner);
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
            return each(dict, {{"Kids", Role::PageTree}, {"Resources", Role::PageContent}}, Role::Other);
        case Role::Page:
            return each(dict, {{"Annots", Role::AnnotationList}, {"Metadata", Role::Metadata}, {"AA", Role::Action}},
                        Role::PageContent);
        case Role::Annotation:
            return each(dict, {{"Popup", Role::Annotation}, {"AP", Role::Annotation}, {"A", Role::Action}},
                        Role::Other);
        case Role::PageContent:
            return each(dict, {{"Font", Role::Font}}, Role::PageContent);
        default:
            return each(dict, {}, step.role, step.owner);
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

    /// Every entry but the ways up; keys that are listed have the role that stands there.
    void each(const Dict& dict, std::initializer_list<std::pair<const char*, Role>> known, Role otherwise,
              Ref owner = {})
    {
        for (const auto& [key, item] : dict.entries()) {
            if (key == "Parent" || (key == "P" && otherwise != Role::PageContent))
                continue;
            Role role = otherwise;
            for (const auto& [name, meant] : known)
                if (key == name)
                    role = meant;
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
              {"Names", Role::Names},
              {"OpenAction", Role::Action},
              {"AA", Role::Action}},
             Role::Other);
    }

    void field(const Dict& dict, Ref own)
    {
        const bool isSignature = fieldType(m_document, dict) == "Sig";
        const bool isSigned = isSignature && !m_document.get(dict, "V").dict().isEmpty();
        const Role shown = isSigned ? Role::SignedAppearance : Role::FieldAppearance;
        for (const auto& [key, item] : dict.entries()) {
            if (key == "Parent" || key == "P")
                continue;
            if (key == "Kids")
                go(item, Role::FieldList);
            else if (key == "V")
                go(item, isSignature ? Role::SignatureValue : Role::FieldAppearance, own);
            else if (key == "AP")
                go(item, shown, own);
            else
                go(item, key == "A" || key == "AA" ? Role::Action : Role::Other);
        }
    }

    const Document& m_document;
    ObjectRoles m_found;
    std::vector<Step> m_steps;
    std::vector<Step> m_later;
    bool m_second = false;
    int m_count = 0;
};

} // namespace

ObjectRoles findRoles(const Document& document)
{
    return Walk(document).run();
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
