#include "pdf/judge_changes.h"

#include "pdf/number_field.h"

#include <algorithm>

namespace diakinisi::pdf {

namespace {

constexpr std::size_t mostChanges = 200;
constexpr double longestNumberField = 400;
constexpr double highestNumberField = 60;
constexpr double largestNote = 100; // points: the icon of a text note

std::set<QByteArray> differingKeys(const Dict& old, const Dict& now)
{
    std::set<QByteArray> keys;
    for (const auto& [key, value] : old.entries())
        if (!now.contains(key) || !(now[key] == value))
            keys.insert(key);
    for (const auto& [key, value] : now.entries())
        if (!old.contains(key))
            keys.insert(key);
    return keys;
}

bool within(const std::set<QByteArray>& keys, std::initializer_list<const char*> allowed)
{
    return std::all_of(keys.begin(), keys.end(), [&](const QByteArray& key) {
        return std::any_of(allowed.begin(), allowed.end(), [&](const char* name) { return key == name; });
    });
}

QString joined(const std::set<QByteArray>& keys)
{
    QByteArray text;
    for (const QByteArray& key : keys)
        text += " /" + key.left(40);
    return QString::fromLatin1(text);
}

bool contains(const Array& list, const Value& item)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}

bool sameBytes(const ByteSource& source, std::int64_t a, std::int64_t b, std::int64_t length)
{
    constexpr std::int64_t piece = 1 << 18;
    for (std::int64_t at = 0; at < length; at += piece) {
        const std::int64_t part = std::min(piece, length - at);
        const Result<QByteArray> first = source.read(a + at, part);
        const Result<QByteArray> second = source.read(b + at, part);
        if (!first || !second || *first != *second)
            return false;
    }
    return true;
}

} // namespace

void ChangeJudge::note(ChangeKind what, bool allowed, const QString& detail)
{
    const bool known = std::any_of(m_changes.begin(), m_changes.end(),
                                   [&](const Change& c) { return c.what == what && c.allowed == allowed; });
    // Signatures are counted one by one; of the rest the first of each kind is evidence enough.
    const bool counted = what == ChangeKind::Signing || what == ChangeKind::Timestamp;
    if ((!known || counted) && m_changes.size() < mostChanges)
        m_changes.push_back({m_revision, what, allowed, m_where + detail});
}

bool ChangeJudge::isLocked(const QString& name) const
{
    const auto& locked = m_rules.lockedFields;
    return m_rules.allFieldsLocked || std::find(locked.begin(), locked.end(), name) != locked.end();
}

bool ChangeJudge::isSame(const Object& old, const Object& now) const
{
    if (!(old.value == now.value) || old.isStream() != now.isStream())
        return false;
    if (!old.isStream())
        return true;
    const Result<std::int64_t> was = m_before.streamLength(old);
    const Result<std::int64_t> is = m_after.streamLength(now);
    return was && is && *was == *is && sameBytes(m_after.source(), old.dataAt, now.dataAt, *was);
}

std::vector<Change> ChangeJudge::judge(const std::vector<XrefEntry>& touched)
{
    const Dict& old = m_before.trailer();
    const Dict& now = m_after.trailer();
    if (!(old["Root"] == now["Root"]) || !(old["Encrypt"] == now["Encrypt"]))
        note(ChangeKind::Structure, false, QStringLiteral("the trailer names another catalog"));
    if (!(old["Info"] == now["Info"]))
        note(ChangeKind::Metadata, true, QStringLiteral("document information"));
    const ObjectRoles roles = findRoles(m_before);
    if (roles.tooMany)
        note(ChangeKind::Structure, false, QStringLiteral("too large to compare"));
    for (const XrefEntry& entry : touched) {
        m_where = QStringLiteral("object %1: ").arg(entry.number);
        object(entry.number, roles);
    }
    m_where.clear();
    if (m_changes.empty())
        note(ChangeKind::Other, true, QStringLiteral("nothing in effect"));
    return m_changes;
}

void ChangeJudge::object(std::int32_t number, const ObjectRoles& roles)
{
    const std::uint32_t bits = roles.roles.value(number);
    const std::optional<XrefEntry> was = m_before.entry(number);
    const std::optional<XrefEntry> is = m_after.entry(number);
    if (bits == 0 || was == is)
        return; // new, or the same bytes named again
    const Ref oldRef{number, was && was->kind == XrefEntry::Kind::InFile ? was->generation : 0};
    const Ref newRef{number, is && is->kind == XrefEntry::Kind::InFile ? is->generation : 0};
    const Result<Object> old = m_before.object(oldRef);
    const Result<Object> now = m_after.object(newRef);
    if (!now) {
        note(ChangeKind::Structure, false, QStringLiteral("unreadable"));
        return;
    }
    if (old && isSame(*old, *now) && oldRef == newRef)
        return;
    for (std::uint32_t bit = 1; bit <= static_cast<std::uint32_t>(Role::Other); bit <<= 1)
        if (bits & bit)
            byRole(static_cast<Role>(bit), newRef, old ? old->value : Value(), now->value, roles);
}

void ChangeJudge::byRole(Role role, Ref ref, const Value& old, const Value& now, const ObjectRoles& roles)
{
    switch (role) {
    case Role::Catalog:
        return catalog(old.dict(), now.dict());
    case Role::Form:
        return form(old.dict(), now.dict());
    case Role::FieldList:
        return fieldList(old.array(), now.array());
    case Role::Field:
        return field(old.dict(), now.dict());
    case Role::FormResources:
        return resources(old.dict(), now.dict());
    case Role::FieldAppearance:
        return fieldAppearance(roles.appearanceOf.value(ref.number));
    case Role::Page:
        return page(old.dict(), now.dict());
    case Role::AnnotationList:
        return annotationList(old.array(), now.array());
    case Role::Annotation:
        return annotation(now.dict());
    case Role::SignatureValue:
    case Role::SignedAppearance:
        return note(ChangeKind::Signature, false, QStringLiteral("of an earlier signature"));
    case Role::PageTree:
        return note(ChangeKind::PageTree, false, QStringLiteral("page tree"));
    case Role::PageContent:
        return note(ChangeKind::PageContent, false, QStringLiteral("page content"));
    case Role::Font:
        return note(ChangeKind::Fonts, false, QStringLiteral("font"));
    case Role::LongTermData:
        return note(ChangeKind::LongTermData, true, QStringLiteral("document security store"));
    case Role::Metadata:
        return note(ChangeKind::Metadata, true, QStringLiteral("metadata"));
    case Role::Names:
        return note(ChangeKind::Attachment, false, QStringLiteral("names or attachments"));
    case Role::Action:
        return note(ChangeKind::ActiveContent, false, QStringLiteral("action"));
    case Role::Other:
        return note(ChangeKind::Other, false, QStringLiteral("other content"));
    }
}

void ChangeJudge::catalog(const Dict& old, const Dict& now)
{
    for (const QByteArray& key : differingKeys(old, now)) {
        const QString detail = QStringLiteral("catalog /") + QString::fromLatin1(key.left(40));
        if (key == "AcroForm")
            form(m_before.get(old, key).dict(), m_after.get(now, key).dict());
        else if (key == "DSS")
            note(ChangeKind::LongTermData, true, detail);
        else if (key == "Extensions" || key == "Version")
            note(ChangeKind::Catalog, true, detail);
        else if (key == "Metadata")
            note(ChangeKind::Metadata, true, detail);
        else if (key == "Pages")
            note(ChangeKind::PageTree, false, detail);
        else if (key == "Names")
            note(ChangeKind::Attachment, false, detail);
        else if (key == "OpenAction" || key == "AA")
            note(ChangeKind::ActiveContent, false, detail);
        else
            note(ChangeKind::Catalog, false, detail);
    }
}

void ChangeJudge::form(const Dict& old, const Dict& now)
{
    for (const QByteArray& key : differingKeys(old, now)) {
        if (key == "Fields")
            fieldList(m_before.get(old, key).array(), m_after.get(now, key).array());
        else if (key == "DR")
            resources(m_before.get(old, key).dict(), m_after.get(now, key).dict());
        else if (key == "XFA")
            note(ChangeKind::ActiveContent, false, QStringLiteral("form /XFA"));
        else if (key != "SigFlags" && !(key == "DA" && !old.contains(key)))
            note(ChangeKind::Field, false, QStringLiteral("form /") + QString::fromLatin1(key.left(40)));
    }
}

void ChangeJudge::resources(const Dict& old, const Dict& now)
{
    // More may come; what a name means already may not change, nor may a name go.
    for (const QByteArray& key : differingKeys(old, now)) {
        const Dict was = m_before.get(old, key).dict();
        const Dict is = m_after.get(now, key).dict();
        for (const QByteArray& name : differingKeys(was, is))
            if (was.contains(name))
                note(ChangeKind::Fonts, false, QStringLiteral("form resource /") + QString::fromLatin1(name.left(40)));
        if (old.contains(key) && was.isEmpty() && !m_before.get(old, key).isDict())
            note(ChangeKind::Fonts, false, QStringLiteral("form resources"));
    }
}

void ChangeJudge::fieldList(const Array& old, const Array& now)
{
    if (old.size() > now.size() || !std::equal(old.begin(), old.end(), now.begin())) {
        note(ChangeKind::Field, false, QStringLiteral("fields taken away or put in another order"));
        return;
    }
    for (std::size_t i = old.size(); i < now.size(); ++i)
        newField(now[i]);
}

void ChangeJudge::newField(const Value& slot)
{
    const Dict dict = m_after.resolve(slot).dict();
    const QString name = fieldName(m_after, dict);
    if (isNumberField(dict)) {
        note(ChangeKind::Field, true, QStringLiteral("empty field ") + name);
        return;
    }
    if (fieldType(m_after, dict) != "Sig" || dict.contains("Kids")) {
        note(ChangeKind::Field, false, QStringLiteral("new field ") + name);
        return;
    }
    if (!m_after.get(dict, "V").dict().isEmpty()) {
        newSignature(dict);
        return;
    }
    // An empty field for a later signature shows nothing yet.
    const bool quiet = !dict.contains("AP") && !dict.contains("MK");
    const bool may = m_rules.permission == Permission::Unsaid || m_rules.permission == Permission::Annotate;
    note(ChangeKind::Field, quiet && may, QStringLiteral("new signature field ") + name);
}

/// One of our two fields as addNumberField makes them: empty, and too small to hide what the page says.
bool ChangeJudge::isNumberField(const Dict& dict) const
{
    const QString name = fieldName(m_after, dict);
    const bool named = name == QLatin1StringView(numberFieldName) || name == QLatin1StringView(dateFieldName);
    const Array box = m_after.get(dict, "Rect").array();
    if (!m_rules.newNumberField || !named || box.size() != 4 || fieldType(m_after, dict) != "Tx")
        return false;
    const double width = std::abs(m_after.resolve(box[2]).number() - m_after.resolve(box[0]).number());
    const double height = std::abs(m_after.resolve(box[3]).number() - m_after.resolve(box[1]).number());
    const bool acts = dict.contains("A") || dict.contains("AA");
    return !acts && std::max(width, height) <= longestNumberField && std::min(width, height) <= highestNumberField;
}

void ChangeJudge::newSignature(const Dict& dict)
{
    const Dict signature = m_after.get(dict, "V").dict();
    const QString name = fieldName(m_after, dict);
    if (signature["Type"].isName("DocTimeStamp"))
        note(ChangeKind::Timestamp, true, name); // ISO 32000-2, table 257: allowed whatever P says
    else
        note(ChangeKind::Signing, mayFill() && !isLocked(name), name);
}

void ChangeJudge::field(const Dict& old, const Dict& now)
{
    std::set<QByteArray> keys = differingKeys(old, now);
    if (keys.contains("Kids")) {
        fieldList(m_before.get(old, "Kids").array(), m_after.get(now, "Kids").array());
        keys.erase("Kids");
    }
    if (keys.empty())
        return;
    if (fieldType(m_before, old) == "Sig")
        signatureField(old, now, keys);
    else
        filledField(old, now, keys);
}

void ChangeJudge::signatureField(const Dict& old, const Dict& now, const std::set<QByteArray>& keys)
{
    if (!m_before.get(old, "V").dict().isEmpty() || !within(keys, {"V", "AP", "AS", "M", "F", "MK", "Ff", "DA", "P"}))
        note(ChangeKind::Signature, false, joined(keys));
    else if (!m_after.get(now, "V").dict().isEmpty())
        newSignature(now);
    else
        note(ChangeKind::Field, false, joined(keys));
}

void ChangeJudge::filledField(const Dict& old, const Dict& now, const std::set<QByteArray>& keys)
{
    const QString name = fieldName(m_before, old);
    const bool valueChanged = keys.contains("V") || keys.contains("AS") || keys.contains("I");
    const bool isWidgetOfKnown = old.contains("Parent") && !old.contains("T");
    if (!within(keys, {"V", "AP", "AS", "I", "M"}) || fieldType(m_before, old).isEmpty())
        note(ChangeKind::Field, false, name + joined(keys));
    else if (!valueChanged && !isWidgetOfKnown)
        note(ChangeKind::Field, false, name + QStringLiteral(": shown otherwise without a new value"));
    else
        note(ChangeKind::FormFilling, mayFill() && !isLocked(name), name);
    Q_UNUSED(now)
}

void ChangeJudge::fieldAppearance(Ref owner)
{
    const Result<Object> old = m_before.object(owner);
    const Result<Object> now = m_after.object(owner);
    const bool filled = old && now &&
                        !(m_before.get(old->value.dict(), "V") == m_after.get(now->value.dict(), "V") &&
                          old->value.dict()["AS"] == now->value.dict()["AS"]);
    const bool isSignature = old && fieldType(m_before, old->value.dict()) == "Sig";
    const QString name = old ? fieldName(m_before, old->value.dict()) : QString();
    if (filled || isSignature)
        note(ChangeKind::FormFilling, mayFill() && filled && !isLocked(name), name + QStringLiteral(": appearance"));
    else
        note(ChangeKind::Field, false, name + QStringLiteral(": shown otherwise without a new value"));
}

void ChangeJudge::page(const Dict& old, const Dict& now)
{
    for (const QByteArray& key : differingKeys(old, now)) {
        const QString detail = QStringLiteral("page /") + QString::fromLatin1(key.left(40));
        if (key == "Annots")
            annotationList(m_before.get(old, key).array(), m_after.get(now, key).array());
        else if (key == "Metadata" || key == "LastModified" || key == "PieceInfo" || key == "Tabs")
            note(ChangeKind::Metadata, true, detail);
        else if (key == "AA")
            note(ChangeKind::ActiveContent, false, detail);
        else
            note(ChangeKind::PageContent, false, detail);
    }
}

void ChangeJudge::annotationList(const Array& old, const Array& now)
{
    for (const Value& item : old)
        if (!contains(now, item))
            note(ChangeKind::Annotation, false, QStringLiteral("annotation taken away"));
    for (const Value& item : now) {
        if (contains(old, item))
            continue;
        const Dict dict = m_after.resolve(item).dict();
        if (!dict["Subtype"].isName("Widget"))
            annotation(dict);
        else if (isNumberField(dict))
            note(ChangeKind::Field, true, QStringLiteral("empty field ") + fieldName(m_after, dict));
        else if (fieldType(m_after, dict) != "Sig")
            note(ChangeKind::Field, false, QStringLiteral("new field ") + fieldName(m_after, dict));
        else if (m_after.get(dict, "V").dict().isEmpty())
            newField(item);
    }
}

void ChangeJudge::annotation(const Dict& dict)
{
    const QByteArray kind = m_after.get(dict, "Subtype").name();
    const Array box = m_after.get(dict, "Rect").array();
    const auto side = [&](std::size_t a) {
        return std::abs(m_after.resolve(box[a + 2]).number() - m_after.resolve(box[a]).number());
    };
    const bool small = box.size() == 4 && side(0) <= largestNote && side(1) <= largestNote;
    // What could hide or imitate the page's content is never taken for a harmless remark, whatever the signature
    // allows.
    const bool remark = kind == "Popup" || (kind == "Text" && small);
    const bool mark = (kind == "Highlight" || kind == "Underline" || kind == "StrikeOut" || kind == "Squiggly") &&
                      !dict.contains("AP");
    const bool may = m_rules.permission == Permission::Annotate || m_rules.permission == Permission::Unsaid;
    const bool acts = dict.contains("A") || dict.contains("AA");
    note(ChangeKind::Annotation, may && (remark || mark) && !acts, QString::fromLatin1(kind.left(40)));
}

} // namespace diakinisi::pdf
