#include "pdf/form.h"

#include <algorithm>
#include <set>

namespace diakinisi::pdf {

namespace {

constexpr int deepest = 32;
constexpr std::size_t mostFields = 20'000;
constexpr std::size_t mostLooks = 500'000; // kids looked at, again and again where fields share them

struct FromParent {
    QString name;
    Value type;
    Value value;
};

class FieldReader
{
public:
    explicit FieldReader(const Document& document) : m_document(document) {}

    void node(const Value& node, FromParent parent, int depth)
    {
        const Ref* ref = node.ref();
        if (depth > deepest || fields.size() >= mostFields || m_looks > mostLooks ||
            (ref && !m_seen.insert(*ref).second))
            return;
        const Dict dict = m_document.resolve(node).dict();
        if (dict.isEmpty())
            return;
        if (dict.contains("T")) {
            const QString part = readTextString(m_document.get(dict, "T"));
            parent.name = (parent.name.isEmpty() ? part : parent.name + u'.' + part).left(4096);
        }
        if (dict.contains("FT"))
            parent.type = dict["FT"];
        if (dict.contains("V"))
            parent.value = dict["V"];
        const Array kids = m_document.get(dict, "Kids").array();
        m_looks += 1 + kids.size();
        if (m_looks > mostLooks)
            return;
        const bool inner = std::any_of(kids.begin(), kids.end(),
                                       [&](const Value& kid) { return m_document.resolve(kid).dict().contains("T"); });
        if (!inner) {
            fields.push_back({ref ? *ref : Ref{}, ref != nullptr, dict, parent.name,
                              m_document.resolve(parent.type).name(), parent.value});
            return;
        }
        for (const Value& kid : kids)
            this->node(kid, parent, depth + 1);
    }

    std::vector<Field> fields;

private:
    const Document& m_document;
    std::set<Ref> m_seen;
    std::size_t m_looks = 0;
};

/// The form's dictionary for changing, and where it is written back to.
struct Form {
    Dict dict;
    std::optional<Ref> own; ///< else it stands in the catalog
};

Form openForm(const IncrementalUpdate& update)
{
    const Value& root = update.document().trailer()["Root"];
    const Value slot = update.current(root).dict()["AcroForm"];
    Form form{update.current(slot).dict(), {}};
    if (slot.ref() && !form.dict.isEmpty())
        form.own = *slot.ref();
    return form;
}

void closeForm(IncrementalUpdate& update, const Form& form)
{
    if (form.own) {
        update.set(*form.own, form.dict);
        return;
    }
    const Ref root = *update.document().trailer()["Root"].ref();
    Dict catalog = update.current(root).dict();
    catalog.set("AcroForm", form.dict);
    update.set(root, catalog);
}

/// Puts `item` at the end of the list at dict[key]; true when the dictionary itself was changed.
bool appendTo(IncrementalUpdate& update, Dict& dict, const QByteArray& key, const Value& item)
{
    const Value slot = dict[key];
    Array list = update.current(slot).array();
    list.push_back(item);
    if (slot.ref() && update.current(slot).isArray()) {
        update.set(*slot.ref(), std::move(list));
        return false;
    }
    dict.set(key, std::move(list));
    return true;
}

bool addResources(IncrementalUpdate& update, Dict& form, const Dict& resources)
{
    if (resources.isEmpty())
        return false;
    Dict merged = update.current(form, "DR").dict();
    Dict fonts = update.current(merged, "Font").dict();
    for (const auto& [name, font] : resources.entries())
        fonts.set(name, font);
    merged.set("Font", fonts);
    form.set("DR", merged);
    return true;
}

} // namespace

std::vector<Field> readFields(const Document& document)
{
    FieldReader reader(document);
    const Dict form = document.get(document.catalog(), "AcroForm").dict();
    for (const Value& field : document.get(form, "Fields").array())
        reader.node(field, {}, 0);
    return std::move(reader.fields);
}

Value widgetOf(const Document& document, const Field& field)
{
    if (field.dict.contains("Rect"))
        return field.hasRef ? Value(field.ref) : Value(field.dict);
    for (const Value& kid : document.get(field.dict, "Kids").array())
        if (document.resolve(kid).dict().contains("Rect"))
            return kid;
    return {};
}

std::size_t pageOf(const Document& document, const std::vector<Page>& pages, const Value& widget)
{
    const Dict dict = document.resolve(widget).dict();
    const Ref* own = dict["P"].ref();
    for (std::size_t i = 0; own && i < pages.size(); ++i)
        if (pages[i].ref == *own)
            return i;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Array list = document.get(pages[i].dict, "Annots").array();
        if (std::find(list.begin(), list.end(), widget) != list.end())
            return i;
    }
    return pages.size();
}

bool sharesAnnotations(const std::vector<Page>& pages, const Page& page)
{
    const Ref* list = page.dict["Annots"].ref();
    return list && std::any_of(pages.begin(), pages.end(), [&](const Page& other) {
               const Ref* its = other.dict["Annots"].ref();
               return other.ref != page.ref && its && *its == *list;
           });
}

void addField(IncrementalUpdate& update, const NewField& field)
{
    Form form = openForm(update);
    bool changed = appendTo(update, form.dict, "Fields", field.ref);
    changed = addResources(update, form.dict, field.resources) || changed;
    if (field.signature && form.dict["SigFlags"].integer() != 3) {
        form.dict.set("SigFlags", 3);
        changed = true;
    }
    if (changed)
        closeForm(update, form);
    addAnnotation(update, field.page, field.ref, field.sharedList);
}

void addAnnotation(IncrementalUpdate& update, Ref page, Ref annotation, bool sharedList)
{
    Dict dict = update.current(page).dict();
    if (sharedList)
        dict.set("Annots", update.current(dict, "Annots"));
    if (appendTo(update, dict, "Annots", annotation))
        update.set(page, dict);
}

void setSignatureFlags(IncrementalUpdate& update)
{
    Form form = openForm(update);
    if (form.dict["SigFlags"].integer() == 3)
        return;
    form.dict.set("SigFlags", 3);
    closeForm(update, form);
}

Permission permissionOf(const Document& document)
{
    int strictest = static_cast<int>(Permission::Unsaid);
    for (const Field& field : readFields(document)) {
        const Dict signature = document.resolve(field.value).dict();
        if (field.type != "Sig" || signature.isEmpty())
            continue;
        std::vector<Value> said{document.get(document.get(field.dict, "Lock").dict(), "P")};
        for (const Value& item : document.get(signature, "Reference").array()) {
            const Dict reference = document.resolve(item).dict();
            const Value parameters = document.get(reference, "TransformParams");
            if (document.get(reference, "TransformMethod").isName("DocMDP"))
                said.push_back(Value(document.get(parameters.dict(), "P").integer(2)));
            else if (document.get(reference, "TransformMethod").isName("FieldMDP"))
                said.push_back(document.get(parameters.dict(), "P"));
        }
        for (const Value& p : said)
            if (p.integer() >= 1 && p.integer() <= 3)
                strictest = std::min(strictest, static_cast<int>(p.integer()));
    }
    return static_cast<Permission>(strictest);
}

Value rectValue(const Rect& rect)
{
    return Array{rect.x, rect.y, rect.x + rect.width, rect.y + rect.height};
}

} // namespace diakinisi::pdf
